"""Words for whatever may bring an exchange about: to help, to arrange, to persuade, an effort, a part in it.

They say who mediated only beside the name of somebody who is no side (see ``find/mediator_acts.py``).
"""

ENGLISH = """
aid: possible, to the table
aid: help, helped, helping, helps, assisted, assisting, assistance, aided, supported, supporting, support
aid: organised, organized, organise, organize, organising, organizing, ran, run, running, persuaded, convinced
aid: persuading, convincing, secured, securing, ensured, engineered, orchestrated, negotiating
aid: worked, working, took part, take part, taking part, participated, participating
aid: participation, involvement, involved, efforts, effort, fingerprints, intervened, intervention, enabled
aid: sponsored, sponsorship, sponsoring, backed, steered, led, leading, behind, cleared, paved, credit
aid: diplomacy, pushed, pushing, pressed, succeeded, acted, channel, channels
aid: initiative, invitation, prevailed, talked, nudged, coaxed, goaded, wrapped up, handled
aid: presided, chaired, co - chaired, conceived, initiated, put together, pulled off, role, part
aid: middle, hand in, cooperation of, by courtesy of, aegis
aid: fruit, work of, doing of
aid: helps, assist*, aiding, facilitate*, mediates, arranges, organises, organizes, secures, secure, ensures
aid: persuades, persuade, convinces, engineers, orchestrates, negotiates, works, participates, intervenes
aid: enables
aid: sponsors, backs, steers, leads, pushes, presses, succeeds, acts, brings about, brought about
aid: brings together
aid: brought together, brought it about, set up, sets up, stitched together, stitched, pieced together
aid: thrashing out
aid: joined in, joined, joins, join, contributed, contribution, contributions, contributes, played, plays
aid: cajoled
aid: mastermind*, managed, manages, conducted, conducts, undertook, undertaken, carried messages, matchmak*
aid: liais*
aid: owed to, owe, owes, achieved, accomplish*, crowned, crowns, bridged, smoothed, unblocked
aid: good services, intercession, interceded, mission of, provided by, provided, lobbied, lobbying, wrestled
aid: wrung
aid: coordinated, coordinates, supervised, supervision, guarantor, guarantors, guaranteed, hand, doing
aid: handiwork
aid: shepherds, guided, fixer, fixers, dealmaker, dealmakers, deal - maker, peace - maker, side by side
aid: jointly, at the table, behind the scenes, behind the deal, stood behind, had a hand, got together
"""

UKRAINIAN = """
aid: можливим, можливий, можливо, за стіл, за столом
aid: організував, організувала, організували, організовано, організовував, організовувала, організовували
aid: переконав, переконала, переконали, забезпечив, забезпечила, забезпечили, забезпечено, уможливив, уможливила
aid: уможливили, домігся, домоглася, домоглися, провів, провела, допомога, допомогою, допомогу, допомозі
aid: підтримка, підтримку, підтримкою, участь, участю, роль, зусилля, зусиллями, зусиль, внесок, дипломаті*
aid: працював, працювала, працювали, заслуга, заслугу, заслугою, втрутився, втрутилася, втрутилися
aid: долучився, долучилася, долучилися, ініціював, ініціювала, ініціювали, підготував, підготувала
aid: підготували, готувала, влаштував, влаштувала, влаштували, стояв за, стояла за, стояли за, стоїть за
aid: стоять за, супроводжував, супроводжувала
aid: супроводжували, координував, координувала, координували, вдалося, вдалась, каналами, канал, канали
aid: довели до кінця, взяв на себе, взяла на себе, взяли на себе, доклали, доклав, доклала, спільно провели
aid: стояли, стояла, стояв, плід, плодом, заходи, здійснив, здійснила, здійснили
aid: підтримав, підтримала, підтримали, допомага*, сприяв, посприял*, організовує, організовують, забезпечує
aid: забезпечують, переконує, переконували, переконував, переконувала, умовив, умовила, умовили, вмовляли
aid: вмовляв
aid: вмовляла, вмовили, умовляли, спонукав, спонукала, спонукали, натиснув, тиснули, досягла, досяг
aid: домагалися, домагався, домагалася, домагаються, добилися, долучаються, приєдналися, приєднався, приєдналася
aid: узяв участь, узяли участь, взяв участь, взяли участь, взяла участь, участі, зіграли, зіграв, зіграла
aid: відіграв
aid: відіграла, відіграли, вклад, внесли, вніс, внесла, помогли, допомагає, допомагають, влаштовував, улаштував
aid: улаштувала, улаштували, спільними, спільно, разом провели, контактами, контакти, посприяли, гаранти
aid: гарантом
aid: гарантами, гарант, стоїть, стоять, причетн*, клопотання, клопоталися, клопотався
aid: виступив, виступила, виступили, зініціювали, успіх, успіхом, увінчал*, увінчав, вінець, доклали рук
aid: руку приклали
aid: звели, зводить, зводять, узгоджувал*, надали, надав, надала, опікувал*, дбали, завдячує, завдячують
"""

RUSSIAN = """
aid: возможным, возможен, возможно, за стол, за столом
aid: организовал, организовала, организовали, организован, организована, организовано, организовывали
aid: организовывала, убедил, убедила, убедили, обеспечил, обеспечила, обеспечили, обеспечен, обеспечено
aid: добился, добилась, добились, провел, провела, провели, помощь, помощью, помощи, поддержка, поддержку
aid: поддержкой, поддержке, участие, участием, участии, роль, усилия, усилиями, усилий, вклад, дипломати*
aid: приложили, приложил, приложила, работал, работала, работали, заслуга, заслугу, заслугой, вмешал*
aid: подключил*, инициатив*, инициировал*, подготовил, подготовила, подготовили, готовил, готовила, устроил
aid: устроила, устроили, стоял за, стояла за, стояли за, стоит за, стоят за
aid: сопровождал*, координировал*, удалось, канал, каналы, каналам, каналами, устранил*
aid: взял на себя, взяла на себя, взяли на себя, расчистил*, удалась, довели до конца, посадить, усадил*
aid: стояли, стояла, стоял, плод, плодом, предпринял, предприняла, предприняли, осуществил*
aid: проделал, проделала, проделали, всю работу
aid: поддержал*, содействов*, содейству*, способству*, помога*, посодействовал*, организует, организуют
aid: обеспечивает, обеспечивают, убеждал, убеждала
aid: убеждали, уговорил, уговорила, уговорили, уговаривал*, склонил*, подтолкнул*, надавил*, давил, давила
aid: давили
aid: добивался, добивалась, добивались, добивается, достиг, достигла, присоединил*, принял участие
aid: приняла участие
aid: приняли участие, участвовал*, сыграл, сыграла, сыграли, внесли, внес, внесла, оказал, оказала, оказали
aid: оказано
aid: совместными, контакты, контактами, гарант, гаранты, гарантом, гарантами, стоит, стоят, причаст*
aid: ходатайств*, выступил, выступила, выступили, успех, успехом, увенчал*, венец
aid: приложили руку, приложил руку, приложила руку, сводит, сводят, согласовывал*, предоставил*, хлопотал*
aid: обязан
aid: обязаны, взялись, взялся, взялась, вели переговоры, курировал*, устраивал*, дипломат, дипломатов, дипломаты
"""

ARABIC = """
aid: ممكنا, طاولة, الطاولة
aid: نجحت, نجح, نجحتا, نجحوا, إقناع, أقنعت, أقنع, رعت, رعى, رعتها, رعاها, رعته, ترعى, نظمت, نظم, نظمتها, نظمها
aid: دعم, بدعم, مساعدة, مساعدتها, بمشاركة, مشاركة, شاركت, شارك, دور, دورها, دورا, مبادرة, بمبادرة
aid: أدارت, أدار, رتبت, رتب, أشرفت, أشرف, بإشراف, إشراف, تحت إشراف, ضمنت, الفضل, فضل
aid: دبلوماسية, الدبلوماسية, بفضلها, عملت, عمل على, تدخلت, تدخل, مهدت, هيأت, قنوات, قناة, عبر قنواتها, تعاون
aid: بالتعاون, أنجزت, أنجز, حققت, حقق, لعبت, لعب, أدت, تكللت, أثمرت, بضيافة
aid: ثمرة, وراء, تقف وراء, وقفت وراء, بذلت, بذل, بذلتها
aid: تنجح, ينجح, نجاح, إنجاح, تساعد, يساعد, ساعدت, ساعد, ساعدتا, تساهم, يساهم, ساهمتا, تشارك, يشارك, شاركتا
aid: تنظم, ينظم, نظمتا, ترعاها, رعتا, تدير, يدير, ترتب, يرتب, رتبتا, رتبتها, تشرف, يشرف, أشرفتا, تضمن, ضمنتا
aid: ضامن
aid: تعمل, يعمل, عملتا, عملوا, تتدخل, تثمر, يثمر, أسفرت, إنجاز, تحقق, لعبتا, تلعب, أدتا, تؤدي, تتكلل, كللت, توجت
aid: تبذل, يبذل, بذلتا, تولت, تولى, تولتا, تولاها, تولتها, أنجزتا, أمنت, أمن, أمنتا, تأمين, سهل, سهلتا, تسهيل
aid: بتنسيق, تنسيق, نسقت, نسق, نسقتا, بالتنسيق, مهمة, تعاونت, تعاونتا, تقريب, قربت, قرب, أفلحت, أفلح, أقنعتا
aid: حثت
aid: توسطها, وسيطتان, الدولة الوسيطة, ساهم في, جهدها, جهد, جهدا, مساعيها, مساعيهما, جهودهما, انضمت, انضم
aid: جنبا إلى جنب
aid: أشرفوا, طبخت, هندست, هندس, صاغت, تكفلت, تكفل, نتاج, حصيلة جهود, بفضلهما, اضطلعت, اضطلع, دورهما, دوره
"""
