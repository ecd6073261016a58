"""The ICRC's own key: made, opened for a session, closed."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from repatria.web import gate
from repatria.web.visits import opened, own_key
from repatria.web.visits.errors import StaysLocked, TooShort
from repatria.web.visits.forms import ChangeForm, MakeForm, OpenForm
from repatria.web.visits.models import OwnKey


def key(request: HttpRequest) -> HttpResponse:
    """Show which key is in use, and whether it is open in this session."""
    return _page(request)


def _page(request: HttpRequest, status: int = 200, **forms: Any) -> HttpResponse:
    mine = request.user.party_id
    keys = gate.rows(request.user, OwnKey).exclude(confirmed_at=None)
    shown = [(one, opened.is_open(request, one), own_key.is_changing(one)) for one in keys]
    context = {
        "keys": shown, "any_open": any(is_open for _one, is_open, _changing in shown),
        "idle": minutes(opened.IDLE), "longest": minutes(opened.LONGEST), "waiting": own_key.waiting(mine),
        "open": OpenForm(auto_id="open_%s"), "make": MakeForm(auto_id="make_%s"),
        **forms,
    }  # fmt: skip
    return render(request, "visits/key.html", context, status=status)


def minutes(span: timedelta) -> int:
    """Give a span in whole minutes."""
    return int(span.total_seconds() // 60)


@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """Make a key, as the first of two."""
    form = MakeForm(request.POST, auto_id="make_%s")
    if not form.is_valid():
        return _page(request, status=400, make=form)
    own_key.make(request.user, form.cleaned_data["passphrase"])
    messages.success(
        request, _("Made. A second delegate confirms it; tell your delegates the passphrase by word of mouth.")
    )
    return redirect("visits-key")


@require_POST
def open_key(request: HttpRequest) -> HttpResponse:
    """Open the keys that this passphrase opens, for this session."""
    form = OpenForm(request.POST, auto_id="open_%s")
    if not form.is_valid():
        return _page(request, status=400, open=form)
    found = gate.one(request.user, OwnKey, pk=request.POST.get("key") or None)
    secret = own_key.unlock(found, form.cleaned_data["passphrase"], request.user)
    response = redirect("visits-key")
    opened.keep(request, response, found, secret)
    messages.success(request, _("Open for this session. Close it when you leave the screen."))
    return response


def change(request: HttpRequest, key_id: UUID) -> HttpResponse:
    """Change a key's passphrase, as the first of two."""
    key = gate.one(request.user, OwnKey, pk=key_id)
    form = ChangeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _changed(request, key, form):
        messages.success(
            request,
            _("Proposed. Tell the new passphrase to a second delegate, who confirms it and then opens the key."),
        )
        return redirect("visits-key")
    return render(request, "visits/passphrase.html", {"key": key, "form": form}, status=400 if form.errors else 200)


def _changed(request: HttpRequest, key: OwnKey, form: ChangeForm) -> bool:
    given = form.cleaned_data
    try:
        own_key.change_passphrase(key, given["old"], given["passphrase"], request.user)
    except TooShort as why:
        form.add_error("passphrase", str(why))
    except StaysLocked as why:
        form.add_error("old", str(why))
    return not form.errors


@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """Close the keys."""
    response = redirect("visits-key")
    opened.forget(request, response)
    messages.success(request, _("Closed."))
    return response
