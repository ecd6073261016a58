"""Pages of accounts: who works here, invitations, parties."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from repatria.web import gate
from repatria.web.accounts import acts
from repatria.web.accounts.models import Invitation, User
from repatria.web.accounts.people.forms import InviteForm, PartyForm
from repatria.web.accounts.second_factor import factors_of
from repatria.web.exchanges.models import Party
from repatria.web.two_persons.rule import NotSettled


def people(request: HttpRequest) -> HttpResponse:
    """Show who works here, as far as it is this person's to know, and the invitations."""
    accounts = gate.rows(request.user, User).select_related("party").order_by("party__code", "name")
    invitations = gate.rows(request.user, Invitation).select_related("party", "confirmed_by")
    context = {
        "accounts": accounts.annotate(has_factor=Exists(factors_of(OuterRef("pk")))),
        "invitations": [one for one in invitations.filter(used_at=None) if one.is_open],
    }
    return render(request, "accounts/people.html", context)


def invite(request: HttpRequest) -> HttpResponse:
    """Propose that somebody is invited."""
    form = InviteForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        wanted: dict[str, Any] = {"party": request.user.party, **form.cleaned_data}
        try:
            act = acts.propose_invitation(request.user, **wanted)
        except NotSettled as why:
            form.add_error(None, str(why))
        else:
            return redirect("two_persons_act", act.pk)
    return render(request, "accounts/invite.html", {"form": form})


@require_POST
def withdraw(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    """Make an unused link useless."""
    acts.withdraw(gate.one(request.user, Invitation, pk=invitation_id))
    messages.success(request, _("The link no longer works."))
    return redirect("accounts_people")


@require_POST
def renew(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """Propose a new link for an account."""
    act = acts.propose_new_link(request.user, gate.one(request.user, User, pk=account_id))
    return redirect("two_persons_act", act.pk)


@require_POST
def close(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """Close an account at once."""
    account = gate.one(request.user, User, pk=account_id)
    acts.close(account, by=request.user)
    messages.success(
        request, _("The account of {name} is closed, and its sessions have ended.").format(name=account)
    )
    return redirect("accounts_people")


def parties(request: HttpRequest) -> HttpResponse:
    """Show the parties, and add one."""
    form = PartyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = form.save()
        messages.success(request, _("{party} is added. Invite its first people now.").format(party=made))
        return redirect("accounts_parties")
    return render(request, "accounts/parties.html", {"form": form, "parties": gate.rows(request.user, Party)})
