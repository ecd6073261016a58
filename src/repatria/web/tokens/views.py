"""The page on which a person makes and revokes his own tokens."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.web import gate
from repatria.web.tokens import acts
from repatria.web.tokens.forms import TokenForm
from repatria.web.tokens.models import Scope, Token


def tokens(request: HttpRequest) -> HttpResponse:
    """Show a person's tokens; make one, and show its text this once."""
    form = TokenForm(request.POST or None, user=request.user)
    text = ""
    if form.is_valid():
        data = form.cleaned_data
        try:
            _token, text = acts.make(request.user, data["label"], data["scopes"], data["days"])
            form = TokenForm(user=request.user)
        except acts.CannotMakeToken as fault:
            form.add_error(None, str(fault))
    words = dict(Scope.choices)
    mine = gate.rows(request.user, Token)
    context = {
        "form": form, "text": text, "now": timezone.now(),
        "tokens": [(one, [words.get(scope, scope) for scope in one.scopes]) for one in mine],
    }  # fmt: skip
    return render(request, "tokens/tokens.html", context, status=422 if form.is_bound else 200)


def revoke(request: HttpRequest, token_id: str) -> HttpResponse:
    """Revoke one token."""
    token = gate.one(request.user, Token, pk=token_id)
    if request.method == "POST":
        acts.revoke(token)
        messages.success(request, _("The token is revoked; it opens nothing any more."))
    return redirect("tokens")
