"""Words about the size of exchanges inside a claim of rank; read with `time_words.says`, as all such words."""

# How large it was, beside "not", "never", "no": a larger one, so many.
SIZED = """
come close to, comes close to, came close to, come near, comes near, came near, rivals, rivalled, rivaled, matched
more people, more prisoners, more captives, more soldiers, more men, more servicemen, more detainees
more hostages
more of them, more in a, more on a, more in one, more at once, so many, as many, as large, as big, as numerous
bigger, larger, greater, such numbers, comparable size, equal size, greater number, larger number, this many
больше людей, больше пленных, больше военных, больше военнослужащих, больше солдат, больше человек, столько
больше за
крупнее, более крупн*, масштабнее, многочисленнее, больше в, такого количеств*, такого числ*, столь масштаб*
столь крупн*, столь больш*
більше людей, більше полонених, більше військових, більше бранців, більше осіб, стільки, більше за, більшим
більшої
більшого, більша, масштабніш*, численніш*, більше в, більше у, настільки велик*, таким велик*, такої кількост*
هذا العدد, اكبر, اضخم, عدد اكثر, اكثر عددا, عدد اكبر, مثل هذا العدد, يفوق*
"""

# Of this size: ranks by size in a war or a year, but "none of this size since May" looks back to that one.
OF_THIS_SIZE = """
such a scale, this scale, that scale, such scale, this size, such size, that size
таких масштаб*, такого масштаб*, такого размах*, таким размах*, такого размер*, сопоставим* по
такого розмах*, такого розмір*, такого масштаб*, таких масштаб*
هذا الحجم, بهذا الحجم, بحجمه*
"""

# Above all others, without "largest".
UNMATCHED = """
unmatched, unrivalled, unrivaled, unparalleled, unequalled, unsurpassed, dwarf*, eclips*, surpass*, outstrip*
outdo*
than any, than in any, than on any, than at any, than ever, than in all, than all
чем когда*, чем в любом, чем в любой, чем в как*, чем любой, чем любая, чем все, чем во всех, чем при люб*
ніж будь*, ніж у будь*, ніж в будь*, ніж коли*, ніж усі, ніж всі, ніж за будь*, від будь - яко*
اكثر من اي, اكبر من اي, اضخم من اي, اوسع من اي, من اي وقت مضي, من اي تبادل, من اي عمليه, من كل العمليات
outdid, tops all, tops every, topped all, topped every, beats all, beats every, sets a record, set a record
record - breaking, record - setting, sets a new record, set a new record, without equal in size, exceeds all
exceeds every, exceeded all, exceeded every
не имеет равных, не имел равных, нет равных, не знает равных, затмил*, превзош*, превыси*, превосход*, побил*
не має рівних, не мав рівних, немає рівних, не знає рівних, затьмари*, перевершу*, переверши*, перевищи*, побив*
لا مثيل لها, لا مثيل له, لا نظير له*, تفوق كل, يفوق كل, تفوقت علي, تجاوز كل, تجاوزت كل, رقما قياسيا, رقم قياسي
"""

# "No more prisoners were exchanged": none any longer.
NO_MORE = "no more, больше не было, больше не меняли, більше не було, більше не міняли, لم يعد"

# One that is larger, or two, and no others.
ONLY_ONCE = """
only once, just once, only one exchange, only one swap, only a single
только раз, только один раз, лишь раз, лишь один раз, лишь однажды, только однажды, всего раз, всего один раз
тільки раз, тільки один раз, лише раз, лише один раз, лише одного разу, тільки одного разу, усього раз
مره واحده فقط, مره واحده
"""

ONLY_TWICE = """
only twice, just twice, только дважды, лишь дважды, всего дважды, тільки двічі, лише двічі, усього двічі, مرتين فقط
"""

# None but the one that is named.
ONLY = """
only, except, except for, save for, but for, apart from, лишь, только, кроме, не считая, лише, тільки, крім, окрім
فقط, باستثناء, سوي, الا
"""

# Every other one.
ALL_OTHERS = """
everything, all, any, anything, every, each
все, всё, всех, всем, всю, любой, любого, всякий
все, всі, усі, усе, усіх, всіх, усім, будь
كل, جميع, اي, سائر
"""

# Before "largest": it is one of several.
ONE_OF = """
one of, among, some of, ranks among, counts among
один из, одна из, одно из, одним из, одной из, одного из, среди, в числе, в ряду
один із, одна із, один з, одна з, одне з, одним із, однією з, одним з, серед, поміж, в числі, у числі, з - поміж
واحد من, واحده من, من بين
"""

# A record is made.
RECORD_SET = """
set, sets, setting, broke, breaks, break, breaking, new, beat, beats, holds, a
"""

# What was so then is so to this day.
STANDS = """
remain*, still, stands, holds, belongs, unbeaten, unsurpassed, to this day, to date
остает*, остал*, до сих пор, по-прежнему, принадлежит, держит*, удержива*
залиша*, лишаєт*, досі, й досі, належить, тримаєт*, утриму*
يبقي, تبقي, لا يزال, لا تزال, ما زال, ما زالت, مازال*, حتي الان, يظل, تظل
"""
