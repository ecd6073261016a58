"""What a side sees of families' requests: those that it may read, and the switch that both sides must turn on."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from repatria.web import gate, policy
from repatria.web.audit import reads
from repatria.web.exchanges.models import Process
from repatria.web.families import acts, shown
from repatria.web.families.models import TracingRequest

ON_A_PAGE = 50


def enquiries(request: HttpRequest) -> HttpResponse:
    """Show the requests whose families let this side read them. Who asks is never shown (GC III 122(7))."""
    found = gate.rows(request.user, TracingRequest).select_related("own_side", "party")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    reads.note(request.user, "families-enquiries", [(one.pk, one.party_id) for one in page])
    return render(
        request,
        "families/enquiries.html",
        {"page": page, "rows": [shown.for_side(request.user, one) for one in page]},
    )


def switch(request: HttpRequest) -> HttpResponse:
    """Show, for each process, which side lets families see that a name was submitted or refused."""
    processes = [shown.Switch.of(process, request.user) for process in gate.rows(request.user, Process)]
    return render(request, "families/switch.html", {"processes": processes})


@require_POST
def ask_switch(request: HttpRequest, process_id: int) -> HttpResponse:
    """Propose to turn the own side's switch on or off."""
    process = gate.one(request.user, Process, pk=process_id)
    if request.user.role not in policy.DECIDES_FOR_A_SIDE:
        raise PermissionDenied
    acts.ask_switch(request.user, process, request.POST.get("on") == "yes")
    messages.success(request, _("Proposed. A second person of your delegation must confirm it."))
    return redirect("families-switch")
