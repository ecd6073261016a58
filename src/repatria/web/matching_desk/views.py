"""The pages of the matching desk: runs, and what came of them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from repatria.errors import RepatriaError
from repatria.web import gate
from repatria.web.exchanges.models import Exchange
from repatria.web.lists import shown
from repatria.web.lists.models import Row
from repatria.web.matching_desk import decide, runs
from repatria.web.matching_desk.agreement import of_run
from repatria.web.matching_desk.models import Decision, Run
from repatria.web.matching_desk.outcome import Group, groups, open_pairs_of_lists, standing

A_PAGE = 20


@require_GET
def matching(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Show the runs of an exchange, and let one be started."""
    found = gate.one(request.user, Exchange, pk=exchange_id)
    there = gate.rows(request.user, Run).filter(exchange=found).select_related("sought__party", "held__party")
    context = {
        "exchange": found,
        "runs": there[:A_PAGE],
        "newest": runs.newest(found),
        "ready": open_pairs_of_lists(found),
    }
    return render(request, "matching_desk/matching.html", context)


@require_POST
def start(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Queue the matching of all open lists."""
    found = gate.one(request.user, Exchange, pk=exchange_id)
    try:
        made = runs.start(request.user, found)
        if len(made) == 1:
            return redirect("run", made[0].pk)
    except RepatriaError as error:
        messages.error(request, str(error))
    return redirect("matching", found.pk)


def _run(request: HttpRequest, run_id: Any) -> Run:
    gate.one(request.user, Run, pk=run_id)
    found: Run = (
        gate.rows(request.user, Run).select_related("exchange", "sought__party", "held__party").get(pk=run_id)
    )
    return found


@require_GET
def show(request: HttpRequest, run_id: Any) -> HttpResponse:
    """Show one run: how far it is, what came of it, what is to be done."""
    run = _run(request, run_id)
    found = standing(run.sought, run.held)
    made = groups(found, run.sought, run.held)
    verdicts = {words: len(found.of(verdict)) for verdict, words in Decision.Verdict.choices}
    context = {
        "run": run,
        "exchange": run.exchange,
        "verdicts": verdicts,
        "undecided": decide.undecided(run).count(),
        "likely": decide.undecided(run).filter(proposed="match", later=False).count(),
        "disputed": decide.disputed(run),
        "groups": sum(not one.is_plain for one in made),
        "contradictions": sum(bool(one.apart) for one in made),
        "blind_waiting": decide.for_blind_review(run, request.user).count(),
        "agreement": of_run(run),
        "least": decide.LEAST_THRESHOLD,
    }
    return render(request, "matching_desk/run.html", context)


@require_GET
def progress(request: HttpRequest, run_id: Any) -> HttpResponse:
    """Give the part of the page that changes while a run goes on; once it is over, ask for the whole page."""
    run = _run(request, run_id)
    if run.works:
        return render(request, "matching_desk/progress.html", {"run": run})
    response = HttpResponse()
    response["HX-Refresh"] = "true"
    return response


@require_POST
def again(request: HttpRequest, run_id: Any) -> HttpResponse:
    """Start a run that failed or was overtaken anew."""
    run = _run(request, run_id)
    try:
        return redirect("run", runs.again(request.user, run).pk)
    except RepatriaError as error:
        messages.error(request, str(error))
    return redirect("run", run.pk)


@require_GET
def all_groups(request: HttpRequest, run_id: Any) -> HttpResponse:
    """Show the groups of more than two rows, those that contradict themselves first."""
    run = _run(request, run_id)
    found = standing(run.sought, run.held)
    made = [one for one in groups(found, run.sought, run.held) if not one.is_plain]
    made.sort(key=lambda one: (not one.apart, -len(one.sought) - len(one.held)))
    context = {
        "run": run,
        "exchange": run.exchange,
        "groups": _shown(request.user, made[:A_PAGE], found),
        "all": len(made),
    }
    return render(request, "matching_desk/groups.html", context)


def _shown(user: Any, made: list[Group], found: Any) -> list[dict[str, Any]]:
    keys = {key for one in made for key in (*one.sought, *one.held)}
    rows = gate.rows(user, Row).filter(pk__in=keys).select_related("list__party")
    seen = {one.row.pk: one for one in shown.show(user, "review_groups", rows)}
    return [
        {
            "sought": [seen[key] for key in one.sought],
            "held": [seen[key] for key in one.held],
            "same": [(seen[a], seen[b], found.first[a, b]) for a, b in one.same],
            "apart": [(seen[a], seen[b], found.first.get((a, b))) for a, b in one.apart],
        }
        for one in made
    ]


@require_GET
def decided(request: HttpRequest, run_id: Any) -> HttpResponse:
    """Show the last decisions, each of which can be undone, and those that were."""
    run = _run(request, run_id)
    made = gate.rows(request.user, Decision).filter(sought__list=run.sought_id, held__list=run.held_id, blind=False)
    last = list(made.select_related("sought__list", "held__list", "by", "undone_by").order_by("-pk")[:A_PAGE])
    rows = {row.pk: row for one in last for row in (one.sought, one.held)}
    seen = {one.row.pk: one for one in shown.show(request.user, "review_decided", rows.values())}
    lines = [(one, seen[one.sought_id], seen[one.held_id]) for one in last]
    return render(request, "matching_desk/decided.html", {"run": run, "exchange": run.exchange, "lines": lines})


@require_POST
def together(request: HttpRequest, run_id: Any) -> HttpResponse:
    """Confirm all pairs above a threshold, once a sample was looked at."""
    run = _run(request, run_id)
    try:
        count = decide.confirm_together(request.user, run, _share(request.POST.get("threshold", "")))
        messages.success(request, _("{count} pairs were confirmed together.").format(count=count))
    except RepatriaError as error:
        messages.error(request, str(error))
    return redirect("run", run.pk)


def _share(text: str) -> float:
    try:
        share = float(text.replace(",", "."))
    except ValueError:
        raise decide.NotDecided(_("write the threshold as a number, such as 0.98")) from None
    return share / 100 if share > 1 else share
