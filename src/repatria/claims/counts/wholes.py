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
    """Is it the number of all people who came back to `party`, by anybody's account?"""
    known = figures.of_party(rows, party, "people")
    return any(f.number == number.n and f.sense in ("own", "formula", "said") for f in known) and not any(
        s.category == "exchange" and s.number == number.n for e in rows for s in e.statements
    )
