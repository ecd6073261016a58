"""What stands beside the exchange and is never added to it: late finds, unilateral releases, remains."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from repatria.errors import RepatriaError
from repatria.handover.side_ledgers import count_remains
from repatria.web import gate, policy
from repatria.web.exchanges.models import Exchange
from repatria.web.handover import apart_acts
from repatria.web.handover.forms import ApartForm, BagForm
from repatria.web.handover.models import ReleasedApart, RemainsBag


def _only_who_enters(request: HttpRequest) -> None:
    if request.method == "POST" and not policy.enters_apart(request.user):
        raise PermissionDenied


def apart(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Show who came home outside the manifest; a holder enters whom it has released."""
    exchange = gate.one(request.user, Exchange, pk=exchange_id)
    _only_who_enters(request)
    form = ApartForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            apart_acts.release(exchange, request.user, **form.cleaned_data)
            messages.success(request, _("Entered. He counts when the receiving side gives its receipt."))
            return redirect("handover-apart", exchange_id=exchange_id)
        except RepatriaError as error:
            form.add_error(None, str(error))
    table = gate.rows(request.user, ReleasedApart).filter(exchange=exchange).select_related("person__keeper")
    context = {"exchange": exchange, "form": form, "table": table, "enters": policy.enters_apart(request.user)}
    return render(request, "handover/apart.html", context)


@require_POST
def receipt(request: HttpRequest, apart_id: UUID) -> HttpResponse:
    """Give the receiving side's receipt for somebody released apart."""
    found = gate.one(request.user, ReleasedApart, pk=apart_id)
    try:
        apart_acts.receipt(found, request.user)
        messages.success(request, _("The receipt is given."))
    except RepatriaError as error:
        messages.error(request, str(error))
    return redirect("handover-apart", exchange_id=found.exchange_id)


def remains(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Show the ledger of remains; the receiving side enters bags and laboratories' reports."""
    exchange = gate.one(request.user, Exchange, pk=exchange_id)
    _only_who_enters(request)
    form: Any = BagForm(request.POST or None)
    others = [side for side in exchange.process.sides if side.pk != request.user.party_id]
    form.fields["given_by"].choices = [(side.code, side.name) for side in others]
    if request.method == "POST" and form.is_valid():
        try:
            apart_acts.bag(exchange, request.user, **form.cleaned_data)
            messages.success(request, _("Entered."))
            return redirect("handover-remains", exchange_id=exchange_id)
        except RepatriaError as error:
            form.add_error(None, str(error))
    bags = gate.rows(request.user, RemainsBag).filter(exchange=exchange).select_related("given_by", "received_by")
    counts = count_remains([apart_acts.as_remains(one) for one in bags])
    context = {"exchange": exchange, "form": form, "bags": bags, "counts": counts,
               "enters": policy.enters_apart(request.user)}  # fmt: skip
    return render(request, "handover/remains.html", context)
