"""What a duty is made of: one row says who owes what to whom, when it begins, by when, and what shows it is met."""

from collections.abc import Iterator
from dataclasses import dataclass

from repatria.conventions.audience import Audience
from repatria.conventions.kinds import Kind
from repatria.conventions.vocabulary import ANYBODY, About, Actor, Category


@dataclass(frozen=True, slots=True)
class On:
    """An event that a rule listens to: its kind and, where given, the values one attribute must have.

    With `ask`, an event that leaves the attribute out still counts, and the duty then cannot be told.
    None among the values means that the attribute may be left out. `and_yes` is a second attribute that must be
    ``yes``, and is always asked for.
    """

    kind: Kind
    attribute: str | None = None
    values: tuple[str | None, ...] = ()
    ask: bool = False
    and_yes: str | None = None


def on(*kinds: Kind) -> tuple[On, ...]:
    """Listen to each of `kinds`, whatever its attributes."""
    return tuple(On(kind) for kind in kinds)


@dataclass(frozen=True, slots=True)
class Within:
    """N: to be done within `length` of the beginning (``1w``, ``14d``, ``3mo``), counted from the day after."""

    length: str


@dataclass(frozen=True, slots=True)
class Every:
    """N: to be done again and again, never more than `length` apart, as long as the state lasts."""

    length: str


@dataclass(frozen=True, slots=True)
class Before:
    """To be done at least `days` before the event that the duty begins with. `words` where the treaty has no N."""

    days: int = 0
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Soft:
    """S: the treaty gives words and no number. Only a mediator's target can make such a duty late."""

    words: str


@dataclass(frozen=True, slots=True)
class Bound:
    """What one attribute must say: a number within limits (``none`` is allowed: no limit was set), or a word."""

    attribute: str
    at_least: float | None = None
    at_most: float | None = None
    one_of: tuple[str, ...] = ()
    present: bool = False


@dataclass(frozen=True, slots=True)
class Holds:
    """The event itself must satisfy every bound (or carry the excuse); one that does not is a breach that day."""

    bounds: tuple[Bound, ...]
    unless: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Owed at all times: the duty shows itself only when an event breaks it."""


Clock = Within | Every | Before | Soft | Holds | Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of the table.

    `starts` begin the duty; `met_by` shows that it is met; `ends` make it fall away while it is still running.
    `since`: what was done after this event, before the start, counts too. `given`: only for those to whom this
    happened before. `reading` tells a lawyer where a choice was made in reading the article.
    """

    id: str
    article: str
    text: str
    owes: Actor
    to: tuple[Actor, ...]
    about: About
    clock: Clock
    starts: tuple[On, ...]
    met_by: tuple[On, ...] = ()
    ends: tuple[On, ...] = ()
    since: Kind | None = None
    given: On | None = None
    applies_to: frozenset[Category] = ANYBODY
    seen_by: Audience
    outside_ratio: bool = False
    reading: str | None = None

    @property
    def treaty(self) -> str:
        """The treaty that a party must be bound by: ``GC I``, ``GC III``, ``GC IV`` or ``AP I``."""
        return " ".join(self.article.split()[:2])

    @property
    def number(self) -> str:
        """``N`` where the treaty has a number, ``S`` where it has words only, ``-`` for what always holds."""
        match self.clock:
            case Within() | Every() | Before(words=None):
                return "N"
            case Soft() | Before():
                return "S"
            case Holds(bounds=bounds) if any(b.at_least or b.at_most for b in bounds):
                return "N"
            case _:
                return "-"

    def listens_to(self) -> frozenset[Kind]:
        """Every kind of event, the general ones on custody and status aside, that can change this duty."""
        named = {listened.kind for listened in (*self.starts, *self.met_by, *self.ends)}
        if self.since is not None:
            named.add(self.since)
        if self.given is not None:
            named.add(self.given.kind)
        return frozenset(named)


def by_id(*tables: tuple[Rule, ...]) -> dict[str, Rule]:
    """Put the rows of all tables under their names, in the order of the tables."""
    return {rule.id: rule for rule in _rows(tables)}


def _rows(tables: tuple[tuple[Rule, ...], ...]) -> Iterator[Rule]:
    for table in tables:
        yield from table
