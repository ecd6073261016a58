"""What a reader is shown of a person: values and events, each only as far as the policy lets him see it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from repatria.web import gate, policy
from repatria.web.accounts.models import User
from repatria.web.exchanges.models import Party
from repatria.web.policy import Fact, Sight
from repatria.web.registry import event_kinds, past
from repatria.web.registry.event_kinds import Group
from repatria.web.registry.kinds import ALL_KINDS, CONFIDENCE, KINDS, in_words
from repatria.web.registry.models import Event, Person
from repatria.web.registry.values import name_of

_SCRIPTS = {
    "cyrillic": gettext_lazy("Cyrillic"), "latin": gettext_lazy("Latin"), "arabic": gettext_lazy("Arabic"),
}  # fmt: skip
_FACTS = {Group.HEALTH: Fact.HEALTH, Group.COMMISSION: Fact.HEALTH, Group.COURTS: Fact.CHARGES}


def summary(user: Any, person: Person, events: Iterable[Event]) -> dict[str, Any]:
    """Give one line of a table for a person."""
    seen = gate.seen(user, person.current(), holder=person.holder_id, origin=person.origin_id)
    where = policy.sight(Fact.SITE, _standing(user, person)) is Sight.YES
    return {
        "person": person,
        "name": name_of(seen),
        "born": seen.get("date_of_birth") or seen.get("age", ""),
        "rank": seen.get("rank", ""),
        "unit": seen.get("unit", ""),
        "site": person.site.code if where and person.site else "",
        "state": past.in_words(events) if person.holder_id == person.keeper_id else _("asked for"),
    }


def values(user: Any, person: Person) -> list[dict[str, Any]]:
    """Give the kinds that have a value: the newest, and those that it stands beside."""
    kept = {value["kind"]: value["text"] for value in person.values}
    seen = gate.seen(user, kept, holder=person.holder_id, origin=person.origin_id)
    people = _names_of(user, person)
    found = []
    for kind in ALL_KINDS.values():
        history = [_value(one, people) for one in person.history_of(kind.name)]
        if not history:
            continue
        sealed = kind.name not in seen
        found.append(
            {"kind": kind, "sealed": sealed, "newest": None if sealed else history[-1],
             "earlier": [] if sealed else history[-2::-1]}
        )  # fmt: skip
    return found


def unseen_kinds(user: Any, holder: int | None, origin: int | None) -> set[str]:
    """Give the kinds that `user` may give but is not shown again."""
    return KINDS.keys() - gate.seen(user, dict.fromkeys(KINDS, ""), holder=holder, origin=origin).keys()


def timeline(user: Any, person: Person) -> list[dict[str, Any]]:
    """Give what happened, in order, with what was corrected standing beside its correction."""
    where = _standing(user, person)
    people = _names_of(user, person)
    events = list(gate.rows(user, Event).filter(person=person).select_related("person", "site"))
    corrected = {event.corrects_id: event for event in events if event.corrects_id}
    return [_event(event, corrected.get(event.pk), where, people) for event in events]


def _event(event: Event, correction: Event | None, where: Any, people: dict[str, str]) -> dict[str, Any]:
    group = event_kinds.LABELS[event.kind][0] if event.kind in event_kinds.LABELS else Group.CUSTODY
    told = policy.sight(_FACTS.get(group, Fact.IDENTITY), where) is Sight.YES
    in_full = policy.sight(Fact.SITE, where) is Sight.YES
    return {
        "event": event,
        "title": event_kinds.title(event.kind),
        "details": [event_kinds.detail_in_words(event.kind, *pair) for pair in event.details.items()]
        if told
        else [],
        "site": event.site.code if event.site and in_full else "",
        "by": people.get(str(event.entered_by_id), ""),
        "correction": correction,
    }


def _value(value: dict[str, Any], people: dict[str, str]) -> dict[str, Any]:
    return {
        **value,
        "words": in_words(value["kind"], value["text"]),
        "sure": dict(CONFIDENCE).get(value["confidence"], value["confidence"]),
        "in_script": _SCRIPTS.get(value["script"], ""),
        "who": people.get(value["by"], ""),
    }


def _standing(user: Any, person: Person) -> Any:
    return policy.standing(user, holder=person.holder_id, origin=person.origin_id)


def _names_of(user: Any, person: Person) -> dict[str, str]:
    """Give the names of the keeper's own clerks, to their own party alone."""
    if user.party_id != person.keeper_id:
        return {}
    return {str(pk): name for pk, name in User.objects.filter(party=user.party_id).values_list("pk", "name")}


def change(value: Mapping[str, Any]) -> dict[str, Any]:
    """Give one value that was entered meanwhile, for whoever may see its kind."""
    return {"label": ALL_KINDS[value["kind"]].label, **_value(dict(value), {})}


def plain_values(user: Any, person: Person) -> list[dict[str, Any]]:
    """Give every value ever kept, oldest first, of the kinds that `user` may see."""
    kinds = {value["kind"]: "" for value in person.values}
    seen = gate.seen(user, kinds, holder=person.holder_id, origin=person.origin_id)
    names = ("kind", "text", "script", "source", "source_date", "confidence", "at", "reason")
    return [{name: value.get(name, "") for name in names} for value in person.values if value["kind"] in seen]


def plain_events(user: Any, person: Person) -> list[dict[str, Any]]:
    """Give what happened, in order, as far as `user` may see it."""
    return [
        {
            "id": str(one["event"].pk), "kind": one["event"].kind, "occurred_on": one["event"].occurred_on,
            "site": one["site"], "details": dict(one["event"].details) if one["details"] else {},
            "corrects": str(one["event"].corrects_id or ""), "reason": one["event"].reason,
        }
        for one in timeline(user, person)
    ]  # fmt: skip


def other_sides(user: Any) -> list[Party]:
    """Give the sides that are not the user's own."""
    return list(Party.objects.filter(kind=Party.Kind.SIDE).exclude(pk=user.party_id))
