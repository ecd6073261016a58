"""The board of replies: where each side stands, and until when."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.web import gate, policy
from repatria.web.exchanges.models import Exchange
from repatria.web.replies import board as boards
from repatria.web.replies import deadlines
from repatria.web.replies.forms import DeadlinesForm
from repatria.web.replies.models import Deadline


def exchanges(request: HttpRequest) -> HttpResponse:
    """Show the exchanges of this person with how far their replies are."""
    found = gate.rows(request.user, Exchange).order_by("-pk").select_related("process")
    standing = [(exchange, boards.lines(request.user, exchange)) for exchange in found]
    return render(request, "replies/exchanges.html", {"exchanges": standing})


def board(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Show where each side stands in one exchange."""
    exchange = gate.one(request.user, Exchange, pk=exchange_id)
    stages = gate.rows(request.user, Deadline).filter(exchange=exchange)
    return render(
        request,
        "replies/board.html",
        {
            "exchange": exchange,
            "lines": boards.lines(request.user, exchange),
            "deadlines": stages,
            "today": timezone.localdate(),
            "sets_deadlines": policy.sets_deadlines(request.user, exchange),
        },
    )


def set_deadlines(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Set the last day of each stage."""
    exchange = gate.one(request.user, Exchange, pk=exchange_id)
    if not policy.sets_deadlines(request.user, exchange):
        raise PermissionDenied
    form = DeadlinesForm(request.POST or None, initial=deadlines.of(exchange))
    if form.is_valid():
        deadlines.change(request.user, exchange, form.cleaned_data)
        messages.success(request, _("The deadlines are set; both sides see them."))
        return redirect("replies_board", exchange.pk)
    status = 422 if form.is_bound else 200
    return render(request, "replies/deadlines.html", {"exchange": exchange, "form": form}, status=status)
