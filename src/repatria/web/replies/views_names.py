"""The names of a list and the answers to them, one by one."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from repatria.web import gate, policy
from repatria.web.audit import reads
from repatria.web.exchanges.models import Party
from repatria.web.lists.models import NameList, Row
from repatria.web.registry.models import Person
from repatria.web.replies import acts, asked, names_shown
from repatria.web.replies.forms import RemarkForm, ReplyForm, SeenForm, WishForm
from repatria.web.replies.models import Answer, Reply, SeenByIcrc, Wish

PAGE = 50


def names(request: HttpRequest, list_id: str) -> HttpResponse:
    """Show the names of a list with the answers of one holder, fifty a page."""
    name_list = list_of(request, list_id)
    holder = holder_of(request, name_list)
    only = request.GET.get("only", "")
    found = names_shown.names(request.user, name_list, holder, only)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    reads.note(request.user, "replies_names", [(row.pk, name_list.party_id) for row in page])
    return render(
        request,
        "replies/names.html",
        {
            "list": name_list,
            "holder": holder,
            "holders": _holders(request, name_list),
            "only": only,
            "choices": [(names_shown.OPEN, _("waiting for an answer")), *Answer.choices],
            "page": page,
            "lines": names_shown.lines(request.user, page, holder),
            "answers": policy.answers(request.user, name_list),
        },
    )


def name(request: HttpRequest, row_id: str) -> HttpResponse:
    """Show one name: what the list says, every answer and remark, and what this person can do."""
    row = _row(request, row_id)
    return _show(request, row, holder_of(request, row.list), {})


def _show(request: HttpRequest, row: Row, holder: Party, forms: dict[str, Any], status: int = 200) -> HttpResponse:
    reads.note(request.user, "reply_name", [(row.pk, row.list.party_id)])
    told = names_shown.history(request.user, row, holder)
    newest = next((one["reply"] for one in reversed(told) if one["reply"].is_newest), None)
    answering = policy.answers(request.user, row.list)
    context = {
        "row": row, "holder": holder, "holders": _holders(request, row.list), "told": told, "newest": newest,
        "facts": names_shown.facts(request.user, row, holder),
        "seen": gate.rows(request.user, SeenByIcrc).filter(row=row).order_by("on"),
        "answers": answering, "visits": policy.visits(request.user),
        "remarks": newest is not None and policy.remarks_on(request.user, newest),
        "remark_form": RemarkForm(), "seen_form": SeenForm(), "wish_form": WishForm(),
        "next": _next_open(request, row, holder) if answering else None,
    }  # fmt: skip
    if answering:
        match = asked.proposals([row.pk], holder).get(row.pk)
        context["match"], context["form"] = match, _reply_form(row, holder, newest, match)
    if newest is not None and newest.person_id:
        context["wishes"] = gate.rows(request.user, Wish).filter(person=newest.person_id)
    return render(request, "replies/name.html", {**context, **forms}, status=status)


def _reply_form(row: Row, holder: Party, newest: Reply | None, match: Row | None) -> ReplyForm:
    """Propose what a reviewer has confirmed; the answer itself is chosen by the clerk."""
    initial: dict[str, Any] = {"after": str(newest.pk) if newest else ""}
    if newest is not None:
        initial |= {
            "answer": newest.answer, "number": newest.person.number if newest.person else "",
            "released_on": newest.released_on, "released_to": newest.released_to or "",
            "certificate": newest.certificate or "",
            "duplicate_of": newest.duplicate_of.code if newest.duplicate_of else "",
        }  # fmt: skip
    elif match is not None and match.person is not None:
        initial["number"] = match.person.number
    return ReplyForm(name_list=row.list, holder=holder, initial=initial)


def _next_open(request: HttpRequest, row: Row, holder: Party) -> Row | None:
    waiting = names_shown.names(request.user, row.list, holder, names_shown.OPEN).exclude(pk=row.pk)
    return waiting.filter(sheet__gte=row.sheet, number__gt=row.number).first() or waiting.first()


def answer(request: HttpRequest, row_id: str) -> HttpResponse:
    """Answer one name, or answer it again."""
    row = _row(request, row_id)
    if not policy.answers(request.user, row.list):
        raise PermissionDenied
    if request.method != "POST":
        return redirect("reply_name", row.pk)
    form = ReplyForm(request.POST, name_list=row.list, holder=request.user.party)
    status = 422
    if form.is_valid():
        try:
            acts.give(request.user, row.list, form.given(row))
        except acts.Overtaken as fault:
            form, status = _again(request, row, str(fault)), 409
        except acts.CannotReply as fault:
            form.add_error(fault.field, str(fault))
        else:
            return _answered(request, row)
    return _show(request, row, request.user.party, {"form": form}, status)


def _again(request: HttpRequest, row: Row, why: str) -> ReplyForm:
    """Keep what was typed beside the answer that was given meanwhile."""
    newest = gate.rows(request.user, Reply).filter(row=row, holder=request.user.party_id, is_newest=True).first()
    data = {**request.POST.dict(), "after": str(newest.pk) if newest else ""}
    form = ReplyForm(data, name_list=row.list, holder=request.user.party)
    form.is_valid()
    form.add_error(None, why)
    return form


def _answered(request: HttpRequest, row: Row) -> HttpResponse:
    messages.success(request, _("Answered. An earlier answer stays beside this one."))
    follows = _next_open(request, row, request.user.party) if "next" in request.POST else None
    return redirect("reply_name", follows.pk if follows else row.pk)


def remark(request: HttpRequest, reply_id: str) -> HttpResponse:
    """Remark on a reply."""
    reply = gate.one(request.user, Reply, pk=reply_id)
    if not policy.remarks_on(request.user, reply):
        raise PermissionDenied
    form = RemarkForm(request.POST or None)
    if form.is_valid():
        acts.remark(request.user, reply, form.cleaned_data["text"])
        messages.success(request, _("Your remark stands beside the reply."))
    elif form.is_bound:
        return _show(request, _row(request, reply.row_id), reply.holder, {"remark_form": form}, 422)
    return redirect(f"{reverse('reply_name', args=[reply.row_id])}?of={reply.holder.code}")


def seen(request: HttpRequest, row_id: str) -> HttpResponse:
    """Note that the ICRC has seen him."""
    row = _row(request, row_id)
    if not policy.visits(request.user):
        raise PermissionDenied
    form = SeenForm(request.POST or None)
    if form.is_valid():
        acts.note_seen(request.user, row, form.cleaned_data["on"])
        messages.success(request, _("Noted: seen by the ICRC."))
    elif form.is_bound:
        return _show(request, row, holder_of(request, row.list), {"seen_form": form}, 422)
    return redirect("reply_name", row.pk)


def wish(request: HttpRequest, person_id: str) -> HttpResponse:
    """Note what he has told the ICRC about travelling."""
    person = gate.one(request.user, Person, pk=person_id)
    if not policy.visits(request.user):
        raise PermissionDenied
    form = WishForm(request.POST or None)
    told = gate.rows(request.user, Reply).filter(person=person, is_newest=True).first()
    if form.is_valid():
        acts.note_wish(request.user, person, form.cleaned_data["travels"], form.cleaned_data["said_on"])
        messages.success(request, _("Noted. Neither side reads it; the planner heeds it."))
    elif form.is_bound and told is not None:
        return _show(request, _row(request, told.row_id), told.holder, {"wish_form": form}, 422)
    return redirect("reply_name", told.row_id) if told else redirect("person", person.pk)


def _row(request: HttpRequest, row_id: Any) -> Row:
    row = gate.one(request.user, Row, pk=row_id)
    _asks(row.list)
    return row


def list_of(request: HttpRequest, list_id: str) -> NameList:
    """Give a list of persons sought that is open, if this person can reach it."""
    name_list = gate.one(request.user, NameList, pk=list_id)
    _asks(name_list)
    return name_list


def _asks(name_list: NameList) -> None:
    """Only an opened list of persons sought is answered."""
    if name_list.purpose != "sought" or name_list.opened_at is None:
        raise Http404


def _holders(request: HttpRequest, name_list: NameList) -> list[Party]:
    mine = [party for party in asked.holders(name_list) if party.pk == request.user.party_id]
    return mine or asked.holders(name_list)


def holder_of(request: HttpRequest, name_list: NameList) -> Party:
    """Give the side whose answers are shown: one's own, or the one that is asked for (``?of=NTH``)."""
    found = _holders(request, name_list)
    chosen = [party for party in found if party.code == request.GET.get("of")] or found
    # A third side is asked too, but does not see what others answer.
    if not chosen:
        raise Http404
    return chosen[0]
