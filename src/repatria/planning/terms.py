"""The ten kinds of term that an agreement is made of (section 3 of the format), each with its author and text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from repatria.i18n import _
from repatria.planning.fields import MOST, MOST_FACTOR, Fields, numbered_once, whole_number
from repatria.planning.selectors import Selector

MEDIATOR = "mediator"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each person counts for, by grade or category (rank equivalents); 1 where the table is silent."""

    by: str
    table: Mapping[str, int]

    @classmethod
    def read(cls, fields: Fields) -> "Weights":
        """Read ``{"by": ..., "map": ...}``."""
        by = fields.one_of("by", ("grade", "category"))
        table = fields.raw("map")
        if not isinstance(table, dict):
            raise fields.wrong("map", _("must be an object"))
        for weight in table.values():
            whole_number(weight, 0, MOST_FACTOR, f"{fields.place}, map")
        fields.done()
        return cls(by, table)

    def of(self, value: str | int) -> int:
        """Give the weight of a grade or category."""
        return self.table.get(str(value), 1)


@dataclass(frozen=True, slots=True)
class Term:
    """What every term has: its id, who asked for it (a party or the mediator) and its words."""

    id: str
    by: str
    text: str

    kind: ClassVar[str]
    # Fields that are one number, for "the least change that would make it possible".
    numbers: ClassVar[tuple[str, ...]] = ()


@dataclass(frozen=True, slots=True)
class Count(Term):
    """least <= W(select) <= most."""

    select: Selector
    min: int | None
    max: int | None
    weights: Weights | None

    kind: ClassVar[str] = "count"
    numbers: ClassVar[tuple[str, ...]] = ("min", "max")


@dataclass(frozen=True, slots=True)
class Balance(Term):
    """|left_factor * W(left) - right_factor * W(right)| <= tolerance."""

    left: Selector
    right: Selector
    left_factor: int
    right_factor: int
    tolerance: int
    weights: Weights | None

    kind: ClassVar[str] = "balance"
    numbers: ClassVar[tuple[str, ...]] = ("tolerance",)


@dataclass(frozen=True, slots=True)
class Parity(Term):
    """For each category or grade: |n(left) - n(right)| <= tolerance."""

    left: Selector
    right: Selector
    per: str
    tolerance: int

    kind: ClassVar[str] = "parity"
    numbers: ClassVar[tuple[str, ...]] = ("tolerance",)


@dataclass(frozen=True, slots=True)
class Share(Term):
    """Of those who go and match `of`, at least `min_percent` per cent match `within` too."""

    of: Selector
    within: Selector
    min_percent: int

    kind: ClassVar[str] = "share"
    numbers: ClassVar[tuple[str, ...]] = ("min_percent",)


@dataclass(frozen=True, slots=True)
class Include(Term):
    """Everybody who matches goes."""

    select: Selector
    kind: ClassVar[str] = "include"


@dataclass(frozen=True, slots=True)
class Exclude(Term):
    """Nobody who matches goes."""

    select: Selector
    kind: ClassVar[str] = "exclude"


@dataclass(frozen=True, slots=True)
class Sites(Term):
    """Those who go and match leave from at most `max` sites."""

    select: Selector
    max: int

    kind: ClassVar[str] = "sites"
    numbers: ClassVar[tuple[str, ...]] = ("max",)


@dataclass(frozen=True, slots=True)
class Together(Term):
    """Of each group all free members go, or none. `groups` None means all groups."""

    groups: frozenset[str] | None
    kind: ClassVar[str] = "together"


@dataclass(frozen=True, slots=True)
class IfThen(Term):
    """If any free person matching `condition` goes, everybody matching `then` goes."""

    condition: Selector
    then: Selector
    kind: ClassVar[str] = "if_then"


@dataclass(frozen=True, slots=True)
class Net(Term):
    """The party's points over those who go are at least `min`."""

    party: str
    min: int

    kind: ClassVar[str] = "net"
    numbers: ClassVar[tuple[str, ...]] = ("min",)


AnyTerm = Count | Balance | Parity | Share | Include | Exclude | Sites | Together | IfThen | Net


def read_terms(rows: list[Any], parties: frozenset[str]) -> tuple[AnyTerm, ...]:
    """Read the list ``terms``.

    Raises:
        BadInstance: an unknown type or field, an id twice, an author or party that is not listed.
    """
    terms = tuple(_read(Fields(row, _("terms, row {row}").format(row=n)), parties) for n, row in enumerate(rows, 1))
    numbered_once([term.id for term in terms], _("terms"))
    return terms


def _read(fields: Fields, parties: frozenset[str]) -> AnyTerm:
    name = fields.text("id")
    fields.place = _("term {id}").format(id=name)
    kind = fields.one_of("type", _READERS)
    by = fields.one_of("by", parties | {MEDIATOR}, default=MEDIATOR)
    head = (name, by, fields.text("text", default=""))
    term = _READERS[kind](fields, head, parties)
    fields.done()
    return term


_Head = tuple[str, str, str]


def _selector(fields: Fields, name: str) -> Selector:
    return Selector.read(fields.inner(name))


def _weights(fields: Fields) -> Weights | None:
    return Weights.read(fields.inner("weights")) if fields.raw("weights") is not None else None


def _count(fields: Fields, head: _Head, _parties: frozenset[str]) -> Count:
    least, most = fields.number_or_none("min"), fields.number_or_none("max")
    return Count(*head, _selector(fields, "select"), least, most, _weights(fields))


def _balance(fields: Fields, head: _Head, _parties: frozenset[str]) -> Balance:
    return Balance(
        *head,
        _selector(fields, "left"),
        _selector(fields, "right"),
        fields.number("left_factor", most=MOST_FACTOR, default=1),
        fields.number("right_factor", most=MOST_FACTOR, default=1),
        fields.number("tolerance"),
        _weights(fields),
    )


def _parity(fields: Fields, head: _Head, _parties: frozenset[str]) -> Parity:
    per = fields.one_of("per", ("category", "grade"))
    return Parity(*head, _selector(fields, "left"), _selector(fields, "right"), per, fields.number("tolerance"))


def _share(fields: Fields, head: _Head, _parties: frozenset[str]) -> Share:
    percent = fields.number("min_percent", most=100)
    return Share(*head, _selector(fields, "of"), _selector(fields, "within"), percent)


def _include(fields: Fields, head: _Head, _parties: frozenset[str]) -> Include:
    return Include(*head, _selector(fields, "select"))


def _exclude(fields: Fields, head: _Head, _parties: frozenset[str]) -> Exclude:
    return Exclude(*head, _selector(fields, "select"))


def _sites(fields: Fields, head: _Head, _parties: frozenset[str]) -> Sites:
    return Sites(*head, _selector(fields, "select"), fields.number("max"))


def _together(fields: Fields, head: _Head, _parties: frozenset[str]) -> Together:
    groups = fields.raw("groups")
    if groups == "all":
        return Together(*head, None)
    if not isinstance(groups, list) or not all(isinstance(group, str) for group in groups):
        raise fields.wrong("groups", _('must be "all" or a list of group ids'))
    return Together(*head, frozenset(groups))


def _if_then(fields: Fields, head: _Head, _parties: frozenset[str]) -> IfThen:
    return IfThen(*head, _selector(fields, "if"), _selector(fields, "then"))


def _net(fields: Fields, head: _Head, parties: frozenset[str]) -> Net:
    return Net(*head, fields.one_of("party", parties), fields.number("min", least=-MOST))


_READERS: Mapping[str, Callable[[Fields, _Head, frozenset[str]], AnyTerm]] = {
    "count": _count,
    "balance": _balance,
    "parity": _parity,
    "share": _share,
    "include": _include,
    "exclude": _exclude,
    "sites": _sites,
    "together": _together,
    "if_then": _if_then,
    "net": _net,
}
