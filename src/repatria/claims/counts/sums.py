"""Is a number of people a sum over time: of a year, or of all who came home up to then?"""

from collections.abc import Sequence

from repatria.claims import figures
from repatria.claims.counts.evidence import LEAST_SUM, is_counted
from repatria.claims.counts.item import Item
from repatria.claims.judge.quantities import running_totals
from repatria.claims.scene.scene import Scene
from repatria.claims.words.dates import Said
from repatria.claims.words.stretches import segment_of
from repatria.claims.words.tagging import Sentence
from repatria.history import Exchange

# So many came home on no single day; the words need not say that it is a sum.
LEAST_UNMARKED_SUM = 1000
# Nor does a number so many times that of the exchange itself.
LEAST_RUNNING, MANY_TIMES = 500, 4


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
    if n >= LEAST_RUNNING and n > MANY_TIMES * max(sizes, default=n):
        return True
    marked = marked or ((item.party is None or n >= LEAST_UNMARKED_SUM) and is_counted(item))
    return marked and n > 1.5 * max(sizes, default=100)


def known_running(item: Item, rows: Sequence[Exchange], scene: Scene) -> bool:
    """Is it a running total of the record, larger than the exchange itself, though no word says so?"""
    n = item.number.n or 0
    if n < LEAST_RUNNING or item.kind not in (None, "people", "military"):
        return False
    sizes = [f.number for f in figures.both_sides(rows)]
    return n > max(sizes, default=0) and n in {total for total, _row, _how in running_totals(scene, None)}


def of_year(item: Item, scene: Scene) -> int | None:
    """The year of "1,358 of them *in 2024*", "*торік*"."""
    n = item.number.n
    if n is None or n < LEAST_SUM:
        return None
    segment = segment_of(item.sentence, item.at)
    for i in segment:
        atom = item.sentence.atoms[i]
        if _a_year(atom.value) and not _since(item.sentence, i):
            return _a_year(atom.value)
        if atom.tag == "Y" and atom.value == "last":
            return scene.as_of.year - 1
        if atom.tag == "Y" and atom.value == "year" and item.sentence.tags[i - 1 : i] != "C":
            return scene.as_of.year
    days = [i for i, a in enumerate(item.sentence.atoms) if a.tag == "d"]
    alone = len(days) == 1 and not _since(item.sentence, days[0]) and not set(item.sentence.tags) & _OF_A_PART
    sums = [a for a in item.sentence.atoms if a.tag == "n" and (getattr(a.value, "n", 0) or 0) >= LEAST_SUM]
    alone = alone and len(sums) == 1 and "n" not in item.sentence.tags[item.at + 1 : days[0]]
    summed = "T" in item.sentence.tags[: item.at] or n >= LEAST_UNMARKED_SUM
    if summed and alone and (year := _a_year(item.sentence.atoms[days[0]].value)):
        return year  # "in all of 2024, by the headquarters' count, 1,358"
    if n >= LEAST_UNMARKED_SUM and any(a.tag == "Y" and a.value == "last" for a in item.sentence.atoms):
        return scene.as_of.year - 1  # "the last year, by the headquarters' count, brought home 1,358"
    return None


def _a_year(said: object) -> int | None:
    return said.year if isinstance(said, Said) and not said.month else None


# A sentence with these tells of captivity or of a rank beside the year.
_OF_A_PART = set("jhGDUo")
_FROM = frozenset("since from с від з із от منذ".split())


def _since(sentence: Sentence, at: int) -> bool:
    before = sentence.atoms[max(0, at - 2) : at]
    return any(a.tag == "s" or a.text in _FROM for a in before)
