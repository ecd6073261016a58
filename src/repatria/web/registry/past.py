"""What has happened to a person, as far as it stands: worked out from his events, stored nowhere else."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from repatria.conventions import Kind
from repatria.conventions.kinds import CUSTODY_BEGINS, CUSTODY_ENDS
from repatria.web.registry.event_kinds import MOVES
from repatria.web.registry.models import Event, Site

STANDING = Q(corrected_by=None) & ~Q(kind=Kind.WITHDRAWN)
"""Events that no other corrects."""


def past_of(people: Iterable[UUID]) -> dict[UUID, list[Event]]:
    """Give the events that stand of each of `people` (keys of persons), in order."""
    people = list(people)
    found: dict[UUID, list[Event]] = {person: [] for person in people}
    for start in range(0, len(people), 500):
        some = Event.objects.filter(STANDING, person__in=people[start : start + 500])
        for event in some.select_related("person", "site").order_by("occurred_on", "entered_at"):
            found[event.person_id].append(event)
    return found


def kinds(events: Iterable[Event]) -> list[Kind]:
    """Give the kinds of events, in order."""
    return [Kind(event.kind) for event in events]


def has_left(events: Iterable[Event]) -> bool:
    """Say whether he is dead, or free, or away. Nothing that is noted later brings the dead back."""
    steps = [event.kind for event in events if event.kind in CUSTODY_BEGINS or event.kind in CUSTODY_ENDS]
    return Kind.DEATH in steps or bool(steps and steps[-1] in CUSTODY_ENDS)


def place(events: Iterable[Event]) -> Site | None:
    """Give the site where he is by the newest event that moved him; None once he has left."""
    events = list(events)
    moved = [event for event in events if event.kind in MOVES and event.site_id]
    return moved[-1].site if moved and not has_left(events) else None


def in_words(events: Iterable[Event]) -> str:
    """Say in one or two words where he stands."""
    steps = [event.kind for event in events if event.kind in CUSTODY_BEGINS or event.kind in CUSTODY_ENDS]
    if Kind.DEATH in steps:
        return _("dead")
    ended = {
        Kind.RELEASE: _("released"), Kind.REPATRIATION: _("repatriated"), Kind.RECEIVED: _("received"),
        Kind.ESCAPE: _("escaped"),
    }  # fmt: skip
    if not steps:
        return _("nothing noted")
    return ended.get(Kind(steps[-1]), _("held"))
