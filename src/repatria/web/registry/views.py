"""Pages on which a bureau writes: a new person, a change, an event, a correction, a site."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from repatria.conventions import Kind
from repatria.web import gate, policy
from repatria.web.audit import reads
from repatria.web.registry import acts, event_kinds, past, shown, values
from repatria.web.registry.forms import ChangeForm, CorrectEventForm, EventForm, NewPersonForm, SiteForm
from repatria.web.registry.models import Event, Person, Site


def new(request: HttpRequest) -> HttpResponse:
    """Enter a person."""
    _must_write(request, request.user.party_id)
    unseen = shown.unseen_kinds(request.user, request.user.party_id, None)
    form = NewPersonForm(request.POST or None, user=request.user, unseen=unseen)
    if form.is_valid():
        try:
            person = _enter(request, form)
        except acts.CannotEnter as fault:
            form.add_error(fault.field, str(fault))
        else:
            messages.success(request, _("Entered. Next, note how and when this person came into your hands."))
            return redirect("person", person.pk)
    return render(request, "registry/new.html", {"form": form}, status=_status(form))


def _enter(request: HttpRequest, form: NewPersonForm) -> Person:
    holder, origin = form.holder_and_origin
    return acts.enter_person(
        request.user,
        number=form.cleaned_data["number"],
        holder=holder,
        origin=origin,
        texts={kind: text for kind, text in form.texts.items() if text},
        source=form.origin_of_values(request.user),
    )


def change(request: HttpRequest, person_id: str) -> HttpResponse:
    """Add or correct values of a person."""
    person = gate.one(request.user, Person, pk=person_id)
    _must_write(request, person.keeper_id)
    reads.note(request.user, "person_change", [(person.pk, person.keeper_id)])
    form = _change_form(request, person)
    if form.is_valid():
        try:
            acts.change_values(
                request.user, person.pk, form.cleaned_data["version"], form.texts,
                form.origin_of_values(request.user), form.cleaned_data["reason"],
            )  # fmt: skip
        except acts.Overtaken as fault:
            return _overtaken(request, fault.person, form)
        except acts.CannotEnter as fault:
            form.add_error(fault.field, str(fault))
        else:
            messages.success(request, _("Saved. What stood before stays beside it."))
            return redirect("person", person.pk)
    return render(request, "registry/change.html", {"form": form, "person": person}, status=_status(form))


def _change_form(request: HttpRequest, person: Person, data: Any = None) -> ChangeForm:
    unseen = shown.unseen_kinds(request.user, person.holder_id, person.origin_id)
    return ChangeForm(
        data or request.POST or None, current=person.current(), unseen=unseen, initial={"version": person.version}
    )


def _overtaken(request: HttpRequest, person: Person, typed: ChangeForm) -> HttpResponse:
    """Keep what was typed, show what was entered meanwhile, and let him decide anew."""
    meanwhile = values.since(person.values, typed.cleaned_data["version"])
    unseen = shown.unseen_kinds(request.user, person.holder_id, person.origin_id)
    again = _change_form(request, person, {**request.POST.dict(), "version": str(person.version)})
    context = {
        "form": again,
        "person": person,
        "meanwhile": [shown.change(value) for value in meanwhile if value["kind"] not in unseen],
        "overtaken": True,
    }
    return render(request, "registry/change.html", context, status=409)


def note(request: HttpRequest, person_id: str) -> HttpResponse:
    """Note an event of the kind that was chosen."""
    person = gate.one(request.user, Person, pk=person_id)
    _must_write(request, person.keeper_id)
    reads.note(request.user, "person_event", [(person.pk, person.keeper_id)])
    events = past.past_of([person.pk])[person.pk]
    kind = _kind(request, event_kinds.plausible(past.kinds(events), person.current().get("category", "")))
    if kind is None:
        messages.error(request, _("This cannot have happened to him as things stand; choose from the list."))
        return redirect("person", person.pk)
    form = EventForm(
        request.POST if "occurred_on" in request.POST else None,
        kind=kind, sites=_open_sites(request), events=events,
    )  # fmt: skip
    if form.is_valid():
        data = form.cleaned_data
        try:
            acts.note_event(request.user, person.pk, kind, data["occurred_on"], data["site"], form.details)
        except acts.CannotEnter as fault:
            form.add_error(fault.field, str(fault))
        else:
            messages.success(request, _("Noted."))
            return redirect("person", person.pk)
    context = {"form": form, "person": person, "kind": kind, "title": event_kinds.title(kind)}
    return render(request, "registry/event.html", context, status=_status(form))


def _kind(request: HttpRequest, allowed: list[Kind]) -> Kind | None:
    asked = request.POST.get("kind") or request.GET.get("kind", "")
    return next((kind for kind in allowed if kind.value == asked), None)


def correct(request: HttpRequest, event_id: str) -> HttpResponse:
    """Put a right event in the place of a wrong one."""
    event = gate.one(request.user, Event, pk=event_id)
    person = event.person
    _must_write(request, person.keeper_id)
    reads.note(request.user, "event_correct", [(person.pk, person.keeper_id)])
    kind = Kind(event.kind)
    form = CorrectEventForm(
        request.POST or None, kind=kind, sites=_open_sites(request), events=[],
        initial={"occurred_on": event.occurred_on, "site": event.site_id, **event.details},
    )  # fmt: skip
    if form.is_valid():
        try:
            _correct(request, event, form)
        except acts.CannotEnter as fault:
            form.add_error(fault.field, str(fault))
        else:
            messages.success(request, _("Corrected. The first word stays, marked as corrected."))
            return redirect("person", person.pk)
    context = {"form": form, "person": person, "event": event, "title": event_kinds.title(kind)}
    return render(request, "registry/correct.html", context, status=_status(form))


def _correct(request: HttpRequest, event: Event, form: CorrectEventForm) -> None:
    data = form.cleaned_data
    happened = data["happened"] == "yes"
    acts.correct_event(
        request.user, event.pk, Kind(event.kind) if happened else Kind.WITHDRAWN, data["occurred_on"],
        data["site"] if happened else None, form.details if happened else {}, data["reason"],
    )  # fmt: skip


def sites(request: HttpRequest) -> HttpResponse:
    """Show the party's places of detention, and take a new one."""
    writes = policy.keeps_register(request.user, request.user.party_id)
    if request.method == "POST":
        _must_write(request, request.user.party_id)
    form = SiteForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        try:
            acts.open_site(request.user, data["code"], data["name"], data["region"])
        except acts.CannotEnter as fault:
            form.add_error(fault.field, str(fault))
        else:
            messages.success(request, _("The site is entered."))
            return redirect("sites")
    found = gate.rows(request.user, Site).select_related("party")
    return render(
        request, "registry/sites.html", {"form": form, "sites": found, "writes": writes}, status=_status(form)
    )


def _open_sites(request: HttpRequest) -> Any:
    return gate.rows(request.user, Site).filter(closed_on=None)


def _must_write(request: HttpRequest, keeper: int | None) -> None:
    if not policy.keeps_register(request.user, keeper):
        raise PermissionDenied


def _status(form: Form) -> int:
    return 422 if form.is_bound and form.errors else 200
