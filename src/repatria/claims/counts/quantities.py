"""Numbers of people in a sentence: which number counts whom, on which side, in which sense."""

from dataclasses import replace

from repatria.claims import figures
from repatria.claims.counts.categories import kind_of
from repatria.claims.counts.evidence import counts_people, in_record
from repatria.claims.counts.item import Item
from repatria.claims.counts.nouns import with_noun
from repatria.claims.counts.nouns_before import A_NUMBER, counted_before, with_noun_before
from repatria.claims.counts.parties import to_both_sides, with_party
from repatria.claims.counts.periods import counts_together, raised_to, span_of
from repatria.claims.counts.things import even, not_people, of_ages, of_kin
from repatria.claims.counts.unnamed import as_part
from repatria.claims.scene.scene import Scene
from repatria.claims.words.languages import people
from repatria.claims.words.numbers import Number, Pair
from repatria.claims.words.patterns import compiled
from repatria.claims.words.stretches import segment_of
from repatria.claims.words.tagging import Sentence
from repatria.claims.words.tags import Atom


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
        if of_ages(sentence, at):
            return None
        number = Number(atom.value.first)
        equal = atom.value.first == atom.value.second
        item = Item(sentence, at, at, number, each=equal, second=None if equal else atom.value.second)
        item = with_noun(item)
        return replace(item, kind=item.kind or _kind_before(sentence, at) or "people")
    if atom.tag == "B":
        same = Item(sentence, at, at, Number(None, "same"), kind="people", same=True)
        return with_party(same, scene, found[-1] if found else None)
    if atom.tag in "pmck" and atom.text.removeprefix("و") in _TWO and sentence.tags[at + 1 : at + 2] != "n":
        two = Item(sentence, at, at, Number(2), kind=kind_of(atom), noun_at=at)
        return with_party(_with_marks(two, scene), scene, found[-1] if found else None)
    if atom.tag != "n" or not isinstance(atom.value, Number):
        return None
    if not_people(sentence, at):
        kin = Item(sentence, at, at, atom.value, kind="people")
        again = sum(a.value == atom.value for a in sentence.atoms) > 1
        known = of_kin(sentence, at) and not again and in_record(kin, scene)
        return with_party(_with_marks(kin, scene), scene, None) if known else None
    item = with_noun(Item(sentence, at, at, atom.value))
    if at and atom.value.n == 2 and sentence.atoms[at - 1].text.removeprefix("و") in _TWO:
        item = replace(item, kind=kind_of(sentence.atoms[at - 1]))  # Arabic: "two civilians two"
    if even(sentence, at):
        return replace(item, each=True, kind=item.kind or "people", last=even(sentence, at) or at)
    if item.kind in (None, "people"):
        item = with_noun_before(item)
    item = _with_marks(item, scene)
    if item.each and item.kind is None and (labelled := _kind_of_each(sentence, at)):
        item = replace(item, kind=labelled)
    item = with_party(item, scene, found[-1] if found else None)
    item = _of_series(item, scene)
    if item.kind is None and item.party is None and not item.each and not item.in_all and not item.partitive:
        item = _elliptical(item, found)
    if item.kind is None and item.party is None and not item.each and not item.partitive:
        item = _of_day(item, scene)
    if item.party is None and not item.each and not item.partitive and item.role != "day":
        item = as_part(item)
    return item if counts_people(item, scene) else None


def _kind_of_each(sentence: Sentence, at: int) -> str | None:
    """ "*Servicemen* were exchanged, 185 on each side": of what kind they were is told before."""
    told = compiled("(?<kind>[mc])[^n.;mc]{0,7}$").search(sentence.tags[:at])
    if told is None or "n" in sentence.tags[max(0, told.start() - 3) : told.start()]:
        return None
    return kind_of(sentence.atoms[told.start("kind")])


def _of_series(item: Item, scene: Scene) -> Item:
    """ "Ukraine thus has 502 of its people home": the sum of several days, by the record."""
    rows = scene.main
    if (
        item.party is None
        or item.each
        or len({e.date for e in rows}) < 2
        or item.kind not in (None, "people", "military")
    ):
        return item
    of_day = {f.number for e in rows for f in figures.of_party([e], item.party, "people")}
    of_all = {f.number for f in figures.of_party(rows, item.party, "people") if f.sense == "own"}
    return replace(item, in_all=True) if item.number.n in of_all - of_day else item


# Arabic has a form of the noun for two; where it looks like the plural it is left out.
_TWO = frozenset(
    "مدنيان اسيرين اسيران جنديين جنديان شخصين شخصان رهينتين رهينتان طفلين طفلان كاهنين كاهنان ضابطين ضابطان "
    "سجينين سجينان امراتين امراتان عسكريان مواطنان قاصران بحاران شرطيان مجندان".split()
)


# Kinds that are exchanged by themselves.
_SEPARATELY = frozenset("wounded ill sailors women children conscripts".split())


def _kind_before(sentence: Sentence, at: int) -> str | None:
    """ "For *servicemen* the ratio was even: 185 for 185"."""
    before = [a for a in sentence.atoms[max(0, at - 6) : at] if a.tag in "mc"]
    named = compiled("(?<kind>[kb])[^n.;]{0,8}$").search(sentence.tags[:at])
    if named and sentence.atoms[named.start("kind")].value in _SEPARATELY:  # "the wounded separately, 31 for 15"
        return kind_of(sentence.atoms[named.start("kind")])
    labelled = sentence.atoms[at - 1].text == ":" if at else False
    return kind_of(before[-1]) if before and labelled else None


def _with_marks(item: Item, scene: Scene) -> Item:
    tags, at = item.sentence.tags, item.at
    segment = segment_of(item.sentence, at)
    if "b" in tags[max(0, at - 6) : at].replace(",", "; ").rpartition(";")[2]:
        item = replace(item, kind="bodies")
    if item.kind in (None, "people", "military") and (shared := _shared_between_sides(item)):
        item = replace(item, kind=shared)
    end = item.noun_at if item.noun_at is not None else at
    near = range(max(segment.start, at - 5), min(len(tags), end + 8))
    each = _each(item, segment)
    of_them = tags[at + 1 : at + 2] == "O" or "O" in tags[max(segment.start, at - 4) : at]
    of_them = of_them or tags[at + 1 : at + 3] == "_O" or item.partitive
    taken = item.kind is None and compiled("_{0,3}j").match(tags, at + 1)  # "seventy-one were captured in Mariupol"
    of_them = of_them or bool(taken)
    whole = at > 0 and item.sentence.atoms[at - 1].text in _OUT_OF
    whole = whole or (tags[at - 2 : at] == "O_" and item.sentence.atoms[at - 1].text == "the" and at > 1)
    whole = whole or (at > 0 and item.sentence.atoms[at - 1].text == "of the" and tags[at + 1 : at + 2] == "A")
    of_them = of_them and not whole  # "her brother was among the 101 Ukrainians who crossed back"
    of_them = of_them and not (item.kind == "people" and counted_before(item.sentence, at))
    behind = "".join(tags[i] for i in near if i > at and i in segment).partition("n")[0]
    in_all_of_both = each and (_counts_both(item) or _sum_by_record(item, scene))
    each = each and not in_all_of_both and not raised_to(item.sentence, at)
    summed = not each and item.kind in (None, "people", "military")
    span = span_of(item.sentence, at) if summed else None
    in_all = (
        in_all_of_both
        or span is not None
        or counts_together(item.sentence, at)
        or "T" in tags[max(segment.start, at - 4) : at]
        or "T" in behind
        or bool(_OPENING_SUM.search(tags[:at]))
        or to_both_sides(item)
        or raised_to(item.sentence, at)
    )
    return replace(item, each=each, partitive=of_them, in_all=in_all, span=span)


# Right before a number these words make it the whole that others are a part of: "are *among* 144 servicemen".
_OUT_OF = frozenset("among amongst серед среди".split())


def _shared_between_sides(item: Item) -> str | None:
    """ "The *bodies* were returned too, 212 to Ukraine and 45 to Russia": what is shared out is named before."""
    sentence, at = item.sentence, item.at
    of_side = compiled("O?(?:v|_v|__v)?_{1,2}S|_?A|[mp]?A|_?[mp]_{1,2}nA").match(sentence.tags, at + 1)
    of_side = of_side or compiled("S[v_]?[;_-]?_?$").search(sentence.tags[:at])
    named = [i for i, a in enumerate(sentence.atoms[:at]) if a.tag == "b" or a.value in _SEPARATELY]
    if not of_side or not named:
        return None
    between = sentence.atoms[named[-1] + 1 : at]
    told = [a for a in between if a.tag in "kc" and a.value not in _SEPARATELY]
    apart = any(a.text == ":" for a in between) or sentence.tags[named[-1]] == "b" or _apart(sentence, named[-1])
    return kind_of(sentence.atoms[named[-1]]) if apart and not told else None


def _apart(sentence: Sentence, at: int) -> bool:
    """ "The wounded were exchanged *separately*, 31 for 15"."""
    return any(a.text in people.APART for a in sentence.atoms) and "n" not in sentence.tags[:at]


# "Both countries taken together, 1,000", "bringing the number of those freed to 34"
_OPENING_SUM = compiled("T[^nv;.&]{0,5}[,;&]_{0,3}$|C[^n;.&,]{0,4}$")


_BOTH = frozenset(
    "on both sides,both ways,in both directions,в обидва боки,у обидва боки,в обе стороны,з обох боків,"
    "с обеих сторон,з обох сторін,в обох напрямках,в обоих направлениях,"
    "من الجانبين,من الطرفين,في كلا الاتجاهين".split(",")
)


def _counts_both(item: Item) -> bool:
    """ "The number of people freed *on both sides* was 410" is a sum, not a number of each."""
    before = item.sentence.atoms[: item.at]
    both = any(a.tag == "E" and a.text in _BOTH for a in item.sentence.atoms)
    return both and any(a.text.startswith(A_NUMBER) for a in before)


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
    following = item.sentence.atoms[item.at + 1].text if item.at + 1 < len(item.sentence.atoms) else ""
    done_so = following in _AUXILIARIES and (item.number.n or 0) >= FEWEST_OF_A_DAY
    if (
        not done_so
        and item.sentence.tags[item.at + 1 : item.at + 3] not in ("", ".", ",", ";")
        and (
            item.sentence.tags[item.at + 1 : item.at + 2] == "_"
            and item.sentence.tags[item.at + 2 : item.at + 3] != "d"
        )
    ):
        return item
    dated = "d" in item.sentence.tags[max(0, item.at - 2) : item.at]
    earlier = [i for i in found if i.kind != "bodies" and item.at - i.at <= 24]
    whole = [i for i in earlier if i.kind in (None, "people") and (i.each or i.party)]
    before = (whole or earlier)[-1:] if dated else earlier[-1:]
    if not before or (item.number.n or 0) > MUCH_MORE * (before[0].number.n or 1):
        return item
    return replace(item, kind=before[0].kind, party=before[0].party, each=before[0].each, role="ellipsis")


FEWEST_OF_A_DAY, MUCH_MORE = 10, 5
# "1,000 changed sides, and 5,955 *have* done so"
_AUXILIARIES = frozenset("have has had were are".split())


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
