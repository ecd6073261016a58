"""A side's own account of an exchange at the desk: its delegation writes and releases it; what is held is read."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from repatria.errors import RepatriaError
from repatria.web import gate, policy
from repatria.web.exchanges.models import Exchange
from repatria.web.public import account_acts
from repatria.web.public.forms import AccountForm
from repatria.web.public.models import SideAccount


def write(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Write one's side's words in each language, and see where its versions stand."""
    exchange = _to_speak_of(request, exchange_id)
    if request.method != "POST":
        return _page(request, exchange, _form(exchange, request.user))
    form = AccountForm(request.POST)
    if not form.is_valid() or not _saved(request, exchange, form):
        return _page(request, exchange, form, status=422)
    return redirect("account-write", exchange_id=exchange_id)


def _to_speak_of(request: HttpRequest, number: int) -> Exchange:
    exchange = gate.one(request.user, Exchange, pk=number)
    if not policy.speaks_of(request.user, exchange):
        raise PermissionDenied
    return exchange


def _form(exchange: Exchange, user: Any) -> AccountForm:
    """Give the form with the draft, else with the version that was released last, to begin the next from."""
    last = gate.rows(user, SideAccount).filter(exchange=exchange).first()
    if last is None:
        return AccountForm.of({}, 0, "")
    if last.released_at:
        return AccountForm.of(last.texts, 0, "")
    return AccountForm.of(last.texts, last.revision, last.why_corrected)


def _saved(request: HttpRequest, exchange: Exchange, form: AccountForm) -> bool:
    said = form.cleaned_data
    try:
        account_acts.write(exchange, request.user, form.texts(), revision=said["revision"], why=said["why"])
    except RepatriaError as error:
        form.add_error(None, str(error))
        if isinstance(error, account_acts.Overtaken):
            # Both texts are shown now; whoever saves again has seen the other.
            form.data = {**request.POST.dict(), "revision": error.revision}
        return False
    messages.success(request, _("Saved."))
    return True


def _page(request: HttpRequest, exchange: Exchange, form: AccountForm, status: int = 200) -> HttpResponse:
    versions = gate.rows(request.user, SideAccount).filter(exchange=exchange)
    draft = versions.filter(state=SideAccount.State.DRAFT).first()
    context = {
        "exchange": exchange,
        "form": form,
        "versions": versions,
        "draft": draft,
        "compare": status != 200 and draft,
        "waits": draft and account_acts.waits(draft),
        "held": versions.filter(state=SideAccount.State.HELD).exists(),
        "named": draft and account_acts.names_somebody(draft),
        "missing": account_acts.missing(exchange),
    }
    return render(request, "public/staff/account.html", context, status=status)


@require_POST
def release(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Propose to release the draft; a second person of the delegation confirms."""
    exchange = _to_speak_of(request, exchange_id)
    draft = gate.rows(request.user, SideAccount).filter(exchange=exchange, state=SideAccount.State.DRAFT).first()
    if draft is None:
        raise Http404
    try:
        account_acts.propose_release(draft, request.user)
        messages.success(request, _("Proposed. A second person of your delegation must confirm it."))
    except RepatriaError as error:
        messages.error(request, str(error))
    return redirect("account-write", exchange_id=exchange_id)


@require_POST
def settle(request: HttpRequest, number: int) -> HttpResponse:
    """Let a side's held words through, or send them back to its delegation."""
    account = gate.one(request.user, SideAccount, pk=number)
    try:
        account_acts.settle(account, request.user, show=request.POST.get("answer") == "show")
    except RepatriaError as error:
        messages.error(request, str(error))
    return redirect("moderation")
