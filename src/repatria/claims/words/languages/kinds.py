"""Kinds of people who are counted, and the dead, beside those of each language's own list."""

ENGLISH = """
same_exchange: under the same deal, under the same agreement, within the same deal, as part of the same agreement
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
UKRAINIAN = """
same_exchange: у рамках тієї самої домовленості, в рамках тієї ж домовленості
same_exchange: за тією ж угодою, за тією самою угодою
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
RUSSIAN = """
same_exchange: по той же сделке, по тому же соглашению, в рамках того же соглашения, в рамках той же договоренности
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
ARABIC = """
same_exchange: ضمن العملية ذاتها, في إطار الصفقة ذاتها, ضمن الصفقة ذاتها, في إطار العملية ذاتها, بموجب الاتفاق نفسه
same_exchange: في إطار الاتفاق نفسه, ضمن العملية نفسها, ضمن الاتفاق نفسه
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
ENGLISH_DEAD = "mortal remains, bodies of the fallen, fallen soldiers, dead soldiers, their dead, war dead"
UKRAINIAN_DEAD = "тілами, тілам, тілах, полеглих, полеглими, полеглим, полеглі, останками, рештки, репатрійованих"
RUSSIAN_DEAD = "телами, телам, телах, погибшими, погибшим, павших, павшими, останками, останков, репатриированных"
ARABIC_DEAD = "الجثامين, جثمان, جثمانا, قتلى, جثة, رفاة, قتلاها, قتلاهم"

# Where people are held, beside the words for captivity.
PRISONS = """
jail*, prison*, penitentiar*, cells, behind bars
тюрьм*, тюрем, камер*, колони*, изолятор*
в'язниц*, тюрм*, тюрем, камер*, колоні*, ізолятор*
سجن, سجون, السجون, سجونها, تحتجزهم, احتجزتهم, محتجزين, محتجزون, محتجزا
"""
