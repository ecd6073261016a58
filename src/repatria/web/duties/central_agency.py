"""What goes to the Central Tracing Agency, which receives everything (GC III 122-123, GC IV 137, 140).

Also what is withheld from all others because it may harm the person or his family; such a person is marked.
"""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from repatria.conventions import Duties, Role
from repatria.web import policy
from repatria.web.compartments import house
from repatria.web.registry.models import Person
from repatria.web.registry.past import past_of

FORMAT = "repatria-central-agency/1"
DUTY_COLUMNS = (
    "party", "number", "about", "article", "rule", "status", "since", "due_on", "met_on", "missing", "withheld",
    "by_target", "because",
)  # fmt: skip
# What GC III 122(4) and GC IV 138 name; never what the ICRC alone hears.
_SENT = frozenset(
    name for name, fact in policy.FACTS.items() if fact not in (policy.Fact.WILL, policy.Fact.GRAVE_HARM)
)


def as_json(process: Any, duties: Duties) -> bytes:
    """Give every person of the holders' registers, with values, events and duties, as JSON, a person a line."""
    mine = duties.visible_to(Role.CTA)
    by_person: dict[str, list[Any]] = {}
    for duty in mine:
        if duty.person is not None:
            by_person.setdefault(duty.person, []).append(_duty(duty, duties))
    withheld = {duties.table.persons[number] for number in duties.whose.withheld}
    with house():
        people = [_written(_person(one, past, by_person, withheld)) for one, past in _people(process)]
    head = _written({"format": FORMAT, "as_of": str(duties.as_of), "process": process.title})
    return b"".join((head[:-1], b', "persons": [\n', b",\n".join(people), b"\n]}\n"))


def _written(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _people(process: Any) -> Iterator[tuple[Person, list[Any]]]:
    sides = [side.pk for side in process.sides]
    people = list(Person.objects.filter(keeper__in=sides).select_related("keeper", "holder", "origin"))
    past = past_of([one.pk for one in people])
    return ((one, past[one.pk]) for one in people)


def _person(one: Person, past: list[Any], duties: dict[str, list[Any]], withheld: set[str]) -> dict[str, Any]:
    return {
        "register": one.keeper.code, "number": one.number,
        "holder": one.holder and one.holder.code, "origin": one.origin and one.origin.code,
        "withheld_from_others": str(one.pk) in withheld,
        "values": {name: text for name, text in one.current().items() if name in _SENT},
        "events": [
            {"kind": event.kind, "occurred_on": event.occurred_on, "site": event.site and event.site.code}
            for event in past
        ],
        "duties": duties.get(str(one.pk), []),
    }  # fmt: skip


def _duty(duty: Any, duties: Duties) -> dict[str, Any]:
    return {
        "article": duty.article, "rule": duty.rule.id, "status": str(duty.status), "since": str(duty.since),
        "due_on": duty.due_on and str(duty.due_on), "met_on": duty.met_on and str(duty.met_on),
        "missing": duty.missing, "by_target": duty.by_target, "because": duty.because(duties.as_of),
    }  # fmt: skip


def as_csv(process: Any, duties: Duties) -> bytes:
    """Give every duty that the Central Agency may know of, a row each. A cell never begins a formula."""
    with house():
        people = (
            Person.objects.filter(keeper__in=list(process.sides)).select_related("keeper").only("number", "keeper")
        )
        numbers = {str(one.pk): (one.keeper.code, one.number) for one in people}
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(DUTY_COLUMNS)
    for duty in duties.visible_to(Role.CTA):
        party, number = numbers.get(duty.subject, (duty.holder or "", duty.subject))
        said = _duty(duty, duties)
        row = {**said, "party": party, "number": number, "about": str(duty.rule.about), "withheld": duty.withheld}
        writer.writerow([_plain(row[name]) for name in DUTY_COLUMNS])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _plain(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
