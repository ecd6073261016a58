"""Arabic names with their sound, and the Latin spellings that different clerks would write for that sound.

The second column is a plain transliteration: aa ii uu long vowels, kh gh sh th dh one sound each, H S D T Z the
emphatics, ` ayn, ' hamza, @ a final ta marbuta. Latin spellings are made from it by habit (English, French, Egyptian,
German, careless), not counted anywhere, so they share no table with the shipped lists.
"""

# ruff: noqa: E501 (the pools are tables)

from functools import cache
from itertools import product
from random import Random

GIVEN = """محمد muHammad;أحمد aHmad;علي `alii;حسين Husayn;حسن Hasan;محمود maHmuud;مصطفى muSTafaa;عمر `umar;عثمان `uthmaan
خالد khaalid;يوسف yuusuf;إبراهيم ibraahiim;إسماعيل ismaa`iil;عبد الله `abd allaah;عبد الرحمن `abd al-raHmaan
عبد القادر `abd al-qaadir;عبد العزيز `abd al-`aziiz;عبد الكريم `abd al-kariim;عبد الحميد `abd al-Hamiid;عبد اللطيف `abd al-laTiif
عبد السلام `abd al-salaam;عبد الرزاق `abd al-razzaaq;عبد الجبار `abd al-jabbaar;عبد المجيد `abd al-majiid;عبد الناصر `abd al-naaSir
عبد الواحد `abd al-waaHid;عبد الوهاب `abd al-wahhaab;عبد الحكيم `abd al-Hakiim;عبد الهادي `abd al-haadii;سعيد sa`iid;صالح SaaliH
جاسم jaasim;قاسم qaasim;كاظم kaaZim;جعفر ja`far;عباس `abbaas;حيدر Haydar;ياسر yaasir;عمار `ammaar;طارق Taariq;زياد ziyaad
ماهر maahir;نزار nizaar;غسان ghassaan;مازن maazin;فادي faadii;رامي raamii;هاني haanii;شادي shaadii;وائل waa'il;نبيل nabiil
جمال jamaal;كمال kamaal;جلال jalaal;هلال hilaal;بلال bilaal;عادل `aadil;فاضل faaDil;كامل kaamil;سالم saalim;غانم ghaanim
ناصر naaSir;منصور manSuur;مسعود mas`uud;داود daawuud;سليمان sulaymaan;موسى muusaa;عيسى `iisaa;يحيى yaHyaa;زكريا zakariyyaa
هارون haaruun;أيوب ayyuub;يونس yuunus;إدريس idriis;آدم aadam;نوح nuuH;لقمان luqmaan;مروان marwaan;سفيان sufyaan
معاوية mu`aawiy@;حمزة Hamz@;طلحة TalH@;أسامة usaam@;عكرمة `ikrim@;عبيدة `ubayd@;حذيفة Hudhayf@;قتيبة qutayb@;عروة `urw@
أنس anas;مالك maalik;معاذ mu`aadh;مصعب muS`ab;صهيب Suhayb;زبير zubayr;حاتم Haatim;هشام hishaam;بسام bassaam;حسام Husaam
عصام `iSaam;وسام wisaam;تمام tammaam;همام humaam;سامر saamir;ثائر thaa'ir;باسل baasil;نضال niDaal;إياد iyaad;جهاد jihaad
عماد `imaad;فؤاد fu'aad;مراد muraad;رشاد rashaad;فهد fahd;سعد sa`d;فراس firaas;إلياس ilyaas;عدنان `adnaan;قيس qays;ليث layth
غيث ghayth;سيف sayf;شريف shariif;لطيف laTiif;رؤوف ra'uuf;معروف ma`ruuf;فاروق faaruuq;توفيق tawfiiq;صادق Saadiq;إسحاق isHaaq
فيصل fayS@l;نوري nuurii;صبري Sabrii;فوزي fawzii;رمزي ramzii;حمدي Hamdii;شوقي shawqii;لؤي lu'ayy;قصي quSayy;عدي `uday
برهان burhaan;شعبان sha`baan;رمضان ramaDaan;مهدي mahdii;هادي haadii;رضا riDaa;ضياء Diyaa';علاء `alaa';بهاء bahaa'
صلاح الدين SalaaH al-diin;نور الدين nuur al-diin;سيف الدين sayf al-diin;عز الدين `izz al-diin;شمس الدين shams al-diin"""

FAMILY = """الجبوري al-jubuurii;الدليمي al-dulaymii;العبيدي al-`ubaydii;الشمري al-shammarii;التكريتي al-tikriitii;الحمداني al-Hamdaanii
الزبيدي al-zubaydii;الساعدي al-saa`idii;الخزرجي al-khazrajii;القيسي al-qaysii;السامرائي al-saamarraa'ii;الموسوي al-muusawii
الحسيني al-Husaynii;العلوي al-`alawii;الكعبي al-ka`bii;اللامي al-laamii;المالكي al-maalikii;الربيعي al-rubay`ii;الجنابي al-janaabii
العزاوي al-`azzaawii;البياتي al-bayaatii;الراوي al-raawii;العاني al-`aanii;الحديثي al-Hadiithii;الفلوجي al-falluujii
البغدادي al-baghdaadii;الموصلي al-mawSilii;الكربلائي al-karbalaa'ii;البصري al-baSrii;الحلي al-Hillii;الحلبي al-Halabii
الحموي al-Hamawii;الحمصي al-HimSii;الدمشقي al-dimashqii;الشامي al-shaamii;المصري al-miSrii;الدوري al-duurii;الخطيب al-khaTiib
الحداد al-Haddaad;النجار al-najjaar;الصباغ al-Sabbaagh;العطار al-`aTTaar;الخياط al-khayyaaT;القصاب al-qaSSaab;البناء al-bannaa'
الحلاق al-Hallaaq;الخباز al-khabbaaz;الفلاح al-fallaaH;الصياد al-Sayyaad;الجزار al-jazzaar;النحاس al-naHHaas;السقا al-saqqaa
الطحان al-TaHHaan;الحجار al-Hajjaar;الشيخ al-shaykh;الإمام al-imaam;القاضي al-qaaDii;المفتي al-muftii;الحاج al-Haajj
الأسود al-aswad;الأحمر al-aHmar;الأزرق al-azraq;الأشقر al-ashqar;الأطرش al-aTrash;الأعرج al-a`raj;الأسعد al-as`ad;الأحمد al-aHmad
الطويل al-Tawiil;القصير al-qaSiir;العمر al-`umar;الخليل al-khaliil;الحسن al-Hasan;الصالح al-SaaliH;المحمد al-muHammad
درويش darwiish;عواد `awwaad;شاهين shaahiin;صقر Saqr;ذياب dhiyaab;غزال ghazaal;حمدان Hamdaan;زيدان zaydaan;عطية `aTiyy@
خليفة khaliif@;جمعة jum`@;حمودة Hammuud@;غنيم ghunaym;سويدان suwaydaan;قباني qabbaanii;مراد muraad;كنعان kan`aan;حيدر Haydar
بركات barakaat;فرحات farHaat;عرفات `arafaat;شحادة shiHaad@;حمادة Hamaad@;سلامة salaam@;قدورة qadduur@;منصور manSuur
سليمان sulaymaan;إبراهيم ibraahiim;العثمان al-`uthmaan;الإدريسي al-idriisii;المغربي al-maghribii;التونسي al-tuunisii
الطرابلسي al-Taraabulsii;المصراتي al-miSraatii;الورفلي al-warfallii;الزنتاني al-zintaanii;القذافي al-qadhaafii;المجبري al-majbarii
الفيتوري al-fiituurii;العبيدات al-`ubaydaat;الشنقيطي al-shinqiiTii;الهواري al-hawwaarii;بوعزيزي buu`aziizii;بن صالح bin SaaliH
بن عمر bin `umar;بن خليفة bin khaliif@;أبو زيد abuu zayd;أبو بكر abuu bakr;أبو شعر abuu sha`r;أبو حجر abuu Hajar
البطران al-baTraan;العكيدي al-`ukaydii;الطائي al-Taa'ii;التميمي al-tamiimii;الخفاجي al-khafaajii;الأسدي al-asadii;الشيباني al-shaybaanii
العنبكي al-`anbakii;المشهداني al-mashhadaanii;النعيمي al-nu`aymii;الهاشمي al-haashimii;الزوبعي al-zawba`ii;الكبيسي al-kubaysii
الغريري al-ghurayrii;المعموري al-ma`muurii;الفتلاوي al-fatlaawii;الياسري al-yaasirii;الغزي al-ghuzzii;الركابي al-rikaabii
البدري al-badrii;الحيالي al-Hayaalii;الطالباني al-Taalabaanii;البرزنجي al-barzinjii;الكيلاني al-kaylaanii;النقشبندي al-naqshbandii
العمري al-`umarii;الفارسي al-faarisii;الصفار al-Saffaar;الوائلي al-waa'ilii;الحكيم al-Hakiim;الصدر al-Sadr;الخوئي al-khuu'ii
الغانم al-ghaanim;السعدون al-sa`duun;الفرطوسي al-farTuusii;الساري al-saarii;المياحي al-mayyaaHii;الزيادي al-ziyaadii
الحريري al-Hariirii;العاقل al-`aaqil;الجاسم al-jaasim;المقداد al-miqdaad;الزعبي al-zu`bii;الرفاعي al-rifaa`ii;المسالمة al-masaalm@
النابلسي al-naabulsii;الغوراني al-ghuuraanii;العساف al-`assaaf;الشهابي al-shihaabii;اليوسف al-yuusuf;الكردي al-kurdii
التركماني al-turkumaanii;الشركسي al-sharkasii;الألباني al-albaanii;الحوراني al-Hawraanii;الجولاني al-jawlaanii;الديري al-dayrii
الرقاوي al-raqqaawii;الحسكاوي al-Hasakaawii;الإدلبي al-idlibii;المعري al-ma`arrii;البانياسي al-baanyaasii;الساحلي al-saaHilii"""

PLACES = """الموصل|Mosul,Al-Mawsil;الفلوجة|Fallujah,Falluja;الرمادي|Ramadi,Ar Ramadi;تكريت|Tikrit;سامراء|Samarra;كركوك|Kirkuk,Karkuk
البصرة|Basra,Al Basrah;الناصرية|Nasiriyah,An Nasiriyah;الحلة|Hillah,Al Hilla;كربلاء|Karbala,Kerbela;النجف|Najaf,An Najaf;بغداد|Baghdad
بعقوبة|Baqubah,Ba'quba;تلعفر|Tal Afar,Tall 'Afar;سنجار|Sinjar,Shingal;هيت|Hit,Heet;حديثة|Haditha;القائم|Al-Qaim,Al Qa'im
حلب|Aleppo,Halab;حمص|Homs,Hims;حماة|Hama,Hamah;إدلب|Idlib,Edlib;دير الزور|Deir ez-Zor,Dayr az Zawr;الرقة|Raqqa,Ar Raqqah
الحسكة|Hasakah,Al-Hasaka;القامشلي|Qamishli,Al Qamishli;عفرين|Afrin,Efrin;منبج|Manbij,Mambij;الباب|Al-Bab;تدمر|Palmyra,Tadmur
درعا|Daraa,Der'a;السويداء|Suwayda,As-Suwaida;دوما|Douma,Duma;داريا|Darayya,Daraya;الزبداني|Zabadani,Az Zabdani;يبرود|Yabroud,Yabrud
معرة النعمان|Maarat al-Numan,Ma'arrat an Nu'man;سراقب|Saraqib,Saraqeb;جسر الشغور|Jisr al-Shughur,Jisr ash Shughur
البوكمال|Abu Kamal,Albu Kamal;الميادين|Mayadin,Al Mayadin;عين العرب|Kobani,Ayn al-Arab;رأس العين|Ras al-Ayn,Ra's al 'Ayn
طرابلس|Tripoli,Tarabulus;بنغازي|Benghazi,Banghazi;مصراتة|Misrata,Misratah;سرت|Sirte,Surt;درنة|Derna,Darnah;سبها|Sabha,Sebha
الزاوية|Zawiya,Az Zawiyah;زليتن|Zliten,Zlitan;غريان|Gharyan;بني وليد|Bani Walid;ترهونة|Tarhuna;اجدابيا|Ajdabiya"""

UNITS = (("اللواء {n}", "Brigade {n}"), ("الفوج {n}", "{n} Regiment"), ("الفرقة {n}", "Division {n}"))
RANKS = (
    ("جندي", "Soldier"),
    ("عريف", "Corporal"),
    ("رقيب", "Sergeant"),
    ("ملازم", "Lieutenant"),
    ("نقيب", "Captain"),
)
RANK_SHARES = (0.58, 0.2, 0.13, 0.06, 0.03)

# One row per habit: how it writes each sound. Several spellings stand side by side: the clerk's mood picks one.
_COMMON = {
    "aa": "a",
    "b": "b",
    "t": "t",
    "d": "d",
    "r": "r",
    "z": "z",
    "s": "s",
    "f": "f",
    "l": "l",
    "m": "m",
    "n": "n",
}
_COMMON |= {
    "h": "h",
    "y": "y",
    "k": "k",
    "w": "w",
    "H": "h",
    "S": "s",
    "D": "d",
    "T": "t",
    "a": "a",
    "'": "",
    "`": "",
}
HABITS: dict[str, dict[str, str]] = {
    "english": {
        "ii": "i ee i",
        "uu": "u oo u",
        "i": "i i e",
        "u": "u u o",
        "kh": "kh",
        "gh": "gh",
        "sh": "sh",
        "th": "th",
    }
    | {
        "dh": "dh",
        "Z": "z dh",
        "q": "q q k",
        "j": "j",
        "@": "a ah",
        "ay": "ay ai ei",
        "aw": "aw au",
        "iyy": "iyy iy",
    },
    "french": {"ii": "i", "uu": "ou", "i": "i e", "u": "ou o", "kh": "kh", "gh": "gh gu", "sh": "ch", "th": "th t"}
    | {
        "dh": "dh d",
        "Z": "d dh",
        "q": "k q",
        "j": "dj j",
        "@": "a",
        "ay": "ai ei",
        "aw": "aou ao",
        "iyy": "iy",
        "w": "ou w",
    },
    "egyptian": {
        "ii": "i y i",
        "uu": "o u ou",
        "i": "e i",
        "u": "o",
        "kh": "kh",
        "gh": "gh",
        "sh": "sh",
        "th": "s th",
    }
    | {"dh": "z", "Z": "z", "q": "k q", "j": "g", "@": "a", "ay": "ei e ay", "aw": "aw o", "iyy": "eyy"},
    "german": {"ii": "i ie", "uu": "u", "i": "i", "u": "u o", "kh": "ch kh", "gh": "gh g", "sh": "sch", "th": "th"}
    | {
        "dh": "dh d",
        "Z": "z s",
        "q": "k",
        "j": "dsch j",
        "@": "a e",
        "ay": "ai ei",
        "aw": "au",
        "iyy": "ij",
        "z": "s z",
    },
    "careless": {
        "ii": "i e ee y",
        "uu": "u o oo",
        "i": "e i a",
        "u": "o u",
        "kh": "kh k h",
        "gh": "gh g",
        "sh": "sh s",
    }
    | {
        "th": "th s t",
        "dh": "d z th",
        "Z": "z d",
        "q": "k g q",
        "j": "j g",
        "@": "a e ah eh",
        "ay": "e ai ay",
        "aw": "o aw",
    }
    | {"iyy": "iy", "a": "a a a a e"},
}
SOUNDS = ("iyy", "aa", "ii", "uu", "kh", "gh", "sh", "th", "dh", "ay", "aw")


def sounds(plain: str) -> list[str]:
    found, at = [], 0
    while at < len(plain):
        sound = next((s for s in SOUNDS if plain.startswith(s, at)), plain[at])
        found.append(sound)
        at += len(sound)
    return found


def latin(plain: str, habit: str, mood: int) -> str:
    """One Latin spelling of a name by its sound; `mood` picks among the spellings the habit allows."""
    table, dice = _COMMON | HABITS[habit], Random(f"{plain}{habit}{mood}")
    if plain == "`abd allaah":
        return dice.choice(("Abdullah", "Abdallah", "Abdulla", "Abdellah", "Abd Allah", "Abdalla"))
    words = [_word(word, table, dice) for word in plain.replace("al-", "").split()]
    if plain.startswith("al-"):
        return dice.choice(FRONT_ARTICLES).format(bare=_capital(words[0]), low=words[0], sun=_sun_article(words[0]))
    if len(words) == 2 and ("al-" in plain or "abd" in plain):
        return dice.choice(INNER_ARTICLES).format(
            _capital(words[0]), _capital(words[1]), words[1], _sun_article(words[1])
        )
    return " ".join(_capital(word) for word in words)


FRONT_ARTICLES = (
    "al-{bare}",
    "Al-{bare}",
    "Al {bare}",
    "El {bare}",
    "El-{bare}",
    "Al{low}",
    "{bare}",
    "A{sun}-{bare}",
)
INNER_ARTICLES = (
    "{0} al-{1}",
    "{0} Al {1}",
    "{0}el{2}",
    "{0}al{2}",
    "{0}ul {1}",
    "{0} El-{1}",
    "{0}u{3} {1}",
    "{0}ul{2}",
)


def _sun_article(word: str) -> str:
    """The l of the article as it sounds before this word: r in ar-Rahman."""
    return next(
        (sound for sound in ("sh", "th", "dh", "t", "d", "r", "z", "s", "n") if word.startswith(sound)), "l"
    )


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _word(word: str, table: dict[str, str], dice: Random) -> str:
    heard = [dice.choice(table.get(sound, sound).split(" ")) for sound in sounds(word)]
    heard = [("e" if s == "a" and i > 0 and dice.random() < 0.1 else s) for i, s in enumerate(heard)]
    spelt = "".join(heard)
    if dice.random() < 0.25:  # doubled consonants are often written once
        spelt = "".join(c for i, c in enumerate(spelt) if i == 0 or c != spelt[i - 1] or c in "eo")
    return spelt


@cache
def given() -> list[tuple[str, str]]:
    return _pairs(GIVEN)


@cache
def families() -> list[tuple[str, str]]:
    """The listed family names, and the sons' names that families take from a forefather."""
    listed = _pairs(FAMILY)
    from_fathers = [("ال" + ar, "al-" + sound) for ar, sound in given() if " " not in ar and ar[0] not in "أإآ"]
    return list(dict(listed + from_fathers).items())


def _pairs(text: str) -> list[tuple[str, str]]:
    lines = [entry for line in text.split("\n") for entry in line.split(";")]
    return [_pair(line) for line in lines]


def _pair(entry: str) -> tuple[str, str]:
    cut = next(i for i, c in enumerate(entry) if c.isascii() and c != " ")
    return entry[:cut].strip(), entry[cut:].replace("S@l", "Sal")


@cache
def places() -> list[tuple[str, list[str]]]:
    rows = [entry.split("|") for line in PLACES.split("\n") for entry in line.split(";")]
    return [(ar, lat.split(",")) for ar, lat in rows]


def written(name: str, dice: Random) -> str:
    """Arabic as it is typed: hamza left out, ta marbuta as ha, alif maqsura as ya, abd joined."""
    if dice.random() < 0.35:
        name = name.translate(str.maketrans("أإآ", "ااا"))
    if dice.random() < 0.2:
        name = name.replace("ة", "ه")
    if dice.random() < 0.3:
        name = name[:-1] + name[-1].replace("ى", "ي")
    return name.replace("عبد ال", "عبدال") if dice.random() < 0.5 else name


def spellings(plain: str, limit: int) -> list[str]:
    """Distinct Latin spellings of one name, in a fixed order."""
    made = [latin(plain, habit, mood) for mood, habit in product(range(4), HABITS)]
    return list(dict.fromkeys(made))[:limit]
