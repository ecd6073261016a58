"""Replies by spreadsheet: fetch the sheet, send it back, look at what is wrong, give what is right."""

import tempfile
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from repatria.web import gate, policy
from repatria.web.lists.models import NameList
from repatria.web.replies import bulk, letting_names_out, sheet, tasks
from repatria.web.replies.forms import SheetForm
from repatria.web.replies.models import Answer, BulkReplies
from repatria.web.replies.views_names import list_of
from repatria.web.two_persons.rule import NotSettled

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sheets(request: HttpRequest, list_id: str) -> HttpResponse:
    """Offer the sheet, and take it back."""
    name_list = _answerable(request, list_id)
    form = SheetForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        made = _check(request, name_list, form.cleaned_data["file"])
        return redirect("replies_checked", made.pk)
    context = {
        "list": name_list, "form": form, "answers": Answer.choices,
        "let_out": letting_names_out.are_let_out(request.user, name_list),
        "before": gate.rows(request.user, BulkReplies).filter(list=name_list)[:10],
    }  # fmt: skip
    return render(request, "replies/sheet.html", context, status=422 if form.is_bound else 200)


def _check(request: HttpRequest, name_list: NameList, file: Any) -> BulkReplies:
    """Read the file from a folder of its own that is gone afterwards."""
    ending = Path(str(file.name)).suffix.lower()[:6]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"replies{ending}"
        with path.open("wb") as copy:
            for chunk in file.chunks():
                copy.write(chunk)
        return bulk.check_file(request.user, name_list, path)


def fetch(request: HttpRequest, list_id: str) -> HttpResponse:
    """Give the sheet; with the names on it only if two people have let them out."""
    name_list = _answerable(request, list_id)
    with_names = "names" in request.GET
    if with_names and not letting_names_out.are_let_out(request.user, name_list):
        raise PermissionDenied
    ending = ".csv" if request.GET.get("as") == "csv" else ".xlsx"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name_list.reference}-replies{ending}"
        rows = bulk.rows_to_fill(name_list, request.user.party, with_names=with_names)
        sheet.write(path, rows, with_names=with_names)
        content = path.read_bytes()
    kind = _XLSX if ending == ".xlsx" else "text/csv; charset=utf-8"
    return HttpResponse(
        content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{path.name}"'}
    )


def ask_for_names(request: HttpRequest, list_id: str) -> HttpResponse:
    """Ask a second person to let the names leave."""
    name_list = _answerable(request, list_id)
    if request.method == "POST":
        try:
            letting_names_out.ask(request.user, name_list)
        except NotSettled as fault:
            messages.error(request, str(fault))
        else:
            messages.success(
                request, _("A second person of your bureau must confirm; then the sheet can be fetched.")
            )
    return redirect("replies_sheet", name_list.pk)


def checked(request: HttpRequest, bulk_id: str) -> HttpResponse:
    """Show what came of a sheet, and give what is in order when told to."""
    made = gate.one(request.user, BulkReplies, pk=bulk_id)
    if request.method == "POST":
        if bulk.ask(request.user, made):
            tasks.give.enqueue(str(made.pk))
            messages.success(request, _("The replies are being given."))
        else:
            messages.info(request, _("These were given already; nothing was given twice."))
        return redirect("replies_checked", made.pk)
    found = made.checked
    context = {
        "bulk": made, "list": made.list, "good": len(found["good"]), "same": found["same"],
        "faults": found["faults"], "more": found["all_faults"] - len(found["faults"]), "left": found.get("left", 0),
        "answers": policy.answers(request.user, made.list),
    }  # fmt: skip
    return render(request, "replies/checked.html", context)


def _answerable(request: HttpRequest, list_id: str) -> NameList:
    name_list = list_of(request, list_id)
    if not policy.answers(request.user, name_list):
        raise PermissionDenied
    return name_list
