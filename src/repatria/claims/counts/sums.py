"""Is a number of people a sum over time: of a year, or of all who came home up to then?"""

from collections.abc import Sequence

from repatria.claims import figures
from repatria.claims.counts.evidence import LEAST_SUM, is_counted
from repatria.claims.counts.item import Item
from repatria.claims.scene.scene import Scene
from repatria.claims.words.dates import Said
from repatria.claims.words.stretches import segment_of
from repatria.history import Exchange

# So many came home on no single day; the words need not say that it is a sum.
LEAST_UNMARKED_SUM = 1000


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
    marked = marked or ((item.party is None or n >= LEAST_UNMARKED_SUM) and is_counted(item))
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
