"""What waits for a second person: read what will happen, then confirm, refuse, or withdraw one's own proposal."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from repatria.web import gate
from repatria.web.two_persons import rule
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.showing import Shown

SETTLED_SHOWN = 30


def inbox(request: HttpRequest) -> HttpResponse:
    """Show what waits, and what was settled lately."""
    waiting = _acts(request).filter(state=Act.State.PROPOSED)
    settled = _acts(request).exclude(state=Act.State.PROPOSED).order_by("-settled_at")[:SETTLED_SHOWN]
    context = {
        "waiting": [Shown.of(act, request.user) for act in waiting],
        "settled": [Shown.of(act, request.user) for act in settled],
    }
    return render(request, "two_persons/inbox.html", context)


def show(request: HttpRequest, act_id: UUID) -> HttpResponse:
    """Show one act, with what will happen in words."""
    return _page(request, _one(request, act_id))


@require_POST
def confirm(request: HttpRequest, act_id: UUID) -> HttpResponse:
    """Confirm as the second person."""
    act = _one(request, act_id)
    if not rule.KINDS[act.kind].can_be_settled_by(act, request.user):
        raise PermissionDenied
    try:
        act = rule.confirm(act.pk, request.user)
    except rule.NotSettled as why:
        messages.error(request, str(why))
        return redirect("two_persons_act", act.pk)
    if act.shown_once:
        return _page(request, act)
    messages.success(request, _("Confirmed and done."))
    return redirect("two_persons_inbox")


@require_POST
def refuse(request: HttpRequest, act_id: UUID) -> HttpResponse:
    """Refuse as the second person, or withdraw as the first."""
    act = _one(request, act_id)
    if not rule.KINDS[act.kind].can_be_settled_by(act, request.user):
        raise PermissionDenied
    try:
        act = rule.refuse(act.pk, request.user)
    except rule.NotSettled as why:
        messages.error(request, str(why))
        return redirect("two_persons_act", act.pk)
    withdrawn = act.state == Act.State.WITHDRAWN
    messages.success(request, _("Withdrawn.") if withdrawn else _("Refused; that it was asked is kept."))
    return redirect("two_persons_inbox")


def _acts(request: HttpRequest) -> Any:
    acts = gate.rows(request.user, Act).select_related("party", "proposed_by", "settled_by")
    return acts.filter(kind__in=rule.KINDS)


def _one(request: HttpRequest, act_id: UUID) -> Act:
    return gate.one(request.user, Act, pk=act_id, kind__in=rule.KINDS)


def _page(request: HttpRequest, act: Act) -> HttpResponse:
    context: dict[str, Any] = {"shown": Shown.of(act, request.user), "shown_once": act.shown_once}
    return render(request, "two_persons/act.html", context)
