"""Verbs of telling in each language: to say, to report, to count publicly, to confirm, to insist, to call."""

from repatria.claims.words.languages.language import conjugated

ENGLISH = """
say, saying, adding, insisting, stating, noting, claiming, declaring, maintaining, explaining, asserting
acknowledging, conceding, specifying, confirming, reporting, reckon, insist, maintain, acknowledge, admit
claim that, affirmed, affirms, avowed, contended, contends, alleged, alleges, recounted, recounts, testified
testifies, attested, attests, verified, verifies, corroborated, corroborates, certified, certifies, pronounced
pronounces, proclaimed, proclaims, notified, notifies, apprised, briefed, tweets, retweeted, blogged, texted
cited, quoted, quantified, quantifies, totalled, totals at, enumerated, enumerates, logged, tots up, totted up
set the number at, sets the number at, set the figure at, sets the figure at, put the total at
puts the total at, puts the figure at, put the figure at, put the count at, puts the count at
put their number at, puts their number at, put its own at, placed the number at, places the number at
characterised, characterises, characterized, characterizes, portrayed, portrays, depicts, presented, termed
terms it, dubbed, dubs, named, denied, denies, rejected, countered, objected, objects, retorted, responded
responds, commented, elaborated, elaborates, detailed, outlined, outlines, summarised, summarises, summarized
summed up, sums up, concluded that, concludes, remembered, pointed out, points out, made clear, makes clear
made it known, let it be known, gave word, brought word, sent word, broke the news, issued a statement
released a statement, read a statement, put out a statement, published a statement, gave the number as
gives the number as, gave their number as, gives their number as, gave the figure as, gives the figure as
gave a figure of, gives a figure of, gave a total of, gives a total of, gave a count of, gave the total as
attributed, attributes, tied, linked, vowed, vows, pledged, pledges, warned, warns, predicted, predicts, hinted
hints, conveyed, conveys, lets it be known, advised, advises, announce, announced that, speaks about
spoke about, talked of, talks of, talked about, talks about, told followers, told parliament, put it, puts it
has said, had said, has told, had told, has reported, had reported, has confirmed, had confirmed, has stated
withdrew its bid, withdrew its candidacy, withdraws its bid, gave up its bid, gave up its candidacy
dropped its bid, dropped its candidacy, renounced its bid, renounced its candidacy, abandoned its bid
abandoned its candidacy, waived its bid, waived its candidacy, relinquished its bid, relinquished its candidacy
withdrew its application, ceded its bid, stepped aside as host, stood aside as host, stepped back from its bid
pulled out of its bid, withdrew from the race, withdrew as a candidate, withdrawn its bid, given up its bid
dropped out of the race
calculated, calculates, computed, computes, recorded, records, registered, registers, logs, itemised, itemized
given by, was given by, were given by
putting the number, putting the total at, putting it at, putting the figure at, giving the number
begs to differ, begged to differ, differs, disagrees, connected, connects, divulged, divulges, volunteered that
boasted, boasts, trumpeted, trumpets, hailed, hails
reiterated, reiterates
repeated that, repeats that, clarifies, explains, remarks, argues, concedes, admits, concluded, tells of, told of
put itself at, set the tally at, sets the tally at, put the tally at, puts the tally at, put the group at
puts the group at, put the total on, put its tally at, puts its tally at, put its count at, puts its count at
put its own count at, puts its own at, put its own figure at, puts its own figure at, gave the number of
gives the number of, gave a number of, gives a number of, gave numbers of, put a number on, keeps count of
revealed the, notes that, talks about, spoke only of, speaks only of, made mention of, makes mention of
"""

_UKRAINIAN_PAST = """
каза сказа заяви заявля повідоми повідомля сповісти сповіща оголоси оголошува дода додава уточни уточнюва
підтверди підтверджува назва назива зазначи зазнача розпові розповіда написа наголоси наголошува нарахува
нарахову налічи налічува поясни поясню пояснюва говори нагада нагадува підкресли підкреслюва зауважи зауважува
поінформува інформува проінформува звітува прозвітува відзвітува засвідчи засвідчува оприлюдни оприлюднюва
констатува вислови висловлюва відзначи відзнача стверджува запевни запевня визна визнава згада згадува оціни
оцінюва наводи наве озвучи озвучува наполяга наполіг рахува порахува підрахува підраховува вказа вказува привіта
обіця пообіця заперечи заперечува спростува спростовува відповіда відпові опублікува публікува охарактеризува
характеризува описа описува пов'яза пов'язува підсумува підсумовува доповіда допові розкри розкрива зараховува
зарахува вважа визначи визнача зізна прокоментува коментува анонсува
рапортува відрапортува роз'ясни роз'яснюва розтлумачи зафіксува фіксува зареєструва переліч перелічи перерахува
обрахува обрахову обчисли похвали позначи окресли попереди попереджа вточни твітну запости написа занотува
переказа облічи обмовли засвідчи повтори повторюва
"""
UKRAINIAN = ", ".join(
    [
        conjugated(_UKRAINIAN_PAST, "в ла ло ли"),
        conjugated(
            "заявля повідомля сповіща оголошу наполяга стверджу підтверджу назива поясню нагаду уточню "
            "інформу звіту "
            "запевня оціню зазнача наголошу згаду раху налічу нарахову визна дода вказу відзнача підкреслю зауважу "
            "розповіда озвучу підрахову запереч спростову засвідчу вважа визнача опису характеризу "
            "підсумову коменту "
            "публіку оприлюдню обіця відповіда висловлю констату доповіда ",
            "є ють",
        ),
        conjugated("тверд говор навод", "ить ять"),
        conjugated("повідомля зазнача підкреслю наголошу розповіда уточню вказу ", "ється"),
        conjugated(
            "повідомле заявле зазначе сказа наголоше підкресле оголоше підтвердже уточне назва підрахова нарахова",
            "но",
        ),
        "повідомивши, заявивши, додавши, уточнивши, підтвердивши, назвавши, наголосивши, зазначивши, пояснивши",
        "повідомляючи, заявляючи, додаючи, уточнюючи, підтверджуючи, називаючи, наголошуючи, зазначаючи, пояснюючи",
        "наполіг, наполягла, наполягли, розповів, розповіла, розповіли, навів, навела, навели, доповів, переповів",
        "вказано, вказується, пояснюється, йдеться про, ідеться про, йдеться, ідеться, мова про",
        "відповів, відповіла, відповіли, відніс, віднесла, зізнався, зізналася, зізналися, веде мову, ведуть мову",
        "повів мову, дав знати, дали знати, дає цифру, дав цифру, дала цифру, дали цифру, кажуть, твердять",
        "зняла кандидатуру, зняв кандидатуру, відмовилася від заявки, відмовилась від заявки, відкликала заявку",
        "відкликала кандидатуру, відмовилася від претензій, відмовився від претензій",
        "рапортує, рапортують, дає, дають, фіксує, фіксують, роз'яснює, роз'яснюють, перелічує, перелічують",
        "обмовився, обмовилася, обмовились, похвалився, похвалилася, похвалились, прохопився, відрапортувавши",
        "стоїть на своєму, стоять на своєму, обраховує, зараховує, зараховують, відносить, відносять, записує",
        "записують, пишучи, кажучи про",
        "нарахувавши, порахувавши, підрахувавши",
        "зняла заявку, зняла свою заявку",
        "зняла свою кандидатуру, відкликала свою заявку, відкликала свою кандидатуру, поступилася правом прийняти",
    ]
)

_RUSSIAN_PAST = """
сказа заяви заявля сообщи сообща извести извеща объяви объявля добави добавля уточни уточня настаива настоя
утвержда подтверди подтвержда назва называ отмети отмеча рассказа рассказыва написа насчита насчитыва поясни
поясня говори напомни напомина подчеркну подчеркива замети замеча проинформирова информирова подсчита подсчитыва
посчита констатирова обнародова завери заверя призна признава вспомни вспомина оцени оценива приводи приве
озвучи озвучива указа указыва упомяну упомина обрисова поздрави пообеща обеща опроверг опроверга отрица возрази
возража ответи отвеча опубликова публикова охарактеризова характеризова описа описыва связа связыва доложи
докладыва счита отнес относи прокомментирова комментирова привел поведа засвидетельствова свидетельствова
резюмирова подытожи приписа рапортова отрапортова разъясни разъясня растолкова зафиксирова фиксирова
зарегистрирова перечисли перечисля исчисли обозначи определи предупреди предупрежда твитну запости повтори
повторя удостовери анонсирова уведоми поприветствова
"""
RUSSIAN = ", ".join(
    [
        conjugated(_RUSSIAN_PAST, "л ла ло ли"),
        conjugated(
            "сообща заявля извеща настаива утвержда рассказыва насчитыва отмеча поясня заверя добавля "
            "оценива называ "
            "уточня подтвержда объявля счита указыва информиру упомина напомина подчеркива подсчитыва "
            "призна замеча "
            "отрица опроверга возража отвеча публику характеризу описыва связыва докладыва комментиру озвучива "
            "обеща констатиру свидетельству вспомина подытожива",
            "ет ют",
        ),
        conjugated("говор привод относ", "ит ят"),
        conjugated("отчита", "лся лась лось лись"),
        conjugated("отчитыва", "ется ются лся лась лись"),
        conjugated("сообща отмеча подчеркива утвержда уточня указыва говор заявля рассказыва", "ется"),
        "речь идет о, идет речь о",
        "указано, указывается, отмечается, поясняется, объявлено",
        "говорится, сообщено, заявлено, отмечено, сказано, подчеркнуто, названо, подтверждено, подсчитано",
        "сообщив, заявив, добавив, уточнив, подтвердив, назвав, отметив, подчеркнув, пояснив",
        "объявив, указав, сказав",
        "сообщая, заявляя, добавляя, уточняя, подтверждая, называя, отмечая, подчеркивая, поясняя, утверждая",
        "привел, привела, привели, отнес, отнесла, отнесли, признался, признались, дает цифру",
        "рапортует, рапортуют, дает, дают, фиксирует, фиксируют, разъясняет, разъясняют, перечисляет, перечисляют",
        "обмолвился, обмолвилась, обмолвились, похвалился, похвалилась, похвалились, похвастался, похвасталась",
        "исчисляет, исчисляют, зачисляет, зачисляют, причисляет, причисляют, записывает, записывают, насчитав",
        "посчитав, подсчитав, отчитавшись, отрапортовав",
        "дал цифру, дали цифру",
        "ведет речь, ведут речь, завел речь, дал знать, дали знать, опроверг, опровергла, опровергли",
        "выступил с заявлением, выступила с заявлением, выступило с заявлением",
        "отказалась от заявки, отозвала заявку, сняла заявку, сняла кандидатуру, отозвала кандидатуру",
        "отозвала свою заявку, сняла свою заявку, сняла свою кандидатуру, отозвала свою кандидатуру",
        "отказалась от претензий, отказался от претензий, уступила право принять",
    ]
)

ARABIC = ", ".join(
    [
        "قال, قالت, قالا, قالوا, يقول, تقول, يقولون, قائلا, قائلة, قائلين, صرح, صرحت, صرحوا, يصرح, تصرح, مصرحا",
        "أعلن, أعلنت, أعلنا, أعلنوا, يعلن, تعلن, يعلنون, أعلنته, أعلنه, أعلنها, أعلنتها",
        "ذكر, ذكرت, ذكرا, ذكروا, يذكر, تذكر, ذاكرا, ذكره, ذكرته, أضاف, أضافت, أضافوا, يضيف, تضيف, مضيفا, مضيفة",
        "أوضح, أوضحت, أوضحا, أوضحوا, يوضح, توضح, موضحا, موضحة, أكد, أكدت, أكدا, أكدوا, يؤكد, تؤكد, يؤكدون, مؤكدا",
        "مؤكدة, أكده, أكدته, أفاد, أفادت, أفادا, أفادوا, يفيد, تفيد, أفاد به, أفادت به, أشار, أشارت",
        "أشاروا, يشير, تشير, مشيرا, مشيرة, أشار إلى, أشارت إلى, نوه, نوهت",
        "ينوه, تنوه, لفت, لفتت, يلفت, تلفت, لافتا, لافتة, شدد, شددت, يشدد, تشدد, مشددا, مشددة, كشفت, كشف أن",
        "زعم, زعمت, زعموا, يزعم, تزعم, ادعى, ادعت, يدعي, تدعي, تحدث, تحدثت, تحدثوا, يتحدث, تتحدث, متحدثا عن, وصف",
        "وصفت, وصفوا, يصف, تصف, وصفته, وصفتها, وصفها, وصفه, واصفا, واصفة, تصفه, تصفها, سمى, سمت",
        "سمته, سمتها, عد, عدت",
        "تعد, عدته, عدها, تعده, تعدها, اعتبر, اعتبرت, يعتبر, تعتبر, معتبرا, معتبرة, اعتبرته, اعتبرتها, أحصى",
        "أحصت, يحصي, تحصي, أحصاه, أحصته, قدر, قدرت, يقدر, تقدر, قدره, قدرته, مقدرا, حدد, حددت",
        "يحدد, تحدد, كتب, كتبت",
        "يكتب, تكتب, نشر, نشرت, ينشر, تنشر, غرد, غردت, أبلغ, أبلغت, يبلغ عن, تبلغ عن, أخبر, أخبرت, يخبر",
        "تخبر, نقل عن, نقلت عن, ينقل عن, تنقل عن, أورد, أوردت, أوردته, أورده, يورد, تورد, روى, روت, يروي, تروي",
        "أصر, أصرت, يصر, تصر, مصرا, مصرة, جزم, جزمت, يجزم, تجزم, ذكّر, ذكّرت, يذكّر, تذكّر, مذكرا, اعترف, اعترفت",
        "يعترف, تعترف, أقر, أقرت, يقر, تقر, مقرا, نفى, نفت, ينفي, تنفي, نافيا, نافية, رد, ردت",
        "يرد, ترد, أجاب, أجابت",
        "وعد, وعدت, تعهد, تعهدت, يتعهد, تتعهد, متعهدا, أبدى, أبدت, أعرب, أعربت, ترى, يرى, يرون, رأى, رأت",
        "علق, علقت, يعلق, تعلق, أدلى, أدلت, لخص, لخصت, فصّل, فصّلت, أثبت, أثبتت, ربط",
        "ربطت, أرجع, أرجعت, عزا, عزت, تشبث, تشبثت, تمسك, تمسكت, يتمسك, تتمسك, صرّح, تصرّ, يصرّ",
        "عدّ, عدّت, تعدّ",
        "جاء في بيان, ورد في بيان, جاء في بيان صادر عن, نقلت وكالات عن, نقلت وكالة عن, نقلت وسائل إعلام عن",
        "رحب, يرحب, ترحب, سجلت, سجل لديها, رصدت, رصد, أدرجت, أدرج, حصرت, نبهت, نبه, ألمحت, ألمح, كشف عن",
        "كشفت عن, رحبت, تشير إلى",
        "أعادت التأكيد, بشرت, صادقت, أحصوا, احتسبت, تحتسب, احتسب, عددت, تحصي, أشاد, أشادت, أبلغوا, حصر, وثقت",
        "تنازل, تنازلت, سحب ترشحه, سحبت ترشحها, سحبت ترشيحها, تخلت عن ترشحها, تخلت عن طلب, تخلت عن استضافة",
        "سحبت طلبها, تخلت عن ترشيحها, انسحبت من سباق",
    ]
)
