"""Words for people who are counted: some mean so only behind a number ("150 boys"); the rest of them; halves."""

from repatria.claims.words.languages.language import words

# People of an exchange, beside those of each language's own list.
ENGLISH = "returned captives, freed captives, released captives, freed prisoners, released prisoners, freed people"
UKRAINIAN = "урятован*, вивільнен*, вимінян*, обмінян*"
RUSSIAN = "вызволенных, вызволенные, вызволенным, обменянных, обменянные, вывезенных, вывезенные"
ARABIC = "عائدا, عائد, مفرجا عنهم, أسرانا, أبنائنا, مطلق سراحهم"

# What people are called with feeling, or by their names on a list.
COUNTED = words("""
heroes boys lads guys sons daughters fathers mothers brothers sisters souls lives names arrivals homecomers
homecomings alive patriots comrades countrymen convicts
героїв герої хлопців хлопці синів сини доньок доньки батьків братів брати сестер душ життів імен прізвищ прізвища
азовців патріотів українців-полонених дівчат вцілілих засуджених живих живі
героев герои ребят ребята парней парни сыновей сыновья братьев братья сестер душ жизней имен имена фамилий фамилии
девушек азовцев патриотов осужденных удерживаемых живых живые живыми
بطلا ابطال روحا ارواح ابنا احياء حيا عايدا واصلين مقاوما نجلا
""")
# "The *remaining* 17", "*another* 51", "решта - 17": who is left of people counted before.
REST = words("""
remaining rest other others remainder
решта решту інші інших решті
остальные остальных прочие прочих оставшиеся остальным
الباقون الباقين الاخرون الاخرين البقيه بقيه الباقي
""")
HALF = words("""
half halves
половина половину половини половин половині половиною
половина половину половины половине половиной
نصف نصفهم ونصفهم النصف والنصف نصفا ونصف
""")
# Before a length of time, or a number of exchanges, over which people are counted together: "*in* four days".
OVER_A_TIME = words("""
in within inside over during across throughout this these for
за протягом упродовж впродовж цього
за течение протяжении
خلال غضون في طوال مدي هذا
""")
# Said of both sides, or of several exchanges, before their sum.
TOGETHER = words("""
together combined counting summed adding
разом укупі вкупі сукупно скласти складемо додати підсумувати гуртом
вместе сложить сложим сложив суммируя складывая прибавить вкупе
معا مجتمعين مجتمعه سويا
""")
# Everybody, nobody, or nobody else: "*all* of them civilians", "*none* was a soldier", "made up *solely* of women".
ALL = words("""
all every everyone everybody
усі всі всіх усіх
все всех
جميع جميعهم جميعهن كل كلهم كلهن كافه كافتهم جميعا
""")
NONE = words("""
none nobody neither
жоден жодного жодної ніхто
никто никого ни
""")
SOLELY = words("""
only solely purely exclusively entirely alone wholly all-
лише тільки виключно суто винятково самих самі
только исключительно сплошь одни одних
فقط حصرا حصريا وحدهن وحدهم
""")
# Between "all of them" and of what kind they were.
COPULAS = words("""
are were is was be been being as
є були був була це як
есть были был была это
هم كانوا كان كانت من
""") | {"—", "-"}
# A list or a group that people are told to be in: "*in the list* there are conscripts too".
LISTS = words("""
list lists group party contingent batch number ranks roster busload
список списку списках група групі групу партії складі числі лавах
список списке списках группа группе группу партии составе числе рядах
قائمه القائمه مجموعه المجموعه دفعه الدفعه صفوف عداد
""")
TURN = words("""
turn turns
черга черги чергу
очередь очереди
دور الدور
""")
EVENLY = words("""
equally evenly fifty-fifty
порівну навпіл
поровну пополам
مناصفه بالتساوي بالمناصفه
""")
SOME = words("""
some several many others most a part
частина частину дехто деякі інші багато чимало більшість
часть некоторые другие многие немало большинство
بعضهم بعضهن بعض اخرون كثيرون معظمهم معظمهن اغلبهم اغلبيتهم غالبيتهم اكثرهم من
""")
# Kinds of people, beside those of each language's own list.
ENGLISH_KINDS = """
from_belarus: prisons in belarus, belarusian prisons, belarusian jails, jails in belarus, prisons of belarus
wounded: hurt, badly hurt, seriously hurt, severely hurt, gravely hurt, badly injured, gravely injured, in a bad way
wounded: on stretchers, stretcher cases, maimed, amputees, in grave condition, heavily wounded, critically wounded
ill: unwell, gravely sick, seriously sick, in poor health, in ill health
missing_before: feared missing, as missing, given up as missing, presumed dead, thought dead, believed dead
missing_before: gone missing, unaccounted for, feared dead, counted as missing, counted among the missing
life_terms: life imprisonment, life in prison, for life, life behind bars, lifers
women: servicewoman, girls, women only, women alone, womenfolk
children: minor, kids, teenagers, teenager, youngsters, underage
conscripts: draftees, draftee, doing their national service, national service
medics: doctors, nurses, paramedics, medical workers, paramedic, nurse
clergy: clergymen, clergy, monks, clerics, priest, cleric, churchmen
sailors: crewmen, crewman, crew, seaman, mariner, crew members, merchant seamen
pilots: pilot, aviators, flyers, fliers
officers: commissioned officers, hold officer's rank, holds officer's rank
other_ranks: soldiers and sergeants, sergeants and soldiers, privates and ncos, sergeants or privates
other_ranks: ncos, non - commissioned officers, ordinary soldiers, ranks below officer
police: policewoman, constable, police man
rescuers: firefighters, firefighter, emergency workers, rescue workers
nationals: brits, britons, moroccans, croats, swedes, colombians, nepalis, sri lankans, poles
commanders: commander, officers in command
"""
UKRAINIAN_KINDS = """
other_ranks: солдати і сержанти, солдати й сержанти, солдати та сержанти, солдатів і сержантів
other_ranks: рядового та сержантського складу, рядового та сержантського
from_belarus: тюрем білорусі, білоруських в'язниц*, білоруських тюр*, в'язниць білорусі, тюрмах білорусі
from_belarus: в'язницях білорусі, білоруських колон*
wounded: скалічен*, травмован*, контужен*, на ношах, з ампутаціями, ампутацією, зранен*
ill: недужих, недужі, з хворобами
missing_before: за зниклих, серед зниклих, як зниклі, загиблими, вважалися загиблими, пропалими безвісти, зниклі
life_terms: довічне, довічного, довічний
women: жінкою, жінкам, жінках, дівчат, дівчата, військовослужбовиць, військовослужбовиці, захисниць, захисниці
women: жіноч*, українок, українки, оборониць
men: чоловіка, чоловік
children: дитина, дитини, дитину, підлітк*, неповнолітн*, малолітн*, дітьми, дітям
conscripts: строковиків, строковики, срочник*, солдат* строкової служби
clergy: капелан*, ченц*, чернець, ченців, ієре*
pilots: льотчик*, пілот*, авіатор*
medics: медсестр*, парамедик*
nationals: британц*, марокканц*, хорват*, швед*, колумбійц*
police: полісмен*
rescuers: пожежник*, співробітник* дснс
"""
RUSSIAN_KINDS = """
other_ranks: солдаты и сержанты, солдат и сержантов, сержанты и солдаты, солдаты или сержанты
from_belarus: тюрем белоруссии, белорусских тюр*, тюрьмах белоруссии, тюрем беларуси, тюрьмах беларуси
from_belarus: белорусских колони*
wounded: искалечен*, травмирован*, контужен*, на носилках, с ампутациями, увечн*
ill: недужных, с болезнями
missing_before: пропавшие без вести, за пропавших, среди пропавших, погибшими, считались погибшими
life_terms: пожизненное, пожизненного
women: женск*, девушек, девушки, военнослужащих - женщин, защитниц, украинок, украинки
men: мужчина
children: ребенк*, ребят*шек, подростк*, малолетн*
clergy: капеллан*, монах*, иере*
pilots: авиатор*, летчиц*
medics: медсестр*, фельдшер*
nationals: британц*, марокканц*, хорват*, шведов, шведы, колумбийц*
rescuers: пожарн*, сотрудник* мчс
"""
ARABIC_KINDS = """
other_ranks: جنود ورقباء, رقباء وجنود, الجنود وضباط الصف, جنود وضباط الصف
from_belarus: سجون بيلاروسيا, سجون بيلاروس, السجون البيلاروسية
rescuers: عنصر إنقاذ, عناصر إنقاذ, رجل إنقاذ, مسعف إنقاذ
men: رجلا, رجل
wounded: إصاباتهم بالغة, إصاباتهم خطيرة, بإصابات, جراحهم خطيرة, جرحاهم, جريحين, مصابون, حالتهم خطرة
ill: مرضى, مريضين, حالات مرضية
missing_before: مفقودا, كمفقودين, المفقود
life_terms: محكومون بالسجن المؤبد, بالسجن المؤبد, بالمؤبد, المؤبد
women: نسائية, نسائي, فتيات, النساء, مقاتلات
children: أطفالا, مراهقين, قاصران, قاصرين
conscripts: مجندون, المجندين, مجندا إلزاميا, الخدمة الإلزامية
medics: طبيب, طبيبا, ممرض, ممرضين, مسعفون
clergy: رجل دين, كهنة, راهب, رهبان, قسيس
police: شرطيا واحدا, أفراد شرطة, رجل شرطة
pilots: طيار, طيارا, طيارين, طيارون, الطيارين
nationals: بريطانيين, بريطانيون, مغاربة, كروات, سويديين
"""
# In which people leave one after the other: "in two *groups*, seven and thirteen".
GROUPS = words("""
group groups batch batches wave waves convoys
група групи групами групі партія партії партіями
группа группы группами группе партия партии партиями
دفعه دفعتين دفعات مجموعتين مجموعات الدفعه
""")
# "This *brings the number* of those freed *to* 502": beginnings of words.
RAISING = tuple(
    """
bring brought take taking took rais push lift swell grow grew climb rise rose reach
доводить довело довів довел зрос сяг досяг збільш
доводит вырос возрос достиг увелич
ليصل ليبلغ ليرتفع ارتفع رفع فصار ليصبح
""".split()
)
A_NUMBER_OF = tuple(
    "freed released number total tally count toll figure sum кільк числ количеств сум عدد مجموع".split()
)
# Exchanged by themselves.
APART = words("""
separately apart also too besides
окремо також теж ще
отдельно также тоже еще
ايضا منفصل منفصله
""")
# The dead, beside those of each language's own list.
ENGLISH_DEAD = "mortal remains, bodies of the fallen, fallen soldiers, dead soldiers, their dead, war dead"
UKRAINIAN_DEAD = "тілами, тілам, тілах, полеглих, полеглими, полеглим, полеглі, останками, рештки, репатрійованих"
RUSSIAN_DEAD = "телами, телам, телах, погибшими, погибшим, павших, павшими, останками, останков, репатриированных"
ARABIC_DEAD = "الجثامين, جثمان, جثمانا, قتلى, جثة, رفاة, قتلاها, قتلاهم"
UP_TO = words("to at до к الي اليها اليه")
