"""The register of the person's own party: searching, reading, entering."""

from typing import Any
from uuid import UUID

from ninja import Router, Schema, Status

from repatria.web import gate, policy
from repatria.web.api.scopes import ask
from repatria.web.audit import reads
from repatria.web.registry import acts, finding, past, shown
from repatria.web.registry.acts import CannotEnter
from repatria.web.registry.forms import NewPersonForm
from repatria.web.registry.models import Person
from repatria.web.tokens.models import Scope

router = Router(tags=["persons"])


class Search(Schema):
    """What is looked for: a name in any spelling, or a number; empty for everybody. It stands in no address."""

    q: str = ""
    after: str = ""


class PersonOut(Schema):
    """A person, as far as the token's person may see him: the newest text of each kind of value."""

    id: UUID
    keeper: str
    number: str
    holder: str
    origin: str
    standing: str
    values: dict[str, str]


class PersonWhole(PersonOut):
    """A person with every value ever kept and every event, as far as they may be seen."""

    history: list[dict[str, Any]]
    events: list[dict[str, Any]]


class Found(Schema):
    """A page of persons. `looser`: nobody fits exactly, these share one name."""

    persons: list[PersonOut]
    looser: bool
    after: str


class PersonIn(Schema):
    """A new person, as the form of the desk takes him; `values` by kind."""

    values: dict[str, str]
    source: str
    source_date: str = ""
    confidence: str = "document"
    number: str = ""
    standing: str = "held"
    other: str = ""


@router.post("/persons/search", response=Found, url_name="persons_search")
def search(request: Any, body: Search) -> Any:
    """Search the register, fifty at a time. Each person counts as read."""
    user = ask(request, Scope.READ_PERSONS)
    found = finding.find(user, body.q, body.after)
    reads.note(user, "api:persons_search", [(one.pk, one.keeper_id) for one in found.people])
    events = past.past_of(one.pk for one in found.people)
    people = [_person(user, one, events[one.pk]) for one in found.people]
    return {"persons": people, "looser": found.looser, "after": found.after}


@router.get("/persons/{uuid:person_id}", response=PersonWhole, url_name="person")
def person(request: Any, person_id: UUID) -> Any:
    """Give one person with his history."""
    user = ask(request, Scope.READ_PERSONS)
    one = gate.one(user, Person, pk=person_id)
    reads.note(user, "api:person", [(one.pk, one.keeper_id)])
    return _whole(user, one)


@router.post("/persons", response={201: PersonWhole}, url_name="persons")
def enter(request: Any, body: PersonIn) -> Any:
    """Enter a person into the register of the person's own bureau."""
    user = ask(request, Scope.ENTER_PERSONS)
    form = NewPersonForm(_as_form(user, body), user=user)
    if not form.is_valid():
        field, faults = next(iter(form.errors.items()))
        raise CannotEnter(str(faults[0]), field)
    holder, origin = form.holder_and_origin
    made = acts.enter_person(
        user, number=form.cleaned_data["number"], holder=holder, origin=origin,
        texts={kind: text for kind, text in form.texts.items() if text}, source=form.origin_of_values(user),
    )  # fmt: skip
    return Status(201, _whole(user, made))


def _as_form(user: Any, body: PersonIn) -> dict[str, Any]:
    unknown = body.values.keys() - policy.FACTS.keys()
    if unknown:
        raise CannotEnter("a kind of value is not known; the manual's page on the register lists them", "values")
    other = next((party.pk for party in shown.other_sides(user) if party.code == body.other), None)
    if body.other and other is None:
        raise CannotEnter("no side has this code", "other")
    rest = body.dict(exclude={"values", "other"})
    return {**body.values, **rest, "other": other}


def _person(user: Any, one: Person, events: Any) -> dict[str, Any]:
    seen = gate.seen(user, one.current(), holder=one.holder_id, origin=one.origin_id)
    return {
        "id": one.pk, "keeper": one.keeper.code, "number": one.number,
        "holder": one.holder.code if one.holder else "", "origin": one.origin.code if one.origin else "",
        "standing": past.in_words(events), "values": seen,
    }  # fmt: skip


def _whole(user: Any, one: Person) -> dict[str, Any]:
    return {
        **_person(user, one, past.past_of([one.pk])[one.pk]),
        "history": shown.plain_values(user, one), "events": shown.plain_events(user, one),
    }  # fmt: skip
