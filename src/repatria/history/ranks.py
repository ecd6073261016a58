"""First since, largest since: what an exchange may be called, worked out from the record.

A month-only date and an unknown size are never guessed: they make an answer uncertain and are named.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from repatria.history.captivity import Gap
from repatria.history.exchange import Exchange


@dataclass(frozen=True, slots=True)
class FirstSince:
    """The exchange before this one in its conflict.

    Attributes:
        previous: the last exchange certainly before it; None for the first of its conflict.
        days: shortest and longest possible gap in days, equal where both days are known.
        same_day: other exchanges of the same day, which are neither before nor after.
        perhaps_between: exchanges dated by month alone that may lie in the gap.
        gaps: known holes of the record inside the gap.
    """

    exchange: Exchange
    previous: Exchange | None
    days: tuple[int, int] | None
    same_day: tuple[Exchange, ...] = ()
    perhaps_between: tuple[Exchange, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def certain(self) -> bool:
        """Does nothing in the record leave room for another exchange in between?"""
        return not self.perhaps_between and not self.gaps


@dataclass(frozen=True, slots=True)
class LargestSince:
    """How far back an exchange is the largest, counting living people of both sides together.

    Attributes:
        size: its people, None where a side's number is unknown (then nothing can be said).
        larger: the last earlier exchange that was as large or larger; None if there was none.
        unknown_between: earlier exchanges of unknown size after `larger`: they prevent certainty.
    """

    exchange: Exchange
    size: int | None
    larger: Exchange | None
    unknown_between: tuple[Exchange, ...] = ()

    @property
    def largest_known(self) -> bool:
        """Strictly more people than every earlier exchange with both numbers known?"""
        return self.size is not None and self.larger is None


def first_since(exchange: Exchange, of_conflict: Sequence[Exchange], gaps: Sequence[Gap]) -> FirstSince:
    """Find the exchange before `exchange` among all of its conflict (any order)."""
    others = [e for e in of_conflict if e.id != exchange.id]
    earlier = [e for e in others if e.until < exchange.date.earliest]
    previous = max(earlier, key=lambda e: (e.until, e.date.earliest), default=None)
    between = tuple(e for e in others if _may_be_between(e, previous, exchange))
    if previous is None:
        return FirstSince(exchange, None, None, _same_day(exchange, others), between)
    last = previous.tags.until
    first, final = (last, last) if last else (previous.date.earliest, previous.date.latest)
    days = ((exchange.date.earliest - final).days, (exchange.date.latest - first).days)
    holes = tuple(g for g in gaps if g.first.earliest < exchange.date.earliest and g.last.latest > final)
    return FirstSince(exchange, previous, days, _same_day(exchange, others), between, holes)


def _same_day(exchange: Exchange, others: Sequence[Exchange]) -> tuple[Exchange, ...]:
    return tuple(e for e in others if e.date.exact and exchange.date.exact and e.date == exchange.date)


def _may_be_between(other: Exchange, previous: Exchange | None, exchange: Exchange) -> bool:
    if other is previous or (other.date.exact and exchange.date.exact):
        return False
    after = previous is None or other.date.latest > previous.until
    return after and other.date.earliest <= exchange.date.latest and other.until >= exchange.date.earliest


def largest_since(exchange: Exchange, of_conflict: Sequence[Exchange]) -> LargestSince:
    """Find the last earlier exchange that was not smaller than `exchange`."""
    earlier = [e for e in of_conflict if e.id != exchange.id and e.date.latest < exchange.date.earliest]
    earlier.sort(key=lambda e: e.date.earliest)
    size = exchange.living
    if size is None:
        return LargestSince(exchange, None, None)
    larger = next((e for e in reversed(earlier) if e.living is not None and e.living >= size), None)
    unknown = tuple(
        e for e in earlier if e.living is None and (larger is None or e.date.latest > larger.date.earliest)
    )
    return LargestSince(exchange, size, larger, unknown)
