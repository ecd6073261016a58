"""The page behind an invitation's link."""

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib import auth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from repatria.web.accounts import acts, invited
from repatria.web.accounts.people.forms import AcceptForm


@sensitive_post_parameters()
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Let an invited person set name and password; then a second factor is asked for before anything opens."""
    invitation = invited.by_token(token)
    form = AcceptForm(request.POST or None, initial={"name": invitation.name}, invitation=invitation)
    if request.method == "POST" and form.is_valid():
        account = acts.accept(invitation, name=form.cleaned_data["name"], password=form.cleaned_data["password"])
        auth.login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
        record_authentication(request, account, method="password", reauthenticated=True)
        return redirect("mfa_index")
    return render(request, "accounts/accept.html", {"form": form, "invitation": invitation})
