"""Who can be chosen for an exchange: those whom the newest reply of their holder says are held, and nobody else.

A person who is dead, released, repatriated or escaped by any later word, reply or event, is not among them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from repatria.web.compartments import house
from repatria.web.exchanges.models import Exchange, Party
from repatria.web.registry.models import Event, Person
from repatria.web.registry.past import has_left, past_of
from repatria.web.replies import captives
from repatria.web.replies.asked import newest_opened
from repatria.web.replies.models import Answer, Reply, Wish

GONE = (Answer.CLAIMED_DECEASED, Answer.DECEASED, Answer.RELEASED)
COLUMNS = (
    "id", "holder", "origin", "dest", "category", "grade", "health", "days", "age", "consent", "site", "group",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Selectable:
    """A captive who can be chosen, with a row for the planner's instance.

    `missing` names the columns that nobody has told; a stand-in is in the row: ``fit``, ``enlisted`` 0, 0 days, age
    :data:`~repatria.web.replies.captives.AGE_UNKNOWN`, a site of its own for the holder, consent ``unknown``.
    """

    reply: Reply
    person: Person
    holder: Party
    origin: Party
    category: str
    grade: int
    health: str
    days: int
    age: int
    consent: str
    site: str
    group: str | None
    missing: tuple[str, ...]

    @property
    def id(self) -> str:
        """Number him by the key of the person in the holder's register."""
        return str(self.person.pk)

    def row(self) -> list[Any]:
        """Give the row of the instance, in the order of :data:`COLUMNS`."""
        return [
            self.id, self.holder.code, self.origin.code, self.origin.code, self.category, self.grade, self.health,
            self.days, self.age, self.consent, self.site, self.group,
        ]  # fmt: skip


def selectable(exchange: Exchange, today: date | None = None) -> list[Selectable]:
    """Give everybody who can be chosen for `exchange`, each once, by holder and number in the holder's register.

    Args:
        exchange: whose lists were answered.
        today: the day that ages and days of captivity are counted to; today, unless given.
    """
    with house():  # both sides' registers, and what each captive has told the ICRC, of which one word goes on
        return _selectable(exchange, today or timezone.localdate())


def _selectable(exchange: Exchange, today: date) -> list[Selectable]:
    held = {reply.person_id: reply for reply in _held(exchange)}
    events = past_of(held)
    out = gone(held, events)
    wishes = _wishes(exchange)
    found = [
        _one(reply, events[person], wishes.get(person), today)
        for person, reply in held.items()
        if person not in out
    ]
    return sorted(found, key=lambda one: (one.holder.code, one.person.number))


def gone(people: Iterable[UUID], events: Mapping[UUID, list[Event]] | None = None) -> set[UUID]:
    """Give those of `people` who are dead, free or away by some side's newest word: none of them can be chosen."""
    with house():
        return _gone(list(people), events)


def _gone(people: list[UUID], events: Mapping[UUID, list[Event]] | None) -> set[UUID]:
    events = past_of(people) if events is None else events
    out = {person for person in people if has_left(events[person])}
    for some in _portions(people):
        said = Reply.objects.filter(person__in=some, is_newest=True, answer__in=GONE)
        out.update(said.values_list("person_id", flat=True))
    return out


def sites(people: Iterable[Selectable]) -> list[dict[str, Any]]:
    """Give the sites of the planner's instance: opening one costs 1, and no limit a day is known."""
    found = {one.site: one.holder.code for one in people}
    return [{"id": site, "party": party, "open_cost": 1, "per_day": None} for site, party in sorted(found.items())]


def _held(exchange: Exchange) -> Iterator[Reply]:
    replies = Reply.objects.filter(
        row__list__in=newest_opened(exchange),
        is_newest=True,
        answer=Answer.HELD,
        person__isnull=False,
    )
    return (
        replies.select_related("holder", "row", "row__list__party", "person", "person__site", "person__origin")
        .order_by("given_at")
        .iterator(chunk_size=2000)
    )


def _portions(people: list[UUID], size: int = 500) -> Iterator[list[UUID]]:
    return (people[start : start + size] for start in range(0, len(people), size))


def _wishes(exchange: Exchange) -> dict[UUID, str]:
    """Give what each said to the ICRC, the newest word last."""
    said = (
        Wish.objects.filter(person__replies__row__list__exchange=exchange)
        .distinct()
        .order_by("said_on", "noted_at")
    )
    return {wish.person_id: wish.travels for wish in said}


def _one(reply: Reply, events: list[Event], wish: str | None, today: date) -> Selectable:
    person = reply.person
    # What the holder does not say of him, the list of his own side may.
    values = {**_list_values(reply), **{kind: text for kind, text in person.current().items() if text}}
    ranked = captives.class_and_grade(values, events)
    told: dict[str, Any] = {
        "category": ranked,
        "health": captives.health(person.current(), events),
        "days": captives.days_held(values, events, today),
        "age": captives.age(values, today),
        "consent": wish,
        "site": person.site and f"{reply.holder.code}-{person.site.code}",
    }
    category, grade = ranked or ("enlisted", 0)
    group = values.get("group", "").strip()
    return Selectable(
        reply=reply, person=person, holder=reply.holder, origin=person.origin or reply.row.list.party,
        category=category, grade=grade, health=told["health"] or "fit", days=told["days"] or 0,
        age=captives.AGE_UNKNOWN if told["age"] is None else told["age"], consent=wish or "unknown",
        site=told["site"] or f"{reply.holder.code}-unknown",
        group=f"{reply.holder.code}-{group}" if group else None,
        missing=tuple(name for name, value in told.items() if value is None),
    )  # fmt: skip


def _list_values(reply: Reply) -> dict[str, str]:
    known = ("rank", "category", "capture_date", "date_of_birth", "age")
    return {name: reply.row.columns[name] for name in known if reply.row.columns.get(name)}
