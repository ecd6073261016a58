"""Visits: the board, asking, answering, and the picture."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from repatria.web import gate, policy
from repatria.web.policy import Role
from repatria.web.registry.models import Site
from repatria.web.visits import acts, picture, seen
from repatria.web.visits.forms import AnswerForm, AskForm
from repatria.web.visits.models import Visit

LATELY = 50


def board(request: HttpRequest) -> HttpResponse:
    """Show what this person may know of visits: the places, or how many of them."""
    return render(request, "visits/board.html", _board(request))


def _board(request: HttpRequest, ask: Any = None) -> dict[str, Any]:
    today = timezone.localdate()
    found = seen.places(policy.sites_counted(request.user), today)
    delegate = request.user.role == Role.ICRC
    places: list[seen.Place] = []
    if policy.knows_places(request.user):
        mine = set(gate.rows(request.user, Site).values_list("pk", flat=True))
        places = [place for place in found if place.site.pk in mine]
    visits = gate.rows(request.user, Visit).select_related("site__party")
    return {
        "counts": seen.counts(found), "places": places, "delegate": delegate,
        "waiting": visits.filter(state=Visit.State.REQUESTED), "today": today,
        "visits": visits.exclude(state=Visit.State.REQUESTED)[:LATELY],
        "ask": ask or (AskForm(gate.rows(request.user, Site)) if delegate else None),
    }  # fmt: skip


def drawn(request: HttpRequest) -> HttpResponse:
    """Give the picture of places, for the ICRC."""
    places = seen.places(gate.rows(request.user, Site), timezone.localdate())
    return HttpResponse(picture.drawn(places), content_type="image/svg+xml")


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for a visit."""
    form = AskForm(gate.rows(request.user, Site), request.POST)
    if not form.is_valid():
        return render(request, "visits/board.html", _board(request, form), status=400)
    acts.ask(request.user, form.cleaned_data["site"], form.cleaned_data["wanted_on"])
    messages.success(request, _("Asked. The holder sees the request at once."))
    return redirect("visits")


def answer(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Answer a request: granted, or refused with its reason and its end."""
    visit = gate.one(request.user, Visit, pk=visit_id)
    form = AnswerForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        context = {"visit": visit, "form": form}
        return render(request, "visits/answer.html", context, status=400 if form.errors else 200)
    if form.cleaned_data["answer"] == "grant":
        acts.grant(visit.pk, request.user, form.cleaned_data["granted_for"])
    else:
        acts.refuse(visit.pk, request.user, form.cleaned_data["refusal"], form.cleaned_data["until"])
    messages.success(request, _("Answered. The ICRC sees it at once."))
    return redirect("visits")
