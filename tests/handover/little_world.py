"""A border, rain, four tablets, a hub that is switched off now and then, and a network that forgets and repeats.

The world does what is written in a *day*: a list of small acts. What it asks of the ledger in the end is said in
plain terms, apart from the ledger's own rules: who was made known, who was ever received, whether sums come out.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from repatria.handover import (
    Change,
    End,
    Event,
    Kind,
    Ledger,
    Manifest,
    Reconciliation,
    Role,
    Rule,
    Standing,
    board,
    changes_of,
    reconcile,
)
from repatria.handover.events import moment
from tests.handover.cast import DAY, Tablet, with_rule
from tests.handover.cast import line as a_line

START = datetime(2026, 2, 5, 9, tzinfo=UTC)
LINES = 6
STRANGERS = 2

# What may happen: the weight of each act is how often it is in the list.
ACTS = (
    "receive", "receive", "receive", "receive", "see", "see", "absent", "refuse", "wrong", "stranger", "withdraw",
    "decide", "same", "effects", "restart", "sync", "sync", "stop", "replace", "go_on",
)  # fmt: skip
Act = tuple[int, int, int]  # which act, which tablet, which line


@dataclass
class Hub:
    """A laptop: `disk` outlives it, `ledger` does not."""

    manifest: Manifest
    disk: list[Event] = field(default_factory=list)
    ledger: Ledger = field(init=False)

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        self.ledger = Ledger(self.manifest, self.disk)

    def hear(self, event: Event) -> str:
        """Keep, then acknowledge."""
        if event.id not in self.ledger:
            self.disk.append(event)
        self.ledger.add(event)
        return event.id


def of_two_days(rule: Rule) -> Manifest:
    """Lines 3 and 6 travel on a second day; North has two in reserve, South one."""
    lines = tuple(a_line(n, "NTH" if n <= 3 else "STH", stage=2 if n % 3 == 0 else 1) for n in range(1, 7))
    reserve = tuple(a_line(n, "STH" if n == 8 else "NTH", bus="", seat=0) for n in (7, 8, 9))
    return with_rule(rule, lines=lines, reserve=reserve, days=(DAY, DAY + timedelta(days=1)))


@dataclass
class World:
    """One day as it went."""

    seed: int

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        of = self.manifest = of_two_days(list(Rule)[self.seed % len(Rule)])
        self.tablets = [
            Tablet("north", Role.HOLDER, "NTH", of),
            Tablet("south", Role.RECEIVER, "STH", of),
            Tablet("iris", Role.ICRC, of=of),
            Tablet("second", Role.ICRC, of=of),
        ]
        self.skew = [timedelta(hours=self.chance.uniform(-48, 48)) for _ in self.tablets]
        self.hub = Hub(of)
        self.hala = Tablet("hala", Role.MEDIATOR, of=of)
        self.acknowledged: set[str] = set()
        self.minutes = 0

    def live(self, day: Iterable[Act]) -> "World":
        for act, tablet, line in day:
            self.minutes += 1
            getattr(self, f"_{ACTS[act % len(ACTS)]}")(tablet % len(self.tablets), line % LINES + 1)
        for tablet in (*self.tablets, self.hala):
            while any(event.id not in self.acknowledged for event in tablet.made):
                self._talk(tablet)  # in the end every tablet comes back into the range of the hub
        return self

    def events(self) -> list[Event]:
        return [event for tablet in (*self.tablets, self.hala) for event in tablet.made]

    # What people do.

    def _receive(self, at: int, number: int) -> None:
        self._say(at, Kind.RECEIVED, number)

    def _see(self, at: int, number: int) -> None:
        self._say(at, Kind.PRESENT, number)

    def _absent(self, at: int, number: int) -> None:
        self._say(at, Kind.ABSENT, number)

    def _refuse(self, at: int, number: int) -> None:
        self._say(2 + at % 2, Kind.DOES_NOT_TRAVEL, number)

    def _wrong(self, at: int, number: int) -> None:
        self._say(at, Kind.SOMEONE_ELSE, number)

    def _effects(self, at: int, number: int) -> None:
        self._say(at, Kind.EFFECTS, number, effects=(f"R-{number}",))

    def _stop(self, at: int, _number: int) -> None:
        self._say(at, Kind.STOP, "", reason="count")

    def _stranger(self, at: int, number: int) -> None:
        """Somebody not on the list; whoever meets him next names him anew or knows the number he was given."""
        known = self.hub.ledger.extras()
        if known and number % 2:
            self._say(at, Kind.RECEIVED, known[number % len(known)])
        else:
            self._say(at, Kind.NOT_ON_LIST, "")

    def _withdraw(self, at: int, number: int) -> None:
        made = self.tablets[at].made
        if made:
            self._say(at, Kind.WITHDRAWN, "", about=(made[-1 - number % len(made)].id,))

    def _decide(self, _at: int, number: int) -> None:
        """Hala looks at what her hub knows now, which may not be all."""
        open_now = self.hub.ledger.disagreements()
        if open_now:
            one = open_now[number % len(open_now)]
            about = tuple(position.event for position in one.positions)
            if about:
                outcome = self.chance.choice([position.says for position in one.positions])
                self.hala.says(
                    Kind.RESOLVED, one.subject, about=about, outcome=outcome.value, said_by="Hala", at=self._now()
                )

    def _same(self, _at: int, number: int) -> None:
        extras = self.hub.ledger.extras()
        if extras:
            other = extras[0] if len(extras) > 1 and number % 2 else self.manifest.lines[number - 1].code
            if other != extras[-1]:
                self.hala.says(Kind.SAME_PERSON, extras[-1], other=other, said_by="Hala", at=self._now())

    def _replace(self, _at: int, number: int) -> None:
        self.hala.says(Kind.REPLACED, number, said_by="Hala", at=self._now())

    def _go_on(self, _at: int, number: int) -> None:
        """Hala lets a stage go on that waits, by what her hub knows now."""
        waiting = [change for change in changes_of(self.hub.ledger) if change.pauses]
        if waiting:
            positions = self.hub.ledger.standing(waiting[number % len(waiting)].code).positions
            about = tuple(position.event for position in positions)
            self.hala.says(Kind.GO_ON, about=about, said_by="Hala", at=self._now())

    def _restart(self, _at: int, _number: int) -> None:
        self.hub.restart()

    def _sync(self, at: int, _number: int) -> None:
        self._talk(self.tablets[at])
        self._talk(self.hala)

    def _say(self, at: int, kind: Kind, subject: str | int, **more: object) -> None:
        tablet = self.tablets[at]
        line = next((one for one in self.manifest.lines if one.number == subject), None)
        if line is not None and tablet.party not in ("", self._own(line.holder, line.receiver, tablet.role)):
            return  # not his line
        if tablet.role is Role.RECEIVER and kind is Kind.PRESENT:
            return  # a receiver receives; others see people aboard
        tablet.says(kind, subject, at=self._now(at), **more)

    @staticmethod
    def _own(holder: str, receiver: str, role: Role) -> str:
        return holder if role is Role.HOLDER else receiver

    def _now(self, at: int | None = None) -> str:
        return moment(START + timedelta(minutes=self.minutes) + (self.skew[at] if at is not None else timedelta()))

    # What the network does.

    def _talk(self, tablet: Tablet) -> None:
        """Offer what is not acknowledged, in any order; requests and answers are lost, repeated, cut off."""
        queue = [event for event in tablet.made if event.id not in self.acknowledged]
        self.chance.shuffle(queue)
        for event in queue[: self.chance.randint(1, len(queue))] if queue else ():
            if self.chance.random() < 0.2:
                continue  # the request is lost
            for _repeat in range(self.chance.choice((1, 1, 2))):
                answer = self.hub.hear(event)
            if self.chance.random() < 0.2:
                continue  # the answer is lost: the tablet will offer it again
            self.acknowledged.add(answer)


@dataclass(frozen=True)
class Result:
    """All that anybody could read from a ledger at the end of the day."""

    everybody: tuple[Standing, ...]
    reconciliation: Reconciliation
    stops: tuple[object, ...]
    changes: tuple[Change, ...]


def result(ledger: Ledger) -> Result:
    return Result(tuple(ledger.everybody()), reconcile(ledger), ledger.stops(), board(ledger).changes)


def other_orders(world: World, number: int) -> Iterator[Ledger]:
    """The same check-ins as other hubs would have heard them: other order, repeats, other clocks."""
    for _ in range(number):
        events = world.events()
        events += world.chance.choices(events, k=len(events) // 3) if events else []
        world.chance.shuffle(events)
        hours = world.chance.uniform(-48, 48)
        yield Ledger(world.manifest, events)
        yield Ledger(
            world.manifest, [replace(one, at=moment(START + timedelta(hours=hours))) for one in reversed(events)]
        )


def two_hubs(world: World) -> Ledger:
    """Two hubs that each heard half, and then met."""
    events = world.events()
    world.chance.shuffle(events)
    first = Ledger(world.manifest, events[::2])
    second = Ledger(world.manifest, events[1::2])
    second.merge(first.events())
    first.merge(second.events())
    assert result(first) == result(second)
    return first


def problems(world: World) -> list[str]:
    """What must never be: somebody twice, somebody lost, a sum that does not come out."""
    ledger, made = world.hub.ledger, world.events()
    found = []
    if sorted(event.id for event in made) != [event.id for event in sorted(ledger.events(), key=lambda e: e.id)]:
        found.append("a check-in is lost or doubled")
    if ledger.gaps({tablet.device: len(tablet.made) for tablet in world.tablets}):
        found.append("a gap where nothing is missing")
    subjects = [s for one in ledger.everybody() if one.outcome.value != "repeat" for s in (one.subject, *one.also)]
    if len(subjects) != len(set(subjects)):
        found.append("somebody stands twice")
    strangers = {event.id for event in made if event.kind is Kind.NOT_ON_LIST} - ledger.withdrawn
    if not strangers <= set(subjects):
        found.append("a stranger is lost")
    sums = reconcile(ledger)
    if sum(sums.ends.values()) != len(world.manifest.lines):
        found.append("the lines do not add up")
    found += _changes_that_cannot_be(ledger)
    found += _without_receipt(ledger, sums, made)
    return found


def _changes_that_cannot_be(ledger: Ledger) -> Iterator[str]:
    """Nobody falls away twice or steps in twice, and who has crossed has not fallen away."""
    log = changes_of(ledger)
    codes, instead = [one.code for one in log], [one.instead for one in log if one.instead]
    if len(set(codes)) < len(codes) or len(set(instead)) < len(instead):
        yield "somebody falls away or steps in twice"
    if any(ledger.standing(code).receipts for code in codes):
        yield "somebody has fallen away and has a receipt"
    if set(codes) & set(instead):
        yield "somebody steps in who has fallen away"


def _without_receipt(ledger: Ledger, sums: Reconciliation, made: list[Event]) -> Iterator[str]:
    """Nobody counts as returned whom no receiver ever received."""
    received = {event.subject for event in made if event.kind is Kind.RECEIVED and event.role is Role.RECEIVER}
    for line in sums.lines:
        standing = ledger.standing(line.code)
        if line.end is End.RETURNED and not received & {standing.subject, *standing.also}:
            yield "returned without a receipt"
    if sums.returned > len(received):
        yield "more returned than were received"
