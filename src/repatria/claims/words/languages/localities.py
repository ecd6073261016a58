"""Where captives have been handed over, received or flown, by name, in four languages.

Each row: the name as the record writes it, then its names in English, Ukrainian, Russian and Arabic. A line that is
set in goes on with the one before. A word may end in ``*`` (any ending).
"""

from repatria.claims.words.languages.language import columns

_PLACES = """
Istanbul | istanbul | стамбул* | стамбул* | إسطنبول, اسطنبول
Geneva | geneva | женев* | женев* | جنيف
Bern | bern, berne, near the swiss capital | берн, берна, берні, берном, швейцарськ* столиц*
    | берн, берна, берне, берном, швейцарск* столиц*, столиц* швейцарии | برن, العاصمة السويسرية
Stockholm | stockholm | стокгольм* | стокгольм* | ستوكهولم
Jeddah | jeddah | джидд* | джидд* | جدة
Rome | rome | рим, римі, риму | рим, риме, рима | روما
Budapest | budapest | будапешт* | будапешт* | بودابست
Vienna | vienna | відень, відні, відня | вена, вене | فيينا
Sumy region | sumy region, sumy oblast, sumy province, sumy | сумщин*, сумськ*, суми, сумах | сумск*,
    сумах, сумы, сумщин*
    | سومي, منطقة سومي, مقاطعة سومي, إقليم سومي
Chernihiv region | chernihiv region, chernihiv oblast, chernihiv province, chernihiv, chernigov
    | чернігівщин*, чернігівськ*, чернігів, чернігова, чернігові | черниговск*, чернигов*, черниговщин*
    | تشيرنيهيف, تشيرنيغوف, تشيرنيهيف, منطقة تشيرنيهيف, مقاطعة تشيرنيهيف
Kharkiv region | kharkiv region, kharkiv oblast, kharkiv | харківщин*, харківськ*, харкові, харкова
    | харьковск*, харьков*, харьковщин* | خاركيف, خاركوف, منطقة خاركيف, مقاطعة خاركيف
Zaporizhzhia region | zaporizhzhia region, zaporizhzhia oblast, zaporizhzhia, zaporizhia | запорізьк*,
    запоріжж*
    | запорожск*, запорожь* | زابوريجيا, زابوروجيا, زابوروجيه, منطقة زابوريجيا, مقاطعة زابوريجيا
Kherson region | kherson region, kherson oblast, kherson | херсонщин*, херсонськ*, херсон*
    | херсонск*, херсон*, херсонщин* | خيرسون, منطقة خيرسون, مقاطعة خيرسون
Posad-Pokrovske, Kherson region | posad - pokrovske, posad - pokrovskoye | посад - покровськ*
    | посад - покровск*
    | بوساد بوكروفسكي
Mykolaiv region | mykolaiv region, mykolaiv oblast, mykolaiv | миколаївщин*, миколаївськ*, миколаєв*
    | николаевск*, николаевщин* | ميكولايف, مقاطعة ميكولايف
boundary of Kherson and Mykolaiv regions | boundary of kherson and mykolaiv regions,
    kherson and mykolaiv regions
    | меж* херсонськ* та миколаївськ* област*, меж* херсонськ* і миколаївськ* област*,
    меж* херсонщини й миколаївщини,
    меж* херсонщини і миколаївщини, меж* херсонщини та миколаївщини,
    меж* миколаївськ* та херсонськ* област*,
    меж* миколаївщини й херсонщини, меж* миколаївщини та херсонщини
    | границ* херсонск* и николаевск* област*, границ* николаевск* и херсонск* област*
    | حدود خيرسون وميكولايف, مقاطعتي خيرسون وميكولايف, منطقتي خيرسون وميكولايف, بين خيرسون وميكولايف
Donetsk region | donetsk region, donetsk oblast | донеччин*, донецьк* област*, донецьк* | донецк*
    | دونيتسك, منطقة دونيتسك, مقاطعة دونيتسك, إقليم دونيتسك
Luhansk region | luhansk region, lugansk region | луганщин*, луганськ* област* | луганск* област* | لوغانسك
Dnipro region | dnipropetrovsk region, dnipro region | дніпропетровськ*, дніпропетровщин*
    | днепропетровск* | دنيبرو
Odesa region | odesa region, odesa, odessa | одещин*, одеськ*, одесі, одеси | одесск*, одессе, одессы
    | أوديسا, مقاطعة أوديسا
Kyiv region | kyiv region, kyiv oblast, boryspil | київщин*, київськ* област*, бориспіл* | киевск* област*,
    борисполь*
    | منطقة كييف, مقاطعة كييف
Zhytomyr region | zhytomyr region, zhytomyr | житомирщин*, житомирськ*, житомир* | житомирск*, житомир*
    | جيتومير
Volyn region | volyn region, volyn oblast, volyn | волинськ* област*, волин* | волынск*, волын* | فولين
Rivne region | rivne region, rivne | рівненщин*, рівненськ* | ровенск* област* | ريفني
Belgorod region | belgorod region, belgorod oblast, belgorod | бєлгородськ*, бєлгородщин*, бєлгород*,
    білгородськ*
    | белгородск*, белгород*, белгородчин* | بيلغورود, منطقة بيلغورود, مقاطعة بيلغورود
Bryansk region | bryansk region, bryansk | брянськ*, брянщин* | брянск*, брянщин* | بريانسك, مقاطعة بريانسك
Kursk region | into kursk region, in kursk region, in the kursk region | у курськ* області,
    в курськ* області
    | курской области, курск* | كورسك, منطقة كورسك, مقاطعة كورسك, إقليم كورسك
Voronezh region | voronezh | воронезьк*, воронеж* | воронежск*, воронеж* | فورونيج
Rostov region | rostov region, rostov, rostov - on - don, taganrog | ростовськ*, таганроз*, таганрог*
    | ростовск*, таганрог* | روستوف, مقاطعة روستوف, تاغانروغ
Crimea | crimea | крим, криму | крым* | القرم
Moscow region | moscow region, chkalovsky airfield, chkalovsky, chkalovsky airport, vnukovo
    | підмосков'*, чкаловськ*, внуково | подмосковь*, московск* област*, чкаловск*, внуково | ضواحي موسكو,
    تشكالوفسكي
Gomel region, Belarus | gomel region, gomel, homiel, homel | гомель*, гомельщин* | гомель*, гомельск*
    | غوميل
border of Ukraine and Belarus | border of ukraine and belarus, ukrainian - belarusian border,
    ukraine - belarus border,
    belarusian border, belarus - ukraine border, border between ukraine and belarus, border with belarus,
    belarusian frontier, frontier with belarus, ukraine 's border with belarus,
    ukrainian - belarusian frontier,
    belarusian - ukrainian border, belarusian - ukrainian frontier, border between belarus and ukraine,
    novi yarylovychi, novaya guta, new guta, crossing between ukraine and belarus,
    frontier between ukraine and belarus
    | кордон* україни з білорус*, кордон* україни та білорус*, кордон* україни і білорус*,
    кордон* україни й білорус*,
    кордон* з білорус*, кордон* із білорус*, українсько - білоруськ* кордон*,
    білорусько - українськ* кордон*,
    українсько - білоруськ* рубеж*, білоруськ* кордон*, кордон* між україною та білорус*,
    кордон* між україною і білорус*,
    нов* ярилович*, нов* гут*, перехо* між україною та білорус*, перехо* між україною і білорус*
    | границ* украины с белорус*, границ* украины с беларус*, границ* с белорус*,
    границ* украины и белорус*,
    границ* украины и беларус*, границ* с беларус*, украинско - белорусск* границ*,
    белорусско - украинск* границ*,
    украинско - белорусск* рубеж*, белорусск* границ*, границ* между украиной и белорус*,
    границ* белоруссии и украины, границ* белоруссии с украиной, нов* гут*, украина граничит с белорус*,
    переход* между украиной и белорус*,
    пограничн* переход* между украиной и белорус*, переход* между белоруссией и украиной
    | الحدود بين أوكرانيا وبيلاروس, الحدود الأوكرانية البيلاروسية, الحدود بين أوكرانيا وبيلاروسيا,
    الحدود البيلاروسية,
    الحدود مع بيلاروس, الحدود البيلاروسية الأوكرانية, الحدود مع بيلاروسيا, الحدود بين بيلاروسيا وأوكرانيا,
    المعبر الحدودي بين أوكرانيا وبيلاروسيا
border | the border, the frontier, a border crossing, border crossing, crossing point, border post,
    border point
    | кордоні, кордоном, прикордонн* перехід, прикордонн* переході, пункт* пропуску, прикордонн* пункт*
    | границе, границей, пограничн* переход*, погранпереход*, пункт* пропуска, пограничн* пункт*
    | الحدود, منطقة حدودية, المنطقة الحدودية, معبر حدودي, المعبر الحدودي, نقطة حدودية, النقطة الحدودية
border of Ukraine and Russia | russian - ukrainian border, ukrainian - russian border, border with russia,
    border between russia and ukraine, border between ukraine and russia, border of ukraine and russia
    | кордон* з росією, кордон* із росією, українсько - російськ* кордон*, кордон* україни з росією,
    російсько - українськ* кордон*, кордон* україни та росії
    | границ* с россией, российско - украинск* границ*, украинско - российск* границ*,
    границ* россии и украины,
    границ* украины и россии, границ* украины с россией
    | الحدود الروسية الأوكرانية, الحدود الأوكرانية الروسية, الحدود مع روسيا, الحدود بين روسيا وأوكرانيا
Kolotylivka crossing, Sumy region | kolotilovka, kolotylivka | колотилівк*, колотиловк* | колотиловк*
    | كولوتيلوفكا, كولوتيليفكا
Esenboga airport, Ankara | esenboga airport, esenboga, airport of ankara, ankara airport, ankara 's airport,
    ankara 's esenboga airport, airport in ankara, turkish capital 's airport
    | есенбога, летовищ* есенбога, анкарськ* летовищ* есенбога, аеропорт* есенбога, аеропорт* анкари,
    анкарськ* аеропорт*, анкарськ* аеропорт* есенбога,
    аеропорт* в анкарі
    | эсенбога, аэропорт* эсенбога, аэропорт* анкары, анкарск* аэропорт*, анкарск* аэропорт* эсенбога,
    аэропорт* в анкаре
    | مطار إيسنبوغا, مطار أسن بوغا, أسن بوغا, إسن بوغا, إيسن بوغا, مطار أسنبوغا, مطار إسنبوغا, مطار أسنبوا,
    مطار أنقرة, إيسنبوغا, مطار في أنقرة,
    مطار العاصمة التركية
border at Gazakh district | gazakh district, gazakh, qazax, tavush, ijevan | газахськ*, газах, газаху,
    казахськ* район*, тавуш*
    | газахск*, газах, газаха, газахе, тавуш* | غازاخ, منطقة غازاخ, قضاء غازاخ, قازاخ, منطقة قازاخ, قضاء قازاخ,
    قزاخ, تافوش
border of Armenia and Azerbaijan | armenian - azerbaijani border, azerbaijani - armenian border,
    border with azerbaijan,
    border with armenia, border between armenia and azerbaijan, border between azerbaijan and armenia
    | вірмено - азербайджанськ* кордон*, азербайджансько - вірменськ* кордон*
    | армяно - азербайджанск* границ*, азербайджано - армянск* границ*, границ* армении и азербайджана
    | الحدود الأرمينية الأذربيجانية, الحدود بين أرمينيا وأذربيجان, الحدود الأذربيجانية الأرمينية
Sanaa | sanaa, sana'a | сана, сани, сані, саною, санаа | сана, сану, сане, саны, саной, санаа | صنعاء
Aden | aden | аден, аденом, адені, адена | аден, аденом, адене, адена | عدن
Marib | marib, maarib | маріб* | мариб* | مأرب
Mokha | mokha, mocha | мокк*, моха | моха, мохе, моху | المخا
Taiz | taiz | таїз* | таиз* | تعز
Seiyun | seiyun, sayun, seiyoun, hadramawt | сейюн*, сеюн* | сейюн*, сеюн*, сайун* | سيئون
Abha | abha | абха, абху, абхи, абхою | абха, абху, абхой, абхе, абхи | أبها
Riyadh | riyadh airport | ер - ріяд* | эр - рияд* | الرياض
Gaza | in gaza, into gaza, the gaza strip, gaza strip, to gaza, gaza city | сектор* газ*, сектор газа
    | сектор* газ*, сектор газа | في غزة, قطاع غزة, إلى غزة, في القطاع, إلى القطاع, القطاع
Khan Younis, Gaza | khan younis, khan yunis | хан - юніс*, хан юніс* | хан - юнис*, хан юнис* | خان يونس
Rafah | rafah crossing, rafah | рафах*, рафах | рафах* | رفح, معبر رفح
Kerem Shalom, Gaza | kerem shalom | керем - шалом* | керем - шалом* | كرم أبو سالم
West Bank | the occupied west bank, the west bank, west bank | західн* берег*, західному березі
    | западн* берег*, западном берегу | الضفة الغربية, الضفة الغربية المحتلة
Ramallah, West Bank | ramallah, beitunia | рамалл*, бейтуні* | рамалл*, бейтуни* | رام الله, بيتونيا
Ofer, West Bank | ofer prison, ofer in the west bank, ofer, ofer military prison | офер*, в'язниц* офер
    | офер*, тюрьм* офер
    | سجن عوفر, معتقل عوفر, عوفر
"""


def _names(column: int) -> str:
    return "\n".join(f"{row[0]}: {row[column]}" for row in columns(_PLACES))


ENGLISH, UKRAINIAN, RUSSIAN, ARABIC = (_names(column) for column in range(1, 5))
