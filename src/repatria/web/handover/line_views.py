"""The page of one line: everything that was said of it, and what the reader may say."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from repatria.errors import RepatriaError
from repatria.handover import Kind
from repatria.handover import Role as Voice
from repatria.handover.vocabulary import ANSWERS, MAY_SAY
from repatria.web import gate, policy
from repatria.web.audit import reads
from repatria.web.handover import check_ins, rows
from repatria.web.handover.day import day_of
from repatria.web.handover.forms import KIND_WORDS
from repatria.web.handover.models import Manifest


def line(request: HttpRequest, manifest_id: UUID, code: str) -> HttpResponse:
    """Show everything that was said of one line or person, and let the reader say what his side may say."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    day = day_of(kept)
    subject = _subject(day, code)
    found = day.manifest.by_code.get(subject)
    if request.method == "POST":
        _say(request, kept, subject)
        return redirect("handover-line", manifest_id=manifest_id, code=code)
    if found:
        reads.note(request.user, "handover-line", [pair for pair in rows.subjects(day) if
                                                   str(pair[0]) == found.captive])  # fmt: skip
    standing = day.ledger.standing(subject)
    return render(
        request,
        "handover/line.html",
        {
            "manifest": kept,
            "subject": subject,
            "row": rows.line_rows(day, request.user, [found])[0] if found else None,
            "standing": standing,
            "said": [(one, KIND_WORDS[one.kind]) for one in day.ledger.about(subject)],
            "voices": voices(request.user, kept, found),
            "resolve": "resolve" in policy.handover_acts(request.user, kept.state),
            "certificate": "certificates" in policy.handover_acts(request.user, kept.state),
            "answers": [(kind.value, KIND_WORDS[kind]) for kind in sorted(ANSWERS)],
        },
    )


def _subject(day: Any, code: str) -> str:
    subject = code.replace("~", "/")
    if "/" in subject:
        if subject not in day.ledger.extras():
            raise Http404
        return subject
    try:
        return str(day.manifest.line(subject).code)
    except RepatriaError:
        raise Http404 from None


def voices(user: Any, kept: Manifest, found: Any) -> list[tuple[Voice, list[tuple[str, Any]]]]:
    """Give for whom `user` may speak on a line, and what."""
    if found is None or kept.state != Manifest.State.FROZEN:
        return []
    code = user.party.code if user.party else ""
    own = {Voice.HOLDER: found.holder == code, Voice.RECEIVER: found.receiver == code, Voice.ICRC: True}
    return [
        (voice, [(kind.value, KIND_WORDS[kind]) for kind in sorted(MAY_SAY[voice])])
        for voice in map(Voice, policy.SPEAKS_AS.get(user.role, ()))
        if own.get(voice)
    ]


def _say(request: HttpRequest, kept: Manifest, subject: str) -> None:
    voice, kind = request.POST.get("voice", ""), request.POST.get("kind", "")
    if kind not in set(Kind) or voice not in policy.SPEAKS_AS.get(request.user.role, ()):
        messages.error(request, _("Choose what you say of this line."))
        return
    try:
        if voice == Voice.MEDIATOR.value:
            check_ins.resolve(kept, request.user, subject, Kind(kind), request.POST.get("note", "")[:500])
        else:
            check_ins.say(kept, request.user, Kind(kind), subject, voice=Voice(voice),
                          note=request.POST.get("note", "")[:500])  # fmt: skip
        messages.success(request, _("It is kept beside what was said before."))
    except RepatriaError as error:
        messages.error(request, str(error))
