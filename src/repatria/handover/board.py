"""The count board: both sides, each stage, and the balance against its bound, at this moment."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from repatria.handover.changes import Change, paused_stages, travelling
from repatria.handover.ledger import Gap, Ledger, Stop
from repatria.handover.manifest import Line, Manifest
from repatria.handover.standing import Standing
from repatria.handover.vocabulary import Outcome


@dataclass(frozen=True, slots=True)
class Count:
    """One stage in one direction: how many travel now, and how many stand in each way."""

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


def board(ledger: Ledger, log: Iterable[Change] = (), made: Mapping[str, int] | None = None) -> Board:
    """Count. `log` are the changes before departure; `made` is what each device says it has made."""
    manifest, changes = ledger.manifest, list(log)
    now = travelling(manifest, changes)
    standings = {line.code: ledger.standing(line.code) for line in now}
    extras = ledger.extras()
    return Board(
        counts=tuple(_counts(now, standings, [ledger.standing(one) for one in extras], ledger)),
        leads=tuple(_leads(manifest, now, standings)),
        stops=ledger.stops(),
        paused=tuple(sorted(paused_stages(manifest, changes))),
        disputed=tuple(one.subject for one in ledger.disagreements()),
        extras=extras,
        gaps=ledger.gaps(made),
        reused=ledger.reused,
    )


def _counts(
    lines: Iterable[Line], standings: Mapping[str, Standing], extras: list[Standing], ledger: Ledger
) -> Iterable[Count]:
    found: dict[tuple[int, str, str], Counter[Outcome]] = {}
    for line in lines:
        key = (line.stage, line.holder, line.receiver)
        found.setdefault(key, Counter())[standings[line.code].outcome] += 1
    unlisted = Counter(_first_party(one, ledger) for one in extras)
    first = {holder: stage for stage, holder, _to in sorted(found, reverse=True)}
    for (stage, holder, receiver), counter in sorted(found.items()):
        extra = unlisted[holder] if first[holder] == stage else 0
        yield Count(stage, holder, receiver, counter.total(), dict(counter), extra)


def _first_party(extra: Standing, ledger: Ledger) -> str:
    """Tell from whose side an extra came: the holder who named him, or the other side of who received him."""
    parties = [party.code for party in ledger.manifest.parties]
    for event in ledger.about(extra.subject):
        if event.role.value == "holder":
            return event.party
        if event.role.value == "receiver" and len(parties) == 2:
            return parties[1 - parties.index(event.party)]
    return ""


def _leads(manifest: Manifest, lines: Iterable[Line], standings: Mapping[str, Standing]) -> Iterable[Lead]:
    crossed = [line for line in lines if standings[line.code].outcome is Outcome.RECEIVED]
    half = [line for line in lines if standings[line.code].outcome is Outcome.PENDING]
    for place, bound in enumerate(manifest.bounds):
        now = sum(line.counts[place] for line in crossed)
        yield Lead(bound.id, bound.most, now, now + sum(line.counts[place] for line in half))
