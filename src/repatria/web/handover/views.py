"""Pages of the handover desk."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from repatria.errors import RepatriaError
from repatria.handover import Cause, departure_lists, travelling
from repatria.web import gate, policy
from repatria.web.audit import reads
from repatria.web.exchanges.models import Exchange
from repatria.web.handover import check_ins, closing_acts, freezing, making, rows
from repatria.web.handover.day import answers_of, day_of
from repatria.web.handover.forms import FallForm, MakeForm, TakeInForm
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
            "changes": rows.changes(day, request.user),
            "stages": rows.stages(day),
            "waiting": closing_acts.waiting_for(kept, closing_acts.WHOLE, day.reconciliation),
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
    stage = request.POST.get("stage", "")
    number = int(stage) if stage.isdecimal() else closing_acts.WHOLE
    return _try(request, manifest_id, lambda: closing_acts.propose_close(kept, request.user, number))


@require_POST
def go_on(request: HttpRequest, manifest_id: UUID) -> HttpResponse:
    """Let a stage go on that waits since a line fell away."""
    kept = gate.one(request.user, Manifest, pk=manifest_id)
    code = request.POST.get("code", "")
    try:
        if kept.state == Manifest.State.DRAFT:
            freezing.go_on(kept, code, request.user)
        else:
            check_ins.go_on(kept, code, request.user)
        messages.success(request, _("The stage goes on; who decided stands beside it."))
    except RepatriaError as error:
        messages.error(request, str(error))
    return redirect("handover-show", manifest_id=manifest_id)


def _try(request: HttpRequest, manifest_id: UUID, act: Any) -> HttpResponse:
    try:
        act()
        messages.success(request, _("Proposed. A second person of your side must confirm it."))
    except RepatriaError as error:
        messages.error(request, str(error))
    return redirect("handover-show", manifest_id=manifest_id)


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
