"""Names alone: lists that hold nothing but names, real ones, each to be found at first rank among all the others.

Ukrainian and Russian: surnames of register dumps with their Russian spelling (names_translator, MIT). Arabic: words of
real names with the Latin spelling that the press or the bearer uses, from Wikipedia (google/transliteration,
Apache-2.0) and Wikidata (NETransliteration-COLING2018, CC0); names of other languages were left out.
"""

# ruff: noqa: E501 (the names are a table)

import tempfile
from pathlib import Path
from random import Random

import polars as pl

from benchmarks import linkage_measure as measure
from benchmarks.figures import Figure
from benchmarks.linkage_letters import latin, put_in_letters
from benchmarks.linkage_measure import Failed
from benchmarks.linkage_slavic import given_names, registered_surnames

REAL_ARABIC = """البواب bawwab;الترك turk;التريكي treki;الجعايدي jaidi;الجيزاوي gizawi;الحكيم hakim;الدجاني dajani;الراضي radi;الرسام rassam
الرشتة rashta;الرصافي rasafi;الرميد ramid;الروضان rodhan;الزعفراني zafrani;الزلامي zlami;الزنيتي zniti;الزهار zahar;السجلماسي sijilmasi
السريتي sriti;السكاكيني sakakini;السومة soma;الشاعري shairi;الشتالي chetali;الشرايبي chraibi;الشغيوي shegewi;الشكر shukr;الشيخاوي chikhaoui
الشيرازي shirazi;الصالحي salhi;الصلابي sallabi;الطالبي talbi;الطهراني tehrani;العبداللات abdallat;العرابي orabi;العريضي aridi;العسكري askari
الغشيان ghesheyan;الفارس fares;الفرات furat;القاوقجي qawuqji;القضماني kudmani;القنطار kuntar;المحمدي elmohamady;المرشدي marshedi
المرقب merqeb;المطلب muttalib;المغامسي maghamsi;المنذر mundhir;المهاني mahani;النادي elnady;الهاشمي hashimi;الهلالي hilali;الورافي worafi
بدر badr;بسام bassam;بشار bashar;بشر bishr;بصاص bassas;بلال bilal;بلقيس balqees;بوزان buzan;بولعراس boulares;بيطاط bitat;ترحيني tarhini
تويني tueni;توتونجي totonji;جبير jubayr;جلال jalal;جواد jawad;جسار jassar;حبش habash;حجار hajjar;حلاّق hallaq;حمادة hamada;حويطي hwaiti
حيان hayyan;حيدري heidari;خزندار khaznadar;خماش khammash;خيران khairan;داغر dagher;ذياب dhiyab;رائد raed;رابحي rabhi;رابعة rabia;رجا raja
رزوقة rzouga;رشاد rashad;ركاد rakad;ركان rakan;زامل zamil;زعرور zaarur;زياية ziaya;زينات zeenat;سطام sattam;سلطاني soltani;سليمة salima
سماحة samaha;سمهدانة samhadana;سني sonni;سهام sihem;شعاع shouaa;شيخ shaikh;صايب saib;صباحي sabahi;صفرة suffrah;صنوع sanu;ضرار dirar
طرازي tarrazi;طلاس tlass;طلبة tolba;طه taha;عامل amel;عبدي abdi;عطشي atashi;عفارة afarah;عنترة antarah;عنقاوي angawi;عيوش ayouch
غزال ghezzal;غسان ghassan;غليون ghalioun;غوشة ghawshah;فاخر fakhir;فتيحة fatiha;فخراوي fakhrawi;فرخان farrakhan;فكري fekry;فنيّش fneish
فوال fawal;قاووق qaouk;قباني qabbani;قصاب qassab;قطران qatran;قليلات kulaylat;قندوز guendouz;كامل kamel;كرم karam;كشيش kechiche;كمال kamal
كوراني kuranyi;كلاب kilab;شريفة sharifa;معالي maali;الدوعاجي douagi;معسكري maaskri;معيزة maiza;طاقة taqa;شعبان chaabane;شريف charef
عيسى essa;أكرم akram;قطان qatan;زعير zair;بيرم bayram;راجح rageh;ضياء dhia;جسام jassam;الخجندي khujandi;سعداوي saadaoui;علي ali
منذر monther;جواد jaouad;رشا racha;العبود alaboud;حكمون hakmoun;عمرو amr;عزام azzam;مخرمة makhrama;الدويهي douaihy;حجيج hojeij
الجريبي jeribi;حومان houmane;سيدهم sidhom;نسيم nasim;علوني allouni;مرجوان marjouane;صبرية sabria;عدوس adous;ريان rayan;راجحة rajiha
حتي hitti;حمود hammoud;فاروق farouk;نبيل nabeel;النتيفي ntifi;بوسعيد bousaid;القيسي alqaisi;معتصم moatasem;جندلي jandali;جمال djamel
ربيعي rabii;شعيب chaib;زايدة zaida;معين main;شحاتة shehata;الشامخ shamekh;زعيتر zuaiter;صرخوه sarkhou;صبرين sabrine;عطار attar
ميهوبي mihoubi;مرعشلي maraashly;لولوة lulua;بهاء baha;يوسف yusup;حاتم hatem;مروان mariwan"""
TABLES = (
    ("kmu", "uk"),
    ("icao_ru", "ru"),
    ("bgn_ru", "ru"),
    ("press_en", "ru"),
    ("polish", "uk"),
    ("german", "uk"),
)
HOW_MANY = 2000


def slavic_names(dice: Random) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Surname and given name: in Ukrainian; and in Russian, in Russian letters, or in one of six Latin tables."""
    surnames, given = registered_surnames(), given_names()
    left, right = [], []
    for at in dice.sample(range(len(surnames.uk)), HOW_MANY):
        name = dice.randrange(given.men)
        uk, ru = (surnames.uk[at], given.uk[name]), (surnames.ru[at], given.ru[name])
        way = dice.random()
        if way < 0.5:
            other = ru
        elif way < 0.6:
            other = put_in_letters(uk[0]), put_in_letters(uk[1])
        else:
            table, language = dice.choice(TABLES)
            other = tuple(latin(word, table) for word in (uk if language == "uk" else ru))
        left.append(uk)
        right.append(other)
    return left, right


def arabic_names(dice: Random) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Two real words each, in Arabic; and as they are spelt in Latin."""
    words = [tuple(entry.split(" ")) for line in REAL_ARABIC.split("\n") for entry in line.split(";")]
    pairs = dice.sample(
        [(a, b) for a in words for b in words if a is not b and not b[0].startswith("ال")], HOW_MANY
    )
    return [(a[0], b[0]) for a, b in pairs], [(a[1].capitalize(), b[1].capitalize()) for a, b in pairs]


def at_first_rank(left: list[tuple[str, str]], right: list[tuple[str, str]], folder: Path) -> float:
    """The share of names whose likeliest counterpart, of all that `repatria match --all` looked at, is the right one."""
    for name, names in (("left", left), ("right", right)):
        frame = pl.DataFrame(names, schema=["surname", "given_name"], orient="row").with_row_index("id")
        frame = frame.with_columns(pl.col("id").cast(pl.String)).sample(fraction=1.0, shuffle=True, seed=len(name))
        frame.write_csv(folder / f"{name}.csv")
    out = folder / "out.csv"
    run = measure.run_whole(
        measure.repatria("match", folder / "left.csv", folder / "right.csv", "--out", out, "--all"),
        out,
        folder,
    )
    best = (
        run.pairs.sort("probability", "right_id", descending=True).group_by("left_id", maintain_order=True).first()
    )
    return best.filter(pl.col("left_id") == pl.col("right_id")).height / len(left)


def names_figures() -> list[Figure]:
    figures = []
    for title, draw, goal in (("uk/ru", slavic_names, "≥ 0.99"), ("Arabic", arabic_names, "≥ 0.97")):
        with tempfile.TemporaryDirectory() as folder:
            try:
                share = f"{at_first_rank(*draw(Random(7)), Path(folder)):.4f}"
            except Failed as failure:
                share = f"failed: {str(failure)[-150:]}"
        figures.append(Figure(f"names alone, {title}: found at first rank of {HOW_MANY}", share, goal))
    return figures
