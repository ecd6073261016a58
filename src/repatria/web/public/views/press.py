"""The press desk: a pasted report comes back with each claim marked, its verdict and its reason.

Nothing that is pasted is stored, unless the sender asks for an address to come back to.
"""

import json
import secrets
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from repatria.claims import CSS, ClaimsError, Report, check, fragment, reviews
from repatria.web import gate
from repatria.web.limits import too_often
from repatria.web.public.forms import ReportForm
from repatria.web.public.models import KeptReport
from repatria.web.public.report_file import text_of_upload
from repatria.web.public.sources import public_history

CHECKS_IN_AN_HOUR = 60
KEPT_IN_A_DAY = 20
LARGEST = 5_000_000


def desk(request: HttpRequest) -> HttpResponse:
    """Show the form; check what is posted."""
    if request.method != "POST":
        return render(request, "public/press.html", {"form": ReportForm()})
    form = ReportForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "public/press.html", {"form": form}, status=422)
    if too_often(request, "press", CHECKS_IN_AN_HOUR):
        form.add_error(None, _("That was many reports within an hour. Try again later, or run Repatria yourself."))
        return render(request, "public/press.html", {"form": form}, status=429)
    return _answer(request, form)


def _answer(request: HttpRequest, form: ReportForm) -> HttpResponse:
    try:
        text, page_date = text_of_upload(form.cleaned_data["file"], form.cleaned_data["text"])
        report = check(text, public_history(), form.cleaned_data["as_of"], page_date)
    except ClaimsError as error:
        form.add_error(None, str(error))
        return render(request, "public/press.html", {"form": form}, status=422)
    if form.cleaned_data["keep"] and not too_often(request, "keep", KEPT_IN_A_DAY, 86_400):
        kept = KeptReport(key=secrets.token_urlsafe(16), text=text, as_of=report.as_of)
        kept.save(force_insert=True)
        return redirect("press-kept", key=kept.key)
    return render(request, "public/press.html", {"form": form, **shown(report)})


def kept(request: HttpRequest, key: str) -> HttpResponse:
    """Show a report that its sender asked to keep, checked against the history as it is now."""
    found = gate.public(KeptReport).filter(pk=key).first()
    if found is None:
        raise Http404
    report = check(found.text, public_history(), found.as_of)
    form = ReportForm(initial={"text": found.text, "as_of": found.as_of})
    return render(request, "public/press.html", {"form": form, "kept": found, **shown(report)})


def style(request: HttpRequest) -> HttpResponse:
    """Give the style sheet of a checked report."""
    return HttpResponse(CSS, content_type="text/css; charset=utf-8", headers={"Cache-Control": "max-age=3600"})


def shown(report: Report) -> dict[str, Any]:
    """Give what the page shows of a checked report."""
    counts = {verdict: sum(c.verdict == verdict for c in report.claims) for verdict in ("true", "false", "unknown")}
    return {
        "report": report,
        "fragment": fragment(report, lambda exchange: reverse("exchange", args=[exchange.id]), heading=3),
        "in_short": _in_short(counts),
        "data": json.dumps(reviews(report, _("pasted report")), ensure_ascii=False).replace("<", "\\u003c"),
    }


def _in_short(counts: dict[str, int]) -> str:
    said = {
        "false": ngettext(
            "{n} claim contradicts the record.", "{n} claims contradict the record.", counts["false"]
        ),
        "true": ngettext("{n} claim agrees with it.", "{n} claims agree with it.", counts["true"]),
        "unknown": ngettext("{n} claim is not known to it.", "{n} claims are not known to it.", counts["unknown"]),
    }
    told = [
        text.format(n=counts[verdict]) for verdict, text in said.items() if counts[verdict] or verdict == "false"
    ]
    return " ".join(told)


@csrf_exempt
@require_POST
def api(request: HttpRequest) -> HttpResponse:
    """Check a report for a newsroom: JSON in (``text``, ``as_of``), JSON out. No cookie is read or set."""
    if too_often(request, "press", CHECKS_IN_AN_HOUR):
        return JsonResponse({"error": _("too many reports within an hour; try again later")}, status=429)
    form = _posted(request)
    if form is None or not form.is_valid():
        return JsonResponse({"error": _("send JSON with «text», and «as_of» as 2026-02-05 if known")}, status=422)
    report = check(form.cleaned_data["text"], public_history(), form.cleaned_data["as_of"])
    return JsonResponse(report.document(), json_dumps_params={"ensure_ascii": False})


def _posted(request: HttpRequest) -> ReportForm | None:
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError):
        return None
    return ReportForm(sent) if isinstance(sent, dict) else None
