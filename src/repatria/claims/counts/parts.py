"""Is a number of people a part: of the people counted before it, or of one party of a side?"""

from collections.abc import Sequence
from dataclasses import replace

from repatria.claims import figures
from repatria.claims.counts.item import Item, is_pair
from repatria.claims.counts.sums import cumulative
from repatria.claims.counts.wholes import is_whole
from repatria.history import Exchange


def part_of_a_side(item: Item, rows: Sequence[Exchange]) -> bool:
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


def told_in_parts(item: Item, siblings: Sequence[Item]) -> bool:
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


def share_of_day(item: Item, siblings: Sequence[Item], rows: Sequence[Exchange]) -> bool:
    """ "4,641 in all, *292 of them this Sunday*": a running total, and in it the exchange itself."""
    whole = any(s.at < item.at and cumulative(s, rows) for s in siblings)
    both = any(f.number == item.number.n for f in figures.both_sides(rows))
    return whole and both and item.kind in (None, "people") and item.party is None


_ALL = ("all", "every one of the", "all of the", "усі", "всі", "все", "جميع", "كل")


_ARE = ("are", "were", "was", "as", "is", "—", "-")


def all_of_a_kind(item: Item) -> bool:
    """ "*All* 200 Ukrainians *are military*" says of what kind they are, not how many."""
    sentence, end = item.sentence, item.noun_at
    if item.kind not in ("military", "civilians") or end is None:
        return False
    before = [a.text for a in sentence.atoms[max(0, item.at - 2) : item.at]]
    between = [a.text for a in sentence.atoms[item.at + 1 : end]]
    return any(text in _ALL for text in before) and any(text in _ARE for text in between)


def in_one_list(typed: Sequence[tuple[Item, str]]) -> list[tuple[Item, str]]:
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
