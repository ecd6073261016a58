"""The history page: all exchanges, filter, sort, picture, gaps said aloud, and downloads with a citation."""

import csv
import io
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page

from repatria.history import Exchange, History, words
from repatria.history.documents import document, version
from repatria.history.in_brief import in_brief
from repatria.history.timeline import CSS, timeline_svg
from repatria.web.public.sources import State, history_of, public_history, state

_ORDERS = {
    "newest": lambda e: (e.date.earliest, e.id),
    "oldest": lambda e: (e.date.earliest, e.id),
    "largest": lambda e: (e.living or -1, e.date.earliest),
}


@gzip_page
def show(request: HttpRequest) -> HttpResponse:
    """Show all exchanges, filtered and sorted as the address says."""
    asked = (request.GET.get(name, "") for name in ("conflict", "year", "mediator", "order"))
    return render(request, "public/history.html", _contents(state(), *asked))


# Whoever comes after the first reader of a language is given what was worked out for him.
@lru_cache(maxsize=64)
def _contents(at: State, conflict: str, year: str, mediator: str, order: str) -> dict[str, Any]:
    whole = history_of(at)
    chosen = _filtered(whole, conflict, year, mediator)
    rows = sorted(chosen, key=_ORDERS.get(order, _ORDERS["newest"]), reverse=order != "oldest")
    return {
        "rows": [_row(e, whole) for e in rows],
        "all": len(whole),
        "conflicts": whole.conflicts,
        "years": sorted({e.date.year for e in whole}, reverse=True),
        "order": order if order in _ORDERS else "newest",
        "picture": timeline_svg(chosen, style=False) if len(chosen) else "",
        "summaries": [in_brief(whole.of(name)) for name in whole.conflicts],
        "gaps": chosen.gaps,
        "held": whole.still_held(),
        "pauses": chosen.longest_pauses(5),
        "citation": citation(whole),
    }


def _filtered(history: History, conflict: str, year: str, mediator: str) -> History:
    if conflict in history.conflicts:
        history = history.of(conflict)
    kept = [
        e
        for e in history
        if (not year.isdecimal() or e.date.year == int(year)) and (not mediator or mediator in e.mediators)
    ]
    return history if len(kept) == len(history) else history.only(kept)


def _row(e: Exchange, history: History) -> dict[str, Any]:
    return {
        "exchange": e,
        "day": words.day(e),
        "sides": [{"party": words.party(side.name), "number": words.number(side)} for side in e.sides],
        "mediators": ", ".join(m.name for m in history.mediators(e)),
        "first": words.first_since_in_short(history.first_since(e)),
    }


def citation(history: History) -> str:
    """Give the words by which the table may be cited; its version changes when any cell of it does."""
    return _("Repatria, public history of exchanges of captives, version {version}").format(
        version=version(history)
    )


@gzip_page
def as_csv(request: HttpRequest) -> HttpResponse:
    """Give the table as CSV. The first line says how to cite it."""
    history = public_history()
    cited = citation(history)
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["id", "conflict", "date", "until", "side_a", "total_a", "military_a", "civilians_a",
                    "side_b", "total_b", "military_b", "civilians_b", "mediators", "place", "confidence", "sources",
                    "citation"])  # fmt: skip
    for e in history:
        table.writerow([*_cells(e), cited])
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="exchanges.csv"'
    return response


def _cells(e: Exchange) -> list[Any]:
    sides = [value for s in e.sides for value in (s.name, s.total, s.military, s.civilians)]
    until = e.tags.until or ""
    return [
        e.id,
        e.conflict,
        e.date,
        until,
        *sides,
        ";".join(e.mediators),
        e.place,
        e.confidence,
        ";".join(e.sources),
    ]


@gzip_page
def as_json(request: HttpRequest) -> HttpResponse:
    """Give everything as one JSON document."""
    history = public_history()
    whole = {"citation": citation(history), **document(history)}
    return JsonResponse(whole, json_dumps_params={"ensure_ascii": False, "indent": 1}, safe=False)


def picture(request: HttpRequest) -> HttpResponse:
    """Give the timeline as a picture that stands alone."""
    svg = timeline_svg(public_history())
    return HttpResponse(svg, content_type="image/svg+xml", headers={"Content-Security-Policy": _SVG_POLICY})


def style_of_picture(request: HttpRequest) -> HttpResponse:
    """Give the style sheet of the timeline, for pages that hold the picture."""
    return HttpResponse(CSS, content_type="text/css; charset=utf-8", headers={"Cache-Control": "max-age=3600"})


_SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
