"""In which sense a number of people is meant: a sum, a side's number, a part of it, people still held."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from repatria.claims import figures
from repatria.claims.counts.evidence import LEAST_SUM, is_counted
from repatria.claims.counts.held import is_held
from repatria.claims.counts.item import Item
from repatria.claims.scene.scene import Scene
from repatria.claims.words.dates import Said
from repatria.claims.words.numbers import Duration, Number
from repatria.claims.words.stretches import segment_of
from repatria.history import Exchange

# So many came home on no single day; the words need not say that it is a sum.
LEAST_UNMARKED_SUM = 1000


def type_of(item: Item, siblings: Sequence[Item], scene: Scene) -> str:
    """The type of claim a number makes, by its words and, where they leave two senses open, by the record."""
    rows = rows_of_item(item, scene)
    if item.role == "against":
        return "per_side"
    if (
        item.kind == "bodies"
        or _part_of_a_side(item, rows)
        or _all_of_a_kind(item)
        or _told_in_parts(item, siblings)
    ):
        return "breakdown"
    if _share_of_day(item, siblings, rows):
        return "total"
    if is_held(item, scene):
        return "still_in_captivity"
    if cumulative(item, rows) or of_year(item, scene) is not None:
        return "total"
    if item.in_all and item.party and len(rows) == 1 and is_whole(item.number, rows, item.party):
        return "per_side"
    named = item.party and item.role not in ("echo", "ellipsis", "get", "give", "speaker")
    if item.in_all and not (named and len(rows) < 2 and len(scene.main) == 1):
        return "total"
    return _refined(_by_words(item, siblings), item, rows, scene)


def _part_of_a_side(item: Item, rows: Sequence[Exchange]) -> bool:
    """ "15 Saudis": nationals of one of several parties of a side."""
    return (
        item.party is not None
        and any(
            item.party != side.name and set(item.party.split(";")) <= set(side.parties)
            for e in rows
            for side in e.sides
        )
        and item.role != "goal"
        and not (item.number.n and any(is_whole(item.number, [e], item.party) for e in rows))
    )


def _told_in_parts(item: Item, siblings: Sequence[Item]) -> bool:
    """ "56 people: *55 servicemen* and ...": what follows a colon divides the number before it."""
    sentence = item.sentence
    colons = [i for i in range(item.at) if sentence.atoms[i].text == ":"]
    before = [s for s in siblings if colons and s.at < colons[-1] and s.number.n is not None]
    if not before or item.number.n is None or item.second is not None or is_pair(item):
        return False
    whole, between = before[-1], sentence.tags[colons[-1] : item.at]
    parts = [s.number.n or 0 for s in siblings if s.at > colons[-1]]
    if "d" in sentence.tags[item.at : item.last + 4].partition(",")[0]:
        return False  # "two days: 200 on Thursday, 300 on Friday"
    if (
        set(between) & set("vgXdE")
        or item.each
        or colons[-1] - whole.at > 7
        or whole.party != (item.party or whole.party)
    ):
        return False
    return sum(parts) == whole.number.n or (
        item.kind in ("military", "civilians") and item.number.n < (whole.number.n or 0)
    )


def _share_of_day(item: Item, siblings: Sequence[Item], rows: Sequence[Exchange]) -> bool:
    """ "4,641 in all, *292 of them this Sunday*": a running total, and in it the exchange itself."""
    whole = any(s.at < item.at and cumulative(s, rows) for s in siblings)
    both = any(f.number == item.number.n for f in figures.both_sides(rows))
    return whole and both and item.kind in (None, "people") and item.party is None


_ALL = ("all", "every one of the", "all of the", "усі", "всі", "все", "جميع", "كل")
_ARE = ("are", "were", "was", "as", "is", "—", "-")


def _all_of_a_kind(item: Item) -> bool:
    """ "*All* 200 Ukrainians *are military*" says of what kind they are, not how many."""
    sentence, end = item.sentence, item.noun_at
    if item.kind not in ("military", "civilians") or end is None:
        return False
    before = [a.text for a in sentence.atoms[max(0, item.at - 2) : item.at]]
    between = [a.text for a in sentence.atoms[item.at + 1 : end]]
    return any(text in _ALL for text in before) and any(text in _ARE for text in between)


def agreeing(typed: list[tuple[Item, str]], scene: Scene) -> list[tuple[Item, str]]:
    """Numbers in one breath ("249 Russians and 246 Ukrainians") have one sense, also if one of them is wrong."""
    agreed = _in_one_list(typed)
    for i, ((one, first), (other, second)) in enumerate(pairwise(typed)):
        between = one.sentence.tags[one.last + 1 : other.at]
        senses = {first, second}
        if senses != {"per_side", "breakdown"} or set(between) - set("&,_AmpqE") or ",&" in between:
            continue
        if one.kind != other.kind or one.partitive or other.partitive:
            continue
        whole = any(
            item.party and is_whole(item.number, rows_of_item(item, scene), item.party) for item in (one, other)
        )
        sense = "per_side" if whole else "breakdown"
        agreed[i], agreed[i + 1] = (one, sense), (other, sense)
    return agreed


def _in_one_list(typed: Sequence[tuple[Item, str]]) -> list[tuple[Item, str]]:
    """ "Among them 32 guardsmen, 50 border guards and *33 fighters*": the last is a part like the others."""
    agreed = list(typed)
    for i in range(1, len(agreed)):
        (before, sense), (item, own) = agreed[i - 1], agreed[i]
        between = item.sentence.tags[before.last + 1 : item.at]
        listed = sense == "breakdown" and before.kind not in ("bodies", "civilians") and set(between) <= set(",&")
        among = "O" in item.sentence.tags[: item.at]
        if listed and among and own == "per_side" and item.kind == "military" and not item.each:
            agreed[i] = (replace(item, partitive=True, kind="some"), "breakdown")
    return agreed


def _by_words(item: Item, siblings: Sequence[Item]) -> str:
    civilians_beside = any(_beside(item, s) for s in siblings if s.kind == "civilians" and s is not item)
    of_each = item.each and item.kind is None  # "200 of them regained their freedom in each country"
    if item.partitive and item.kind != "people" and item.role != "goal" and not of_each:
        return "breakdown"
    if item.kind not in (None, "people", "military"):
        return "breakdown"
    if item.kind == "military" and civilians_beside:
        return "breakdown"
    if item.each or item.party or item.second is not None:
        return "per_side"
    return "total"


def _beside(item: Item, other: Item) -> bool:
    """Do two numbers stand side by side, without another day in between?"""
    first, last = sorted((item.at, other.at))
    return last - first < 9 and "d" not in item.sentence.tags[first:last]


def _refined(words: str, item: Item, rows: Sequence[Exchange], scene: Scene) -> str:
    """Let the record say which sense a number has, where the words leave two open."""
    if item.number.n is None or not rows or item.partitive:
        return words
    parties = [item.party] if item.party else [p for e in rows for side in e.sides for p in side.parties]
    if item.kind == "military" and any(_is_split(item.number, rows, party) for party in parties):
        return "breakdown"
    whole = any(is_whole(item.number, rows, party) for party in parties)
    split = any(_is_split(item.number, rows, party) for party in parties)
    of_one_side = item.kind != "military" or item.party is not None
    alone = item.kind != "civilians" or item.party is not None
    if words == "breakdown" and alone and whole and not split and of_one_side:
        return "per_side"
    if words == "per_side" and not whole:
        # Of people of no kind a part is not the number: "9 came home" where 9 soldiers and 3 civilians did.
        kinds = (
            ["military"] if item.kind == "military" or _of_war(item) else ["civilians"] if _residents(item) else []
        )
        kinds = ["military", "civilians"] if is_pair(item) else kinds
        parts = [f for p in parties for kind in kinds for f in figures.of_party(rows, p, kind) if by_itself(f, p)]
        exchange_part = any(s.number == item.number.n for e in rows for s in e.said("exchange"))
        if exchange_part or any(f.number == item.number.n for f in parts):
            return "breakdown"
    if words == "total" and whole and not item.in_all:
        together = figures.both_sides(rows)
        if not any(figures.matches(item.number, f) for f in together) and _some_verb(item):
            return "per_side"
    return words


_OF_WAR = (
    "військовополон",
    "военноплен",
    "prisoners of war",
    "pows",
    "war prisoners",
    "اسرى الحرب",
    "اسير حرب",
    "اسري حرب",
)


def _of_war(item: Item) -> bool:
    """ "185 *prisoners of war* of Ukraine's forces", beside civilians: soldiers."""
    nouns = [a.text for a in item.sentence.atoms[item.at + 1 : item.at + 3]]
    return any(noun.startswith(_OF_WAR) for noun in nouns)


def _residents(item: Item) -> bool:
    """ "Three residents of Kursk region" are civilians, though no word says so."""
    nouns = [a.text for a in item.sentence.atoms[item.at + 1 : item.at + 4]]
    return any(noun.startswith(("resident", "inhabitant", "жител", "мешкан", "سكان")) for noun in nouns)


def by_itself(figure: figures.Figure, party: str) -> bool:
    """Is it what the side says of its own people?"""
    return figure.sense == "own" or figure.speaker == party


def _some_verb(item: Item) -> bool:
    return item.kind in (None, "people", "military")


def _is_split(number: Number, rows: Sequence[Exchange], party: str) -> bool:
    """Is this the number of servicemen of a side that received civilians too?"""
    sides = [side for e in rows if (side := e.side_of(party))]
    return len(sides) == 1 and sides[0].military == number.n != sides[0].total


def is_whole(number: Number, rows: Sequence[Exchange], party: str) -> bool:
    """Is it the number of all people who came back to `party`, by anybody's account?"""
    known = figures.of_party(rows, party, "people")
    return any(f.number == number.n and f.sense in ("own", "formula", "said") for f in known) and not any(
        s.category == "exchange" and s.number == number.n for e in rows for s in e.statements
    )


def cumulative(item: Item, rows: Sequence[Exchange]) -> bool:
    """Is it a running total: far more than the exchange itself, and told as one?"""
    n = item.number.n
    if n is None or n < LEAST_SUM or item.each or not rows:
        return False
    sentence = item.sentence
    marked = any(
        a.tag in "CMT"
        or (a.tag == "Y" and a.value == "war")
        or (a.tag == "s" and sentence.tags[i + 1 : i + 2] == "d")
        for i, a in enumerate(sentence.atoms)
    )
    sizes = [f.number for f in figures.both_sides(rows)]
    sizes = sizes or [2 * side.total for e in rows for side in e.sides if side.total]
    if n >= LEAST_UNMARKED_SUM and n > 3 * max(sizes, default=n) and set(sentence.tags) & set("vXx"):
        return True  # "2,598 of its people had been freed before"
    marked = marked or (item.party is None and is_counted(item))
    return marked and n > 1.5 * max(sizes, default=100)


def of_year(item: Item, scene: Scene) -> int | None:
    """The year of "1,358 of them *in 2024*", "*торік*"."""
    n = item.number.n
    if n is None or n < LEAST_SUM:
        return None
    segment = segment_of(item.sentence, item.at)
    for i in segment:
        atom = item.sentence.atoms[i]
        if atom.tag == "d" and isinstance(atom.value, Said) and atom.value.year and not atom.value.month:
            return atom.value.year
        if atom.tag == "Y" and atom.value == "last":
            return scene.as_of.year - 1
        if atom.tag == "Y" and atom.value == "year" and item.sentence.tags[i - 1 : i] != "C":
            return scene.as_of.year
    opening = [a.value for a in item.sentence.atoms[: item.at] if a.tag == "d"]
    summed = "T" in item.sentence.tags[: item.at] or n >= LEAST_UNMARKED_SUM
    if summed and len(opening) == 1 and isinstance(opening[0], Said) and opening[0].year and not opening[0].month:
        return opening[0].year  # "in all of 2024, by the headquarters' count, 1,358"
    if n >= LEAST_UNMARKED_SUM and any(a.tag == "Y" and a.value == "last" for a in item.sentence.atoms):
        return scene.as_of.year - 1  # "the last year, by the headquarters' count, brought home 1,358"
    return None


def rows_of_item(item: Item, scene: Scene) -> tuple[Exchange, ...]:
    """The exchanges a number is of: those of the day beside it, or all days of the report where it sums them."""
    rows = scene.focus(item.sentence, item.at)
    if item.in_all and (several := _of_several_days(item, rows, scene)):
        return several
    beside = any(abs(at - item.at) <= 4 for at, _rows in scene.anchors(item.sentence))
    summing = any(item.sentence.tags[i] in "uT" for i in segment_of(item.sentence, item.at))
    of_main = len(scene.main) > 1 and bool(rows) and rows[0] in scene.main
    return scene.main if of_main and (item.in_all or (summing and not beside)) else rows


_SERIES = ("series", "stage", "сері", "сери", "етап", "этап", "مراحل", "المراحل", "السلسله")


def _of_several_days(item: Item, rows: Sequence[Exchange], scene: Scene) -> tuple[Exchange, ...]:
    """The rows of "in two days" or "over the whole series"."""
    if not rows or scene.history is None:
        return ()
    sums = [a.text for a in item.sentence.atoms if a.tag == "T"]
    if rows[-1].tags.series and any(word in text for text in sums for word in _SERIES):
        return scene.history.series(rows[-1].tags.series)
    near = segment_of(item.sentence, item.at)
    lengths = [a.value for a in item.sentence.atoms[near.start : item.at] if a.tag == "u"]
    days = next((d.amount for d in lengths if isinstance(d, Duration) and d.unit == "day"), 0)
    last = rows[-1].date.earliest
    found = tuple(e for e in scene.history if 0 <= (last - e.date.earliest).days < days)
    return found if len(found) > 1 else ()


def is_pair(item: Item) -> bool:
    """Is it "75 for 75"?"""
    return item.sentence.tags[item.at] == "F"
