"""What may be told to a family, and on what grounds: claim, confirmation and proof are three things.

An answer can be released only where the registers, lists and visits support it. A death is never an answer: where
one is on record, the family is asked to call, and a person speaks with them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from repatria.conventions import BadEvent, Kind, Span
from repatria.conventions.kinds import CUSTODY_BEGINS, CUSTODY_ENDS, SIGNS_OF_LIFE
from repatria.web.compartments import house
from repatria.web.families.models import Answer, MayTell, TracingRequest
from repatria.web.policy import Role
from repatria.web.registry.models import Event, Person
from repatria.web.replies.models import Answer as ReplyAnswer
from repatria.web.replies.models import Reply, SeenByIcrc

Told: Any = Answer.Kind
_HELD: Any = ReplyAnswer.HELD
_HOME = frozenset({Kind.RELEASE, Kind.REPATRIATION, Kind.RECEIVED})
_DEAD = (ReplyAnswer.DECEASED, ReplyAnswer.CLAIMED_DECEASED)
_REFUSED = (ReplyAnswer.REFUSED_TO_ANSWER,)


@dataclass
class Grounds:
    """What may be released, and the sentences that say why, for the case worker alone."""

    supports: list[str] = field(default_factory=list)
    because: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def add(self, kind: str, because: str) -> None:
        """Support `kind`."""
        if kind not in self.supports:
            self.supports.append(kind)
        self.because.append(because)


def persons_of(request: TracingRequest) -> list[Person]:
    """Give the persons of registers whom a case worker has confirmed to be the one sought."""
    same = request.proposals.filter(verdict="same")
    rows = [row for row in (request.row_id, *same.values_list("row", flat=True)) if row]
    meant = Q(pk=request.person_id) | Q(pk__in=same.values("person"))
    meant |= Q(replies__row__in=rows, replies__is_newest=True)
    return list(Person.objects.filter(pk__in=Person.objects.filter(meant).values("pk")))


def rows_of(request: TracingRequest) -> set[object]:
    """Give the rows of lists that were confirmed to be the one sought."""
    rows = {request.row_id, *request.proposals.filter(verdict="same").values_list("row", flat=True)}
    return rows - {None}


@house()
def grounds(request: TracingRequest) -> Grounds:
    """Work out what may be told now."""
    found = Grounds([Told.NO_DATA, Told.CALL_US])
    persons, rows = persons_of(request), rows_of(request)
    if not persons and not rows:
        found.because.append(_("Nobody is confirmed to be the person sought."))
        return found
    replies = set(Reply.objects.filter(row__in=rows, is_newest=True).values_list("answer", flat=True))
    events = _standing(persons)
    if _death(found, events, replies):
        return found
    _captivity(found, persons, events, replies)
    _confirmed(found, persons, rows, events)
    _home(found, events)
    _lists(found, request, rows, replies)
    return found


def _death(found: Grounds, events: list[Event], replies: set[str]) -> bool:
    """A death, or what contradicts it, leaves the family's call alone; who was later received is home."""
    deaths = [event for event in events if event.kind == Kind.DEATH]
    if not deaths and not replies & set(_DEAD):
        return False
    died = max((_last(event) for event in deaths), default="")
    alive = [event for event in events if event.kind in SIGNS_OF_LIFE and _first(event) > died]
    found.supports[:] = [Told.CALL_US]
    if deaths and alive and not replies & set(_DEAD):
        found.warnings.append(
            _("A death stands in a register, and a later sign of life. Have the bureau withdraw what is wrong.")
        )
        _home(found, [event for event in alive if event.kind in _HOME])
        return True
    found.because.append(
        _("A death is on record or claimed: the family is asked to call, and a person tells them.")
    )
    return True


def _captivity(found: Grounds, persons: list[Person], events: list[Event], replies: set[str]) -> None:
    found.add(Told.IN_REGISTER, _("The person stands in a register or on a list."))
    in_hands = any(_held(person, [e for e in events if e.person_id == person.pk]) for person in persons)
    if in_hands or _HELD in replies:
        found.add(Told.PROBABLY_CAPTIVE, _("A holder says that it holds the person."))


def _confirmed(found: Grounds, persons: list[Person], rows: set[object], events: list[Event]) -> None:
    from repatria.web import visits

    if Told.PROBABLY_CAPTIVE not in found.supports:
        return
    if any(visits.family_may_hear(person) is False for person in persons):
        found.supports[:] = [Told.NO_DATA, Told.CALL_US]
        found.warnings.append(_("The person asked the ICRC not to tell the family."))
        return
    visited = any(e.kind == Kind.ICRC_VISIT and e.entered_by and e.entered_by.role == Role.ICRC for e in events)
    seen = SeenByIcrc.objects.filter(Q(row__in=rows) | Q(row__replies__person__in=persons)).exists()
    if visited or seen or any(visits.seen_on(person) for person in persons):
        found.add(Told.CONFIRMED, _("A delegate of the ICRC has seen the person."))


def _home(found: Grounds, events: list[Event]) -> None:
    steps = [event for event in events if event.kind in CUSTODY_BEGINS or event.kind in CUSTODY_ENDS]
    if steps and steps[-1].kind in _HOME:
        found.add(Told.RETURNED, _("A register says that the person was released, repatriated or received."))


def _lists(found: Grounds, request: TracingRequest, rows: set[object], replies: set[str]) -> None:
    if not rows or not all_may_tell(request):
        return
    found.add(Told.NAME_SUBMITTED, _("The name stands on an opened list, and both sides let families know that."))
    if replies & set(_REFUSED):
        found.add(Told.NAME_REFUSED, _("The holder refuses to answer, and both sides let families know that."))


@house()
def all_may_tell(request: TracingRequest) -> bool:
    """Say whether every side of the process lets families see that a name was submitted or refused."""
    from repatria.web.exchanges.models import Process

    rows = rows_of(request)
    processes = Process.objects.filter(exchanges__lists__rows__in=rows).distinct()
    return bool(rows) and bool(processes) and all(all_sides_let(process) for process in processes)


@house()
def all_sides_let(process: object) -> bool:
    """Say whether every side of `process` has turned the switch on; it is off until then."""
    sides = set(process.sides.values_list("pk", flat=True))  # type: ignore[attr-defined]
    on = set(MayTell.objects.filter(process=process, on=True).values_list("party", flat=True))
    return bool(sides) and sides <= on


def _held(person: Person, events: Iterable[Event]) -> bool:
    steps = [event.kind for event in events if event.kind in CUSTODY_BEGINS or event.kind in CUSTODY_ENDS]
    if steps:
        return steps[-1] in CUSTODY_BEGINS and person.keeper_id == person.holder_id
    return person.holder_id is not None and person.keeper_id == person.holder_id


def _standing(persons: list[Person]) -> list[Event]:
    """Give the events that stand, in order; what is dated after the day it was entered is left aside."""
    events = Event.objects.filter(person__in=persons, corrected_by=None).exclude(kind=Kind.WITHDRAWN)
    found = [
        event
        for event in events.select_related("entered_by", "person")
        if _first(event) <= str(event.entered_at.date())
    ]
    return sorted(found, key=lambda event: (_last(event), event.entered_at))


def _first(event: Event) -> str:
    try:
        return str(Span.parse(event.occurred_on).first)
    except BadEvent:
        return ""


def _last(event: Event) -> str:
    try:
        return str(Span.parse(event.occurred_on).last)
    except BadEvent:
        return ""
