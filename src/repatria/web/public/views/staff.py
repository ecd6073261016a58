"""The press officer's desk: statements, voices, and readers' replies that wait for a moderator."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from repatria.errors import RepatriaError
from repatria.history import UnknownExchange
from repatria.history.statement import NothingToCount
from repatria.i18n import LANGUAGES
from repatria.web import gate
from repatria.web.exchanges.models import Exchange
from repatria.web.public import breakdown_acts, readiness, statement_acts, statement_text
from repatria.web.public.forms import BreakdownForm, DraftForm, VoiceForm, paragraphs_of
from repatria.web.public.models import Breakdown, ReaderReply, SideAccount, Statement, Voice
from repatria.web.public.sources import public_history


def statements(request: HttpRequest) -> HttpResponse:
    """Show the exchanges that this press officer may speak of, with their statements."""
    exchanges = gate.rows(request.user, Exchange).prefetch_related("statements")
    return render(request, "public/staff/statements.html", {"exchanges": exchanges, "form": DraftForm()})


@require_POST
def draft(request: HttpRequest, number: int) -> HttpResponse:
    """Begin a statement, or a new version of one."""
    exchange = gate.one(request.user, Exchange, pk=number)
    form = DraftForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose what it states, and the day."))
        return redirect("statements")
    try:
        made = statement_acts.draft(exchange, request.user, **form.cleaned_data)
    except RepatriaError as error:
        messages.error(request, str(error))
        return redirect("statements")
    return redirect("statement-write", number=made.pk)


def write(request: HttpRequest, number: int) -> HttpResponse:
    """Write the paragraphs around the counted figures, in each language."""
    statement = gate.one(request.user, Statement, pk=number)
    if request.method == "POST":
        _save(request, statement)
        return redirect("statement-write", number=number)
    try:
        counted = statement_acts.count(statement)
    except NothingToCount as error:
        messages.error(request, str(error))
        return redirect("statements")
    texts = [(code, name, "\n\n".join(statement.texts.get(code, []))) for code, name in LANGUAGES.items()]
    return render(
        request,
        "public/staff/write.html",
        {
            "statement": statement,
            "fields": statement_text.fields(statement, counted),
            "figures": statement_text.as_stored(counted),
            "texts": texts,
            "preview": statement_text.paragraphs(statement, counted, request.LANGUAGE_CODE),
            "missing": readiness.missing(statement.exchange, statement.kind),
        },
    )


def _save(request: HttpRequest, statement: Statement) -> None:
    texts = {code: paragraphs_of(request.POST.get(f"text_{code}", "")) for code in LANGUAGES}
    try:
        statement_acts.write(statement, {code: text for code, text in texts.items() if text})
        messages.success(request, _("Saved."))
    except RepatriaError as error:
        messages.error(request, str(error))


@require_POST
def release(request: HttpRequest, number: int) -> HttpResponse:
    """Propose to release; a second press officer confirms."""
    statement = gate.one(request.user, Statement, pk=number)
    try:
        statement_acts.propose_release(statement, request.user)
        messages.success(request, _("Proposed. A second press officer must confirm it."))
    except RepatriaError as error:
        messages.error(request, str(error))
    return redirect("statement-write", number=number)


def voices(request: HttpRequest, id: str) -> HttpResponse:
    """Enter what somebody said in public about an exchange."""
    try:
        about = public_history().exchange(id)
    except UnknownExchange:
        raise Http404 from None
    form = VoiceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        Voice(about=id, entered_by=request.user, **form.cleaned_data).save()
        messages.success(request, _("Entered."))
        return redirect("voices", id=id)
    found = gate.rows(request.user, Voice).filter(about=id)
    return render(request, "public/staff/voices.html", {"about": about, "form": form, "voices": found})


def breakdowns(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Let a side say which breakdowns of those who came home it agrees to publish."""
    exchange = gate.one(request.user, Exchange, pk=exchange_id)
    form = BreakdownForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        breakdown_acts.decide(
            exchange, request.user, said["what"], published=said["published"] == "yes", reason=said["reason"]
        )
        messages.success(request, _("Your side's word is kept."))
        return redirect("breakdowns", exchange_id=exchange_id)
    words = gate.rows(request.user, Breakdown).filter(exchange=exchange)
    return render(request, "public/staff/breakdowns.html", {"exchange": exchange, "form": form, "words": words})


def moderation(request: HttpRequest) -> HttpResponse:
    """Show readers' replies that wait for a person."""
    waiting = gate.rows(request.user, ReaderReply).filter(
        state__in=[ReaderReply.State.WAITING, ReaderReply.State.HELD]
    )
    held = gate.rows(request.user, SideAccount).select_related("exchange", "party")
    return render(
        request,
        "public/staff/moderation.html",
        {"waiting": waiting[:50], "count": waiting.count() + held.count(), "held": held},
    )


@require_POST
def settle(request: HttpRequest, reply: UUID) -> HttpResponse:
    """Show a reply to the public, or do not."""
    shown = request.POST.get("answer") == "show"
    with transaction.atomic():
        found: Any = gate.one(request.user, ReaderReply, pk=reply)
        if found.settled_at is None:
            found.state = ReaderReply.State.SHOWN if shown else ReaderReply.State.REFUSED
            found.settled_by, found.settled_at = request.user, timezone.now()
            if not shown:
                found.text = found.signed = ""  # what is refused is not kept
            found.save()
    return redirect("moderation")
