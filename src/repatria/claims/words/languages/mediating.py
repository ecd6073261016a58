"""Words about mediation and places with a meaning inside a claim only; a word may end in ``*`` (any ending)."""

# What a mediator keeps of its own successes.
LISTED = """
list, tally, count, ledger, record, register, roll, among
список*, списк*, перечн*, перечень, реестр*, учет*, счет*, среди, числе
перелік*, список*, списк*, реєстр*, облік*, рахун*, серед, числі
قائمه, سجل, سجلها, سجلاتها, لايحه, حصيله, بين, عداد, رصيد*, حساب*
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
who the broker*, who the go, who the intermediar*, claimed credit, taken credit, claimed the credit
takes credit, claims credit, who had arranged, who was behind
who is behind, who acted between, who carried messages, who had facilitated, who negotiated between
кто помог, кто помогал, кто посреднича*, кто выступ*, кто содейств*, кто организ*, кто стоял за
кто был посредник*
кто именно помог*, кто посредничал*, кто свел, кто способств*, кто устроил
чье посредничество, при чьем посредничестве, кто стал посредник*
хто допоміг, хто допомагав, хто посереднич*, хто виступ*, хто сприяв, хто організ*, хто стояв за
чиє посередництво
хто саме допоміг, хто саме допом*, хто звів, хто влаштув*, хто домовляв*
за чийого посередництва, хто був посередник*, хто став посередник*
من ساعد, من توسط, من رعي, من سهل, من قام بالوساطه, الجهه التي توسطت, الجهه الوسيطه, الوسيط الذي, من الذي توسط
من يقف وراء, هويه الوسيط, اسم الوسيط, هويه الوسطاء
"""

# The mediator that was named just before.
THE_SAME = """
the same country, the same state, the same mediator, the same mediators, the same states, the same countries
the same go - between, the same broker, that country, that state
та же страна, эта же страна, то же государство, тот же посредник, те же посредники, те же страны
та сама країна, ця ж країна, та ж країна, та сама держава, той самий посередник
ті самі посередники, ті ж посередники
الدوله نفسها, الدوله ذاتها, الجهه نفسها, الجهه ذاتها, الطرف نفسه, البلد نفسه, الوسيط نفسه, الوسطاء انفسهم
الدولتان نفسهما
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
местом передачи, местом обмена, место обмена, место передачи, местом встречи, точкой обмена
площадкой для обмена
пунктом передачи
місцем передачі, місцем обміну, місце обміну, місце передачі, місцем зустрічі, точкою обміну
майданчиком для обміну
пунктом передачі
مكان التبادل, موقع التبادل, نقطه التبادل, مكان التسليم, نقطه التسليم, نقطه اللقاء, موقع التسليم, ساحه التبادل
"""

# Terms were made for others: rather than agreed upon by the sides.
MADE_TERMS = """
hammered out, thrashed out, worked out, ironed out, negotiated, devised, drawn up, drew up, drafted, forged
clinched
sealed, finalised, finalized, closed, brokered*, crafted, arranged*
"""

# People were got free by somebody who had not held them.
FREED = """
secure*, free, frees, freed, win*, won, got, get, gets, released, brought home, brings home, bring home
obtain*, liberat*
освобод*, добил*, вызвол*, вернул*, возвратил*, спас*
звільни*, домог*, визвол*, повернул*, врятув*, визволя*, звільня*
حرر*, تحرر, افرج*, اعاد*, تعيد, استعاد*
"""

# Before whoever acted, or whose channels were used.
BY = frozenset("by through via через عبر".split())

# To hold something to be one's own doing, or to own up to a part in it.
CLAIMED = """
count, counts, counted, list, lists, listed, claim, claims, claimed, include, includes, included, credit
credits
as its own, as their own, nothing to do, no part, no role, no hand, not involved, not taking part
счита*, учитыва*, числ*, засчитыва*, зачисля*, внос*, внес*, приписыва*, причаст*, отношения, участв*, включ*
своим
зарахову*, врахов*, рахує, рахують, вважа*, внос*, внес*, приписує, приписують, причетн*, стосунку, своїм, брал*
включ*, додал*
تحتسب*, احتسب*, تعد, تعتبر, تدرج*, ادرج*, تنسب*, تضم*, علاقه, دور, صله
"""

# Not on a list.
OUTSIDE = """
outside, absent from, missing from, left out, off its, off the, beyond, not part of
вне, за пределами, за рамками, в обход, нет в, отсутств*
поза, за межами, за рамками, немає в, відсутн*
خارج
"""

# Whoever is no side, and is not named.
FOREIGN = """
foreign capital*, foreign state*, foreign countr*, foreign government*, foreign power*, foreign partner*
outside power*
outside state*, outside part*, outside help, outsider*, other country, other state, other government
third countr*
third part*, third state*, third government*, no country, no government, no capital, no state, no other
иностранн* столиц*, иностранн* государств*, иностранн* посредник*, третьих стран, третьи страны, третья страна
третьей страны, других стран, посторонн*, третьи стороны, третьих сторон, ни одна страна, ни одно государство
ни одна столица
іноземн* столиц*, іноземн* держав*, іноземн* посередник*, третіх країн, треті країни, третя країна
третьої країни
інших країн, сторонн*, треті сторони, третіх сторін, жодна країна, жодна держава, жодна столиця
دوله اجنبيه, عاصمه اجنبيه, طرف ثالث, جهه خارجيه, دوله ثالثه, اي دوله, اي جهه, اي عاصمه, جهه ثالثه, اطراف خارجيه
"""

# To take part in bringing it about, as nobody did.
TOOK_PART = """
help*, mediat*, broker*, credit, role, part, hand, involve*, assist*, facilitat*, table, claim*, arrang*
between them
помо*, участ*, посред*, роль, заслуг*, содейств*, причаст*
допом*, участь, участі, посеред*, роль, заслуг*, сприя*, причетн*
ساعد*, توسط*, دور, دورا, شارك*, ساهم*, وساط*, فضل
"""

# What nobody is told.
HIDDEN = """
unknown, undisclosed, unclear, unnamed, secret, a mystery, anonymous, unsaid, untold
неизвест*, неясно, тайн*, секрет*, умалчива*, молч*, скрыва*
невідом*, неясно, таємн*, секрет*, замовчу*, мовч*, приховую*
مجهول*, سر, سرا, سري*
"""

# A city as host of talks: "Abu Dhabi saw the two sides agree".
HOSTED = """
host*, saw, venue, seat of, scene of, stage for, setting
приним*, принял*, принял, хозяй*, местом переговор*, площадк*, стал местом, стала местом
прийма*, прийня*, господар*, місцем переговор*, майданчик*, став місцем, стала місцем
شهد*, استضاف*, احتضن*, مسرح*, مقر المفاوضات
"""

# Delegations sat together.
MET = """
sat down, met, gathered, convened, meeting, round, talked, conferred
встретил*, встреч*, собрал*, раунд*, заседал*, за столом
зустріл*, зустріч*, зібрал*, раунд*, засідал*, за столом
التقي, التقت, اجتمع*, اجتماع, لقاء, جوله, الجوله
"""

# Beside a second one who mediated.
TOGETHER = """
together, alongside, along with, jointly, in tandem, hand in hand, side by side, in concert
вместе, совместно, наряду, заодно, сообща, на пару
разом, спільно, спільне, пліч, укупі, заразом
بالتعاون, بالاشتراك, معا, جنبا, بالتنسيق, بمعيه, الي جانب
"""
