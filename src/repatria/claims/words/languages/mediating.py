"""Words about mediation and places with a meaning inside a claim only; a word may end in ``*`` (any ending)."""

# What a mediator keeps of its own successes.
LISTED = """
list, tally, count, ledger, record, register, roll, among
список*, списк*, перечн*, перечень, реестр*, учет*, счет*, среди, числе
перелік*, список*, списк*, реєстр*, облік*, рахун*, серед, числі
قائمه, سجل, لايحه, حصيله, بين, عداد
"""

# Not a name of a list, but the verb of the next clause.
VERBS_OF_BEING = """
was, were, is, are, became
был, была, было, были, стал, стала, стало, стали, является
був, була, було, були, став, стала, стало, стали, є
كان, كانت, وكان, وكانت, فكانت, اصبح, اصبحت, واصبحت, تكون, وتكون
"""

# Nobody knows, or says, who mediated.
WHO_HELPED = """
who helped, who mediated, who brokered, who arranged, who facilitated, who had helped, who had mediated
who had brokered, who had arranged, who acted as, who stood behind, whose mediation, who brought the
who had been the broker, who had been the mediator, who was the broker, who was the mediator, who the mediator*
who the broker*, who the go, who the intermediar*, claimed credit for, taken credit for, claimed the credit
кто помог, кто помогал, кто посреднича*, кто выступ*, кто содейств*, кто организ*, кто стоял за, кто был посредник*
чье посредничество, при чьем посредничестве, кто стал посредник*
хто допоміг, хто допомагав, хто посереднич*, хто виступ*, хто сприяв, хто організ*, хто стояв за, чиє посередництво
за чийого посередництва, хто був посередник*, хто став посередник*
من ساعد, من توسط, من رعي, من سهل, من قام بالوساطه, الجهه التي توسطت, الجهه الوسيطه, الوسيط الذي
"""

# The mediator that was named just before.
THE_SAME = """
the same country, the same state, the same mediator, the same mediators, the same states, the same countries
the same go - between, the same broker, that country, that state
та же страна, эта же страна, то же государство, тот же посредник, те же посредники, те же страны
та сама країна, ця ж країна, та ж країна, та сама держава, той самий посередник
ті самі посередники, ті ж посередники
الدوله نفسها, الدوله ذاتها, البلد نفسه, الوسيط نفسه, الوسطاء انفسهم, الدولتان نفسهما
"""

# To help, of a state.
HELPED = """
helped, helped with, assisted, made possible, aided
помогл*, помог, содейств*, участвовал*, способствовал*
допомогл*, допоміг, сприял*, сприяв, долучил*
ساعد*, ساهم*, اسهم*, سهل*, شارك*
"""

# Where people were handed over, as a noun.
SITE = """
meeting point, meeting place, exchange point, exchange site, site of the exchange, venue for the exchange
venue of the exchange, place of the exchange, handover point, site of the handover, place of the handover
crossing point, transfer point
местом передачи, местом обмена, место обмена, место передачи, местом встречи, точкой обмена, площадкой для обмена
пунктом передачи
місцем передачі, місцем обміну, місце обміну, місце передачі, місцем зустрічі, точкою обміну, майданчиком для обміну
пунктом передачі
مكان التبادل, موقع التبادل, نقطه التبادل, مكان التسليم, نقطه التسليم, نقطه اللقاء, موقع التسليم, ساحه التبادل
"""
