"""Does the record hold a number as that of all who came back to a side, or of its servicemen alone?"""

from collections.abc import Sequence

from repatria.claims import figures
from repatria.claims.words.numbers import Number
from repatria.history import Exchange


def by_itself(figure: figures.Figure, party: str) -> bool:
    """Is it what the side says of its own people?"""
    return figure.sense == "own" or figure.speaker == party


def is_split(number: Number, rows: Sequence[Exchange], party: str) -> bool:
    """Is this the number of servicemen of a side that received civilians too?"""
    sides = [side for e in rows if (side := e.side_of(party))]
    return len(sides) == 1 and sides[0].military == number.n != sides[0].total


def is_whole(number: Number, rows: Sequence[Exchange], party: str) -> bool:
    """Is it the number of all people who came back to `party`, by anybody's account?

    Of several exchanges of one day it may be that of any.
    """
    if len(rows) > 1 and len({e.date for e in rows}) == 1 and any(is_whole(number, [e], party) for e in rows):
        return True
    known = figures.of_party(rows, party, "people")
    return any(f.number == number.n and f.sense in ("own", "formula", "said") for f in known) and not any(
        s.category == "exchange" and s.number == number.n for e in rows for s in e.statements
    )


# A number nearer than this to a side's own is a wrong one of that side rather than of a part of it.
NEAR_A_SIDE, FAR_BELOW_A_SIDE = 0.15, 0.6


def likely_sense(number: Number, rows: Sequence[Exchange]) -> str:
    """What a number that no word tells the sense of is likely to count: both sides, one of them, or a part."""
    n, sizes = number.n, [(e.a.total, e.b.total, e.living) for e in rows]
    sides = [side for a, b, _both in sizes for side in (a, b) if side]
    if n is None or not sides:
        return "total"
    if any(n == both for _a, _b, both in sizes):
        return "total"
    if n < FAR_BELOW_A_SIDE * min(sides):
        return "breakdown"
    if not any(both for _a, _b, both in sizes) and n < (1 - NEAR_A_SIDE) * min(sides):
        return "breakdown"
    together = max((both or 0 for _a, _b, both in sizes), default=0)
    nearest = min(abs(n - side) for side in sides)
    one_side = nearest <= NEAR_A_SIDE * max(sides) and nearest < abs(n - together)
    return "per_side" if one_side else "total"
