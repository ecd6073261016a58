"""Boards of duties, the mediator's targets, the calendar."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from repatria.conventions.vocabulary import About
from repatria.web import gate, policy
from repatria.web.duties import acts, board, calendars
from repatria.web.duties.forms import TargetsForm
from repatria.web.exchanges.models import Process

ON_A_PAGE = 50
PATIENCE = 3
TITLES = {
    "late": gettext_lazy("Late"), "week": gettext_lazy("Due this week"), "unknown": gettext_lazy("Cannot be told"),
    "closed": gettext_lazy("Late, and can no longer be met"), "met": gettext_lazy("Met"),
}  # fmt: skip
BY = {"person": gettext_lazy("by person"), "site": gettext_lazy("by site"), "party": gettext_lazy("by party")}


def duties(request: HttpRequest) -> HttpResponse:
    """Show the duties of a process that this person may know of."""
    process = _process(request)
    if process is None:
        return render(request, "duties/none.html")
    if not board.is_ready():
        return _patience(request)
    mine = board.seen_by(board.of_process(process, timezone.localdate()), request.user)
    mine = _about_one(request, mine)
    shown = request.GET.get("show") if request.GET.get("show") in TITLES else "late"
    counts = [(name, TITLES[name], len(pick(mine))) for name, pick in board.SHOWN.items()]
    by = request.GET.get("by", "")
    context = {
        "process": process, "processes": gate.rows(request.user, Process), "counts": counts, "shown": shown,
        "title": TITLES[shown], "by": by, "ways": BY, "query": _query(request), **_rows(request, mine, shown, by),
    }  # fmt: skip
    return render(request, "duties/board.html", context)


def _patience(request: HttpRequest) -> HttpResponse:
    """Say that large registers are being read, and ask again in a moment: once after each start of the site."""
    answer = render(request, "duties/patience.html")
    answer["Refresh"] = str(PATIENCE)
    return answer


def _rows(request: HttpRequest, mine: Any, shown: str, by: str) -> dict[str, Any]:
    if by in BY:
        return {"tallies": board.tallies(mine, About(by))}
    chosen = board.SHOWN[shown](mine)
    page = _number(request)
    return {
        "lines": board.lines(chosen, (page - 1) * ON_A_PAGE, ON_A_PAGE, request.user), "number": page,
        "more": len(chosen) > page * ON_A_PAGE, "problems": board.problems(mine, request.user),
    }  # fmt: skip


def _about_one(request: HttpRequest, mine: Any) -> Any:
    for about in About:
        if subject := request.GET.get(str(about)):
            return mine.about(about, subject)
    return mine


def _query(request: HttpRequest) -> str:
    kept = {str(about): request.GET[str(about)] for about in About if request.GET.get(str(about))}
    return "".join(f"&{name}={value}" for name, value in kept.items() if value.replace("-", "").isalnum())


def _number(request: HttpRequest) -> int:
    text = request.GET.get("page", "1")
    return max(1, min(int(text), 100_000)) if text.isdecimal() and len(text) < 7 else 1


def _process(request: HttpRequest) -> Process | None:
    found = gate.rows(request.user, Process).order_by("-pk")
    wanted = request.GET.get("process", "")
    if wanted:
        return gate.one(request.user, Process, pk=int(wanted) if wanted.isdecimal() and len(wanted) < 10 else 0)
    return found.first()


def targets(request: HttpRequest, process_id: int) -> HttpResponse:
    """Show and set the mediator's targets."""
    process = gate.one(request.user, Process, pk=process_id)
    form = TargetsForm(request.POST or None, initial=dict(board.targets_of(process).targets))
    may_set = request.user.role == policy.Role.MEDIATOR
    if request.method == "POST":
        if not may_set:
            raise PermissionDenied
        if form.is_valid():
            acts.set_targets(request.user, process, form.cleaned_data)
            messages.success(
                request, _("Set. Wherever a target shows, it says that it is the mediator's, not law.")
            )
            return redirect("duties-targets", process.pk)
    rows = [(rule, form[rule.id]) for rule in acts.soft_rules()]
    context = {"process": process, "form": form, "rows": rows, "may_set": may_set}
    return render(request, "duties/targets.html", context, status=400 if form.errors else 200)


def calendar(request: HttpRequest, process_id: int) -> HttpResponse:
    """Make or end a calendar."""
    process, address = gate.one(request.user, Process, pk=process_id), ""
    if request.method == "POST" and "end" in request.POST:
        acts.end_calendars(request.user, process)
        messages.success(request, _("Ended. Programs that still ask are told that nothing is there."))
        return redirect("duties-calendar", process.pk)
    if request.method == "POST":
        secret = acts.make_calendar(request.user, process)
        address = request.build_absolute_uri(reverse("duties-feed", args=[secret]))
    return render(request, "duties/calendar.html", {"process": process, "address": address})


def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Give a calendar to a program that has its secret."""
    found = acts.calendar_of(secret)
    if found is None or not gate.rows(found.person, Process).filter(pk=found.process_id).exists():
        raise Http404
    mine = board.seen_by(board.of_process(found.process, timezone.localdate()), found.person)
    text = calendars.calendar(mine, timezone.now(), _("Duties"))
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, max-age=3600"
    return answer


@require_POST
def ask_export(request: HttpRequest, process_id: int) -> HttpResponse:
    """Propose the export for the Central Agency, as the first of two delegates."""
    from repatria.web.two_persons.rule import propose

    process = gate.one(request.user, Process, pk=process_id)
    propose(acts.EXPORT, request.user, process.pk)
    messages.success(
        request, _("Proposed. When a second delegate has confirmed it, the files are open for one day.")
    )
    return redirect("duties-export", process.pk)
