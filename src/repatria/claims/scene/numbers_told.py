"""The numbers a report tells, and whether it opens with those of an exchange."""

from collections.abc import Sequence
from datetime import date, timedelta

from repatria.claims.words.numbers import Pair
from repatria.claims.words.tagging import Sentence
from repatria.history import Exchange

_OPENING = 3
_FRESH = timedelta(days=2)


def numbers(sentences: Sequence[Sentence]) -> set[int | None]:
    """All numbers of the sentences; of a pair the first."""
    values = [a.value for s in sentences for a in s.atoms if a.tag in "nF"]
    return {n for v in values for n in ((v.first,) if isinstance(v, Pair) else (getattr(v, "n", None),))}


def is_fresh_news(newest: Sequence[Exchange], dated: Exchange, sentences: Sequence[Sentence], as_of: date) -> bool:
    """Is the report about the newest exchange, though the only day it names is that of an earlier one?

    So it is where the exchange is two days old at most, and the report opens with a number of its own that the
    earlier one does not have.
    """
    if not newest or newest[-1].until <= dated.until or as_of - newest[-1].until > _FRESH:
        return False
    opening = numbers(sentences[:_OPENING])
    return bool(opening & (_totals(newest) - _totals([dated])))


def _totals(rows: Sequence[Exchange]) -> set[int | None]:
    return {side.total for e in rows for side in e.sides if side.total is not None}
