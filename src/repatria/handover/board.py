"""The count board: both sides, each stage, and the balance against its bound, at this moment."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from repatria.handover.change import Change
from repatria.handover.changes import Balance, balance, paused_stages, travelling
from repatria.handover.ledger import Gap, Ledger, Stop
from repatria.handover.manifest import Line
from repatria.handover.on_the_day import changes_of
from repatria.handover.standing import Standing
from repatria.handover.vocabulary import Outcome


@dataclass(frozen=True, slots=True)
class Count:
    """One stage in one direction: how many travel now, and how many stand in each way.

    `by_outcome` also counts lines of the stage that do not travel any more and of whom something was said.
    """

    stage: int
    holder: str
    receiver: str
    travelling: int
    by_outcome: Mapping[Outcome, int]
    extras: int

    @property
    def received(self) -> int:
        """Those who have crossed, with every receipt that the agreement names."""
        return self.by_outcome.get(Outcome.RECEIVED, 0)

    @property
    def open(self) -> int:
        """Those of whom nothing final is known: expected, seen, half received, disputed."""
        still = (Outcome.EXPECTED, Outcome.PRESENT, Outcome.PENDING, Outcome.DISPUTED)
        return sum(self.by_outcome.get(outcome, 0) for outcome in still)


@dataclass(frozen=True, slots=True)
class Lead:
    """How far one side is ahead now: by full receipts, and if every half receipt completes.

    Above 0 the first side of the bound has given more. `room` is how many the first and the second side could each
    still send, one by one, without reply.
    """

    bound: str
    most: int
    now: int
    with_pending: int

    @property
    def room(self) -> tuple[int, int]:
        """Persons whom each side may still send before the other answers."""
        return max(0, self.most - self.with_pending), max(0, self.most + self.with_pending)

    @property
    def holds(self) -> bool:
        """Whether the bound is kept. Whom one role has seen cross has crossed, complete receipt or not."""
        return abs(self.with_pending) <= self.most


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the table needs to see."""

    counts: tuple[Count, ...]
    leads: tuple[Lead, ...]
    balance: tuple[Balance, ...]
    changes: tuple[Change, ...]
    stops: tuple[Stop, ...]
    paused: tuple[int, ...]
    disputed: tuple[str, ...]
    extras: tuple[str, ...]
    gaps: tuple[Gap, ...]
    reused: tuple[str, ...]

    @property
    def received(self) -> int:
        """All who have crossed with every receipt, both ways."""
        return sum(count.received for count in self.counts)

    @property
    def may_go_on(self) -> bool:
        """Whether nothing speaks against sending the next bus."""
        return not self.stops and not self.paused and all(lead.holds for lead in self.leads)


def board(ledger: Ledger, log: Iterable[Change] | None = None, made: Mapping[str, int] | None = None) -> Board:
    """Count. `log` are the changes, worked out from the check-ins where it is not given.

    `made` is what each device says it has made.
    """
    manifest = ledger.manifest
    changes = changes_of(ledger) if log is None else tuple(log)
    extras = ledger.extras()
    return Board(
        counts=tuple(_counts(ledger, travelling(manifest, changes), [ledger.standing(one) for one in extras])),
        leads=tuple(_leads(ledger)),
        balance=balance(manifest, changes),
        changes=changes,
        stops=ledger.stops(),
        paused=tuple(sorted(paused_stages(manifest, changes))),
        disputed=tuple(one.subject for one in ledger.disagreements()),
        extras=extras,
        gaps=ledger.gaps(made),
        reused=ledger.reused,
    )


def _counts(ledger: Ledger, now: Sequence[Line], extras: list[Standing]) -> Iterable[Count]:
    travelling_now = Counter(_lane(line) for line in now)
    found: dict[tuple[int, str, str], Counter[Outcome]] = {lane: Counter() for lane in travelling_now}
    for line in _spoken_of(ledger, now):
        found.setdefault(_lane(line), Counter())[ledger.standing(line.code).outcome] += 1
    unlisted = Counter(_first_party(one, ledger) for one in extras)
    first = {holder: stage for stage, holder, _to in sorted(found, reverse=True)}
    for lane, counter in sorted(found.items()):
        stage, holder, receiver = lane
        extra = unlisted[holder] if first[holder] == stage else 0
        yield Count(stage, holder, receiver, travelling_now[lane], dict(counter), extra)


def _lane(line: Line) -> tuple[int, str, str]:
    return line.stage, line.holder, line.receiver


def _spoken_of(ledger: Ledger, now: Sequence[Line]) -> Iterable[Line]:
    """Give those who travel now, and every other line of whom something was said."""
    yield from now
    codes = {line.code for line in now}
    for code, line in ledger.manifest.by_code.items():
        if code not in codes and ledger.standing(code).outcome is not Outcome.EXPECTED:
            yield line


def _first_party(extra: Standing, ledger: Ledger) -> str:
    """Tell from whose side an extra came: the holder who named him, or the other side of who received him."""
    parties = [party.code for party in ledger.manifest.parties]
    for event in ledger.about(extra.subject):
        if event.role.value == "holder":
            return event.party
        if event.role.value == "receiver" and len(parties) == 2:
            return parties[1 - parties.index(event.party)]
    return ""


def _leads(ledger: Ledger) -> Iterable[Lead]:
    """Work out the lead by receipts alone: who has crossed counts, however the list has changed."""
    standings = [(line, ledger.standing(line.code).outcome) for line in ledger.manifest.by_code.values()]
    for place, bound in enumerate(ledger.manifest.bounds):
        now = sum(line.counts[place] for line, outcome in standings if outcome is Outcome.RECEIVED)
        half = sum(line.counts[place] for line, outcome in standings if outcome is Outcome.PENDING)
        yield Lead(bound.id, bound.most, now, now + half)
