"""The page of personal effects: taken with a receipt, handed over, missing (GC III 18, 119)."""

import re
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from repatria.errors import RepatriaError
from repatria.handover import Kind, effects
from repatria.web import gate, policy
from repatria.web.audit import reads
from repatria.web.handover import check_ins, rows
from repatria.web.handover.day import Day, day_of
from repatria.web.handover.line_views import voices
from repatria.web.handover.models import Manifest


def show(request: HttpRequest, manifest_id: UUID) -> HttpResponse:
    """Show the receipts of each person whose effects the reader may see, and take in what is handed over."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    day = day_of(kept)
    if request.method == "POST":
        _hand_over(request, day)
        return redirect("handover-effects", manifest_id=manifest_id)
    table = _table(day, request.user)
    wanted = {row["line"].captive for row in table}
    reads.note(request.user, "handover-effects", [one for one in rows.subjects(day) if str(one[0]) in wanted])
    return render(
        request,
        "handover/effects.html",
        {
            "manifest": kept,
            "table": table,
            "missing": sum(len(row["effects"].outstanding) for row in table),
            "may": policy.handover_acts(request.user, kept.state),
        },
    )


def _table(day: Day, user: Any) -> list[dict[str, Any]]:
    parties = {side.code: side.pk for side in day.kept.exchange.process.sides}
    found = []
    for one in effects(day.ledger):
        line = day.manifest.by_code[one.code]
        values = {"effects": one, "surname": line.names[0] if line.names else ""}
        shown = gate.seen(user, values, holder=parties[line.holder], origin=parties[line.receiver])
        if "effects" in shown:
            found.append({"line": line, **shown})
    return found


def _hand_over(request: HttpRequest, day: Day) -> None:
    numbers = tuple(dict.fromkeys(re.split(r"[\s,;]+", request.POST.get("numbers", "").strip())))[:50]
    try:
        line = day.manifest.line(request.POST.get("code", ""))
        own = [voice for voice, _kinds in voices(request.user, day.kept, line)]
        if not own or not any(numbers):
            messages.error(request, _("Give the numbers of the receipts, of a line that is your side's."))
            return
        check_ins.say(day.kept, request.user, Kind.EFFECTS, line.code, voice=own[0], effects=numbers)
        messages.success(request, _("It is kept beside what was said before."))
    except RepatriaError as error:
        messages.error(request, str(error))
