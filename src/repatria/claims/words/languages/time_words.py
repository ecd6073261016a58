"""Words about time and rank that carry a meaning inside a claim only: how long nothing happened
how large it was.

They have no tag of their own, for elsewhere they are words like any other. A word may end in ``*`` (any ending).
"""

from functools import cache

from repatria.claims.words.lexicon import forms
from repatria.claims.words.patterns import Pattern, compiled
from repatria.claims.words.reading import plain

# Time that goes by, or lies between two things.
ELAPSED = """
passed, elapsed, gone by, went by, go by, separate, separates, separated, lie between, lies between, lay between
later, apart, goes by, it has been, lie, lies
прошло, прошли, прошел, прошла, минул*, истек*, отделя*, разделя*, спустя, через, протекло, пролетел*, миновал*
минуло, минули, минув, минула, відділя*, розділя*, відокремлю*, збігло, сплив*, пройшл*, через, спливло, збігли
минає
مضي, مضت, مر, مرت, تفصل, يفصل, انقضت, انقضي, بعد, فصلت, فصل, مرور, انقضاء
"""

# The exchange before this one, where the word has other senses too.
BEFORE = """
since a, since an, since any
last one, last swap, last exchange, latest two, two latest, two exchanges, two swaps, two handovers
прошлого, прошлый, прошлым, прошлой, прошлому, двумя обменами, двух обменов
минулого, минулий, минулим, минулої, минулому, двома обмінами, двох обмінів
الماضي, الماضية, العمليتين, عمليتين, التبادلين
"""

# "Before this week": the exchanges of the week or the series are told as one.
BEFORE_THESE = """
before these, these two, before both, before the two, before this week, before this series, ahead of this week
ahead of this series, before the series
этих двух, этих обменов, этих дней, обоих обменов, перед этими, перед этой серией, до этой серии
перед этой неделей, до этой недели
цих двох, цих обмінів, цих днів, обох обмінів, перед цими, перед цією серією, до цієї серії, перед цим тижнем
до цього тижня
قبل هذه السلسلة, قبل هذا الاسبوع, هاتين العمليتين, هذين التبادلين, هذه العمليات, هاتين الدفعتين
"""
# "Before it": before the exchange that was just told of.
BEFORE_IT = """
before it, before that, before that one, preceded
предшеств*, передува*
до него, до нее, до того, до этого, перед этим, перед тем
до нього, до неї, до того, до цього, перед цим, перед тим
قبلها, قبله, قبل ذلك
"""

# So many there were, in a verb or a noun: "exchanges total 71", "обмінів налічується 71".
COUNTED = """
total, totals, totalled, totaled, number, numbered, count, counted, counts, come to, comes to, came to, stand at
stands at, stood at, amount to, amounts to, tally, tallies, add up to, adds up to, there were, there have been
налічу*, нарахову*, нарахува*, порахува*, рахунк*, лік, ліку, стало, кількіст*, число, числа
насчит*, сосчита*, подсчита*, счет, счету, счета, стало, количеств*, число, числа, числится
عدد*, بلغ*, بلغت, يبلغ, حصيله, احصي*, اصبح*, صار*, غدا, غدت, باتت, بات
"""

# From which something is counted.
FROM = """
since, after, following, from, on from
с, со, от, после, вслед за
з, від, із, зі, після, услід за, слідом за
منذ, بعد, من, علي, عقب, اعقاب
"""

# There was nothing, without a word for "not".
STOPPED = """
frozen, froze, stalled, halted, suspended, stopped, dried up, ceased, on hold, on ice, standstill, halt
interrupted
at a standstill, stood idle, ground to a halt, grinding to a halt, dormant
stuck, deadlock*, gridlock*, stood still, petered out, paused, broken off
заморож*, замерли, приостан*, остановл*, остановили*, прекращ*, прекратил*, застопор*, прерван*, прервал*, стояли
стоял
стояла, стояло, стоит, стоят, буксовал*, забуксовал*, оборвал*, затих*, замер*
заморож*, призупин*, зупинен*, зупинил*, припин*, завмер*, перерван*, урвал*
стояли, стояв, стояла, стояло, стоїть, стоять, буксував*, обірвал*, затих*
توقف*, توقفت, تجمد*, مجمد*, معلق*, علقت, انقطع*, متوقف*, جامد*, متعثر*, تعثر*
"""

# What was so then is so to this day.
STANDS = """
remain*, still, stands, holds, belongs, unbeaten, unsurpassed, to this day, to date
остает*, остал*, до сих пор, по-прежнему, принадлежит, держит*, удержива*
залиша*, лишаєт*, досі, й досі, належить, тримаєт*, утриму*
يبقي, تبقي, لا يزال, لا تزال, ما زال, ما زالت, مازال*, حتي الان, يظل, تظل
"""

# The same kind of thing, where no noun for an exchange stands.
ALIKE = """
comparable, similar, the like, of the kind, of that kind, of this kind, of the sort
подобн*, похож*, схож*, такого, таких, аналогичн*
подібн*, схож*, такого, таких, аналогічн*
مماثل*, مثيل*, شبيه*, من هذا النوع, مشابه*, مثلها
"""

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

# "No more prisoners were exchanged": none any longer.
NO_MORE = "no more, больше не было, больше не меняли, більше не було, більше не міняли, لم يعد"

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

# What the sides' armies did on the first day of the war.
ATTACKED = """
attacked, invaded, marched in, rolled in, marched into, rolled into, crossed the border, troops crossed
tanks rolled, columns rolled, soldiers crossed, soldiers poured
ordered his troops, ordered its troops, ordered his army, ordered his forces, sent his troops, sent his army
приказал войскам, приказал армии, отдал приказ о вторжен*, наказав військам, наказав армії, امر قواته, امر جيشه
columns crossed
sent troops, sent its troops, launched its invasion, launched its full, launched a full, stormed in, poured in
tanks crossed, army crossed, poured across, rolled across, war began, war broke out
напал*, вторгл*, вошли войска, ввела войска, ввели войска, перешли границу, пересекли границу, начала войну
напал*, вторгл*, вдерл*, ввела війська, увела війська, перейшли кордон, перетнули кордон, почала війну
розпочала війну
هاجمت, اجتاحت, غزت, دخلت القوات, اجتياح, عبرت القوات, شنت
"""

# It was planned and did not come to pass.
CANCELLED = """
cancelled, canceled, called off, scrapped, postponed, never took place, aborted, fell through, was off
отмен*, сорвал*, сорван*, отложи*, отложен*, не состоял*
скасув*, скасован*, зірв*, зірван*, відклал*, відкладен*, не відбу*
الغي, الغيت, ارجي, ارجيت, الغاء, تاجل, تاجلت
"""

# The first and last day of a named stretch: "since the beginning of 2023".
BEGINNING = "start, beginning, outset, начал*, почат*, بداية, مطلع, بدء"

# "Another two years": time that is still to come.
STILL_TO_COME = "another, further, more, еще, ще, اخر, اخري, اضافي*"


@cache
def _pattern(listed: str) -> Pattern:
    phrases = (phrase.strip() for line in listed.strip().splitlines() for phrase in line.split(","))
    words = sorted({_word(phrase) for phrase in phrases if phrase}, key=len, reverse=True)
    return compiled(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)")


def _word(phrase: str) -> str:
    return " ".join(plain(w.rstrip("*")) + (r"\w*" if w.endswith("*") else "") for w in phrase.split())


def says(text: str, listed: str) -> bool:
    """Does the plain `text` (words with one space between) hold a word or phrase of `listed`?"""
    pattern = _pattern(listed)
    if pattern.search(text):
        return True
    bare = " ".join(forms(word)[:2][-1] for word in text.split())
    return bare != text and pattern.search(bare) is not None


# An agreement is told of, or made.
MADE_KNOWN = """
public, known, broke, light, unveil*, reveal*, disclos*, announc*, told, said, approv*, endors*, confirmed
dates from
went public, dated, made, promised, sealed, inked
сообщил*, известно, известие, объявил*, рассказал*, одобр*, утверд*, оговор*, подтверд*, датирован*, обнародов*
огласил*, оглашен*, заявил*, скрепил*
повідомил*, відомо, звістка, оголосил*, розповіл*, схвал*, затверд*, підтверд*, датован*, оприлюдн*, обумов*
заявил*
озвуч*
اعلن*, كشف*, اقر*, اعتمد*, صادق*, ابرم*, وقع*, نشر*, افصح*
"""

# News of it came.
NEWS = """
news, word, announcement, tidings
известие, новость, весть, объявление
звістка, новина, вістка, оголошення
نبا, خبر, الاعلان, اعلان
"""

# What was agreed was done.
PUT_INTO_EFFECT = """
put into effect, took effect, came into effect, implemented, executed, put into practice, carried out, honoured
honored, fulfilled, went into effect, was completed, is complete, completed, concluded with, implementation
исполнил*, исполнен*, выполнил*, выполнен*, реализовал*, реализован*, осуществ*, завершил*, воплотил*, претворил*
виконал*, виконан*, реалізувал*, реалізован*, здійснил*, здійснен*, завершил*, втілил*, втілен*
نفذ*, تنفيذ*, طبق, طبقت, اكتمل*, انجز*, اتم*, استكمل*
"""

# Neither side.
NEITHER = "neither, ни одна, ни один, жодна, жоден, ані одна, اي من"

# Nobody, of people.
_NOBODY = """
nobody, no one, not one, not a single, никто, никого, ни один, ни одного, ніхто, нікого, жоден, жодного, لا احد
لم احد
"""
NOBODY = frozenset(plain(p.strip()) for line in _NOBODY.strip().splitlines() for p in line.split(","))

# What else is counted on a day of war.
DIED = """
died, killed, dead, injured, strike, strikes, attack, attacks, shelling, drone, drones, missile, missiles
погиб*, убит*, ранен*, удар*, обстрел*, атак*, беспилотник*, ракет*, дрон*
загин*, вбит*, поранен*, удар*, обстріл*, атак*, безпілотник*, ракет*, дрон*
قتل, قتلوا, مقتل, اصيب, قصف, هجوم, غاره, مسير*, صاروخ*
"""

# "Has completed its 50th month": so many are over.
IS_OVER = """
completed, complete, completes, concluded, closed, finished, rounded off, behind, ended
завершил*, окончил*, истек*, закончил*, минул*, позади, пройден*
завершил*, закінчил*, минув, минула, позаду, сплив*
اتمت, اكملت, طوت, انهت, انقضي, انتهي
"""

# A feast is kept.
KEEPING_A_FEAST = """
marking, marks, mark, marked, celebrating, celebrate, celebrates, celebrated, observing, observe, observes, observed
spend, spent, spending, greeting, welcoming, ring in, see in
отмеча*, отметил*, праздну*, встреча*, встрет*, провед*, провел*
святку*, відзнача*, відзначил*, зустріча*, зустрі*, проведу*, провел*
يحتفل*, تحتفل*, احتفل*, يحيون, تحيي, يحيي, يقضون, يستقبلون
"""

# A plan to let people go, before it is done.
INTENDED = """
intention, intent, plan, plans, decision, decided, willingness, readiness, commitment
намерени*, решени*, план*, готовност*
намір*, наміри, рішенн*, план*, готовніст*
نيه, نيتهما, عزم*, قرار*, استعداد*, اعتزام
"""

# Somebody was the first to speak of it.
FIRST_TOLD = """
first to report, first to announce, first to reveal, first to speak, first to say, first to tell, first to mention
broke the news, first reported, first announced
первым сообщил*, первым объявил*, первым рассказал*, первым заговорил*, первой сообщил*, первым заявил*
першим повідомив, першим оголосив, першим розповів, першим заговорив, першою повідомила, першим заявив
اول من تحدث, اول من اعلن, اول من كشف, اول من ذكر, اول من اشار
"""

# What stands still, where no noun for an exchange stands.
PROCESS = "process, talks, negotiations, track, процесс, переговоры, процес, переговори, المسار, الملف, المفاوضات"

# The war, or whoever began it, and its beginning as a verb.
STARTED = """
began, begun, started, launched, broke out, unleashed, waging, waged, wages, start of, outbreak, beginning
начал*, развязал*, вспыхнул*
поча*, розпоча*, розв'яза*, спалахнул*
بدا, بدات, شنت, اندلع*, اشعل*, انطلاق*, انطلق*, بدايه, بدء, اندلاع, نشوب, تشن, يشن
"""

# So much of it, and no less.
WHOLE = """
turned, marks, exactly, full, whole, complete, completed
исполнилось, завершила, ровно, полных
виповнилось, сповнилось, рівно, повних, повні
اتمت, اكملت, كاملا, كامله
"""

# The day of the year on which the war began.
ANNIVERSARY = "anniversar*, годовщин*, річниц*, роковин*, ذكري"

# It will be so old, on a day that is still to come.
WILL_BE = """
will be, will turn, will have, turns, is to turn, will mark, marks, will reach, will enter, will complete, will pass
исполнится, исполнятся, минет, пройдет, будет, стукнет, перевалит, вступит, войдет, пойдет
виповниться, виповняться, сповниться, сповняться, мине, минуть, буде, стукне, вступить, увійде, піде
ستكمل, ستتم, تكمل, تتم, يكتمل, تكتمل, ستبلغ, ستدخل, تدخل, سيدخل, يدخل, يكون, تكون
"""

# Before long.
SOON = """
approach, nears its, closing in on, heading for, heads for
اقتراب, قرب
soon, will, shortly, about to, approaching, approaches, nearing, nears, neared, close to, on the verge, is set to
on the threshold, days away, weeks away, is to enter
скоро, вскоре, вот - вот, на пороге, приближа*, подходит, исполнится, исполнятся
невдовзі, незабаром, скоро, ось - ось, от - от, на порозі, наближа*, виповниться, сповниться
виповняться, сповняться
قريبا, ستدخل, سيدخل, تقترب, يقترب, بعد ايام, خلال ايام, غضون ايام, ايام قليله تفصل, وشك, توشك, يوشك, اعتاب, مشارف
ابواب
"""

# The end of a stretch of time: "nears the end of its fourth year".
ENDING = """
the end of, close of, completion of, completing, complete, completes
конца, концу, конец, завершен*, исход*, истечен*, завершит, завершает, истекает, закончит
кінця, кінцю, кінець, завершенн*, закінченн*, завершить, завершує, добігає, закінчить
نهايه, اتمام, اكتمال, اكمال, ختام, تكمل, يكمل, ستكمل, تتم, يتم, ستتم, تنهي, ستنهي, تطوي
"""

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

# It has gone on for longer than that.
EXCEEDED = """
passed, exceeded, has topped, beyond, перевалил*, превысил*, перешагнул*, перевищил*, перевалил*, переступил*
تجاوز*, تخط*, تعد*, فاق*
"""

# A number told first, and then what it counts.
HOW_MANY = "how many, that many, столько, сколько, стільки, скільки, عدد, كم"
