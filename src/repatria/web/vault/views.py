"""The page of keys."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from repatria.web import gate
from repatria.web.vault import acts
from repatria.web.vault.models import PartyKey


def party_keys(request: HttpRequest) -> HttpResponse:
    """Show when the party's keys were made, and let one of its people propose a new one."""
    if request.method == "POST":
        return redirect("two_persons_act", acts.propose_rotation(request.user).pk)
    found = gate.rows(request.user, PartyKey).order_by("-made_at")
    return render(request, "vault/keys.html", {"keys": found})
