"""One exchange among the others: its neighbours, its series, its mediators, its sources, its several numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from repatria.history import words
from repatria.history.exchange import Exchange, Side, Statement, Talks


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The exchanges of the same conflict that stand beside one in the order of days.

    Attributes:
        before, after: of an earlier and a later day; None at the ends.
        same_day: the others of its day.
    """

    before: Exchange | None
    after: Exchange | None
    same_day: tuple[Exchange, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """The handovers under one agreement.

    Attributes:
        position: which of them the asked one is, from 1.
        talks: where and when it was agreed, as far as known.
        people: what is known of living people of both sides together, summed.
        unknown: how many of the handovers gave no number for at least one side.
    """

    name: str
    exchanges: tuple[Exchange, ...]
    position: int
    talks: Talks | None
    people: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Mediator:
    """A state or body named as mediator of an exchange.

    Attributes:
        host_only: it hosted the talks where the exchange was agreed, and is not known to have mediated on the day.
    """

    code: str
    host_only: bool = False

    @property
    def name(self) -> str:
        """The name in the reader's language; the code where we have no name."""
        return words.party(self.code)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row was read. `link` is None for a source that is not an address of the web."""

    text: str
    link: str | None
    host: str


@dataclass(frozen=True, slots=True)
class SideAccount:
    """People who came back to one side, by its own account and by others'.

    Attributes:
        own: total, military and civilians by the side's own announcement.
        by_others: what other speakers said of this side's people.
        details: further categories that its own speaker gave (officers, wounded, women, ...).
    """

    own: Side
    by_others: tuple[Statement, ...]
    details: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Accounts:
    """The numbers of an exchange, kept apart.

    Attributes:
        formula: what was announced as the exchange (``157`` each), and who announced it.
        sides: people, by each side's account.
        together: numbers given for both sides together, by speaker.
        differ: the parties' statements are known to differ.
    """

    formula: tuple[Statement, ...]
    sides: tuple[SideAccount, SideAccount]
    together: tuple[Statement, ...]
    differ: bool


def neighbours(exchange: Exchange, of_conflict: Sequence[Exchange]) -> Neighbours:
    """Find what stands beside `exchange` among all of its conflict."""
    others = [e for e in of_conflict if e.id != exchange.id]
    before = [e for e in others if e.date.latest < exchange.date.earliest]
    after = [e for e in others if e.date.earliest > exchange.date.latest]
    return Neighbours(
        max(before, key=lambda e: (e.until, e.date.earliest), default=None),
        min(after, key=lambda e: (e.date.earliest, e.date.latest), default=None),
        tuple(e for e in others if e.date == exchange.date),
    )


def series(exchange: Exchange, of_conflict: Sequence[Exchange]) -> Series | None:
    """Find the handovers under the same agreement; None where `exchange` stands alone."""
    if not exchange.tags.series:
        return None
    members = tuple(e for e in of_conflict if e.tags.series == exchange.tags.series)
    return Series(
        name=exchange.tags.series,
        exchanges=members,
        position=1 + [e.id for e in members].index(exchange.id),
        talks=next((e.talks for e in members if e.talks), None),
        people=sum(side.at_least or 0 for e in members for side in e.sides),
        unknown=sum(e.living is None for e in members),
    )


def mediators(exchange: Exchange) -> tuple[Mediator, ...]:
    """Who mediated, and who only hosted the talks."""
    # The table's own rule: TUR on rows agreed in Istanbul is the host of those talks, not a mediator on the day.
    in_istanbul = exchange.talks is not None and exchange.talks.place == "Istanbul"
    return tuple(Mediator(code, in_istanbul and code == "TUR") for code in exchange.mediators)


def sources(exchange: Exchange) -> tuple[Source, ...]:
    """Where the row was read, as links where they are links."""
    return tuple(map(source, exchange.sources))


def source(text: str) -> Source:
    """Tell an address of the web from another source. Only http and https become links."""
    try:
        parts = urlsplit(text)
        if parts.scheme in ("http", "https") and parts.hostname and " " not in text:
            return Source(text, text, parts.hostname.removeprefix("www."))
    except ValueError:
        pass
    return Source(text, None, text)


def accounts(exchange: Exchange) -> Accounts:
    """Sort the numbers of an exchange by what they count and who gave them."""
    said = exchange.statements
    return Accounts(
        formula=tuple(s for s in said if s.category == "formula"),
        sides=(_account(exchange.a, said), _account(exchange.b, said)),
        together=tuple(s for s in said if not s.party and s.category != "formula" and s.number is not None),
        differ=exchange.tags.differ,
    )


def _account(side: Side, said: Sequence[Statement]) -> SideAccount:
    about = [s for s in said if s.party and set(s.party.split(";")) & set(side.parties)]
    return SideAccount(
        own=side,
        by_others=tuple(s for s in about if s.speaker not in side.parties),
        details=tuple(s for s in about if s.speaker in side.parties),
    )
