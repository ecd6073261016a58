"""Which of several exchanges a sentence tells of, by the numbers it gives."""

from collections.abc import Sequence

from repatria.claims.scene.numbers_told import numbers
from repatria.claims.words.tagging import Sentence
from repatria.history import Exchange

# A smaller ordinal may count anything.
LEAST_ORDINAL = 10


def own_numbers(rows: Sequence[Exchange], sentence: Sentence) -> int:
    """How many numbers of a sentence, "the 56th" among them, the record holds for `rows`."""
    told = {a.value for a in sentence.atoms if a.tag == "o" and isinstance(a.value, int)}
    counted = {o.number for e in rows for o in e.tags.ordinals if o.number >= LEAST_ORDINAL}
    return len(numbers([sentence]) & _numbers_of(rows)) + len(told & counted)


def alone_fitting(rows: Sequence[Exchange], sentence: Sentence) -> tuple[Exchange, ...]:
    """The one exchange of several that a sentence gives the most numbers of; none where two fit as well."""
    best = sorted(((own_numbers([e], sentence), e.date.earliest, e) for e in rows), key=lambda one: one[:2])
    alone = bool(best) and best[-1][0] > 0 and (len(best) == 1 or best[-2][0] < best[-1][0])
    return (best[-1][2],) if alone else ()


def of_month(rows: Sequence[Exchange], sentence: Sentence) -> tuple[Exchange, ...]:
    """Of the exchanges of one month those that a sentence gives the numbers of; else the last.

    "In May, 1,000 for 1,000" is a series of days, "205 for 205 in May" one of the days before.
    """
    told = numbers([sentence])
    for series in dict.fromkeys(e.tags.series for e in rows if e.tags.series):
        of_series = tuple(e for e in rows if e.tags.series == series)
        if told & {s.number for e in of_series for s in e.said("series_formula")}:
            return of_series
    return (max(reversed(rows), key=lambda e: own_numbers([e], sentence)),)


def _numbers_of(rows: Sequence[Exchange]) -> set[int | None]:
    sides = [side for e in rows for side in e.sides]
    counted = {n for side in sides for n in (side.total, side.military, side.civilians)}
    together = {e.living for e in rows}
    return (counted | together | {s.number for e in rows for s in e.statements}) - {None}
