"""Who read whose people, what set off an alarm, and who is a canary."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from repatria.web import gate
from repatria.web.audit import acts
from repatria.web.audit.forms import PlantForm
from repatria.web.audit.models import Alarm, Canary, Reading
from repatria.web.registry.models import Person

ON_A_PAGE = 100


def readings(request: HttpRequest) -> HttpResponse:
    """Show who read the people of this person's party; with ``?person=`` only those of one person."""
    found = gate.rows(request.user, Reading).select_related("reader", "reader__party")
    if about := _uuid(request.GET.get("person", "")):
        found = found.filter(subject=about)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "numbers": _numbers(request, [one.subject for one in page]), "about": about}
    return render(request, "audit/readings.html", context)


def _numbers(request: HttpRequest, subjects: list[UUID]) -> dict[UUID, str]:
    """Give the register number of those subjects that the asker keeps himself."""
    kept = gate.rows(request.user, Person).filter(pk__in=subjects)
    return dict(kept.values_list("pk", "number"))


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def alarms(request: HttpRequest) -> HttpResponse:
    """Show what set off an alarm, the newest first."""
    found = gate.rows(request.user, Alarm).select_related("account", "party", "seen_by")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "audit/alarms.html", {"page": page})


@require_POST
def seen(request: HttpRequest, alarm_id: int) -> HttpResponse:
    """Note that somebody has looked at an alarm."""
    acts.look_at(gate.one(request.user, Alarm, pk=alarm_id), request.user)
    return redirect("audit_alarms")


def canaries(request: HttpRequest) -> HttpResponse:
    """Show the canaries of one's own register, and plant one."""
    form = PlantForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _planted(request, form):
        messages.success(request, _("The canary is planted. Whoever opens this person sets off an alarm."))
        return redirect("audit_canaries")
    planted = list(gate.rows(request.user, Canary).select_related("planted_by"))
    context: dict[str, Any] = {"form": form, "canaries": planted}
    context["numbers"] = _numbers(request, [one.subject for one in planted])
    return render(request, "audit/canaries.html", context)


def _planted(request: HttpRequest, form: PlantForm) -> bool:
    wanted = gate.rows(request.user, Person).filter(
        keeper=request.user.party_id, number=form.cleaned_data["number"]
    )
    person = wanted.first()
    if person is None:
        form.add_error("number", _("Your register has nobody with this number."))
        return False
    try:
        acts.plant(person, request.user)
    except acts.CannotPlant as why:
        form.add_error(None, str(why))
        return False
    return True
