"""Pages of the handover desk."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from repatria import paper
from repatria.errors import RepatriaError
from repatria.handover import Cause, Kind, departure_lists, travelling
from repatria.handover import Role as Voice
from repatria.handover.vocabulary import ANSWERS, MAY_SAY
from repatria.web import gate, policy
from repatria.web.audit import reads
from repatria.web.exchanges.models import Exchange
from repatria.web.handover import check_ins, closing_acts, freezing, making, papers, rows
from repatria.web.handover.day import answers_of, day_of
from repatria.web.handover.forms import KIND_WORDS, FallForm, MakeForm, TakeInForm
from repatria.web.handover.models import Manifest

LINES_ON_A_PAGE = 60


def index(request: HttpRequest) -> HttpResponse:
    """Show exchanges that are agreed or on their way, with their manifests."""
    late = (Exchange.State.AGREED, Exchange.State.HANDOVER, Exchange.State.CLOSED)
    exchanges = gate.rows(request.user, Exchange).filter(state__in=late).prefetch_related("manifests")
    table = [(one, one.manifests.all(), list(making.ready_to_make(one))) for one in exchanges]
    return render(
        request,
        "handover/index.html",
        {"table": table, "form": MakeForm(), "may": policy.handover_acts(request.user, "none")},
    )


@require_POST
def make(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Begin the manifest of the signed agreement."""
    exchange = gate.one(request.user, Exchange, pk=exchange_id)
    agreement = next(iter(making.ready_to_make(exchange)), None)
    form = MakeForm(request.POST)
    if agreement is None:
        messages.error(request, _("This exchange has no signed agreement without a manifest."))
    elif not form.is_valid():
        messages.error(request, " ".join(error for some in form.errors.values() for error in some))
    else:
        try:
            made = making.make(agreement, request.user, **form.cleaned_data)
            return redirect("handover-show", manifest_id=made.pk)
        except RepatriaError as error:
            messages.error(request, str(error))
    return redirect("handover")


def show(request: HttpRequest, manifest_id: UUID) -> HttpResponse:
    """Show one manifest: where it stands, its counts, its lines."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    day = day_of(kept)
    page = Paginator(travelling(day.manifest, day.log), LINES_ON_A_PAGE).get_page(request.GET.get("page"))
    lines = list(page.object_list)
    reads.note(request.user, "handover-show", [pair for pair in rows.subjects(day) if str(pair[0]) in
                                               {line.captive for line in lines}])  # fmt: skip
    answers = answers_of(kept)
    return render(
        request,
        "handover/show.html",
        {
            "manifest": kept,
            "day": day,
            "board": day.board,
            "ends": rows.ends(day, request.user),
            "rows": rows.line_rows(day, request.user, lines),
            "page": page,
            "answers": answers,
            "unanswered": len([one for one in day.manifest.lines if one.captive not in answers.travels]),
            "waiting": closing_acts.waiting_for(kept),
            "departures": departure_lists(day.manifest),
            "fall": FallForm(),
            "take_in": TakeInForm(),
            "may": policy.handover_acts(request.user, kept.state),
        },
    )


def answers(request: HttpRequest, manifest_id: UUID) -> HttpResponse:
    """Let the ICRC say of each line whether he travels and is fit. Why is never asked here."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    day = day_of(kept)
    page = Paginator(day.manifest.lines, LINES_ON_A_PAGE).get_page(request.GET.get("page"))
    if request.method == "POST":
        _keep_answers(request, kept)
        return redirect(f"{request.path}?page={page.number}")
    shown = list(page.object_list)
    wanted = {line.captive for line in shown}
    reads.note(request.user, "handover-answers", [one for one in rows.subjects(day) if str(one[0]) in wanted])
    known = answers_of(kept)
    table = [
        {"line": line, "travels": known.travels.get(line.captive), "fit": known.fit.get(line.captive)}
        for line in shown
    ]
    return render(request, "handover/answers.html", {"manifest": kept, "table": table, "page": page})


def _keep_answers(request: HttpRequest, kept: Manifest) -> None:
    lines = {str(line.captive_id): line for line in kept.agreement.lines.all()}
    words = {"yes": True, "no": False}
    said = 0
    try:
        for captive, line in lines.items():
            travels, fit = (request.POST.get(f"{what}_{captive}", "") for what in ("travels", "fit"))
            if travels or fit:
                freezing.answer(line, request.user, travels=words.get(travels), fit=words.get(fit))
                said += 1
    except RepatriaError as error:
        messages.error(request, str(error))
        return
    text = ngettext("{n} answer is kept.", "{n} answers are kept.", said)
    messages.success(request, text.format(n=said))


@require_POST
def apply_rule(request: HttpRequest, manifest_id: UUID) -> HttpResponse:
    """Let fall away whom the ICRC's answers keep back."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    try:
        gone = freezing.apply_answers(kept, request.user)
        text = ngettext("{n} line falls away.", "{n} lines fall away.", gone)
        messages.success(request, text.format(n=gone))
    except RepatriaError as error:
        messages.error(request, str(error))
    return redirect("handover-show", manifest_id=manifest_id)


@require_POST
def fall(request: HttpRequest, manifest_id: UUID) -> HttpResponse:
    """Let one line fall away."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    form = FallForm(request.POST)
    if form.is_valid():
        try:
            line = day_of(kept).manifest.line(form.cleaned_data["code"])
            freezing.let_fall(kept, line.code, Cause(form.cleaned_data["cause"]), request.user)
            messages.success(request, _("The line falls away; the balance is worked out anew."))
        except RepatriaError as error:
            messages.error(request, str(error))
    else:
        messages.error(request, _("Give the line and why."))
    return redirect("handover-show", manifest_id=manifest_id)


@require_POST
def freeze(request: HttpRequest, manifest_id: UUID) -> HttpResponse:
    """Propose to freeze."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    return _try(request, manifest_id, lambda: freezing.propose_freeze(kept, request.user))


@require_POST
def close(request: HttpRequest, manifest_id: UUID) -> HttpResponse:
    """Propose to close, for one's own side."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    return _try(request, manifest_id, lambda: closing_acts.propose_close(kept, request.user))


def _try(request: HttpRequest, manifest_id: UUID, act: Any) -> HttpResponse:
    try:
        act()
        messages.success(request, _("Proposed. A second person of your side must confirm it."))
    except RepatriaError as error:
        messages.error(request, str(error))
    return redirect("handover-show", manifest_id=manifest_id)


def pack(request: HttpRequest, manifest_id: UUID) -> HttpResponse:
    """Give the frozen manifest for the hub. Two people have frozen it; this is what they froze it for."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    if kept.document is None:
        raise Http404
    response = HttpResponse(making.manifest_of(kept).canonical(), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{kept.reference}.json"'
    return response


@require_POST
def take_in(request: HttpRequest, manifest_id: UUID) -> HttpResponse:
    """Take in the hub's file of check-ins."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    form = TakeInForm(request.POST, request.FILES)
    if not form.is_valid() or form.cleaned_data["file"].size > check_ins.LARGEST:
        messages.error(request, _("Choose the file that the hub has written (at most 20 MB)."))
        return redirect("handover-show", manifest_id=manifest_id)
    try:
        new = check_ins.take_in(kept, check_ins.read_file(form.cleaned_data["file"].read()))
        text = ngettext("{n} new check-in was taken in.", "{n} new check-ins were taken in.", new)
        messages.success(request, text.format(n=new))
    except RepatriaError as error:
        messages.error(request, str(error))
    return redirect("handover-show", manifest_id=manifest_id)


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
            "voices": _voices(request.user, kept, found),
            "resolve": "resolve" in policy.handover_acts(request.user, kept.state),
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


def _voices(user: Any, kept: Manifest, found: Any) -> list[tuple[str, list[tuple[str, Any]]]]:
    if found is None or kept.state != Manifest.State.FROZEN:
        return []
    code = user.party.code if user.party else ""
    own = {Voice.HOLDER: found.holder == code, Voice.RECEIVER: found.receiver == code, Voice.ICRC: True}
    return [
        (voice.value, [(kind.value, KIND_WORDS[kind]) for kind in sorted(MAY_SAY[voice])])
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


def printed(request: HttpRequest, manifest_id: UUID, kind: str) -> HttpResponse:
    """Give the manifest, the bus lists or the wristbands as PDF in the language of the page."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    if kind not in papers.MAKERS:
        raise Http404
    day = day_of(kept)
    at = (kept.frozen_at or timezone.now()).replace(microsecond=0)
    data = papers.made(kind, day.manifest, day.log, kept.exchange.title, request.LANGUAGE_CODE, at)
    return _pdf(data, f"{kept.reference}-{kind}.{request.LANGUAGE_CODE}.pdf")


def departure(request: HttpRequest, manifest_id: UUID, site: str) -> HttpResponse:
    """Give the complete departure list of one site, before it leaves (GC III 46)."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    day = day_of(kept)
    if site not in {one.site for one in departure_lists(day.manifest)}:
        raise Http404
    at = (kept.frozen_at or timezone.now()).replace(microsecond=0)
    data = paper.pdf(
        papers.departure(day.manifest, travelling(day.manifest, day.log), site),
        language_code=request.LANGUAGE_CODE, at=at,
    )  # fmt: skip
    return _pdf(data, f"{kept.reference}-departure.pdf")


def _pdf(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
