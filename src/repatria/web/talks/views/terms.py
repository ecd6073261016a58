"""The table: terms as sentences with their authors, and writing them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from repatria.web import gate, policy
from repatria.web.exchanges.models import Exchange
from repatria.web.policy import Role
from repatria.web.talks import acceptance, points, rounds, runs, table, terms
from repatria.web.talks.forms import TermForm
from repatria.web.talks.kinds import may_write
from repatria.web.talks.models import Agreement, Package, PlanRun, Term
from repatria.web.talks.reading import change_said
from repatria.web.talks.sentences import kind_title, sentence
from repatria.web.talks.views.common import acted


def the_table(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Show what lies on the table of one exchange."""
    exchange = gate.one(request.user, Exchange, pk=exchange_id)
    packages = list(gate.rows(request.user, Package).filter(exchange=exchange))
    is_open = policy.at_the_table(exchange)
    context = {
        "exchange": exchange,
        "is_open": is_open,
        "terms": table.told(exchange, table.standing(exchange)),
        "kinds": [(kind, kind_title(kind)) for kind in policy.TERMS if is_open and may_write(request.user, kind)],
        "packages": [acceptance.settle(package) for package in packages],
        "agreements": gate.rows(request.user, Agreement).filter(exchange=exchange),
        "runs": gate.rows(request.user, PlanRun).filter(exchange=exchange, base=None)[:20],
        "conflict": _conflict(exchange),
        "is_mediator": request.user.role == Role.MEDIATOR,
        "can_begin": request.user.role == Role.MEDIATOR and exchange.state == Exchange.State.REPLIES,
        "may_give_points": is_open and request.user.role == Role.DELEGATION,
    }
    return render(request, "talks/table.html", context)


def _conflict(exchange: Exchange) -> dict[str, Any] | None:
    """Give the newest conflict that the mediator has shown to all, while no newer plan has overtaken it."""
    newest = runs.newest_ended(exchange)
    if newest is None or newest.told_at is None:
        return None
    return conflict_told(newest)


def conflict_told(run: PlanRun) -> dict[str, Any]:
    """Give the conflicts of a run as sentences with their authors, and what would free them."""
    by_code = {row["term"].code: row for row in table.told(run.exchange, run.terms.select_related("by"))}
    return {
        "run": run,
        "complete": run.plan["complete"],
        "cures": [change_said(run, change) for change in run.plan["cures"][:3]],
        "sets": [
            {
                **one,
                "rows": [by_code[code] for code in one["terms"]],
                "freed_by": [change_said(run, change) for change in one["changes"][:3]],
            }
            for one in run.plan["sets"]
        ],
    }


@require_POST
def begin(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Begin the talks of an exchange."""
    exchange = gate.one(request.user, Exchange, pk=exchange_id)
    acted(request, lambda: rounds.begin_talks(exchange), _("The talks of this exchange have begun."))
    return redirect("talks_table", exchange_id)


def new(request: HttpRequest, exchange_id: int, kind: str) -> HttpResponse:
    """Write a new term."""
    exchange = gate.one(request.user, Exchange, pk=exchange_id)
    if kind not in policy.TERMS:
        raise Http404
    if not may_write(request.user, kind):
        raise PermissionDenied
    form = TermForm(kind, exchange, request.POST or None, _suggested(kind, request.user))
    if request.method == "POST" and form.is_valid():
        written = acted(request, lambda: terms.write(exchange, request.user, form.document()))
        if written is not None:
            return redirect("talks_table", exchange_id)
    context = {"exchange": exchange, "kind": kind, "title": kind_title(kind), "form": form}
    return render(request, "talks/term_form.html", context)


def _suggested(kind: str, user: Any) -> dict[str, Any] | None:
    if kind == "longest_held":
        return {"type": kind, "bucket_days": 180, "buckets": 9}
    if kind in ("net", "offer") and user.party.kind == "side":
        return {"type": kind, "party": user.party.code}
    return None


def change(request: HttpRequest, term_id: int) -> HttpResponse:
    """Write a new version of a term."""
    term = gate.one(request.user, Term, pk=term_id)
    if term.by_id != request.user.party_id:
        raise PermissionDenied
    kind = term.document["type"]
    form = TermForm(kind, term.exchange, request.POST or None, term.document)
    if request.method == "POST" and form.is_valid():
        written = acted(request, lambda: terms.change(term, request.user, form.document()))
        if written is not None:
            return redirect("talks_table", term.exchange_id)
    context = {"exchange": term.exchange, "kind": kind, "title": kind_title(kind), "form": form, "term": term}
    return render(request, "talks/term_form.html", context)


@require_POST
def withdraw(request: HttpRequest, term_id: int) -> HttpResponse:
    """Take a term off the table."""
    term = gate.one(request.user, Term, pk=term_id)
    if term.by_id != request.user.party_id:
        raise PermissionDenied
    acted(
        request,
        lambda: terms.withdraw(term, request.user),
        _("Term {code} is withdrawn. Its versions stay on file.").format(code=term.code),
    )
    return redirect("talks_table", term.exchange_id)


def history(request: HttpRequest, term_id: int) -> HttpResponse:
    """Show every version of a term: what was written, by whom, when."""
    term = gate.one(request.user, Term, pk=term_id)
    versions = gate.rows(request.user, Term).filter(exchange=term.exchange_id, code=term.code)
    versions = list(versions.select_related("by", "written_by").order_by("-version"))
    called = table.names(term.exchange, (one.document for one in versions))
    rows = [{"term": one, "sentence": sentence(one.document, called)} for one in versions]
    context = {
        "exchange": term.exchange,
        "code": term.code,
        "versions": rows,
        "kind": kind_title(term.document["type"]),
    }
    return render(request, "talks/term.html", context)


def give_points(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Say what captives are worth to one's own party."""
    exchange = gate.one(request.user, Exchange, pk=exchange_id)
    typed = request.POST.get("points")
    if request.method == "POST":
        given = acted(
            request,
            lambda: points.give(exchange, request.user, typed or ""),
            _("Your points are kept. No other party, nor the mediator, sees them."),
        )
        if given is not None:
            return redirect("talks_table", exchange_id)
    shown = typed if typed is not None else points.written(exchange, request.user)
    return render(request, "talks/points.html", {"exchange": exchange, "typed": shown})
