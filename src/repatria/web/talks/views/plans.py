"""The mediator's plans: asked for, watched, compared, questioned."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from repatria.web import gate
from repatria.web.exchanges.models import Exchange
from repatria.web.talks import people, runs, table
from repatria.web.talks.kinds import MOVABLE
from repatria.web.talks.models import PlanRun
from repatria.web.talks.reading import Reading, field_title
from repatria.web.talks.sentences import sentence
from repatria.web.talks.views.common import acted
from repatria.web.talks.views.terms import conflict_told

MOST_ALTERNATIVES = 5
A_PAGE, A_FEW = 50, 20


@require_POST
def start(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Ask for a plan under the terms that were ticked."""
    exchange = gate.one(request.user, Exchange, pk=exchange_id)
    chosen = set(request.POST.getlist("terms"))
    terms = [term for term in table.standing(exchange) if term.code in chosen]
    run = acted(request, lambda: runs.start(exchange, request.user, terms, **_options(request)))
    return redirect("talks_table", exchange_id) if run is None else redirect("talks_plan", run.pk)


def _options(request: HttpRequest) -> dict[str, Any]:
    if request.POST.get("kind") == PlanRun.Kind.CYCLES:
        longest = {
            "max_cycle": _number(request, "max_cycle", 3, 2, 6),
            "max_chain": _number(request, "max_chain", 0, 0, 6),
        }
        return {"kind": PlanRun.Kind.CYCLES, **longest}
    return {"alternatives": _number(request, "alternatives", 2, 0, MOST_ALTERNATIVES)}


def _number(request: HttpRequest, name: str, usual: int, least: int, most: int) -> int:
    typed = request.POST.get(name, "")
    return min(max(int(typed), least), most) if typed.isascii() and typed.isdecimal() else usual


def plan(request: HttpRequest, run_id: Any) -> HttpResponse:
    """Show a run: its progress, its conflict, or its plans side by side."""
    run = runs.look_after(gate.one(request.user, PlanRun, pk=run_id))
    context: dict[str, Any] = {"run": run, "terms": _terms(run), "waits_long": _waits_long(run)}
    if run.state == PlanRun.State.CONFLICT:
        context["conflict"] = conflict_told(run)
    if run.state == PlanRun.State.DONE:
        context |= _done(request, run)
    return render(request, "talks/plan.html", context)


def progress(request: HttpRequest, run_id: Any) -> HttpResponse:
    """Show how far a run is; once it has ended, tell the page to load anew."""
    run = runs.look_after(gate.one(request.user, PlanRun, pk=run_id))
    answer = render(request, "talks/progress.html", {"run": run, "waits_long": _waits_long(run)})
    if not run.is_open:
        answer.headers["HX-Refresh"] = "true"
    return answer


def _waits_long(run: PlanRun) -> bool:
    from django.utils import timezone

    return run.state == PlanRun.State.WAITING and (timezone.now() - run.asked_at).total_seconds() > 60


def _terms(run: PlanRun) -> list[dict[str, Any]]:
    terms = sorted(run.terms.select_related("by"), key=lambda term: int(term.code[1:]))
    newest = {term.code: term.pk for term in table.standing(run.exchange)}
    rows = table.told(run.exchange, terms)
    for row in rows:
        row["overtaken"] = newest.get(row["term"].code) != row["term"].pk
    return rows


def _done(request: HttpRequest, run: PlanRun) -> dict[str, Any]:
    reading = Reading(run)
    number = _chosen(request, reading)
    shown = people.listed(reading, number, request.GET.get("who", "go"))
    page = Paginator(shown, A_PAGE).get_page(request.GET.get("page"))
    return {
        "reading": reading,
        "number": number,
        "who": request.GET.get("who", "go"),
        "figures": [reading.figures(n) for n in range(len(reading.plans))],
        "near_a_border": reading.near_a_border(),
        "not_asked": reading.not_asked(number),
        "costs": _costs(run, reading),
        "movable": _movable(run),
        "page": page,
        "people": people.shown(request.user, "talks_plan", reading, number, page.object_list),
        "paths": _paths(run),
        "base": _against(run, reading),
        "what_ifs": run.what_ifs.order_by("asked_at"),
    }


def _chosen(request: HttpRequest, reading: Reading) -> int:
    typed = request.GET.get("plan", "0")
    if not (typed.isascii() and typed.isdecimal() and int(typed) < len(reading.plans)):
        raise Http404
    return int(typed)


def _costs(run: PlanRun, reading: Reading) -> list[dict[str, Any]]:
    """Say for each term what would get better first without it."""
    by_code = {row["term"].code: row for row in _terms(run)}
    return [
        {**by_code[cost["term"]], "gain": reading.differences(cost["objective"])}
        for cost in reading.plan["term_costs"]
    ]


def _movable(run: PlanRun) -> list[tuple[str, str]]:
    """Give the numbers of the run's terms that can be moved to ask what if."""
    return [
        (f"{row['term'].code}.{field}", f"{row['term'].code}, {field_title(field)}: {row['term'].document[field]}")
        for row in _terms(run)
        for field in MOVABLE.get(row["term"].document["type"], ())
        if row["term"].document.get(field) is not None
    ]


def _paths(run: PlanRun) -> list[dict[str, Any]]:
    """Give each cycle and chain as the sentences of its offers, in the order of handing over."""
    if run.kind != PlanRun.Kind.CYCLES:
        return []
    offers = {term.code: term for term in run.terms.select_related("by")}
    called = table.names(run.exchange, (term.document for term in offers.values()))
    return [
        {"closed": closed, "offers": [(code, sentence(offers[code].document, called)) for code in path]}
        for closed, paths in ((True, run.plan["cycles"]), (False, run.plan["chains"]))
        for path in paths
    ]


def _against(run: PlanRun, reading: Reading) -> dict[str, Any] | None:
    """Compare a what-if with the plan it was asked of."""
    if run.base is None or run.base.state != PlanRun.State.DONE:
        return None
    base = Reading(run.base)
    before, after = set(base.go(0)), set(reading.go(0))
    return {
        "run": run.base, "first": base.differences(reading.plans[0]["objective"]),
        "joins": len(after - before), "leaves": len(before - after), "figures": base.figures(0),
    }  # fmt: skip


@require_POST
def again(request: HttpRequest, run_id: Any) -> HttpResponse:
    """Start a failed run again."""
    run = gate.one(request.user, PlanRun, pk=run_id)
    fresh = acted(request, lambda: runs.again(run, request.user))
    return redirect("talks_plan", run_id if fresh is None else fresh.pk)


@require_POST
def what_if(request: HttpRequest, run_id: Any) -> HttpResponse:
    """Ask what would change if one number of one term moved."""
    run = gate.one(request.user, PlanRun, pk=run_id)
    change = f"{request.POST.get('number', '')}={request.POST.get('value', '').strip()}"
    fresh = acted(request, lambda: runs.what_if(run, request.user, change))
    return redirect("talks_plan", run_id if fresh is None else fresh.pk)


@require_POST
def person(request: HttpRequest, run_id: Any) -> HttpResponse:
    """Ask what it would mean to decide otherwise about one person."""
    run = gate.one(request.user, PlanRun, pk=run_id)
    if run.state != PlanRun.State.DONE or run.kind != PlanRun.Kind.SELECTION:
        raise Http404
    key = request.POST.get("person", "")
    swap = acted(request, lambda: runs.about_one(run, key))
    context: dict[str, Any] = {"run": run, "swap": swap}
    if swap is not None:
        reading = Reading(run)
        context |= {
            "loss": reading.differences(swap.objective or ()),
            "one": people.shown(request.user, "talks_plan_person", reading, 0, [key])[0],
            "joins": _others(request, reading, key, swap.joins),
            "leaves": _others(request, reading, key, swap.leaves),
        }
    return render(request, "talks/person.html", context)


def _others(request: HttpRequest, reading: Reading, key: str, keys: Sequence[str]) -> list[people.Shown]:
    others = [other for other in keys if other != key][:A_FEW]
    return people.shown(request.user, "talks_plan_person", reading, 0, others)


@require_POST
def tell(request: HttpRequest, run_id: Any) -> HttpResponse:
    """Show a conflict to all sides."""
    run = gate.one(request.user, PlanRun, pk=run_id)
    acted(request, lambda: runs.tell_all(run), _("All sides now see these sentences on the table."))
    return redirect("talks_plan", run_id)
