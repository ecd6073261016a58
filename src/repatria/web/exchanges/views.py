"""The pages of exchanges: all that one takes part in, and one with where each side stands."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from repatria.errors import RepatriaError
from repatria.web import gate
from repatria.web.exchanges import opening
from repatria.web.exchanges.forms import NewExchange, NewProcess
from repatria.web.exchanges.models import Exchange, Process
from repatria.web.exchanges.rooms import rooms_of
from repatria.web.lists.models import NameList
from repatria.web.lists.release import RELEASE, standing
from repatria.web.two_persons.models import Act


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """Show the processes that this person takes part in, each with its exchanges."""
    processes = (
        gate.rows(request.user, Process).select_related("mediator").prefetch_related("exchanges", "participants")
    )
    return render(request, "exchanges/exchanges.html", {"processes": processes.order_by("-opened_at")})


@require_GET
def show(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Show one exchange: how far it has come, and where each side stands with its lists."""
    exchange = gate.one(request.user, Exchange, pk=exchange_id)
    order = list(Exchange.State)
    at = order.index(Exchange.State(exchange.state))
    mine = [one for one in standing(exchange) if one.party.pk == request.user.party_id]
    waiting = gate.rows(request.user, Act).filter(
        kind=RELEASE.kind, subject=str(exchange_id), state=Act.State.PROPOSED
    )
    context = {
        "exchange": exchange,
        "process": exchange.process,
        "steps": [(state.label, n < at, n == at) for n, state in enumerate(order)],
        "standing": [(one, _lists(request.user, one)) for one in standing(exchange)],
        "mine": mine,
        "all_sealed": bool(mine) and all(one.sealed_at for one in mine),
        "all_released": bool(mine) and all(one.is_released for one in mine),
        "waiting": waiting.select_related("proposed_by").first(),
        "may_release": request.user.role in RELEASE.roles,
        "deadlines": exchange.deadlines.all(),
        "rooms": rooms_of(request.user, exchange),
    }
    return render(request, "exchanges/exchange.html", context)


def _lists(user: Any, awaited: Any) -> list[NameList]:
    """Give the versions that this reader can reach, the newest first."""
    there = gate.rows(user, NameList).filter(
        exchange=awaited.exchange, party=awaited.party, purpose=awaited.purpose, withdrawn_at=None
    )
    return list(there.order_by("-version"))


@require_http_methods(["GET", "POST"])
def new_process(request: HttpRequest) -> HttpResponse:
    """Open a process."""
    form = NewProcess(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            opening.open_process(request.user, **form.cleaned_data)
            return redirect("desk_exchanges")
        except RepatriaError as error:
            form.add_error(None, str(error))
    return render(request, "exchanges/new_process.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def new_exchange(request: HttpRequest, process_id: int) -> HttpResponse:
    """Open an exchange within a process."""
    process = gate.one(request.user, Process, pk=process_id)
    form = NewExchange(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(
                "desk_exchange", opening.open_exchange(request.user, process, form.cleaned_data["title"]).pk
            )
        except RepatriaError as error:
            form.add_error(None, str(error))
    context = {"form": form, "process": process}
    return render(request, "exchanges/new_exchange.html", context, status=422 if form.errors else 200)
