"""A person's signing key, and a colleague's waiting to be confirmed."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from repatria.web import gate
from repatria.web.talks import keys
from repatria.web.talks.models import SigningKey
from repatria.web.talks.views.common import acted
from repatria.web.two_persons import rule
from repatria.web.two_persons.models import Act


def the_keys(request: HttpRequest) -> HttpResponse:
    """Show one's own key, and colleagues' that wait."""
    everybodys = list(gate.rows(request.user, SigningKey).select_related("person", "confirmed_by"))
    rows = [{"key": key, "fingerprint": keys.fingerprint(key.public)} for key in everybodys]
    mine = [row for row in rows if row["key"].person_id == request.user.pk]
    theirs = [row for row in rows if row["key"].person_id != request.user.pk and row["key"].revoked_at is None]
    context = {
        "mine": mine,
        "theirs": theirs,
        "can_make": keys.waiting(request.user) is None,
        "has_one": keys.in_force(request.user) is not None,
        "shortest": keys.SHORTEST_PASSPHRASE,
    }
    return render(request, "talks/keys.html", context)


@sensitive_post_parameters("passphrase", "again")
@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """Make a key."""
    passphrase = request.POST.get("passphrase", "")
    if passphrase != request.POST.get("again", ""):
        messages.error(request, _("The two passphrases differ. No key was made; type both again."))
    else:
        done = _("Your key is made. Let a colleague compare its fingerprint and confirm it.")
        acted(request, lambda: keys.make(request.user, passphrase), done)
    return redirect("talks_keys")


@require_POST
def confirm(request: HttpRequest, key_id: Any) -> HttpResponse:
    """Confirm a colleague's key, or refuse it."""
    key = gate.one(request.user, SigningKey, pk=key_id)
    act = gate.rows(request.user, Act).filter(kind=keys.CONFIRM.kind, subject=str(key.pk)).first()
    if act is None:
        raise Http404
    if request.POST.get("answer") == "refuse":
        acted(request, lambda: keys.refuse(act, key, request.user), _("The key is refused; it signs nothing."))
    else:
        acted(request, lambda: rule.confirm(act.pk, request.user), _("The key is confirmed and in force."))
    return redirect("talks_keys")


@require_POST
def revoke(request: HttpRequest, key_id: Any) -> HttpResponse:
    """Withdraw one's own key."""
    key = gate.one(request.user, SigningKey, pk=key_id)
    if key.person_id != request.user.pk:
        raise Http404
    done = _("The key is withdrawn. What it has signed stays signed.")
    acted(request, lambda: keys.revoke(key, request.user), done)
    return redirect("talks_keys")
