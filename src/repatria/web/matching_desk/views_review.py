"""Reviewing pairs, one after the other, by keyboard or by mouse; and the blind second review."""

from typing import Any

from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from repatria.errors import RepatriaError
from repatria.web import gate
from repatria.web.lists import shown
from repatria.web.matching_desk import decide
from repatria.web.matching_desk.models import Decision, Pair, Run
from repatria.web.matching_desk.outcome import groups, standing
from repatria.web.matching_desk.side_by_side import reasons_in_words, side_by_side

# So long a pair that is shown to one reviewer is not shown to another.
LEASED_SECONDS = 120
LOOKED_THROUGH = 40


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, run_id: Any) -> HttpResponse:
    """Show the next pair; keep what is decided about it, and show the one after."""
    return _review(request, gate.one(request.user, Run, pk=run_id), blind=False)


@require_http_methods(["GET", "POST"])
def blind(request: HttpRequest, run_id: Any) -> HttpResponse:
    """Review, without seeing the first decision, a pair that somebody else has decided."""
    return _review(request, gate.one(request.user, Run, pk=run_id), blind=True)


def _review(request: HttpRequest, run: Run, *, blind: bool) -> HttpResponse:
    said = _decide(request, run, blind=blind) if request.method == "POST" else ""
    if request.method == "POST" and not request.htmx:
        return redirect(_address(request, run, blind=blind))
    return _page(request, run, said, blind=blind)


def _address(request: HttpRequest, run: Run, *, blind: bool) -> str:
    above = request.GET.get("above")
    return reverse("review_blind" if blind else "review", args=[run.pk]) + (f"?above={above}" if above else "")


def _decide(request: HttpRequest, run: Run, *, blind: bool) -> str:
    """Keep what was decided; give what is to be said about it."""
    pair = gate.one(request.user, Pair, pk=request.POST.get("pair"), run=run)
    verdict = request.POST.get("verdict")
    if verdict not in Decision.Verdict.values:
        return _say(request, _("Choose one of the three."))
    try:
        made = decide.decide(request.user, pair, verdict, blind=blind, anew="anew" in request.POST)
    except RepatriaError as error:
        return _say(request, str(error))
    if not blind:
        request.session["last_decided"] = made.pk
    warning = "" if blind or verdict == Decision.Verdict.UNSURE else _contradiction(run, pair)
    return (
        _say(request, warning)
        if warning
        else _say(request, _("Kept: {verdict}.").format(verdict=made.get_verdict_display()), good=True)
    )


def _say(request: HttpRequest, text: str, good: bool = False) -> str:
    if not request.htmx:
        (messages.success if good else messages.warning)(request, text)
    return text


def _contradiction(run: Run, pair: Pair) -> str:
    """Say so if this decision closes a circle: A = B and B = C, but A ≠ C."""
    for group in groups(standing(run.sought, run.held), run.sought, run.held):
        if group.apart and (pair.sought_id in group.sought or pair.held_id in group.held):
            return _("Kept, but it contradicts another decision: A = B and B = C, but A ≠ C. Look at the groups.")
    return ""


@require_POST
def undo(request: HttpRequest, run_id: Any) -> HttpResponse:
    """Undo a decision: the one that is named, else the last one of this session. Then show that pair again."""
    run = gate.one(request.user, Run, pk=run_id)
    number = request.POST.get("decision") or request.session.pop("last_decided", None)
    mine = gate.rows(request.user, Decision).filter(blind=False, pk=number or 0)
    decision = mine.first()
    said, pair = _("There is nothing to undo."), None
    if decision is not None:
        try:
            decide.undo(request.user, decision)
            said = _("Undone; the pair is open again.")
            pair = (
                gate.rows(request.user, Pair)
                .filter(run=run, sought=decision.sought_id, held=decision.held_id)
                .first()
            )
        except RepatriaError as error:
            said = str(error)
    if request.htmx:
        return _page(request, run, said, blind=False, pair=pair)
    messages.info(request, said)
    return redirect(reverse("review", args=[run.pk]) + (f"?pair={pair.pk}" if pair else ""))


def _page(request: HttpRequest, run: Run, said: str, *, blind: bool, pair: Pair | None = None) -> HttpResponse:
    waiting = _queue(request, run, blind=blind)
    pair = pair or _asked_for(request, run, blind=blind) or _next(request.user, waiting)
    context = {
        "run": run,
        "exchange": run.exchange,
        "blind": blind,
        "said": said,
        "left": waiting.count(),
        "above": request.GET.get("above", ""),
        "can_undo": not blind and "last_decided" in request.session,
        **(_shown(request.user, pair, run, blind=blind) if pair else {"pair": None}),
    }
    name = "matching_desk/pair.html" if request.htmx else "matching_desk/review.html"
    return render(request, name, context)


def _queue(request: HttpRequest, run: Run, *, blind: bool) -> Any:
    if blind:
        return decide.for_blind_review(run, request.user)
    try:
        return decide.above(run, float(request.GET["above"])).order_by("pk")  # keys are random: a sample
    except (KeyError, ValueError):
        return decide.undecided(run)


def _asked_for(request: HttpRequest, run: Run, *, blind: bool) -> Pair | None:
    if blind or request.method == "POST" or "pair" not in request.GET:
        return None
    return gate.one(request.user, Pair, pk=request.GET["pair"], run=run)


def _next(user: Any, waiting: Any) -> Pair | None:
    """Give the first pair that no other reviewer has before him just now; if all are taken, the first."""
    first = list(waiting[:LOOKED_THROUGH])
    for pair in first:
        key = f"pair-before:{pair.pk}"
        if cache.add(key, str(user.pk), LEASED_SECONDS) or cache.get(key) == str(user.pk):
            return pair
    return first[0] if first else None


def _shown(user: Any, pair: Pair, run: Run, *, blind: bool) -> dict[str, Any]:
    pair = gate.rows(user, Pair).select_related("sought__list__party", "held__list__party").get(pk=pair.pk)
    left, right = (one.values for one in shown.show(user, "review", [pair.sought, pair.held]))
    reasons = reasons_in_words(pair.because, left, right)
    stands = gate.rows(user, Decision).filter(sought=pair.sought_id, held=pair.held_id, undone_at=None)
    return {
        "pair": pair,
        "lines": side_by_side(left, right),
        "speaks_for": [one for one in reasons if one.speaks_for],
        "against": [one for one in reasons if not one.speaks_for],
        "stands": [] if blind else list(stands.select_related("by")),
    }
