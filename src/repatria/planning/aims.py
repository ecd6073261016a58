"""The aims of a plan, most important first (section 4 of the format). The order is data, not code."""

from dataclasses import dataclass
from typing import Any, Literal

from repatria.i18n import _
from repatria.planning.fields import Fields
from repatria.planning.selectors import Selector

ALL = "all"
NO_AIM = -1
Sense = Literal["max", "min"]


@dataclass(frozen=True, slots=True)
class CountAim:
    """As many as possible of those who match."""

    select: Selector


@dataclass(frozen=True, slots=True)
class LongestHeld:
    """Leximin over captivity: one number per bucket of `bucket_days`, longest held first."""

    bucket_days: int
    buckets: int


@dataclass(frozen=True, slots=True)
class Days:
    """The most days in captivity ended, summed over those who go."""


@dataclass(frozen=True, slots=True)
class WorstOffParty:
    """The smallest part, in thousandths, of its requests that any party gets."""


@dataclass(frozen=True, slots=True)
class Points:
    """Requests granted, for one party or for all."""

    party: str


@dataclass(frozen=True, slots=True)
class NetMin:
    """The smallest net of any party."""


@dataclass(frozen=True, slots=True)
class Transport:
    """The cost of the sites that anybody leaves, the owed included."""


Aim = CountAim | LongestHeld | Days | WorstOffParty | Points | NetMin | Transport


@dataclass(frozen=True, slots=True)
class Value:
    """One number of the objective: which aim it belongs to, its name as the checker prints it, its sense.

    `aim` is `NO_AIM` for a level that the agreement does not state, such as "fewest changes".
    """

    aim: int
    name: str
    sense: Sense
    bucket: int | None = None


def read_aims(rows: list[Any], parties: frozenset[str]) -> tuple[Aim, ...]:
    """Read the list ``objective``.

    Raises:
        BadInstance: an unknown type, field or party, or a number out of bounds.
    """
    return tuple(
        _read(Fields(row, _("objective, row {row}").format(row=n)), parties) for n, row in enumerate(rows, 1)
    )


def values_of(aims: tuple[Aim, ...]) -> list[Value]:
    """Give the numbers that make up the objective vector, in order."""
    found: list[Value] = []
    for n, aim in enumerate(aims):
        match aim:
            case LongestHeld(buckets=buckets):
                found += [Value(n, f"longest_held[{b}]", "max", b) for b in reversed(range(buckets))]
            case CountAim():
                found.append(Value(n, "count", "max"))
            case Days():
                found.append(Value(n, "days", "max"))
            case WorstOffParty():
                found.append(Value(n, "worst_off_party", "max"))
            case Points(party=party):
                found.append(Value(n, f"points[{party}]", "max"))
            case NetMin():
                found.append(Value(n, "net_min", "max"))
            case Transport():
                found.append(Value(n, "transport", "min"))
    return found


def described(aims: tuple[Aim, ...], value: Value) -> str:
    """Give a number of the objective in words."""
    if value.aim == NO_AIM:
        return value.name
    aim = aims[value.aim]
    match aim:
        case LongestHeld(bucket_days=width) if value.bucket == aim.buckets - 1:
            return _("freed of those held {days} days or more").format(days=width * (aim.buckets - 1))
        case LongestHeld(bucket_days=width):
            first = width * (value.bucket or 0)
            return _("freed of those held {first} to {last} days").format(first=first, last=first + width - 1)
        case CountAim(select=Selector(words=words, bounds=bounds, ids=ids)):
            return _("persons freed, of some") if words or bounds or ids is not None else _("persons freed")
        case Days():
            return _("days in captivity ended")
        case WorstOffParty():
            return _("worst-off party's requests granted, per mille")
        case Points(party=party):
            return _("points granted") if party == ALL else _("points granted to {party}").format(party=party)
        case NetMin():
            return _("net points of the party that gains least")
        case Transport():
            return _("cost of the sites opened")


_KINDS = ("count", "longest_held", "days", "worst_off_party", "points", "net_min", "transport")


def _read(fields: Fields, parties: frozenset[str]) -> Aim:
    aim = _aim(fields.one_of("type", _KINDS), fields, parties)
    fields.done()
    return aim


def _aim(kind: str, fields: Fields, parties: frozenset[str]) -> Aim:
    match kind:
        case "count":
            return CountAim(Selector.read(fields.inner("select")) if "select" in fields else Selector())
        case "longest_held":
            # More buckets than days in a century of captivity say nothing more.
            return LongestHeld(fields.number("bucket_days", least=1), fields.number("buckets", least=1, most=1000))
        case "days":
            return Days()
        case "worst_off_party":
            return WorstOffParty()
        case "points":
            return Points(fields.one_of("party", parties | {ALL}))
        case "net_min":
            return NetMin()
        case _:
            return Transport()
