"""One visit, for the ICRC alone: what was done, interviews, and notes under its own key."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from repatria.web import gate
from repatria.web.audit import reads
from repatria.web.registry.models import Person
from repatria.web.visits import acts, opened, own_key
from repatria.web.visits.errors import DoesNotOpen
from repatria.web.visits.forms import DoneForm, InterviewForm, NoteForm
from repatria.web.visits.models import Interview, Note, Visit


def show(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Show a visit."""
    return _page(request, gate.one(request.user, Visit, pk=visit_id))


def _page(request: HttpRequest, visit: Visit, status: int = 200, **forms: Any) -> HttpResponse:
    interviews = gate.rows(request.user, Interview).filter(visit=visit).select_related("person")
    reads.note(request.user, "visits-visit", [(one.person_id, one.person.keeper_id) for one in interviews])
    notes = gate.rows(request.user, Note).filter(visit=visit) | gate.rows(request.user, Note).filter(
        interview__visit=visit
    )
    context = {
        "visit": visit, "interviews": interviews,
        "notes": [(one, _text(request, one)) for one in notes.select_related("key", "by", "interview__person")],
        "key": own_key.in_use(request.user.party_id), "done": DoneForm(), "interview": InterviewForm(),
        "note": NoteForm(), **forms,
    }  # fmt: skip
    return render(request, "visits/visit.html", context, status=status)


def _text(request: HttpRequest, note: Note) -> str | None:
    """Give a note in clear if the key is open in this session."""
    secret = opened.secret_of(request, note.key)
    if secret is None:
        return None
    try:
        return acts.read(note, secret)
    except DoesNotOpen as why:
        return str(why)


@require_POST
def done(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Note that the visit was made."""
    visit = gate.one(request.user, Visit, pk=visit_id)
    form = DoneForm(request.POST)
    if not form.is_valid():
        return _page(request, visit, status=400, done=form)
    given = form.cleaned_data
    acts.done(visit.pk, request.user, given["done_on"], given["private"] == "yes", given["interviewed"])
    messages.success(request, _("Noted."))
    return redirect("visits-visit", visit.pk)


@require_POST
def withdraw(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """No longer ask for the visit."""
    visit = gate.one(request.user, Visit, pk=visit_id)
    acts.withdraw(visit.pk, request.user)
    messages.success(request, _("It is no longer asked for."))
    return redirect("visits")


@require_POST
def write(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Seal a finding."""
    visit = gate.one(request.user, Visit, pk=visit_id)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _page(request, visit, status=400, note=form)
    acts.note(request.user, Note.About.VISIT, form.cleaned_data["text"], visit=visit)
    messages.success(request, _("Sealed to the ICRC's own key."))
    return redirect("visits-visit", visit.pk)


@require_POST
def interview(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Note an interview."""
    visit = gate.one(request.user, Visit, pk=visit_id)
    form = InterviewForm(request.POST)
    if not form.is_valid():
        return _page(request, visit, status=400, interview=form)
    given = form.cleaned_data
    try:
        person = gate.one(request.user, Person, keeper=visit.site.party_id, number=given["number"])
    except Http404:
        form.add_error("number", _("Nobody in this holder's register has this number."))
        return _page(request, visit, status=400, interview=form)
    acts.interview(
        request.user, person, given["on"], visit=visit, alone=given["alone"], travels=given["travels"],
        family=given["family"], said=given["said"], why=given["why"],
    )  # fmt: skip
    messages.success(request, _("Noted. The planner learns only whether he travels."))
    return redirect("visits-visit", visit.pk)
