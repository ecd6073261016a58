"""The day itself in the invented world: not all of it goes as it was written.

One does not travel, one falls ill, one is not where he should be, and a tablet is away for half of the day. What is
counted in the end follows from check-ins alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from random import Random
from typing import Any

from repatria.demo.world import NORTH, SOUTH, Person, World
from repatria.handover import (
    Agreed,
    Cause,
    Change,
    Counted,
    Event,
    Head,
    Identity,
    Kind,
    Ledger,
    Line,
    Manifest,
    Outcome,
    Party,
    Role,
    Rule,
    Standing,
    board,
    changes_of,
    fall_away,
    manifest_from_plan,
    travelling,
)
from repatria.handover.events import moment
from repatria.planning import Instance, Plan, parse_instance

SIDES = {NORTH: Party("NTH", "North"), SOUTH: Party("STH", "South")}
AHEAD = 45  # one bus
RESERVE_EACH = 3


def draw_up(
    plan: Plan, problem: dict[str, Any], people: Mapping[str, Person], world: World
) -> tuple[Manifest, Instance]:
    """Freeze the plan into a manifest, with a reserve of those who have waited longest."""
    instance = parse_instance(problem)
    head = Head(
        reference="manifest-1",
        exchange="exchange-314",
        agreement="agreement-1",
        parties=SIDES,
        days=[world.today],
        agreed=Agreed(on_loss=dict.fromkeys(Cause, Rule.SUBSTITUTE)),
        seats=AHEAD,
        reserve=_reserve(plan, people),
        ahead=AHEAD,
    )
    everybody = {captive: _identity(people[captive]) for captive in (*plan.go, *head.reserve)}
    return manifest_from_plan(plan, instance, head, everybody), instance


def _reserve(plan: Plan, people: Mapping[str, Person]) -> list[str]:
    # A site that only the owed leave is not one of those the terms let open.
    opened = {people[captive].site for captive in plan.go if people[captive].health != "grave"}
    waiting = [
        captive
        for captive, one in people.items()
        if captive not in set(plan.go) and one.consent == "yes" and one.health == "fit"
        and one.category == "enlisted" and one.group is None and one.site in opened
    ]  # fmt: skip
    waiting.sort(key=lambda captive: (people[captive].captured, captive))
    return [
        captive for side in (NORTH, SOUTH) for captive in
        [one for one in waiting if people[one].holder == side][:RESERVE_EACH]
    ]  # fmt: skip


def _identity(person: Person) -> Identity:
    words = (person.name.surname, person.name.given, person.name.patronymic)
    return Identity(
        tuple(" ".join(word.spelled(script) for word in words) for script in ("uk", "latin")), str(person.born)
    )


@dataclass
class Tablet:
    """A device at the road: what it makes waits on it until the hub hears it."""

    device: str
    role: Role
    party: str
    manifest: Manifest
    clock: timedelta
    made: list[Event] = field(default_factory=list)
    heard: int = 0
    away: bool = False

    def says(self, kind: Kind, at: datetime, subject: str = "", **more: object) -> Event:
        """Make a check-in by this tablet's own clock and counter."""
        event = Event(
            self.device, len(self.made) + 1, self.manifest.sha256, self.role, self.party, kind,
            moment(at + self.clock), subject, **more,  # type: ignore[arg-type]
        )  # fmt: skip
        self.made.append(event)
        return event


@dataclass
class Day:
    """The day while it runs; `ledger` is the hub's."""

    world: World
    manifest: Manifest
    instance: Instance
    waited: int = 0
    largest_lead: int = 0
    disputed: Standing | None = None
    found_again: str = ""

    def __post_init__(self) -> None:
        self.chance = Random(self.world.seed)
        self.ledger = Ledger(self.manifest)
        self.now = datetime.combine(self.world.today, time(9), UTC)
        roles = [(Role.HOLDER, "NTH"), (Role.HOLDER, "STH"), (Role.RECEIVER, "STH"), (Role.RECEIVER, "NTH"),
                 (Role.ICRC, ""), (Role.MEDIATOR, "")]  # fmt: skip
        self.tablets = {
            (role, party): Tablet(
                f"{role.value}{party.lower()}demo", role, party, self.manifest,
                timedelta(minutes=self.chance.randint(-2880, 2880)),
            )
            for role, party in roles
        }  # fmt: skip

    @property
    def log(self) -> tuple[Change, ...]:
        """Who fell away and who stepped in, as the hub works it out from what it has heard."""
        return changes_of(self.ledger)

    @property
    def icrc(self) -> Tablet:
        """The delegate's tablet."""
        return self.tablets[Role.ICRC, ""]

    @property
    def table(self) -> Tablet:
        """The mediator's table."""
        return self.tablets[Role.MEDIATOR, ""]

    def live(self, unasked: Sequence[str]) -> "Day":
        """Run the whole day. `unasked` are those whom the ICRC had still to speak with."""
        self._lose(Cause.DOES_NOT_TRAVEL, "NTH", unasked)
        self._lose(Cause.NOT_FIT, "STH", ())
        buses = list(self._buses())
        lost = self._who_boards_the_wrong_bus(buses)
        for number, bus in enumerate(buses):
            self.tablets[Role.RECEIVER, "STH"].away = len(buses) // 3 <= number < len(buses) - 1
            self._cross(bus, lost)
            self._sync()
        self._find_again(lost)
        return self

    def _lose(self, cause: Cause, holder: str, first: Sequence[str]) -> None:
        """Somebody does not go after all: the first for whom the reserve can step in with every term still kept."""
        lines = [line for line in travelling(self.manifest, self.log) if line.holder == holder]
        lines.sort(key=lambda line: line.captive not in first)
        for line in lines:
            if line.counted is Counted.FORMULA and not line.group:
                done = fall_away(self.manifest, self.log, line.code, cause, self.instance)
                if done.change.instead and not done.broken and not done.change.pauses:
                    self.icrc.says(Kind(cause.value), self.now, line.code)
                    self._sync()
                    return

    def _buses(self) -> Iterator[list[Line]]:
        """Buses of both sides by turns, so that neither is ever more than one bus ahead."""
        found: dict[str, dict[str, list[Line]]] = {party.code: {} for party in SIDES.values()}
        for line in travelling(self.manifest, self.log):
            found[line.holder].setdefault(line.bus, []).append(line)
        queues = [list(buses.values()) for buses in found.values()]
        for turn in range(max(map(len, queues))):
            yield from (queue[turn] for queue in queues if turn < len(queue))

    def _who_boards_the_wrong_bus(self, buses: Sequence[Sequence[Line]]) -> Line:
        first = next(bus for bus in buses if bus[0].holder == "NTH" and bus[0].counted is Counted.FORMULA)
        return first[len(first) // 2]

    def _cross(self, bus: Sequence[Line], lost: Line) -> None:
        holder = self.tablets[Role.HOLDER, bus[0].holder]
        receiver = self.tablets[Role.RECEIVER, bus[0].receiver]
        for line in bus:
            self.now += timedelta(seconds=20)
            if line == lost:
                holder.says(Kind.ABSENT, self.now, line.code)
                continue
            holder.says(Kind.PRESENT, self.now, line.code)
            for tablet in (receiver, self.icrc):
                tablet.says(Kind.RECEIVED, self.now, line.code)
        if lost.holder == bus[0].holder and lost not in bus and not self.found_again:
            self._unlisted(receiver)

    def _unlisted(self, receiver: Tablet) -> None:
        """He steps out of another bus. Each tablet gives him a number of its own."""
        for tablet in (receiver, self.icrc):
            extra = tablet.says(Kind.NOT_ON_LIST, self.now)
            tablet.says(Kind.RECEIVED, self.now, extra.id)
            self.found_again = self.found_again or extra.id

    def _sync(self) -> None:
        """What a road without signal does to messages: another order, some twice, one tablet not at all."""
        for tablet in self.tablets.values():
            new = tablet.made[tablet.heard :]
            if tablet.away:
                self.waited = max(self.waited, len(new))
                continue
            tablet.heard = len(tablet.made)
            new += self.chance.choices(new, k=len(new) // 5) if new else []
            self.chance.shuffle(new)
            self.ledger.merge(new)
        self.largest_lead = max([self.largest_lead, *(abs(lead.with_pending) for lead in board(self.ledger).leads)])

    def _find_again(self, lost: Line) -> None:
        """At the table: the two strangers are one man, of the list. Two sayings contradict; Hala decides."""
        for other in (*(one for one in self.ledger.extras() if one != self.found_again), lost.code):
            self.table.says(Kind.SAME_PERSON, self.now, self.found_again, other=other, said_by="Hala")
        self._sync()
        self.disputed = self.ledger.standing(lost.code)
        self.table.says(
            Kind.RESOLVED, self.now, lost.code, outcome=Kind.RECEIVED.value, said_by="Hala",
            about=tuple(position.event for position in self.disputed.positions),
        )  # fmt: skip
        self._sync()

    def received(self) -> list[Standing]:
        """Everybody who has crossed with every receipt."""
        return [one for one in self.ledger.everybody() if one.outcome is Outcome.RECEIVED]
