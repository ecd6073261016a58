"""The case workers' desk: the queue, one case with proposals side by side, the answer and its release."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from repatria.web import gate
from repatria.web.audit import reads
from repatria.web.families import acts, evidence, notices, shown
from repatria.web.families import boards as board_files
from repatria.web.families.forms import BoardFileForm, ReleaseForm, SideForm
from repatria.web.families.models import Correction, Proposal, TracingRequest
from repatria.web.families.queue import QUEUES, counts, in_queue
from repatria.web.families.tasks import compare_again
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import propose

ON_A_PAGE = 50
OPEN_FOR = timedelta(days=1)


def queue(request: HttpRequest) -> HttpResponse:
    """Show the requests that wait, by what they wait for. No name stands here."""
    mine = gate.rows(request.user, TracingRequest)
    chosen = request.GET.get("queue", "")
    chosen = chosen if chosen in QUEUES else next(iter(QUEUES))
    page = Paginator(in_queue(mine, chosen), ON_A_PAGE).get_page(request.GET.get("page"))
    numbers = counts(mine)
    queues = [(name, title, numbers[name]) for name, title in QUEUES.items()]
    return render(request, "families/queue.html", {"queues": queues, "chosen": chosen, "page": page})


def case(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Show one case: what the family said, whom it may mean, what may be told and why."""
    found = _case(request, request_id)
    reads.note(request.user, "families-case", shown.subjects(found))
    return _page(request, found)


def _page(request: HttpRequest, found: TracingRequest, form: Any = None, status: int = 200) -> HttpResponse:
    grounds = evidence.grounds(found)
    context = {
        "case": found,
        "groups": shown.groups(found),
        "proposals": shown.proposals(request.user, found),
        "corrections": shown.corrections(found),
        "grounds": grounds,
        "answers": notices.codes(found),
        "form": form or ReleaseForm(grounds.supports),
        "side_form": SideForm(initial={"own_side": found.own_side_id}),
        "earlier": found.repeats,
    }
    return render(request, "families/case.html", context, status=status)


@require_POST
def release(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Release an answer to the family."""
    found = _case(request, request_id)
    form = ReleaseForm(evidence.grounds(found).supports, request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=400)
    acts.release(found.pk, request.user, form.cleaned_data["kind"], form.cleaned_data["told"])
    messages.success(request, _("The answer is released. The family reads it with its receipt."))
    return redirect("families-case", found.pk)


@require_POST
def decide(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    """Say whether the person proposed is the one sought."""
    proposal = gate.one(request.user, Proposal, pk=proposal_id)
    verdict = request.POST.get("verdict")
    if verdict not in Proposal.Verdict.values:
        messages.error(request, _("Choose whether it is one person, two different people, or open."))
    else:
        acts.decide(proposal.pk, request.user, verdict)
    return redirect("families-case", proposal.request_id)


@require_POST
def take_over(request: HttpRequest, correction_id: UUID) -> HttpResponse:
    """Take a correction over."""
    correction = gate.one(request.user, Correction, pk=correction_id)
    acts.take_over(correction.pk, request.user)
    messages.success(request, _("Taken over. What stood there before is kept beside it."))
    return redirect("families-case", correction.request_id)


@require_POST
def set_side(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Note to which side the person sought belongs."""
    found, form = _case(request, request_id), SideForm(request.POST)
    if form.is_valid():
        acts.set_side(found.pk, request.user, form.cleaned_data["own_side"])
        messages.success(request, _("Noted."))
    return redirect("families-case", found.pk)


@require_POST
def compare(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Compare anew with all registers and lists."""
    found = _case(request, request_id)
    compare_again.enqueue(str(found.pk))
    messages.success(request, _("It is being compared; reload this page in a moment."))
    return redirect("families-case", found.pk)


@require_POST
def same_family(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Say whether a repeated request comes from the same family."""
    found = _case(request, request_id)
    acts.say_same_family(found.pk, request.user, request.POST.get("same") == "yes")
    return redirect("families-case", found.pk)


def boards(request: HttpRequest) -> HttpResponse:
    """Show what goes to tracing boards and what comes from them."""
    return render(request, "families/boards.html", _boards(request, BoardFileForm()))


def _boards(request: HttpRequest, form: Any) -> dict[str, Any]:
    mine = gate.rows(request.user, TracingRequest)
    return {
        "form": form,
        "allowed": mine.filter(consent="boards", withdrawn_at=None, repeats=None, source="family").count(),
        "files": _files(request),
        "waiting": gate.rows(request.user, Act).filter(kind=acts.BOARDS.kind, state=Act.State.PROPOSED).first(),
    }


def _files(request: HttpRequest) -> Any:
    fresh = timezone.now() - OPEN_FOR
    return gate.rows(request.user, Act).filter(kind=acts.BOARDS.kind, state=Act.State.DONE, settled_at__gt=fresh)


@require_POST
def ask_boards(request: HttpRequest) -> HttpResponse:
    """Propose, as the first of two, to write the file for the boards."""
    propose(acts.BOARDS, request.user, timezone.localdate())
    messages.success(
        request, _("Proposed. When a second case worker has confirmed it, the file is open for one day.")
    )
    return redirect("families-boards")


@require_POST
def take_in(request: HttpRequest) -> HttpResponse:
    """Take in a PFIF document."""
    form = BoardFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "families/boards.html", _boards(request, form), status=400)
    new, known = board_files.take_in(form.cleaned_data["file"])
    text = ngettext("{n} new request was taken in.", "{n} new requests were taken in.", new).format(n=new)
    messages.success(request, f"{text} " + _("{n} stood here already.").format(n=known))
    return redirect("families-boards")


def boards_file(request: HttpRequest, act_id: UUID) -> HttpResponse:
    """Give the file for the boards, as families allow it at this moment."""
    return _file(request, act_id, board_files.document, "repatria-requests.xml")


def taken_back_file(request: HttpRequest, act_id: UUID) -> HttpResponse:
    """Give the expired records of what families took back."""
    return _file(request, act_id, board_files.taken_back, "repatria-taken-back.xml")


def _file(request: HttpRequest, act_id: UUID, make: Any, name: str) -> HttpResponse:
    if not _files(request).filter(pk=act_id).exists():
        raise Http404
    answer = HttpResponse(make(timezone.now()), content_type="application/xml")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _case(request: HttpRequest, request_id: UUID) -> TracingRequest:
    return gate.one(request.user, TracingRequest, pk=request_id)
