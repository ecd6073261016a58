"""Pages that show the register: who is in it, and one person whole."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from repatria.web import gate, policy
from repatria.web.audit import reads
from repatria.web.registry import finding, past, shown
from repatria.web.registry.event_kinds import plausible
from repatria.web.registry.forms import KindForm
from repatria.web.registry.models import Person


def register(request: HttpRequest) -> HttpResponse:
    """Show people of the register, fifty a page; what is searched for comes by POST and stands in no address."""
    text = request.POST.get("q", "").strip()
    found = finding.find(request.user, text, request.POST.get("after", ""))
    reads.note(request.user, "register", [(person.pk, person.keeper_id) for person in found.people])
    events = past.past_of(person.pk for person in found.people)
    return render(
        request,
        "registry/register.html",
        {
            "q": text,
            "found": found,
            "people": [shown.summary(request.user, person, events[person.pk]) for person in found.people],
            "writes": policy.keeps_register(request.user, request.user.party_id),
        },
    )


def person(request: HttpRequest, person_id: str) -> HttpResponse:
    """Show one person: his values with their sources, what happened to him, what can be done."""
    one = gate.one(request.user, Person, pk=person_id)
    reads.note(request.user, "person", [(one.pk, one.keeper_id)])
    events = past.past_of([one.pk])[one.pk]
    kinds = plausible(past.kinds(events), one.current().get("category", ""))
    return render(
        request,
        "registry/person.html",
        {
            "person": one,
            "summary": shown.summary(request.user, one, events),
            "values": shown.values(request.user, one),
            "timeline": shown.timeline(request.user, one),
            "kind_form": KindForm(kinds=kinds),
            "writes": policy.keeps_register(request.user, one.keeper_id),
        },
    )
