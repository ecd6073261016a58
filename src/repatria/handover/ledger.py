"""The ledger: all check-ins that are known, and how everybody stands by them.

It is a set that only grows (a G-Set, in the words of Shapiro et al. 2011), with readings worked out from it: so
hubs and tablets that have met in any order hold the same ledger, and saying a thing twice changes nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from repatria.handover.errors import BadEvent
from repatria.handover.events import Event, is_extra, split_id
from repatria.handover.manifest import Manifest
from repatria.handover.standing import Standing, groups_of, stand
from repatria.handover.vocabulary import ANSWERS, Kind, Outcome, Role
from repatria.i18n import _


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop that has not been lifted: who called it, why, and its event."""

    event: str
    party: str
    role: Role
    reason: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Check-ins of a device that were made and are not here: first and last missing number."""

    device: str
    first: int
    last: int


class Ledger:
    """All events about one manifest. Adding is commutative, associative and idempotent."""

    def __init__(self, manifest: Manifest, events: Iterable[Event] = ()) -> None:
        self.manifest = manifest
        self._events: dict[str, list[Event]] = {}
        self._by_subject: dict[str, list[Event]] = {}
        self._standings: dict[str, Standing] = {}
        self._linked: Mapping[str, tuple[str, ...]] | None = None
        self._void: frozenset[str] | None = None
        self.merge(events)

    def add(self, event: Event) -> bool:
        """Take in one event; False if it was known.

        Raises:
            BadEvent: it belongs to another manifest, names no line of this one, or its role has no say there.
        """
        admissible(self.manifest, event)
        same_id = self._events.setdefault(event.id, [])
        if event in same_id:
            return False
        same_id.append(event)
        for subject in {event.subject, event.other, event.id if event.kind is Kind.NOT_ON_LIST else ""} - {""}:
            self._by_subject.setdefault(subject, []).append(event)
        self._forget(event)
        return True

    def merge(self, events: Iterable[Event]) -> int:
        """Take in many events; give how many were new."""
        return sum(map(self.add, events))

    def _forget(self, event: Event) -> None:
        """Drop what was worked out before and may have changed."""
        simple = event.kind in ANSWERS | {Kind.EFFECTS, Kind.NOTE}
        if not simple or len(self._events[event.id]) > 1:
            self._standings.clear()
            self._linked = self._void = None
            return
        for subject in self._members(event.subject):
            self._standings.pop(subject, None)

    def __len__(self) -> int:
        return sum(map(len, self._events.values()))

    def __contains__(self, event_id: str) -> bool:
        return event_id in self._events

    def events(self) -> Iterator[Event]:
        """Give all events: by device and number, whatever the order in which they came."""
        for event_id in sorted(self._events, key=split_id):
            yield from self._under(event_id)

    def _under(self, event_id: str) -> list[Event]:
        """Give what was said under one id: one check-in, unless a tablet was set back or somebody forges."""
        some = self._events[event_id]
        return some if len(some) == 1 else sorted(some, key=Event.format)

    def about(self, subject: str) -> tuple[Event, ...]:
        """Give everything that was said about a line or an extra, withdrawn or not, in the order of `events`."""
        some = {event for one in self._members(subject) for event in self._by_subject.get(one, ())}
        ids = sorted({event.id for event in some}, key=split_id)
        return tuple(event for one in ids for event in self._under(one) if event in some)

    @property
    def reused(self) -> tuple[str, ...]:
        """Ids under which different things were said: a tablet was set back, or somebody forges."""
        return tuple(sorted(event_id for event_id, some in self._events.items() if len(some) > 1))

    @property
    def withdrawn(self) -> frozenset[str]:
        """Ids of events that their own device has taken back."""
        if self._void is None:
            self._void = _withdrawn(event for some in self._events.values() for event in some)
        return self._void

    def standing(self, subject: str) -> Standing:
        """Say how the person of a line or an extra stands."""
        found = self._standings.get(subject)
        if found is None:
            found = self._standings[subject] = self._work_out(subject)
        return found

    def everybody(self) -> Iterator[Standing]:
        """Give one standing for each person: every signed line, the reserve that moved, every extra."""
        for line in (*self.manifest.lines, *self.manifest.reserve):
            standing = self.standing(line.code)
            if line.code in self.manifest.listed or standing.outcome is not Outcome.EXPECTED:
                yield standing
        for extra in self.extras():
            yield self.standing(extra)

    def extras(self) -> tuple[str, ...]:
        """Ids of the persons who are on no line, each person once."""
        named = [subject for subject in self._by_subject if is_extra(subject) and self._is_named(subject)]
        return tuple(sorted({self._members(one)[0] for one in named if is_extra(self._members(one)[0])}))

    def disagreements(self) -> tuple[Standing, ...]:
        """Give those of whom devices say different things that nobody has resolved."""
        return tuple(one for one in self.everybody() if one.outcome is Outcome.DISPUTED)

    def stops(self) -> tuple[Stop, ...]:
        """Give the stops in force. Only the side that called a stop lifts it."""
        valid = [event for event in self.events() if event.id not in self.withdrawn]
        lifted = {
            (one, event.role, event.party) for event in valid if event.kind is Kind.GO_ON for one in event.about
        }
        return tuple(
            Stop(event.id, event.party, event.role, event.reason)
            for event in valid
            if event.kind is Kind.STOP and (event.id, event.role, event.party) not in lifted
        )

    def gaps(self, made: Mapping[str, int] | None = None) -> tuple[Gap, ...]:
        """Give what is known to be missing; `made` says how many check-ins a device says it has made."""
        numbers: dict[str, set[int]] = {device: set() for device in made or {}}
        for event_id in self._events:
            device, sequence = split_id(event_id)
            numbers.setdefault(device, set()).add(sequence)
        found: list[Gap] = []
        for device in sorted(numbers):
            upto = max(numbers[device] | {(made or {}).get(device, 0)})
            found += _runs(device, sorted(set(range(1, upto + 1)) - numbers[device]))
        return tuple(found)

    def _is_named(self, extra: str) -> bool:
        return any(event.id not in self.withdrawn for event in self._by_subject[extra])

    def _members(self, subject: str) -> tuple[str, ...]:
        if self._linked is None:
            links = [
                event
                for some in self._events.values()
                for event in some
                if event.kind is Kind.SAME_PERSON and event.id not in self.withdrawn
            ]
            self._linked = groups_of((event.subject, event.other) for event in links)
        return self._linked.get(subject, (subject,))

    def _work_out(self, subject: str) -> Standing:
        members = self._members(subject)
        if not is_extra(subject) and subject != members[0]:
            return Standing(subject, members, Outcome.REPEAT)
        events = [event for event in self.about(subject) if event.id not in self.withdrawn]
        settled = {one for event in events if event.kind is Kind.RESOLVED for one in event.about}
        return stand(members, events, settled, self.manifest.agreed.receipt)


def admissible(manifest: Manifest, event: Event) -> None:
    """Check that an event can be about this manifest, and that its role has a say in its line.

    Raises:
        BadEvent: it cannot.
    """
    if event.manifest != manifest.sha256:
        raise BadEvent(_("this check-in belongs to another manifest; the tablet must be enrolled again"))
    if event.party and event.party not in {party.code for party in manifest.parties}:
        raise BadEvent(_("party: no party of this manifest"))
    for subject in (event.subject, event.other):
        if subject and not is_extra(subject):
            line = manifest.by_code.get(subject)
            if line is None:
                raise BadEvent(_("subject: this manifest has no such line"))
            own = {Role.HOLDER: line.holder, Role.RECEIVER: line.receiver}.get(event.role, "")
            if event.party != own:
                raise BadEvent(_("this tablet's side has no say about that line"))


def _withdrawn(events: Iterable[Event]) -> frozenset[str]:
    """Ids taken back. A later withdrawal may take back an earlier one, so the latest are read first."""
    found: set[str] = set()
    for event in sorted((e for e in events if e.kind is Kind.WITHDRAWN), key=lambda e: -e.sequence):
        if event.id not in found:
            found.update(event.about)
    return frozenset(found)


def _runs(device: str, numbers: list[int]) -> Iterator[Gap]:
    start = 0
    for place, number in enumerate(numbers):
        if place + 1 == len(numbers) or numbers[place + 1] != number + 1:
            yield Gap(device, numbers[start], number)
            start = place + 1
