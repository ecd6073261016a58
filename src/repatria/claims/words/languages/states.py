"""States that are no party to the wars of the record, but may be named as mediators, hosts or homes of captives.

Codes are ISO 3166-1 alpha-3; ``EU`` is the European Union. A word may end in ``*`` (any ending).
"""

from repatria.claims.words.languages.language import columns

_TABLE = """
VAT | apostolic see, papal envoys, papal envoy
    | апостольськ* престол*, апостольського престолу, святому престолу, святим престолом
    | апостольск* престол*, апостольского престола, святому престолу, святым престолом
    | الكرسي الرسولي, البابا
SAU | the saudis, saudi diplomats | саудівц*, саудівська аравія | саудовц* | السعوديون, السعوديين
QAT | qataris, qatari diplomats | катарц*, катарськ* | катарц*, катарск* | القطريون, القطريين
TUR | turks, turkish diplomats, turkish officials, turkish spy agency | турки, турків, турецьк* розвідк*
    | турки, турок, туркам, турецк* разведк* | الأتراك, جهاز الاستخبارات التركي, المخابرات التركية
ARE | emiratis, emirati envoys, emirati mediators | еміратц*, еміратськ* столиц* | эмиратц*,
    эмиратск* столиц* | الإماراتيون, الإماراتيين, العاصمة الإماراتية
USA | american diplomats, the americans, american envoys | американц* | американц*
    | الأمريكيون, الأمريكيين, الأميركية, أميركا
EGY | egyptians, egyptian diplomats | єгиптян* | египтян* | المصريون, مصرية, المصرية
EGY | egypt, cairo | єгип*, каїр* | египет*, египт*, каир* | مصر, القاهرة
JOR | jordan, amman | йордані* | иордани*, амман* | الأردن, عمان
OMN | oman, muscat | оман, оману, омані, оманом | оман, омана, омане, оманом | سلطنة عمان, مسقط
KWT | kuwait | кувейт* | кувейт* | الكويت
BHR | bahrain, manama | бахрейн* | бахрейн* | البحرين, المنامة
IRQ | iraq, baghdad | ірак*, багдад* | ирак*, багдад* | العراق, بغداد
IRN | iran, tehran | іран, ірану, ірані, іраном, тегеран* | иран, ирана, иране, ираном, тегеран* | إيران,
    طهران
LBN | lebanon, beirut | ліван, лівану, лівані, бейрут* | ливан, ливана, ливане, бейрут* | لبنان, بيروت
DZA | algeria, algiers | алжир* | алжир* | الجزائر
MAR | morocco, rabat | марокко | марокко | المغرب, الرباط
ZAF | south africa, pretoria | пар | юар, южн* африк* | جنوب أفريقيا
SDN | sudan, khartoum | судан, судану, судані | судан, судана, судане | السودان, الخرطوم
BRA | brazil | бразилі* | бразили* | البرازيل
CUB | cuba, havana | куба, куби, кубі, гаван* | куба, кубы, кубе, гаван* | كوبا
CHN | china, beijing | кита*, пекін* | кита*, пекин* | الصين, بكين
IND | india, new delhi | індія, індії, індією | индия, индии, индией | الهند, نيودلهي
PAK | pakistan, islamabad | пакистан* | пакистан* | باكستان
IDN | indonesia, jakarta | індонезі* | индонези* | إندونيسيا
JPN | japan, tokyo | японі* | япони* | اليابان
KAZ | kazakhstan, astana | казахстан*, астан* | казахстан*, астан* | كازاخستان, أستانا
UZB | uzbekistan, tashkent | узбекистан* | узбекистан* | أوزبكستان
GEO | georgia, tbilisi | грузі*, тбілісі | грузия, грузии, грузией, грузию | جورجيا, تبليسي
MDA | moldova, chisinau | молдов* | молдов*, молдави* | مولدوفا
SRB | serbia, belgrade | сербі*, белград* | серби*, белград* | صربيا, بلغراد
HUN | hungary, budapest | угорщин*, будапешт* | венгри*, будапешт* | المجر, بودابست
AUT | austria, vienna | австрі*, відень, відні | австри* | النمسا, فيينا
FRA | france, paris | франці*, париж* | франци*, париж* | فرنسا, باريس
GBR | britain, united kingdom, london | британі*, лондон* | британи*, лондон* | بريطانيا, المملكة المتحدة,
    لندن
ITA | italy, rome | італі*, рим, римі, риму | итали*, рим, риме, рима | إيطاليا, روما
ESP | spain, madrid | іспані*, мадрид* | испани*, мадрид* | إسبانيا, مدريد
POL | poland, warsaw | польщ*, варшав* | польш*, варшав* | بولندا, وارسو
LTU | lithuania, vilnius | литв*, вільнюс* | литв*, вильнюс* | ليتوانيا
LVA | latvia, riga | латві*, рига, риги, ризі | латви*, рига, риги, риге | لاتفيا
EST | estonia, tallinn | естоні*, таллінн* | эстони*, таллин* | إستونيا
FIN | finland, helsinki | фінлянді*, гельсінкі | финлянди*, хельсинки | فنلندا, هلسنكي
SWE | sweden, stockholm | швеці*, стокгольм* | швеци*, стокгольм* | السويد
NOR | norway, oslo | норвегі*, осло | норвеги*, осло | النرويج, أوسلو
DNK | denmark, copenhagen | данія, данії, копенгаген* | дания, дании, копенгаген* | الدنمارك
NLD | netherlands, the hague | нідерланд*, гааг* | нидерланд*, гааг* | هولندا, لاهاي
BEL | belgium | бельгі* | бельги* | بلجيكا
IRL | ireland, dublin | ірланді* | ирланди* | أيرلندا
GRC | greece, athens | греці*, афін* | греция, греции, грецию, грецией, афин* | اليونان, أثينا
CYP | cyprus, nicosia | кіпр* | кипр* | قبرص
BGR | bulgaria, sofia | болгарі* | болгари* | بلغاريا
ROU | romania, bucharest | румуні*, бухарест* | румыни*, бухарест* | رومانيا
CZE | czechia, prague | чехія, чехії, чехією, праг* | чехия, чехии, чехией, праг* | التشيك
SVK | slovakia, bratislava | словаччин*, братислав* | словаки*, братислав* | سلوفاكيا
SVN | slovenia, ljubljana | словені*, любляна, любляні | словени*, любляна, любляне | سلوفينيا
CAN | canada, ottawa | канад* | канад* | كندا
AUS | australia, canberra | австралі* | австрали* | أستراليا
EU | european union, brussels | євросоюз*, брюссел* | евросоюз*, брюссел* | الاتحاد الأوروبي, بروكسل
"""


def _names(column: int) -> str:
    return "\n".join(f"{row[0]}: {row[column]}" for row in columns(_TABLE))


ENGLISH, UKRAINIAN, RUSSIAN, ARABIC = (_names(column) for column in range(1, 5))
