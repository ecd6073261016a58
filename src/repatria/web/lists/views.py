"""The pages of a list, for its sender until it is open, for all at the table after that."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from repatria.errors import RepatriaError
from repatria.web import gate, policy
from repatria.web.exchanges.models import Exchange
from repatria.web.lists import acts, changes, examine, release, shown
from repatria.web.lists.forms import Answers, Send
from repatria.web.lists.labels import FIELD_WORDS
from repatria.web.lists.models import NameList, Purpose, Repeat, Row
from repatria.web.lists.repeats import pairs_on, verdicts_in
from repatria.web.two_persons import rule
from repatria.web.two_persons.models import Act

A_PAGE = 50


@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, exchange_id: int, purpose: str) -> HttpResponse:
    """Take a file as the next version of a list."""
    found = _own_exchange(request.user, exchange_id)
    if purpose not in Purpose.values:
        raise Http404
    form = Send(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = acts.upload(request.user, found, purpose, form.cleaned_data["file"], request.LANGUAGE_CODE)
            return redirect("list", made.pk)
        except RepatriaError as error:
            form.add_error(None, str(error))
    mine = gate.rows(request.user, NameList).filter(exchange=found, party=request.user.party, purpose=purpose)
    context = {"form": form, "exchange": found, "purpose": Purpose(purpose), "versions": mine.order_by("-version")}
    return render(request, "lists/send.html", context, status=422 if form.errors else 200)


def _own_exchange(user: Any, number: int) -> Exchange:
    """Give the exchange if this person's party is one of its sides."""
    found = gate.one(user, Exchange, pk=number)
    if not found.process.sides.filter(pk=user.party_id).exists():
        raise Http404
    return found


@require_GET
def show(request: HttpRequest, list_id: Any) -> HttpResponse:
    """Show where a list stands, and what is to be done with it next."""
    return render(request, "lists/list.html", _context(request, gate.one(request.user, NameList, pk=list_id)))


@require_GET
def progress(request: HttpRequest, list_id: Any) -> HttpResponse:
    """Give the part of the page that changes while the desk works; once it is done, ask for the whole page."""
    name_list = gate.one(request.user, NameList, pk=list_id)
    if not name_list.works:
        response = HttpResponse(status=200)
        response["HX-Refresh"] = "true"
        return response
    return render(request, "lists/progress.html", {"list": name_list})


def _context(request: HttpRequest, name_list: NameList, form: Answers | None = None) -> dict[str, Any]:
    mine = name_list.party_id == request.user.party_id
    # Its faults and questions are the sender's, and no one else's.
    report: dict[str, Any] = name_list.report if mine else {}
    if form is None and mine and name_list.state in (NameList.State.ASKS, NameList.State.READ):
        form = Answers(report=report, answers=name_list.answers)
    return {
        "list": name_list,
        "exchange": name_list.exchange,
        "mine": mine,
        "report": report,
        "form": form,
        "undecided": name_list.repeats.filter(verdict="").count() if mine else 0,
        "repeats": name_list.repeats.count() if mine else 0,
        "sample": [dict(zip(report.get("labels", ()), cells, strict=False)) for cells in report.get("sample", ())],
        "can_replace": mine and policy.takes_lists(name_list.exchange),
        "earlier": gate.rows(request.user, NameList).filter(pk=name_list.replaces_id).first(),
        "later": gate.rows(request.user, NameList).filter(replaces=name_list).first(),
    }


@require_POST
def answer(request: HttpRequest, list_id: Any) -> HttpResponse:
    """Keep the answers and read the list again."""
    name_list = _own(request.user, list_id)
    form = Answers(request.POST, report=name_list.report, answers=name_list.answers)
    if not form.is_valid():
        return render(request, "lists/list.html", _context(request, name_list, form), status=422)
    return _done(request, name_list, lambda: acts.answer(request.user, name_list, form.answers()))


@require_POST
def accept(request: HttpRequest, list_id: Any) -> HttpResponse:
    """Take in the rows that are in order."""
    name_list = _own(request.user, list_id)
    return _done(request, name_list, lambda: acts.accept(request.user, name_list))


@require_POST
def seal(request: HttpRequest, list_id: Any) -> HttpResponse:
    """Seal the list."""
    name_list = _own(request.user, list_id)
    return _done(request, name_list, lambda: acts.seal(request.user, name_list))


@require_POST
def again(request: HttpRequest, list_id: Any) -> HttpResponse:
    """Start again what was interrupted."""
    name_list = _own(request.user, list_id)
    return _done(request, name_list, lambda: acts.start_again(request.user, name_list))


@require_POST
def withdraw(request: HttpRequest, list_id: Any) -> HttpResponse:
    """Withdraw a draft."""
    name_list = _own(request.user, list_id)
    return _done(request, name_list, lambda: acts.withdraw(request.user, name_list))


def _own(user: Any, list_id: Any) -> NameList:
    return gate.one(user, NameList, pk=list_id, party=user.party)


def _done(request: HttpRequest, name_list: NameList, act: Callable[[], Any]) -> HttpResponse:
    try:
        act()
    except RepatriaError as error:
        messages.error(request, str(error))
    return redirect("list", name_list.pk)


@require_GET
def faults(request: HttpRequest, list_id: Any, ending: str) -> FileResponse:
    """Give the sender a file of the faulty rows, each with why and what to do."""
    name_list = _own(request.user, list_id)
    if ending not in ("csv", "xlsx") or name_list.state == NameList.State.WITHDRAWN:
        raise Http404
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name_list.reference}-to-mend.{ending}"
        examine.write_faults(path, examine.examine(name_list, timezone.localdate()))
        return FileResponse(path.open("rb"), as_attachment=True, filename=path.name)


@require_http_methods(["GET", "POST"])
def repeats(request: HttpRequest, list_id: Any) -> HttpResponse:
    """Show the rows that may be one person listed twice, and keep what the sender says of them."""
    name_list = _own(request.user, list_id)
    if request.method == "POST":
        return _settle(request, name_list)
    waiting = gate.rows(request.user, Repeat).filter(list=name_list).select_related("list", "row", "other")
    page = Paginator(
        waiting.order_by("-verdict" if request.GET.get("settled") else "verdict", "-probability", "pk"), 10
    )
    part = page.get_page(request.GET.get("page"))
    context = {
        "list": name_list,
        "page": part,
        "pairs": pairs_on(request.user, part),
        "undecided": name_list.repeats.filter(verdict="").count(),
        "sure": name_list.repeats.filter(verdict="", probability__gte=SURE).count(),
        "least": SURE,
        "can_settle": name_list.state in (NameList.State.REPEATS, NameList.State.READY),
    }
    return render(request, "lists/repeats.html", context)


SURE = 0.95


def _settle(request: HttpRequest, name_list: NameList) -> HttpResponse:
    left = 1
    try:
        if "all_sure" in request.POST:
            left = acts.settle_above(request.user, name_list, SURE)
        else:
            left = acts.settle(request.user, name_list, verdicts_in(request.POST))
        messages.success(request, _("Kept. Still to settle: {count}.").format(count=left))
    except RepatriaError as error:
        messages.error(request, str(error))
    return redirect("list_repeats" if left else "list", name_list.pk)


@require_GET
def rows(request: HttpRequest, list_id: Any) -> HttpResponse:
    """Show the rows of a list, a page at a time, as this reader may see them."""
    name_list = gate.one(request.user, NameList, pk=list_id)
    there = gate.rows(request.user, Row).filter(list=name_list).select_related("list").order_by("sheet", "number")
    part = Paginator(there, A_PAGE).get_page(request.GET.get("page"))
    seen = shown.show(request.user, "list_rows", part)
    context = {"list": name_list, "page": part, "rows": seen, "columns": shown.columns_of(seen)}
    return render(request, "lists/rows.html", context)


@require_GET
def what_changed(request: HttpRequest, list_id: Any) -> HttpResponse:
    """Show what changed since the version before that this reader can see."""
    name_list = gate.one(request.user, NameList, pk=list_id)
    before = gate.one(request.user, NameList, pk=name_list.replaces_id)
    found = changes.between(before, name_list)
    kinds = [("added", key, None) for key in found.added] + [("gone", key, None) for key in found.gone]
    page = Paginator([*(("changed", now, then) for then, now in found.changed), *kinds], A_PAGE)
    part = page.get_page(request.GET.get("page"))
    context = {
        "list": name_list,
        "before": before,
        "changes": found,
        "page": part,
        "lines": _lines(request.user, part),
    }
    return render(request, "lists/changes.html", context)


def _lines(user: Any, part: Any) -> list[dict[str, Any]]:
    keys = {key for _kind, *pair in part for key in pair if key}
    wanted = gate.rows(user, Row).filter(pk__in=keys).select_related("list")
    seen = {one.row.pk: one for one in shown.show(user, "list_changes", wanted)}
    lines = []
    for kind, key, then in part:
        one = seen[key]
        cells = [
            (FIELD_WORDS[name], was, now) for name, was, now in changes.cells(seen[then].values, one.values)
        ] if then else []  # fmt: skip
        lines.append({"kind": kind, "shown": one, "cells": cells})
    return lines


@require_POST
def ask_release(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Propose that this side's lists be released, or settle, as the second person, what another has proposed."""
    found = _own_exchange(request.user, exchange_id)
    try:
        messages.success(request, _release(request, found))
    except RepatriaError as error:
        messages.error(request, str(error))
    return redirect("desk_exchange", found.pk)


def _release(request: HttpRequest, exchange: Exchange) -> str:
    if "act" not in request.POST:
        release.ask_for_release(request.user, exchange)
        return _("Proposed. A second person of your delegation must confirm it.")
    act = gate.one(request.user, Act, pk=request.POST["act"], kind=release.RELEASE.kind, subject=str(exchange.pk))
    if "refuse" in request.POST:
        rule.refuse(act.pk, request.user)
        return _("Not released. That it was proposed is kept.")
    rule.confirm(act.pk, request.user)
    return _("Released. All lists open at one moment, as soon as each side has released its own.")
