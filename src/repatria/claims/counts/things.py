"""Numbers that count no people of an exchange: its own number, years, money, distances, kin, a known whole."""

from repatria.claims.counts.nouns import OF
from repatria.claims.counts.nouns_before import people_number
from repatria.claims.words.patterns import compiled
from repatria.claims.words.tagging import Sentence

_EVEN = compiled(r"n[pmcA]{1,2}_(?<same>n)(?![pmckA])")


def even(sentence: Sentence, at: int) -> int | None:
    """Where "175 people for 175" ends."""
    m = _EVEN.match(sentence.tags, at)
    if not m or sentence.atoms[m.end() - 2].text not in sentence.language.for_words:
        return None
    one, other = (getattr(sentence.atoms[i].value, "n", None) for i in (at, m.end() - 1))
    return int(m.end() - 1) if one == other else None


_THINGS = (
    "hryvnia", "rouble", "ruble", "dollar", "euro", "kilomet", "metre", "meter", "mile", "drone", "missile",
    "rocket", "tank", "minute", "hour", "bus", "plane", "flight", "vehicle", "truck", "letter", "phone", "call",
    "time", "hospital", "round", "kilo", "кілограм", "килограмм", "год",
    "leader", "president", "delegat", "лідер", "лидер", "президент", "делегац", "одній",
    "одному", "زعيم", "رييس", "وفد",
    "гривен", "гривн", "рубл", "долар", "доллар", "євро", "евро", "кілометр", "километр",
    "метр", "дрон", "безпілот", "беспилот", "ракет", "танк", "хвилин", "минут", "годин", "часов", "часа",
    "автобус", "літак", "самолет", "машин", "лист", "писем", "письм", "дзвінк", "звонк", "раз", "відсот",
    "процент", "річн", "летн", "хат", "будин", "دولار", "هريفن", "روبل", "كيلومتر", "متر", "صاروخ", "صواريخ",
    "طائر", "دقيق", "دقائق", "ساع", "حافل", "رسال", "مره", "مرات",
    "مسير", "قذيف", "قذايف", "دباب", "مدرع", "غار", "منزل", "منازل", "مبن", "بناي", "قري", "بلد",
    "سفين", "سفن", "زورق",
)  # fmt: skip


def _counts_things(sentence: Sentence, at: int) -> bool:
    """ "1,000 *hryvnias*", "24-*летний*", "53 such *exchanges*", "63 exchanges, four *of them*"."""
    step = 2 if sentence.tags[at + 1 : at + 2] == "_" and sentence.atoms[at + 1].text == "-" else 1
    following = sentence.atoms[at + step] if at + step < len(sentence.atoms) else None
    if following is not None and following.tag == "_" and following.text.startswith(_THINGS):
        return True
    such = sentence.tags[at + 1 : at + 3] == "_x" and sentence.atoms[at + 1].text in _SUCH
    before = sentence.tags[:at].rpartition("n")[2]
    of_exchanges = (
        sentence.tags[at + 1 : at + 2] == "O" and "n" in sentence.tags[:at] and before.startswith(("x", "_x"))
    )
    return such or of_exchanges


_SUCH = frozenset("such similar more further таких подібних подобных схожих".split())


# A word or sign right behind the number, or right before it, that makes it the number of something else.
_BEHIND = frozenset(
    "% percent per km kilometres ways instalments installments stages planes buses flights sides armies warring "
    "belligerents neighbours governments countries capitals states parties s $ €".split()
)
_BEFORE = frozenset(
    "وعددها عددها دفعه every any anyone but $ € № page aged - oldest youngest cop article статті статья статьи "
    "الماده".split()
)


def not_people(sentence: Sentence, at: int) -> bool:
    """Does the number at atom `at` count something else than people of an exchange?"""
    return (
        _beside_a_thing(sentence, at)
        or _counts_things(sentence, at)
        or _whole_of_fraction(sentence, at)
        or _is_year(sentence, at)
        or _of_months(sentence, at)
        or _named_before(sentence, at)
        or _of_neighbours(sentence, at)
        or any(even(sentence, i) == at for i in range(max(0, at - 4), at))
    )


def _beside_a_thing(sentence: Sentence, at: int) -> bool:
    """ "12 *per cent*", "*page* 3", "*every* one", "*number* 59": the neighbouring word tells."""
    before = sentence.atoms[at - 1].text if at else ""
    behind = sentence.atoms[at + 1].text if at + 1 < len(sentence.atoms) else ""
    numbered = sentence.tags[at - 1 : at] == "H" and not people_number(sentence, at)
    if before in _EARLIER and sentence.tags[at + 1 : at + 2] not in list("pmcAk"):
        return True  # "the preceding 48 had freed 2,598": exchanges
    the_two = before == "the" and sentence.atoms[at].text == "two" and sentence.tags[at + 1 : at + 2] == "_"
    nobody = the_two or (before in _NO_ONE and sentence.atoms[at].text in ("one", "a single"))
    counted = sentence.tags[at + 1 : at + 2] in ("i", "x", "t", "w")
    counted = counted and sentence.tags[at + 1 : at + 3] != "id"  # "ثم 307 يوم السبت"
    counted = counted or bool(compiled("[QA]x").match(sentence.tags, at + 1))  # "its twenty missions"
    counted = counted or bool(
        compiled("[xM]_{1,2}$").search(sentence.tags[:at]) and _few_of_something(sentence, at)
    )
    return counted or numbered or nobody or behind in _BEHIND or before in _BEFORE


def _few_of_something(sentence: Sentence, at: int) -> bool:
    """ "Its mediations have become 13, with 3,233 in all": a small number, and no people behind it."""
    n = getattr(sentence.atoms[at].value, "n", None) or 0
    return n < FEWEST_ALONE and sentence.tags[at + 1 : at + 2] in ("T", ",", ".", "&", "")


FEWEST_ALONE = 60
_EARLIER = frozenset("preceding previous earlier попередні попередніх предыдущие предыдущих السابقه".split())
_NO_ONE = frozenset("not loved this that last another no first other next which latter former".split())
# "From 19 to 65" is a range; "one another" is no number.
_RANGE_FROM = frozenset("from aged between від от من بين".split())


def of_ages(sentence: Sentence, at: int) -> bool:
    """ "Their ages run *from* 19 to 65"."""
    return at > 0 and sentence.atoms[at - 1].text in _RANGE_FROM


_YEAR_WORDS = ("عام", "عامي", "year", "years", "роках", "роки", "годах", "годы")


def _is_year(sentence: Sentence, at: int) -> bool:
    """ "Between the years 2020 and 2023"."""
    n = getattr(sentence.atoms[at].value, "n", None) or 0
    before = [a.text.removeprefix("و") for a in sentence.atoms[max(0, at - 3) : at]]
    bare = sentence.atoms[at].text == str(n) and sentence.tags[at + 1 : at + 2] not in ("p", "m", "c", "A", "k")
    recent = (
        n in _YEARS and bare and sentence.tags[max(0, at - 1) : at] != ";" and not set(sentence.tags) & set("CT")
    )
    return recent or (1990 <= n <= 2100 and any(word in _YEAR_WORDS for word in before))


_YEARS = range(2014, 2031)


# "The families of 140", "three of our district": kin, and a newspaper's own neighbours, are no number of a side.
_KIN = ("famil", "relative", "родин", "сімей", "сімʼ", "сім'", "семей", "семь", "матер", "عايل", "اسره", "اسر ")
_NEIGHBOURS = ("район", "громад", "district", "village", "земляк", "compatriot", "countrymen", "ابناء المنطقه")
_GROUPS = ("group", "batch", "груп", "парті", "парти", "دفعه", "مجموعه")
FEWEST_OF_A_SIDE = 10


def of_kin(sentence: Sentence, at: int) -> bool:
    """ "140 *families*": as many as came home, where the record has so many."""
    behind = [a.text for a in sentence.atoms[at + 1 : at + 3] if a.tag in "_pAQ"]
    return any(text.startswith(_KIN) for text in behind)


def _of_neighbours(sentence: Sentence, at: int) -> bool:
    """ "140 *families*", "two of *our district's* own", "one more *group* of defenders"."""
    n = getattr(sentence.atoms[at].value, "n", None) or 0
    behind = [a.text for a in sentence.atoms[at + 1 : at + 5] if a.tag in "_pAQ"]
    if any(text.startswith(_KIN) for text in behind[:2]):
        return True
    if n < FEWEST_OF_A_SIDE and any(text.startswith(_NEIGHBOURS) for text in behind):
        return True
    return n == 1 and any(text.startswith(_GROUPS) for text in behind[:1])


def _whole_of_fraction(sentence: Sentence, at: int) -> bool:
    """ "Three of *twelve* are civilians", "two of these *ten*": the whole is taken as known."""
    first = at - 1 if sentence.tags[max(0, at - 2) : at] == "n_" else at - 2
    return sentence.tags[max(0, first - 1) : at] in ("n_", "n__") and sentence.atoms[first].text in OF


_OF_THEM = frozenset(
    ("з них", "із них", "из них", "of them", "منهم", "серед них", "среди них", "among them", "بينهم")
)


def _of_months(sentence: Sentence, at: int) -> bool:
    """ "Of full months there are now *43*."."""
    told = compiled("(?<unit>i)[^n.;,pmckAv]{0,6}$").search(sentence.tags[:at])
    unit = sentence.atoms[told.start("unit")].value if told else None
    return unit in ("month", "year") and sentence.tags[at + 1 : at + 2] in (".", "")


def _named_before(sentence: Sentence, at: int) -> bool:
    """ "two of *the ten*", "two children are among *the ten*": people who were counted before."""
    before, after = sentence.tags[max(0, at - 2) : at], sentence.tags[at + 1 : at + 2]
    them = any(a.tag == "O" and a.text in _OF_THEM for a in sentence.atoms[max(0, at - 2) : at])
    among = (
        not them and before.rstrip("_").endswith("O") and after in (".", ",", ";", "") and "n" in sentence.tags[:at]
    )
    return before == "nO" or among
