"""Processes, their timelines, and rounds."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from repatria.web import gate
from repatria.web.exchanges.models import Process
from repatria.web.policy import Role
from repatria.web.talks import rounds, timeline
from repatria.web.talks.forms import RoundForm
from repatria.web.talks.models import Round
from repatria.web.talks.views.common import acted


def index(request: HttpRequest) -> HttpResponse:
    """List the processes that the person takes part in, with their exchanges."""
    processes = gate.rows(request.user, Process).prefetch_related("exchanges", "participants")
    return render(request, "talks/index.html", {"processes": processes})


def process(request: HttpRequest, process_id: int) -> HttpResponse:
    """Show a process: its rounds, exchanges, and the timeline of everything."""
    found = gate.one(request.user, Process, pk=process_id)
    context = {
        "process": found,
        "rounds": gate.rows(request.user, Round).filter(process=found),
        "timeline": timeline.of(found, request.user),
        "may_fix": request.user.role == Role.MEDIATOR,
        "next": rounds.next_number(found),
    }
    return render(request, "talks/process.html", context)


def round_(request: HttpRequest, process_id: int, number: int) -> HttpResponse:
    """Fix a round, or write what came of it."""
    found = gate.one(request.user, Process, pk=process_id)
    existing = gate.rows(request.user, Round).filter(process=found, number=number).first()
    form = RoundForm(request.POST or None, initial=_facts(existing))
    if request.method == "POST" and form.is_valid() and _saved(request, found, number, existing, form.cleaned_data):
        return redirect("talks_process", process_id)
    context = {
        "process": found, "number": number, "existing": existing, "form": form,
        "seen": rounds.fingerprint(existing) if existing else "",
        "next": rounds.next_number(found),
    }  # fmt: skip
    return render(request, "talks/round.html", context)


def _facts(existing: Round | None) -> dict[str, Any]:
    names = ("place", "begins_on", "ends_on", "agenda", "communique")
    return {name: getattr(existing, name) for name in names} if existing else {}


def _saved(request: HttpRequest, process: Process, number: int, existing: Round | None, facts: Any) -> Any:
    if existing is None:
        act = lambda: rounds.fix(process, number, **facts)  # noqa: E731
        return acted(request, act, _("Round {n} is fixed.").format(n=number))
    seen = request.POST.get("seen", "")
    return acted(request, lambda: rounds.rewrite(existing, seen, **facts), _("The round is written."))
