"""Words about the age of the war inside a claim of it; read with `time_words.says`, as all such words."""

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

# The war, or whoever began it, and its beginning as a verb.
STARTED = """
began, begun, started, launched, broke out, unleashed, waging, waged, wages, start of, outbreak, beginning
начал*, развязал*, вспыхнул*
поча*, розпоча*, розв'яза*, спалахнул*
بدا, بدات, شنت, اندلع*, اشعل*, انطلاق*, انطلق*, بدايه, بدء, اندلاع, نشوب, تشن, يشن
"""

# "Another two years": time that is still to come.
STILL_TO_COME = "another, further, more, еще, ще, اخر, اخري, اضافي*"

# "Has completed its 50th month": so many are over.
IS_OVER = """
completed, complete, completes, concluded, closed, finished, rounded off, behind, ended
завершил*, окончил*, истек*, закончил*, минул*, позади, пройден*
завершил*, закінчил*, минув, минула, позаду, сплив*
اتمت, اكملت, طوت, انهت, انقضي, انتهي
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

# It has gone on for longer than that.
EXCEEDED = """
passed, exceeded, has topped, beyond, перевалил*, превысил*, перешагнул*, перевищил*, перевалил*, переступил*
تجاوز*, تخط*, تعد*, فاق*
"""
