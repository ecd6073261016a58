"""Packages: a plan put to all sides, and each side's secret answer."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from repatria.web import gate, policy
from repatria.web.policy import Role
from repatria.web.talks import acceptance, agreements, people, table
from repatria.web.talks.models import Agreement, Package, PlanRun
from repatria.web.talks.reading import Reading
from repatria.web.talks.views.common import acted

A_PAGE = 50


@require_POST
def put(request: HttpRequest, run_id: Any) -> HttpResponse:
    """Put one of a run's plans to all sides at once."""
    run = gate.one(request.user, PlanRun, pk=run_id)
    number = request.POST.get("plan", "0")
    closes_at = _moment(request.POST.get("closes_at", ""))
    package = acted(
        request,
        lambda: acceptance.put(run, int(number) if number.isdecimal() else -1, request.user, closes_at),
        _("The package lies before all sides. Nothing is revealed before the closing time."),
    )
    return redirect("talks_plan", run_id) if package is None else redirect("talks_package", package.pk)


def _moment(typed: str) -> datetime:
    """Read a moment in UTC; what cannot be read is now, which is refused as too near."""
    try:
        found = parse_datetime(typed)
    except ValueError:
        found = None
    if found is None:
        return timezone.now()
    return found if timezone.is_aware(found) else timezone.make_aware(found)


def package(request: HttpRequest, package_id: int) -> HttpResponse:
    """Show a package: to everybody the numbers, to each side its own people, to nobody who has answered."""
    found = acceptance.settle(gate.one(request.user, Package, pk=package_id))
    reading = Reading(found.run)
    who = request.GET.get("who", "go")
    keys = people.entitled(request.user, reading, people.listed(reading, found.alternative, who))
    page = Paginator(keys, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "package": found,
        "exchange": found.exchange,
        "figures": [reading.figures(found.alternative)],
        "terms": table.told(found.exchange, _terms(found)),
        "who": who,
        "page": page,
        "people": people.shown(request.user, "talks_package", reading, found.alternative, page.object_list),
        "own_answer": acceptance.own_answer(found, request.user),
        "may_answer": _may_answer(request.user, found),
        "is_over": found.settled_at is not None,
        "agreements": gate.rows(request.user, Agreement).filter(package=found),
        "may_draft": _may_draft(request.user, found),
    }
    return render(request, "talks/package.html", context)


def _may_draft(user: Any, package: Package) -> bool:
    return bool(package.accepted and user.role == Role.MEDIATOR and policy.at_the_table(package.exchange))


def _terms(package: Package) -> list[Any]:
    return sorted(package.run.terms.select_related("by"), key=lambda term: int(term.code[1:]))


def _may_answer(user: Any, package: Package) -> bool:
    is_side = user.party is not None and user.party.kind == "side"
    return user.role == Role.DELEGATION and is_side and package.settled_at is None


@require_POST
def answer(request: HttpRequest, package_id: int) -> HttpResponse:
    """Give (or change) one's own side's answer."""
    found = gate.one(request.user, Package, pk=package_id)
    if not _may_answer(request.user, found) and found.settled_at is None:
        raise PermissionDenied
    acted(
        request,
        lambda: acceptance.answer(found, request.user, request.POST.get("answer", "")),
        _("Your side's answer is sealed. You can change it until the closing time."),
    )
    return redirect("talks_package", package_id)


@require_POST
def draft(request: HttpRequest, package_id: int) -> HttpResponse:
    """Draft the agreement of an accepted package."""
    found = acceptance.settle(gate.one(request.user, Package, pk=package_id))
    agreement = acted(request, lambda: agreements.draft(found, request.user, request.LANGUAGE_CODE))
    return redirect("talks_package", package_id) if agreement is None else redirect("talks_agreement", agreement.pk)
