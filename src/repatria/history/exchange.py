"""One exchange as the public record knows it: several numbers, several speakers, and what nobody said."""

import datetime
from dataclasses import dataclass
from typing import Literal

from repatria.history.tags import Tags
from repatria.history.when import When

Confidence = Literal["both-sides", "one-side", "secondary"]
CONFIDENCES: tuple[Confidence, ...] = ("both-sides", "one-side", "secondary")


@dataclass(frozen=True, slots=True)
class Side:
    """People who came back to one side, by that side's own announcement.

    Attributes:
        parties: ISO 3166 alpha-3 codes, or HOUTHI, YEM-GOV; several where several states received people.
        total: living people; None where no number was announced. None is never zero.
        military: servicemen where the announcer split the number.
        civilians: civilians where the announcer split the number.
    """

    parties: tuple[str, ...]
    total: int | None = None
    military: int | None = None
    civilians: int | None = None

    @property
    def name(self) -> str:
        """The parties joined as in the table: ``DEU;USA``."""
        return ";".join(self.parties)

    @property
    def at_least(self) -> int | None:
        """The least that is known: the total, else the parts that were announced, else None."""
        if self.total is not None:
            return self.total
        parts = [n for n in (self.military, self.civilians) if n is not None]
        return sum(parts) if parts else None


@dataclass(frozen=True, slots=True)
class Statement:
    """One number (or one fact without a number) that one speaker gave about an exchange.

    Attributes:
        speaker: party code, ICRC, UN, or DNR (the Moscow-backed administration in Donetsk).
        party: whose returned people it is about; empty for both sides together.
        category: what was counted: ``total``, ``military``, ``officers``, ``azovstal``, ``running_total``, ...
        number: None where only the category was mentioned.
        how: ``exact``, ``about``, ``over`` or ``nearly``.
    """

    speaker: str
    party: str
    category: str
    number: int | None
    how: str = "exact"
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Talks:
    """Where and when an exchange was agreed, as far as the record says."""

    place: str
    date: When | None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One handover, or several days under one row (``until``)."""

    id: str
    conflict: str
    date: When
    a: Side
    b: Side
    mediators: tuple[str, ...]
    place: str
    note: str
    tags: Tags
    sources: tuple[str, ...]
    confidence: Confidence
    statements: tuple[Statement, ...] = ()
    talks: Talks | None = None

    @property
    def sides(self) -> tuple[Side, Side]:
        """Side a, then side b."""
        return self.a, self.b

    @property
    def until(self) -> datetime.date:
        """The last day it can have gone on."""
        return self.tags.until or self.date.latest

    @property
    def living(self) -> int | None:
        """Living people of both sides together; None where either number is unknown."""
        if self.a.total is None or self.b.total is None:
            return None
        return self.a.total + self.b.total

    def side_of(self, party: str) -> Side | None:
        """The side that `party` belongs to, or None if it has no part in this exchange."""
        return next((side for side in self.sides if party in side.parties), None)

    def number_by(self, counter: str) -> int | None:
        """The number that `counter` (``UKR``, ``ARE``) gave to this exchange."""
        return next((o.number for o in self.tags.ordinals if o.counter == counter), None)

    def said(self, category: str, party: str | None = None, speaker: str | None = None) -> list[Statement]:
        """Statements about `category`, of `party` and by `speaker` where these are given."""
        return [
            s
            for s in self.statements
            if s.category == category
            and (party is None or s.party == party)
            and (speaker is None or s.speaker == speaker)
        ]
