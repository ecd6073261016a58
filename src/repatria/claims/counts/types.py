"""In which sense a number of people is meant: a sum, a side's number, a part of it, people still held."""

from collections.abc import Sequence
from itertools import pairwise

from repatria.claims import figures
from repatria.claims.counts.held import is_held
from repatria.claims.counts.item import Item, is_pair
from repatria.claims.counts.parts import all_of_a_kind, in_one_list, part_of_a_side, share_of_day, told_in_parts
from repatria.claims.counts.rows import of_whole_series, rows_of_item
from repatria.claims.counts.sums import cumulative, known_running, of_year
from repatria.claims.counts.unnamed import is_rest
from repatria.claims.counts.wholes import by_itself, is_split, is_whole, likely_sense
from repatria.claims.scene.scene import Scene
from repatria.history import Exchange


def type_of(item: Item, siblings: Sequence[Item], scene: Scene) -> str:
    """The type of claim a number makes, by its words and, where they leave two senses open, by the record."""
    rows = rows_of_item(item, scene)
    if item.role == "against":
        part = any(s.number == item.number.n for e in rows for s in e.said("exchange"))
        return "breakdown" if part or item.kind == "bodies" else "per_side"
    if item.role == "part" and _of_a_day_reported(item, scene):
        return "per_side"
    if item.kind == "bodies" or part_of_a_side(item, rows) or all_of_a_kind(item) or told_in_parts(item, siblings):
        return "breakdown"
    if share_of_day(item, siblings, rows):
        return "total"
    if is_held(item, scene):
        return "still_in_captivity"
    whole = item.each or is_pair(item)
    if not whole and (
        cumulative(item, rows) or known_running(item, rows, scene) or of_year(item, scene) is not None
    ):
        return "total"
    if of_whole_series(item, scene):
        return "total"
    if item.span and len(rows) > 1 and item.kind in (None, "people", "military"):
        return "per_side" if _of_last(item, rows) else "total"
    if item.in_all and len(rows) == 1 and _whole_of_one_side(item, rows):
        return "per_side"
    named = item.party and item.role not in ("echo", "ellipsis", "get", "give", "speaker")
    if item.in_all and not (named and len(rows) < 2 and len(scene.main) == 1):
        return "total"
    return _refined(_by_words(item, siblings), item, rows, scene)


def _whole_of_one_side(item: Item, rows: Sequence[Exchange]) -> bool:
    """ "In all, 197 came home": the number of one side, and not of both together."""
    if item.party:
        return is_whole(item.number, rows, item.party)
    together = any(f.number == item.number.n for f in figures.both_sides(rows))
    return not together and any(is_whole(item.number, rows, side.name) for e in rows for side in e.sides)


LEAST_TELLING = 20


def _of_a_day_reported(item: Item, scene: Scene) -> bool:
    """ "Friday's were *the remaining* 300": the rest of a series is the number of one of its days."""
    n = item.number.n or 0
    return n >= LEAST_TELLING and any(is_whole(item.number, [e], side.name) for e in scene.main for side in e.sides)


def _of_last(item: Item, rows: Sequence[Exchange]) -> bool:
    """ "This week 150 came home": of a span of days, but the number is that of its last exchange."""
    parties = [item.party] if item.party else [side.name for side in rows[-1].sides]
    return any(
        is_whole(item.number, rows[-1:], party) and not is_whole(item.number, rows, party) for party in parties
    )


def agreeing(typed: list[tuple[Item, str]], scene: Scene) -> list[tuple[Item, str]]:
    """Numbers in one breath ("249 Russians and 246 Ukrainians") have one sense, also if one of them is wrong."""
    agreed = in_one_list(typed)
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
    if item.number.n is None or not rows:
        return words
    if item.partitive:
        parties = [item.party] if item.party else [p for e in rows for side in e.sides for p in side.parties]
        whole = any(is_whole(item.number, rows, party) for party in parties)
        return "per_side" if _members(item) and whole else words
    if words == "total" and any(s.number == item.number.n for e in rows for s in e.said("prisoners")):
        return "breakdown"  # of prisoners alone, where others came home too
    parties = [item.party] if item.party else [p for e in rows for side in e.sides for p in side.parties]
    if item.kind == "military" and any(is_split(item.number, rows, party) for party in parties):
        return "breakdown"
    whole = any(is_whole(item.number, rows, party) for party in parties)
    split = any(is_split(item.number, rows, party) for party in parties)
    of_one_side = item.kind != "military" or item.party is not None
    alone = item.kind != "civilians" or item.party is not None
    if words == "breakdown" and alone and whole and not split and of_one_side:
        return "per_side"
    if words == "per_side" and not whole:
        # Of people of no kind a part is not the number: "9 came home" where 9 soldiers and 3 civilians did.
        kinds = (
            ["military"] if item.kind == "military" or _of_war(item) else ["civilians"] if _residents(item) else []
        )
        rest = item.each and is_rest(item.sentence, item.at)  # "the rest, 185 on either side"
        kinds = ["military", "civilians"] if is_pair(item) or rest else kinds
        parts = [f for p in parties for kind in kinds for f in figures.of_party(rows, p, kind) if by_itself(f, p)]
        exchange_part = any(s.number == item.number.n for e in rows for s in e.said("exchange"))
        if exchange_part or any(f.number == item.number.n for f in parts):
            return "breakdown"
    if words == "total" and whole and not item.in_all:
        together = figures.both_sides(rows)
        if not any(figures.matches(item.number, f) for f in together) and _some_verb(item):
            return "per_side"
    if words == "total" and not item.in_all and item.number.how == "exact" and _some_verb(item):
        return likely_sense(item.number, rows)
    return words


def _members(item: Item) -> bool:
    """ "45 *members of the* unit", "Germany *took in* 13 *of them*": all of a side, though told as some."""
    if item.role == "part" or "O" in item.sentence.tags[: item.at]:
        return False
    moved = item.role in ("get", "give", "goal", "captivity") and item.kind in (None, "people")
    if moved or (item.number.n or 0) < LEAST_TELLING:
        return moved
    told = item.party or (item.noun_at and "v" in item.sentence.tags[item.at :])
    return bool(told) and item.sentence.tags[item.at + 1 : item.at + 2] != "O"


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


def _some_verb(item: Item) -> bool:
    return item.kind in (None, "people", "military")
