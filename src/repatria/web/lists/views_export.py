"""The pages by which a whole list leaves the system."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from repatria.errors import RepatriaError
from repatria.web import gate
from repatria.web.lists.export import CAN_BE_FETCHED, EXPORT, sealed_file
from repatria.web.lists.forms import Export as Form
from repatria.web.lists.forms import Password
from repatria.web.lists.models import Export, NameList
from repatria.web.two_persons.rule import propose


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, list_id: Any) -> HttpResponse:
    """Propose, as the first of two people, that a whole list leave the system."""
    name_list = gate.one(request.user, NameList, pk=list_id)
    if request.user.role not in EXPORT.roles:
        raise PermissionDenied
    form = Form(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _propose(request, name_list, form)
    since = timezone.now() - CAN_BE_FETCHED
    ready = gate.rows(request.user, Export).filter(list=name_list, at__gt=since)
    context = {"list": name_list, "form": form, "ready": ready}
    return render(request, "lists/export.html", context, status=422 if form.errors else 200)


def _propose(request: HttpRequest, name_list: NameList, form: Form) -> HttpResponse:
    until = form.cleaned_data["keep_until"].isoformat()
    try:
        propose(EXPORT, request.user, name_list.pk, purpose=form.cleaned_data["purpose"], keep_until=until)
        messages.success(request, _("Proposed. A second person of your party must confirm it."))
    except RepatriaError as error:
        messages.error(request, str(error))
    return redirect("list_export", name_list.pk)


@require_http_methods(["GET", "POST"])
def fetch(request: HttpRequest, export_id: Any) -> HttpResponse:
    """Give the file to one of the two, sealed with a password of his."""
    export = gate.one(request.user, Export, pk=export_id)
    form = Password(request.POST or None)
    if timezone.now() - export.at > CAN_BE_FETCHED:
        messages.error(request, _("This could be fetched for a day, which is over. Propose it anew."))
        return redirect("list_export", export.list_id)
    if request.method == "POST" and form.is_valid():
        file = sealed_file(request.user, export, form.cleaned_data["password"])
        return FileResponse(file, as_attachment=True, filename=f"{export.list.reference}.xlsx")
    context = {"export": export, "list": export.list, "form": form}
    return render(request, "lists/export_fetch.html", context, status=422 if form.errors else 200)
