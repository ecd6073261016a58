"""What a case worker does with a tracing request, and what a delegation decides about families."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from repatria.web.compartments import house
from repatria.web.exchanges.models import Party, Process
from repatria.web.families import evidence, notices
from repatria.web.families.errors import NotNow
from repatria.web.families.models import Answer, Correction, MayTell, Proposal, TracingRequest
from repatria.web.families.tasks import compare_again
from repatria.web.policy import Role
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import Weighty, propose, register

_SAME: Any = Proposal.Verdict.SAME
_CASE_WORKERS = frozenset({Role.CASE_WORKER})


@house()
def decide(proposal_id: Any, user: Any, verdict: str) -> None:
    """Say whether the person proposed is the one sought.

    Raises:
        NotNow: the request was withdrawn, or another person is confirmed already in the same register or list.
    """
    with transaction.atomic():
        proposal = Proposal.objects.select_related("person", "row__list").get(pk=proposal_id)
        request = _locked(proposal.request_id)
        if verdict == _SAME:
            _check_only_one(request, proposal)
        proposal.verdict, proposal.by, proposal.at = verdict, user, timezone.now()
        proposal.save()
        _link(request)


def _check_only_one(request: TracingRequest, proposal: Proposal) -> None:
    same = request.proposals.filter(verdict=_SAME).exclude(pk=proposal.pk)
    if proposal.person and same.filter(person__keeper=proposal.person.keeper_id).exists():
        raise NotNow(_("another person of this register is confirmed already; undo that first"))
    if proposal.row and same.filter(row__list=proposal.row.list_id).exists():
        raise NotNow(_("another row of this list is confirmed already; undo that first"))


def _link(request: TracingRequest) -> None:
    """Point the request at whom the case workers have confirmed: the likeliest of each kind."""
    same = request.proposals.filter(verdict=_SAME)
    person, row = same.exclude(person=None).first(), same.exclude(row=None).first()
    request.person_id = person and person.person_id
    request.row_id = row and row.row_id
    _changed(request)


@house()
def release(request_id: Any, user: Any, kind: str, told: str) -> Answer:
    """Release an answer to the family, in its own words, with a code by which it can be verified.

    Raises:
        NotNow: the request was withdrawn or is a repeat, or nothing on record supports this answer.
    """
    with transaction.atomic():
        request = _locked(request_id)
        if request.repeats_id and request.same_family is None:
            raise NotNow(_("this may be a request that came before; say first whether one family sent both"))
        if kind not in evidence.grounds(request).supports:
            raise NotNow(_("nothing on record supports this answer; confirm the person first, or choose another"))
        made = notices.give(request, kind, user, told)
        for repeat in request.repeated_by.filter(same_family=True, withdrawn_at=None):
            notices.give(repeat, kind, user, told)
        _changed(request)
    return made


@house()
def say_same_family(request_id: Any, user: Any, same: bool) -> None:
    """Say whether a request that says the same as an earlier one comes from the same family: then it is one case.

    Raises:
        NotNow: it was withdrawn, or repeats nothing.
    """
    with transaction.atomic():
        request = _locked(request_id)
        if request.repeats_id is None:
            raise NotNow(_("this request repeats no other"))
        request.same_family = same
        if same and (last := request.repeats.newest_answer):
            notices.give(request, last.kind, user, last.told)
        if not same:
            request.repeats = None
            compare_again.enqueue(str(request.pk))
        _changed(request)


@house()
def take_over(correction_id: Any, user: Any) -> None:
    """Take a correction over: the new words stand first, the old ones are kept beside them.

    Raises:
        NotNow: it was taken over already, or the request was withdrawn.
    """
    with transaction.atomic():
        correction = Correction.objects.select_related("request").get(pk=correction_id)
        request = _locked(correction.request_id)
        if correction.taken_at is not None:
            raise NotNow(_("this correction was taken over already"))
        request.contents = _corrected(request.contents, correction.contents)
        correction.taken_by, correction.taken_at = user, timezone.now()
        correction.save()
        _changed(request)
        transaction.on_commit(lambda: compare_again.enqueue(str(request.pk)))


def _corrected(contents: dict[str, Any], changes: dict[str, str]) -> dict[str, Any]:
    new = {group: dict(fields) for group, fields in contents.items() if group != "earlier"}
    earlier = [*contents.get("earlier", [])]
    for path, text in changes.items():
        group, _dot, name = path.partition(".")
        if before := new.setdefault(group, {}).get(name):
            earlier.append([path, before])
        new[group][name] = text
    return {**new, "earlier": earlier}


def set_side(request_id: Any, user: Any, side: Party | None) -> None:
    """Note to which side the person sought belongs, where the family could not say."""
    with transaction.atomic():
        request = _locked(request_id)
        request.own_side = side
        _changed(request)


def _locked(request_id: Any) -> TracingRequest:
    request = TracingRequest.objects.select_for_update().get(pk=request_id)
    if request.withdrawn_at is not None:
        raise NotNow(_("the family has withdrawn this request; nothing of it is kept"))
    return request


def _changed(request: TracingRequest) -> None:
    request.version += 1
    request.save()


# ---------------------------------------------------------------- what takes two people


def ask_switch(user: Any, process: Process, on: bool) -> Act:
    """Propose, as the first of two, that this side lets families see submitted and refused names, or no longer.

    Raises:
        NotNow: this side has no part in the process. NotSettled: see :func:`propose`.
    """
    if not process.sides.filter(pk=user.party_id).exists():
        raise NotNow(_("your party is no side of this process"))
    return propose(SWITCH, user, f"{process.pk}:{'on' if on else 'off'}")


def _switch(act: Act) -> None:
    number, _colon, state = act.subject.partition(":")
    MayTell.objects.update_or_create(process_id=int(number), party_id=act.party_id, defaults={"on": state == "on"})


def _describe_switch(act: Act) -> str:
    number, _colon, state = act.subject.partition(":")
    title = Process.objects.get(pk=int(number)).title
    if state == "on":
        return _("{process}: families may see that a name was submitted or refused").format(process=title)
    return _("{process}: families may no longer see that a name was submitted or refused").format(process=title)


SWITCH = register(
    Weighty(
        "families.may_tell", frozenset({Role.DELEGATION}), gettext_lazy("What families may see"), _switch,
        _describe_switch,
    )
)  # fmt: skip
BOARDS = register(
    Weighty(
        "families.boards", _CASE_WORKERS, gettext_lazy("Requests for tracing boards"), lambda act: None,
        lambda act: _("requests whose families allow public boards, as PFIF, for one day"),
    )
)  # fmt: skip
