"""Is there reason to think that a number counts people of an exchange?"""

from repatria.claims import figures
from repatria.claims.counts.item import Item
from repatria.claims.scene.scene import Scene
from repatria.claims.words.lexicon import forms
from repatria.claims.words.patterns import compiled

# A smaller number is hardly a sum over a year or the war.
LEAST_SUM = 240
# More Ukrainians or Russians than this are a population, not an exchange.
LARGEST_EXCHANGE = 5000


def counts_people(item: Item, scene: Scene) -> bool:
    """Do the words around a number, or the record itself, say that it counts people of an exchange?"""
    return _evidence(item) or in_record(item, scene)


# Who was killed or sentenced is not who came home.
_OTHER_FATES = (
    "killed", "died", "dead", "casualt", "deport", "загин", "вбит", "вивезен", "депорт", "погиб", "убит", "вывезен",
    "قتل", "وقتل", "مقتل",
)  # fmt: skip
_SENTENCED = ("sentenced", "convicted", "засудж", "приговор", "осужд")
# Wounded by a strike on a town, not among those who came home.
_STRIKES = (
    "strike", "shelling", "bombing", "airstrike", "удар", "обстріл", "обстрел", "бомбар", "вибух", "взрыв", "قصف",
    "غاره", "غارات",
)  # fmt: skip
_FUNCTION_WORDS = frozenset("were was had have went came more others other just only their alone".split())


def _of_something_else(item: Item) -> bool:
    """ "31 tanks were sent to Ukraine", "10,000 civilians have been killed", "19,000 children"."""
    sentence, n = item.sentence, item.number.n or 0
    near = sentence.atoms[max(0, item.at - 6) : item.at + 8]
    if item.kind not in ("bodies", "missing_before") and any(a.text.startswith(_OTHER_FATES) for a in near):
        return True
    if not item.partitive and any(a.tag == "_" and a.text.startswith(_STRIKES) for a in near):
        return True
    of_them = item.partitive and item.role != "part"
    if item.kind != "life_terms" and not of_them and any(a.text.startswith(_SENTENCED) for a in near):
        return True
    if n > LARGEST_EXCHANGE and item.kind is not None and not set(sentence.tags) & set("CMThqYvsx"):
        return True
    following = sentence.atoms[item.at + 1] if item.at + 1 < len(sentence.atoms) else None
    thing = following is not None and following.tag == "_" and len(following.text) > 3
    return bool(
        thing
        and following
        and following.text not in _FUNCTION_WORDS
        and item.kind is None
        and item.role in ("goal", "give")
    )


_THEM = (
    "of them", "of whom", "among them", "з них", "із них", "серед них", "з яких", "із яких", "из них", "среди них",
    "из которых", "منهم", "بينهم", "من بينهم",
)  # fmt: skip


def _of_them(item: Item) -> bool:
    """ "Twelve *of them*" are people, whatever is said of them."""
    near = item.sentence.atoms[max(0, item.at - 2) : item.at + 2]
    return any(a.tag == "O" and a.text in _THEM for a in near)


_CAPTIVE = (
    "prisoner", "captive", "pow", "hostage", "detainee", "internee", "returnee", "полонен", "військовополон",
    "бранц", "врятован", "урятован", "визволен", "вызволен", "спасен", "прибул", "прибывш", "вернувш", "عايد",
    "محرر",
    "невільник", "заручник", "звільнен", "повернут", "пленн", "военноплен", "узник", "заложник", "освобожден",
    "возвращенн", "невольник", "اسير", "اسرى", "اسري", "رهينه", "رهائن", "محتجز", "مفرج",
)  # fmt: skip


def _captives(item: Item) -> bool:
    """Does the noun itself say that they were captives?"""
    noun = item.sentence.atoms[item.noun_at] if item.noun_at is not None else None
    return noun is not None and noun.text.startswith(_CAPTIVE)


LEAST_TELLING = 20


def in_record(item: Item, scene: Scene) -> bool:
    """Is it a number of people that the record holds for the exchange spoken of? Hardly a coincidence, then."""
    n = item.number.n or 0
    if n < LEAST_TELLING or item.number.how != "exact" or _of_something_else(item):
        return False
    following = item.sentence.atoms[item.at + 1] if item.at + 1 < len(item.sentence.atoms) else None
    thing = following is not None and following.tag == "_" and following.text not in _FUNCTION_WORDS
    if item.kind is None and thing:
        return False
    rows = scene.focus(item.sentence, item.at)
    known = {f.number for f in figures.both_sides(rows)}
    for side in (side for e in rows for side in e.sides):
        known |= {f.number for kind in _KINDS_OF_RECORD for f in figures.of_party(rows, side.name, kind)}
    return n in known


_KINDS_OF_RECORD = ("people", "military", "civilians")


_COUNTS = frozenset(
    "count counts tally ledger toll score scoreboard counter register balance running "
    "лік лічба лічильник рахунок підрахунок підсумок "
    "счет счетчик подсчет итог копилка "
    "حصيله رصيد عداد احصاء سجل".split()
)
_COUNTING = ("підрахун", "подсчет", "лічильник", "счетчик", "حصيل", "رصيد")


def is_counted(item: Item) -> bool:
    """ "The Emirati *count* now stands at 4,955", "*рахунок* сягнув 3956"."""
    before = [a for a in item.sentence.atoms[: item.at] if a.tag in "yaCQ_zO"]
    words = {form for a in before for word in a.text.split() for form in forms(word)}
    return bool(words & _COUNTS) or any(word.startswith(_COUNTING) for word in words)


def _names_a_thing(item: Item) -> bool:
    """ "Приїхали 50 *журналістів*": what is counted stands behind the number, and it is no captive."""
    following = item.sentence.atoms[item.at + 1 : item.at + 2]
    return item.sentence.language.code in ("uk", "ru") and any(
        a.tag == "_" and len(a.text) > LONGEST_FUNCTION_WORD and a.text not in _FUNCTION_WORDS for a in following
    )


LONGEST_FUNCTION_WORD = 5


def _evidence(item: Item) -> bool:
    """Is there reason to think that people of an exchange are counted here?"""
    tags = set(item.sentence.tags)
    if _of_something_else(item):
        return False
    if item.noun_at is not None and item.number.n == 1 and item.sentence.tags[item.noun_at + 1 :][:1] == "y":
        return False  # "one of the officers said"
    if item.kind == "medics" and not tags & set("vgxXqhO"):
        return False  # "thirty doctors work in the hospital"
    if item.role in ("label", "day", "part"):
        return True
    if item.kind is None and item.number.n == 1 and item.sentence.atoms[item.at].text == "one":
        return False  # "if one believes each"
    if item.kind is None and item.number.how == "vague":
        return bool(set(item.sentence.tags[max(0, item.at - 3) : item.at + 6]) & set("hq"))
    if item.kind is None and (item.number.n or 0) >= LEAST_SUM and tags & set("CM"):
        return True
    if item.kind is None and item.partitive and (tags & set("jqhvA") or _of_them(item)):
        return item.number.n != 1
    around = item.sentence.tags[max(0, item.at - 1) : item.at + 2]
    if item.kind is None and compiled("_?Q").match(item.sentence.tags, item.at + 1):
        return True  # "90 of its own"
    if item.kind is None and (item.number.n or 0) >= LEAST_SUM and is_counted(item):
        return True
    if item.kind is None and around.startswith("v") and _names_a_thing(item):
        return False
    if item.kind is None and "v" in around and (item.number.n or 0) >= 5:
        return True  # "869 were flown home", "the swap freed 314"
    if item.kind is None and "h" in tags and (item.number.n or 0) >= LARGEST_EXCHANGE / 10:
        return True  # "How many are left behind? Some 7,000."
    if item.kind is None:
        counted = item.each or item.in_all or item.party is not None or item.role == "ellipsis"
        return counted and item.number.n != 1
    if item.role == "nation" and "y" in tags and (item.number.n or 0) < LARGEST_EXCHANGE:
        return True
    if item.kind == "people" and _captives(item):
        return True
    if item.kind in ("people", "military"):
        return bool(tags & set("vgxXqhMCTOZlW")) or item.each or item.in_all
    return True
