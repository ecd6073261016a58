"""How one person stands, worked out from every check-in about him.

The result is a function of the set of events: their order, repeats and clocks cannot change it. Within one device
the counter orders; between devices nothing does, so two devices that say different things make a disagreement that
a named person resolves. A resolution covers the check-ins that it names, and no later one.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from repatria.handover.events import Event, is_extra
from repatria.handover.vocabulary import ANSWERS, Kind, Outcome, Role

_STAYS = (Kind.DECEASED, Kind.DOES_NOT_TRAVEL, Kind.NOT_FIT, Kind.REPLACED)
_CONFLICTS = frozenset(
    {frozenset((Kind.RECEIVED, other)) for other in ANSWERS - {Kind.RECEIVED, Kind.PRESENT}}
    | {frozenset((Kind.PRESENT, other)) for other in (Kind.ABSENT, Kind.SOMEONE_ELSE, Kind.DECEASED)}
)
# What is said of a person who is spoken of in several true ways: the first of these.
_STRONGEST = (Kind.RECEIVED, *_STAYS, Kind.ABSENT, Kind.SOMEONE_ELSE, Kind.PRESENT)


@dataclass(frozen=True, slots=True)
class Position:
    """What a device, or a named person's decision, holds to be so now."""

    event: str
    role: Role
    party: str
    says: Kind
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How a person stands.

    `subject` is a line's code, or an extra's id; `also` are further lines and extras that are the same person.
    `receipts` are the roles that have received him. `made` are the ids of all check-ins about him.
    """

    subject: str
    also: tuple[str, ...]
    outcome: Outcome
    positions: tuple[Position, ...] = ()
    receipts: frozenset[Role] = frozenset()
    effects: frozenset[str] = frozenset()
    made: frozenset[str] = frozenset()
    resolved_by: tuple[str, ...] = ()

    @property
    def is_extra(self) -> bool:
        """Whether he stands on no line of the manifest."""
        return is_extra(self.subject)


def agree(kinds: Collection[Kind]) -> Kind | None:
    """Give what a set of answers amounts to, or None where two of them cannot both be true."""
    if any(frozenset((a, b)) in _CONFLICTS for a in kinds for b in kinds if a != b):
        return None
    return next(kind for kind in _STRONGEST if kind in kinds)


def stand(
    members: tuple[str, ...],
    events: Iterable[Event],
    settled: Collection[str],
    required: frozenset[Role],
) -> Standing:
    """Work out how the person of `members` (his lines and extras, the first one his own) stands.

    `events` are all valid check-ins about him, in any order; `settled` are ids that a resolution covers.
    """
    known = list(events)
    positions = _positions(known, settled)
    outcome, receipts = _outcome(known, positions, required, any(map(is_extra, members)))
    return Standing(
        subject=members[0],
        also=members[1:],
        outcome=outcome,
        positions=tuple(positions),
        receipts=receipts,
        effects=frozenset(number for event in known if event.kind is Kind.EFFECTS for number in event.effects),
        made=frozenset(event.id for event in known),
        resolved_by=tuple(sorted({e.said_by for e in known if e.kind is Kind.RESOLVED and e.id not in settled})),
    )


def _positions(events: Iterable[Event], settled: Collection[str]) -> list[Position]:
    by_device: dict[str, list[Event]] = {}
    found = []
    for event in events:
        if event.kind in ANSWERS:
            by_device.setdefault(event.device, []).append(event)
        elif event.kind is Kind.RESOLVED and event.id not in settled:
            found.append(Position(event.id, event.role, event.party, Kind(event.outcome), decided=True))
    for said in by_device.values():
        found += [
            Position(event.id, event.role, event.party, event.kind)
            for event in _last_said(said)
            if event.id not in settled
        ]
    return sorted(set(found), key=lambda position: (position.event, position.says, position.role))


def _last_said(said: list[Event]) -> list[Event]:
    """Give what one device holds now: its last answer, and a receipt that stands before it.

    Seeing a person again does not undo his receipt; saying he is absent after receiving him contradicts it.
    """
    last = max(event.sequence for event in said)
    received = max((event.sequence for event in said if event.kind is Kind.RECEIVED), default=0)
    return [event for event in said if event.sequence in (last, received)]


def _outcome(
    events: list[Event], positions: list[Position], required: frozenset[Role], extra: bool
) -> tuple[Outcome, frozenset[Role]]:
    said = frozenset(position.says for position in positions)
    receipts = frozenset(position.role for position in positions if position.says is Kind.RECEIVED)
    if not said:
        # All positions settled, and no decision stands: two decisions cover each other.
        covered = any(event.kind is Kind.RESOLVED for event in events)
        nothing = Outcome.PRESENT if extra else Outcome.EXPECTED
        return (Outcome.DISPUTED if covered else nothing), frozenset()
    agreed = agree(said)
    if agreed is None:
        return Outcome.DISPUTED, receipts
    if agreed is not Kind.RECEIVED:
        return Outcome(agreed.value), frozenset()
    if any(position.decided and position.says is Kind.RECEIVED for position in positions):
        # A decision cannot make a receipt that no receiver ever gave.
        given = any(event.kind is Kind.RECEIVED and event.role is Role.RECEIVER for event in events)
        return (Outcome.RECEIVED, required) if given else (Outcome.DISPUTED, receipts)
    return (Outcome.RECEIVED if required <= receipts else Outcome.PENDING), receipts


def groups_of(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Give, for each subject that is said to be the same person as another, all of them; a line comes first."""
    above: dict[str, str] = {}

    def top(subject: str) -> str:
        while above.setdefault(subject, subject) != subject:
            subject = above[subject]
        return subject

    for one, other in pairs:
        above[top(one)] = top(other)
    members: dict[str, list[str]] = {}
    for subject in above:
        members.setdefault(top(subject), []).append(subject)
    ordered = {root: tuple(sorted(some, key=_lines_first)) for root, some in members.items()}
    return {subject: ordered[top(subject)] for subject in above}


def _lines_first(subject: str) -> tuple[bool, int, str]:
    if is_extra(subject):
        return True, 0, subject
    return False, int(subject.split("-")[1]), subject
