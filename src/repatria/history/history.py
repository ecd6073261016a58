"""The public account of exchanges, and the questions one asks it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from repatria.history import context, ranks, totals
from repatria.history.captivity import Gap, HeldClaim
from repatria.history.context import Accounts, Mediator, Neighbours, Series, Source
from repatria.history.errors import UnknownConflict, UnknownExchange
from repatria.history.exchange import Exchange
from repatria.history.ranks import FirstSince, LargestSince
from repatria.history.totals import Pause, YearTotal
from repatria.history.voices import Voice
from repatria.i18n import _


@dataclass(frozen=True)
class History:
    """Every exchange in order of date, with what is known to be missing.

    Attributes:
        superseded: for a corrected exchange, the rows it replaced, oldest first.
        voices: public statements of named speakers, each about one exchange.
    """

    exchanges: tuple[Exchange, ...]
    gaps: tuple[Gap, ...] = ()
    held_claims: tuple[HeldClaim, ...] = ()
    superseded: dict[str, tuple[Exchange, ...]] = field(default_factory=dict)
    voices: tuple[Voice, ...] = ()

    def __post_init__(self) -> None:
        in_order = sorted(self.exchanges, key=lambda e: (e.date.earliest, e.date.latest))
        object.__setattr__(self, "exchanges", tuple(in_order))

    def __iter__(self) -> Iterator[Exchange]:
        return iter(self.exchanges)

    def __len__(self) -> int:
        return len(self.exchanges)

    @property
    def conflicts(self) -> tuple[str, ...]:
        """Names of the conflicts, the one with most exchanges first."""
        names = [e.conflict for e in self.exchanges]
        return tuple(sorted(set(names), key=lambda name: (-names.count(name), name)))

    def exchange(self, id: str) -> Exchange:
        """Give the exchange called `id`.

        Raises:
            UnknownExchange: there is none.
        """
        found = next((e for e in self.exchanges if e.id == id), None)
        if found is None:
            raise UnknownExchange(_("there is no exchange of that id; `repatria history` lists them"))
        return found

    def of(self, conflict: str) -> "History":
        """Give the history of one conflict alone; letter case does not matter.

        Raises:
            UnknownConflict: there is none of that name.
        """
        name = next((c for c in self.conflicts if c.casefold() == conflict.casefold()), None)
        if name is None:
            known = ", ".join(self.conflicts)
            raise UnknownConflict(_("no such conflict; there are {known}").format(known=known))
        return self.only(e for e in self.exchanges if e.conflict == name)

    def at(self, as_of: date) -> "History":
        """Give the history as it was on `as_of`: a later exchange does not exist yet."""
        return self.only(e for e in self.exchanges if e.date.earliest <= as_of)

    def only(self, exchanges: Iterable[Exchange]) -> "History":
        """Give the history of some of its exchanges, with the gaps of their conflicts."""
        kept = tuple(exchanges)
        conflicts = {e.conflict for e in kept}
        gaps = tuple(gap for gap in self.gaps if gap.conflict in conflicts)
        return History(kept, gaps, self.held_claims, self.superseded, self.voices)

    def totals(self) -> list[YearTotal]:
        """Sum the people by conflict, side and year."""
        return totals.per_side_and_year(self.exchanges, self.gaps)

    def longest_pauses(self, n: int) -> list[Pause]:
        """The `n` longest pauses within a conflict, longest first."""
        return totals.pauses(self.exchanges)[:n]

    def first_since(self, exchange: Exchange) -> FirstSince:
        """Which exchange of the same conflict came before, and how many days before."""
        gaps = [gap for gap in self.gaps if gap.conflict == exchange.conflict]
        return ranks.first_since(exchange, self._siblings(exchange), gaps)

    def largest_since(self, exchange: Exchange) -> LargestSince:
        """How far back no exchange of the same conflict was as large."""
        return ranks.largest_since(exchange, self._siblings(exchange))

    def _siblings(self, exchange: Exchange) -> Sequence[Exchange]:
        return [e for e in self.exchanges if e.conflict == exchange.conflict]

    def previous(self, exchange: Exchange) -> Exchange | None:
        """The exchange of the same conflict that ended last before this one began; None for the first."""
        return self.first_since(exchange).previous

    def neighbours(self, exchange: Exchange) -> Neighbours:
        """What stands before and after this exchange in its conflict, and beside it on its day."""
        return context.neighbours(exchange, self._siblings(exchange))

    def series_of(self, exchange: Exchange) -> Series | None:
        """The handovers under the agreement of this one; None where it stands alone."""
        return context.series(exchange, self._siblings(exchange))

    def mediators(self, exchange: Exchange) -> tuple[Mediator, ...]:
        """Who mediated this exchange, with names in the reader's language, and who only hosted the talks."""
        return context.mediators(exchange)

    def sources(self, exchange: Exchange) -> tuple[Source, ...]:
        """Where this exchange was read; only addresses of the web carry a link."""
        return context.sources(exchange)

    def accounts(self, exchange: Exchange) -> Accounts:
        """The numbers of this exchange kept apart: the formula, the people by each side's account, the details."""
        return context.accounts(exchange)

    def voices_of(self, exchange: Exchange) -> tuple[Voice, ...]:
        """What named speakers said about this exchange, in order of day."""
        return tuple(sorted((v for v in self.voices if v.exchange == exchange.id), key=lambda v: v.on.earliest))

    def still_held(self, as_of: date | None = None, party: str | None = None) -> tuple[HeldClaim, ...]:
        """Claims about people still held, newest first: each one speaker's number on one day, never a fact.

        Args:
            as_of: leave out what was said later.
            party: only about this party's people (``UKR``: Ukrainians held by the other side).
        """
        found = [
            claim
            for claim in self.held_claims
            if claim.still_held
            and (as_of is None or claim.date.earliest <= as_of)
            and (party is None or claim.party == party)
        ]
        return tuple(sorted(found, key=lambda claim: claim.date.earliest, reverse=True))

    def series(self, name: str) -> tuple[Exchange, ...]:
        """The handovers carried out under one agreement, in order."""
        return tuple(e for e in self.exchanges if e.tags.series == name)

    def ordinals(self, counter: str) -> dict[int, tuple[Exchange, ...]]:
        """What each number of `counter` (``UKR``, ``ARE``) covers: one number may cover several days."""
        covered: dict[int, tuple[Exchange, ...]] = {}
        for e in self.exchanges:
            for o in e.tags.ordinals:
                if o.counter == counter:
                    covered[o.number] = (*covered.get(o.number, ()), e)
        return dict(sorted(covered.items()))
