"""Pages that bring a party's own checked lists into its register."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from repatria.web import gate, policy
from repatria.web.lists.models import NameList
from repatria.web.registry import bringing_in, tasks
from repatria.web.registry.models import ListImport


def imports(request: HttpRequest) -> HttpResponse:
    """Show the party's own lists and how much of each is in the register."""
    lists = (
        gate.rows(request.user, NameList)
        .filter(party=request.user.party_id, withdrawn_at=None, replaced_by=None)
        .select_related("exchange")
        .annotate(
            # Rows that repeat an earlier one bring nobody of their own.
            people=Count("rows", filter=Q(rows__repeats=None)),
            inside=Count("rows", filter=Q(rows__person__isnull=False, rows__repeats=None)),
        )
    )
    newest = {}
    for work in gate.rows(request.user, ListImport).filter(list__in=[one.pk for one in lists]).order_by("asked_at"):
        newest[work.list_id] = work
    context = {
        "lists": [(one, newest.get(one.pk)) for one in lists],
        "writes": policy.keeps_register(request.user, request.user.party_id),
    }
    return render(request, "registry/import.html", context)


def bring_in(request: HttpRequest, list_id: str) -> HttpResponse:
    """Begin to bring one list in."""
    found = gate.one(request.user, NameList, pk=list_id)
    if not policy.keeps_register(request.user, found.party_id):
        raise PermissionDenied
    if request.method == "POST":
        work = bringing_in.ask(request.user, found)
        tasks.bring_in.enqueue(str(work.pk))
        messages.success(request, _("The list is being brought in; this page shows how far it is."))
    return redirect("register_import")
