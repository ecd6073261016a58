"""Numbers of people in a sentence: which number counts whom, on which side, in which sense."""

from dataclasses import replace

from repatria.claims.item import Item
from repatria.claims.item_capture import held_since
from repatria.claims.item_evidence import counts_people
from repatria.claims.item_parties import with_party
from repatria.claims.numbers import Number, Pair
from repatria.claims.patterns import compiled
from repatria.claims.scene import Scene, segment_of
from repatria.claims.tagging import Sentence
from repatria.claims.tags import Atom

_NOUNS = "pmckb"


def items(sentence: Sentence, scene: Scene) -> list[Item]:
    """Find the numbers of a sentence that count people."""
    found: list[Item] = []
    for at, atom in enumerate(sentence.atoms):
        item = _item(sentence, at, atom, scene, found)
        if item:
            found.append(item)
    return found


def _item(sentence: Sentence, at: int, atom: Atom, scene: Scene, found: list[Item]) -> Item | None:
    if atom.tag == "F":
        assert isinstance(atom.value, Pair)
        number = Number(atom.value.first)
        equal = atom.value.first == atom.value.second
        item = Item(sentence, at, at, number, each=equal, second=None if equal else atom.value.second)
        item = _with_noun(item)
        return replace(item, kind=item.kind or _kind_before(sentence, at) or "people")
    if atom.tag == "B":
        same = Item(sentence, at, at, Number(None, "same"), kind="people", same=True)
        return with_party(same, scene, found[-1] if found else None)
    if atom.tag != "n" or not isinstance(atom.value, Number) or _not_people(sentence, at):
        return None
    item = _with_noun(Item(sentence, at, at, atom.value))
    if item.kind in (None, "people"):
        item = _with_noun_before(item)
    item = _with_marks(item, scene)
    item = with_party(item, scene, found[-1] if found else None)
    if item.kind is None and item.party is None and not item.each and not item.in_all and not item.partitive:
        item = _elliptical(item, found)
    if item.kind is None and item.party is None and not item.each and not item.partitive:
        item = _of_day(item, scene)
    return item if counts_people(item, scene) else None


def _kind_before(sentence: Sentence, at: int) -> str | None:
    """ "For *servicemen* the ratio was even: 185 for 185"."""
    before = [a for a in sentence.atoms[max(0, at - 6) : at] if a.tag in "mc"]
    labelled = sentence.atoms[at - 1].text == ":" if at else False
    return _kind(before[-1]) if before and labelled else None


def _not_people(sentence: Sentence, at: int) -> bool:
    after = sentence.tags[at + 1 : at + 2]
    before = sentence.atoms[at - 1].text if at else ""
    following = sentence.atoms[at + 1].text if at + 1 < len(sentence.atoms) else ""
    return (
        after in ("i", "x", "t", "w")
        or (sentence.tags[at - 1 : at] == "H" and sentence.tags[at - 2 : at - 1] not in list("mcp"))
        or before in ("every", "any", "anyone", "but")
        or (before == "not" and sentence.atoms[at].text in ("one", "a single"))
        or _is_year(sentence, at)
        or _named_before(sentence, at)
        or following
        in (
            "%",
            "percent",
            "per",
            "km",
            "kilometres",
            "ways",
            "instalments",
            "installments",
            "stages",
            "planes",
            "buses",
            "flights",
            "sides",
            "governments",
            "countries",
            "capitals",
            "states",
            "parties",
            "s",
            "$",
            "€",
        )
        or before in ("$", "€", "№", "page", "aged", "-", "oldest", "youngest", "cop")
    )


_YEAR_WORDS = ("عام", "عامي", "year", "years", "роках", "роки", "годах", "годы")


def _is_year(sentence: Sentence, at: int) -> bool:
    """ "Between the years 2020 and 2023"."""
    n = getattr(sentence.atoms[at].value, "n", None) or 0
    before = [a.text.removeprefix("و") for a in sentence.atoms[max(0, at - 3) : at]]
    return 1990 <= n <= 2100 and any(word in _YEAR_WORDS for word in before)


def _named_before(sentence: Sentence, at: int) -> bool:
    """ "two of *the ten*", "two children are among *the ten*": people who were counted before."""
    before, after = sentence.tags[max(0, at - 2) : at], sentence.tags[at + 1 : at + 2]
    among = before.rstrip("_").endswith("O") and after in (".", ",", ";", "") and "n" in sentence.tags[:at]
    return before == "nO" or among


def _with_noun(item: Item) -> Item:
    """Look to the right for what is counted: "22 *badly wounded* Ukrainians", "33 of those who were *military*"."""
    sentence, kind, noun_at = item.sentence, None, None
    start = item.at + (2 if item.sentence.tags[item.at + 1 : item.at + 2] == "-" else 1)
    for position in range(start, min(len(sentence.tags), item.at + 8)):
        tag = sentence.tags[position]
        if tag in _NOUNS and (tag != "p" or kind is None):
            kind, noun_at = _kind(sentence.atoms[position]), position
            of_people = tag == "p" and sentence.tags[item.at + 1 : item.at + 2] == "O"
            if tag != "m" and not of_people:
                break
        elif _ends_noun_phrase(item, position, kind):
            break
    if kind == "civilians" and noun_at is not None and sentence.tags[noun_at + 1 : noun_at + 2] == "k":
        kind, noun_at = _kind(sentence.atoms[noun_at + 1]), noun_at + 1  # "civilian sailors"
    if kind == "people" and noun_at is not None:
        kind, noun_at = _later_category(sentence, noun_at) or (kind, noun_at)
    if kind == "women" and sentence.tags[item.at + 1 : item.at + 2] == "O" and noun_at is not None:
        kind, noun_at = _category_of_part(sentence, noun_at) or (kind, noun_at)
    return replace(item, kind=kind, noun_at=noun_at, last=noun_at if noun_at is not None else item.at)


def _ends_noun_phrase(item: Item, position: int, kind: str | None) -> bool:
    """Can what stands at `position` no longer belong to the people counted?"""
    tags = item.sentence.tags
    tag, between = tags[position], tags[item.at + 1 : position]
    if not between and item.sentence.atoms[position].text in (
        "a",
        "an",
    ):  # "at about eleven a woman began to scream"
        return True
    if tag == "n":
        return not between.endswith("O")
    if tag == "S":
        return "?" not in between
    if tag == "?":
        return "O" not in between
    if tag in "&q":
        return kind is not None
    if tag == "d":
        return kind is None
    if tag == '"':  # 95 of the Ukrainians defended "Azovstal"
        return tags[position + 1 : position + 2] != "k"
    if tag == "-" and between == "O":
        return False
    return tag in ',;.:-FoTd"'


def _with_noun_before(item: Item) -> Item:
    """ "the bodies of 212 ...", "a group of 303", "139 had been in captivity since 2022"."""
    sentence, at = item.sentence, item.at
    held = held_since(item)
    if held:
        return replace(item, kind=held[0], last=held[1], noun_at=held[1])
    if item.kind is None and at and item.number.n == 2 and sentence.tags[at - 1] in "cmk":
        return replace(item, kind=_kind(sentence.atoms[at - 1]))  # Arabic: "civilians two"
    if item.kind is None and at and sentence.atoms[at - 1].text == "?":  # the answer to "how many civilians?"
        asked = next((a for a in reversed(sentence.atoms[:at]) if a.tag in _NOUNS), None)
        return replace(item, kind=_kind(asked)) if asked is not None else item
    if item.kind is None and at > 1 and sentence.atoms[at - 1].text == ":":
        label = next((a for a in reversed(sentence.atoms[max(0, at - 3) : at - 1]) if a.tag in _NOUNS), None)
        if label is not None:  # "Azovstal defenders: 95"
            named = next((a for a in sentence.atoms[: at - 1] if a.tag == "k"), label)
            return replace(item, kind=_kind(named))
    if (
        item.kind is None
        and sentence.tags[max(0, at - 2) : at] in ("c,", "m,")
        and sentence.tags[at + 1 : at + 2] == "A"
    ):
        return replace(item, kind=_kind(sentence.atoms[at - 2]))  # "civilians, twenty Ukrainian and ..."
    label = compiled("(?<kind>[mc])H?$").search(sentence.tags[:at])
    if item.kind is None and label and sentence.tags[at + 1 : at + 2] in (",", ".", ";", "&", ""):
        return replace(item, kind=_kind(sentence.atoms[label.start("kind")]))  # "troops number 33, civilians 51"
    among = compiled(r"(?<kind>[kcm])_?O[pvmA_]{0,4}$").search(sentence.tags[:at]) if item.kind is None else None
    if among:  # "officers among the freed: two"
        return replace(item, kind=_kind(sentence.atoms[among.start("kind")]), partitive=True)
    told = _LABELLED.search(sentence.tags[:at]) if item.kind is None and _ends(sentence, at) else None
    if told:  # "to the civilians belong twelve", "badly wounded are 17"
        return replace(item, kind=_kind(sentence.atoms[told.start("kind")]))
    if item.kind is None and (counted := _counted_before(sentence, at)):
        return replace(item, kind=counted)
    if item.kind is None and at and sentence.tags[at - 1] == "p":
        return replace(item, kind="people")
    return item


_LABELLED = compiled('(?<kind>[kc])"?[_v]{1,2}$')


def _ends(sentence: Sentence, at: int) -> bool:
    """Does the number end its clause?"""
    return sentence.language.code in ("uk", "ru") and sentence.tags[at + 1 : at + 2] in ("", ".", ",", ";")


def _counted_before(sentence: Sentence, at: int) -> str | None:
    """ "The *number of those freed* comes to 314": what is counted stands between the word and the number."""
    start = max(0, at - REACH_OF_NUMBER_WORD)
    words = [i for i in range(start, at) if sentence.atoms[i].text.startswith(_A_NUMBER)]
    between = range(words[-1] + 1, at) if words else range(0)
    if not words or any(sentence.tags[i] in "n,;.M" for i in between):
        return None
    kinds = [_kind(sentence.atoms[i]) for i in between if sentence.tags[i] in "pmckb"]
    if kinds:
        return kinds[0]
    return "people" if any(sentence.tags[i] in "vXOA" for i in between) else None


def _later_category(sentence: Sentence, noun_at: int) -> tuple[str, int] | None:
    """ "108 women", "75 people it gave up were *servicemen*" keep the first; "people ... *wounded*" does not."""
    step = 2 if sentence.tags[noun_at + 1 : noun_at + 2] == "-" else 1
    following = sentence.atoms[noun_at + 1].text if noun_at + 1 < len(sentence.atoms) else ""
    if following.startswith(("защищ", "оборон", "захищ", "defend", "had defended", "fought")):
        step = 2
    if sentence.tags[noun_at + step : noun_at + step + 1] in ("k", "c"):
        return _kind(sentence.atoms[noun_at + step]), noun_at + step
    return None


def _category_of_part(sentence: Sentence, noun_at: int) -> tuple[str, int] | None:
    """ "37 of the women had been at *Azovstal*"."""
    for i in range(noun_at + 1, min(noun_at + 7, len(sentence.tags))):
        if sentence.tags[i] in ",;.n&":
            return None
        if sentence.tags[i] in "kc":
            return _kind(sentence.atoms[i]), i
    return None


def _kind(atom: Atom) -> str:
    named = {"p": "people", "m": "military", "c": "civilians", "b": "bodies"}
    return named.get(atom.tag) or str(atom.value)


def _with_marks(item: Item, scene: Scene) -> Item:
    tags, at = item.sentence.tags, item.at
    segment = segment_of(item.sentence, at)
    if "b" in tags[max(0, at - 6) : at].replace(",", "; ").rpartition(";")[2]:
        item = replace(item, kind="bodies")
    end = item.noun_at if item.noun_at is not None else at
    near = range(max(segment.start, at - 5), min(len(tags), end + 8))
    each = _each(item, segment)
    of_them = tags[at + 1 : at + 2] == "O" or "O" in tags[max(segment.start, at - 4) : at]
    of_them = of_them or tags[at + 1 : at + 3] == "_O" or item.partitive
    taken = item.kind is None and compiled("_{0,3}j").match(tags, at + 1)  # "seventy-one were captured in Mariupol"
    of_them = of_them or bool(taken)
    whole = tags[at - 2 : at] == "O_" and item.sentence.atoms[at - 1].text == "the" and at > 1
    of_them = of_them and not whole  # "her brother was among the 101 Ukrainians who crossed back"
    of_them = of_them and not (item.kind == "people" and _counted_before(item.sentence, at))
    behind = "".join(tags[i] for i in near if i > at and i in segment).partition("n")[0]
    in_all_of_both = each and (_counts_both(item) or _sum_by_record(item, scene))
    each = each and not in_all_of_both
    in_all = in_all_of_both or "T" in tags[max(segment.start, at - 4) : at] or "T" in behind
    return replace(item, each=each, partitive=of_them, in_all=in_all)


_BOTH = frozenset(
    "on both sides,both ways,з обох боків,с обеих сторон,з обох сторін,в обох напрямках,в обоих направлениях,"
    "من الجانبين,من الطرفين,في كلا الاتجاهين".split(",")
)
_A_NUMBER = (
    "number", "the number", "put the number", "puts the number", "кількіст", "загальна кількість", "числ",
    "количеств", "общее число", "общее количество", "عدد", "وبلغ عدد", "العدد الاجمالي", "العدد الكلي",
)  # fmt: skip
REACH_OF_NUMBER_WORD = 9


def _counts_both(item: Item) -> bool:
    """ "The number of people freed *on both sides* was 410" is a sum, not a number of each."""
    before = item.sentence.atoms[: item.at]
    both = any(a.tag == "E" and a.text in _BOTH for a in item.sentence.atoms)
    return both and any(a.text.startswith(_A_NUMBER) for a in before)


def _sum_by_record(item: Item, scene: Scene) -> bool:
    """ "*On both sides* 232 were freed": each or together? Whichever the sides' own numbers come nearer to."""
    both = any(a.tag == "E" and a.text in _BOTH for a in item.sentence.atoms)
    rows = scene.focus(item.sentence, item.at) if both else ()
    sizes = [(e.living, e.a.total, e.b.total) for e in rows]
    if len(sizes) != 1 or item.number.n is None or None in sizes[0]:
        return False
    together, *sides = (n or 0 for n in sizes[0])
    return abs(item.number.n - together) < min(abs(item.number.n - side) for side in sides)


def _each(item: Item, segment: range) -> bool:
    """ "84 people *each*", "*по* 115 военнослужащих", "270 servicemen and 120 civilians *on each side*"."""
    return any(_each_at(item, i, segment) for i, atom in enumerate(item.sentence.atoms) if atom.tag == "E")


def _each_at(item: Item, i: int, segment: range) -> bool:
    if item.sentence.atoms[i].text == "по":
        return item.at - 2 <= i < item.at
    if i in segment:
        return True
    first, last = min(i, item.at), max(i, item.at)
    return last - first <= 9 and _only_people(item.sentence, first, last)


def _only_people(sentence: Sentence, first: int, last: int) -> bool:
    """Is there nothing between two atoms but numbers of people?"""
    return set(sentence.tags[first + 1 : last]) <= set("n&mckpAOv_E,") and (
        "," not in sentence.tags[first + 1 : last]
    )


def _elliptical(item: Item, found: list[Item]) -> Item:
    """ "390 had crossed in each direction, and on Saturday 307": what is not said again still holds."""
    if item.sentence.tags[item.at + 1 : item.at + 2] not in ("", ".", ",", ";", "&", "-", "d", "_"):
        return item
    if item.sentence.tags[item.at + 1 : item.at + 3] not in ("", ".", ",", ";") and (
        item.sentence.tags[item.at + 1 : item.at + 2] == "_"
        and item.sentence.tags[item.at + 2 : item.at + 3] != "d"
    ):
        return item
    dated = "d" in item.sentence.tags[max(0, item.at - 2) : item.at]
    earlier = [i for i in found if i.kind != "bodies" and item.at - i.at <= 24]
    whole = [i for i in earlier if i.kind in (None, "people") and (i.each or i.party)]
    before = (whole or earlier)[-1:] if dated else earlier[-1:]
    if not before:
        return item
    return replace(item, kind=before[0].kind, party=before[0].party, each=before[0].each, role="ellipsis")


FEWEST_OF_A_DAY = 10


def _of_day(item: Item, scene: Scene) -> Item:
    """ "On Saturday 307", "25 May: three hundred and three": a known exchange's day, each side."""
    sentence, at = item.sentence, item.at
    day = next((i for i in (at - 1, at - 2) if i >= 0 and sentence.tags[i] == "d"), None)
    labelled = day is not None and (day == at - 1 or sentence.atoms[at - 1].text in _AFTER_LABEL)
    alone = sentence.tags[at + 1 : at + 2] in ("", ",", ".", ";", "&", "O", "-")
    rows = dict(scene.anchors(sentence)).get(day, ()) if day is not None else ()
    if not labelled or not alone or len(rows) != 1 or (item.number.n or 0) < FEWEST_OF_A_DAY:
        return item
    equal = rows[0].a.total is not None and rows[0].a.total == rows[0].b.total
    return replace(item, each=equal, in_all=not equal, kind="people", role="day")


_AFTER_LABEL = (":", "—", "-", ",")
