"""What is done about names: answers, second answers, remarks, what the ICRC has seen and heard."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.dispatch import receiver
from django.utils.translation import gettext as _

from repatria.conventions import BadEvent, Span
from repatria.errors import RepatriaError
from repatria.web import policy
from repatria.web.compartments import house
from repatria.web.exchanges.models import Party
from repatria.web.ledger.enter import commit_all, enter_all
from repatria.web.lists import signals
from repatria.web.lists.models import NameList, Row
from repatria.web.registry.models import Person
from repatria.web.registry.past import has_left, past_of
from repatria.web.replies import asked, deadlines, letting_names_out
from repatria.web.replies.models import Answer, Remark, Reply, SeenByIcrc, Wish
from repatria.web.vault import keys

# Imported so that the desk knows what takes two people.
_LET_OUT = letting_names_out.LET_OUT
GONE: frozenset[str] = frozenset({"claimed_deceased", "deceased", "released"})


class CannotReply(RepatriaError):
    """This reply cannot be given; the text says why and what to do. `field` is where it belongs, if anywhere."""

    def __init__(self, text: str, field: str | None = None) -> None:
        super().__init__(text)
        self.field = field


class Overtaken(CannotReply):
    """Somebody else of the same bureau has answered meanwhile."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a bureau answers to one name. `after` is the key of the reply that it had before it (empty: none)."""

    row: UUID
    answer: str
    person: UUID | None = None
    duplicate_of: UUID | None = None
    released_on: str = ""
    released_to: str = ""
    certificate: str = ""
    why: str = ""
    after: str = ""


def give(user: Any, name_list: NameList, given: Given) -> Reply:
    """Answer one name, for the first time or again; the first answer is kept.

    Raises:
        PermissionDenied: the user's party is not asked, or not now.
        CannotReply: something is missing, or contradicts the register or an earlier answer.
        Overtaken: another answer was given meanwhile.
    """
    return give_all(user, name_list, [given])[0]


@transaction.atomic
def give_all(user: Any, name_list: NameList, many: list[Given]) -> list[Reply]:
    """Answer many names of one list, all or none; raises as :func:`give` does."""
    name_list = NameList.objects.select_related("exchange__process", "party").get(pk=name_list.pk)
    if not policy.answers(user, name_list) or not asked.is_in_force(name_list):
        raise PermissionDenied
    before = _lock(name_list, user.party, many)
    people = people_of(user.party, (one.person for one in many if one.person))
    for one in many:
        check(one, before.get(one.row), people)
    commitments = commit_all([_fact(one) for one in many], user.party_id)
    Reply.objects.filter(pk__in=[reply.pk for reply in before.values()]).update(is_newest=False)
    made = [_reply(user, one, seal) for one, seal in zip(many, commitments, strict=True)]
    with keys.kept():
        Reply.objects.bulk_create(made, batch_size=500)
        _say_why(user, made, many)
    _enter(user, name_list, commitments)
    return made


def check(given: Given, before: Reply | None, people: dict[UUID, bool]) -> None:
    """Look at one answer.

    Args:
        given: the answer.
        before: the holder's newest reply to this name, if there is one.
        people: persons of the holder's register -> whether they are dead, free or away by it.

    Raises:
        CannotReply: something is missing or contradicts.
        Overtaken: it answers to another state than there is.
    """
    if given.after != (str(before.pk) if before else ""):
        raise Overtaken(_("somebody of your bureau has answered this name meanwhile; look at both and decide"))
    if given.answer not in Answer.values:
        raise CannotReply(_("this is none of the answers that can be given"), "answer")
    if given.person is not None and given.person not in people:
        raise CannotReply(_("there is no such number in your register"), "number")
    _MUST_SAY.get(given.answer, lambda given, gone: None)(given, people.get(given.person) if given.person else None)
    came_back = before is not None and before.answer in GONE and given.answer not in GONE
    if came_back and not given.why:
        raise CannotReply(_("you have answered that he is dead or free; say why that was wrong"), "why")


def _held(given: Given, gone: bool | None) -> None:
    if given.person is None:
        raise CannotReply(_("say under which number of your register he is held"), "number")
    if gone:
        raise CannotReply(
            _("by your register this person is dead, free or away; correct the event there first"), "number"
        )


def _certified(given: Given, gone: bool | None) -> None:
    if not given.certificate:
        raise CannotReply(
            _("give the number of the certificate (GC III 120), or answer “claimed deceased”"), "certificate"
        )


def _released(given: Given, gone: bool | None) -> None:
    if not given.released_on:
        raise CannotReply(_("say when he was released, as far as known"), "released_on")
    try:
        Span.parse(given.released_on)
    except BadEvent as fault:
        raise CannotReply(str(fault), "released_on") from None
    if not given.released_to:
        raise CannotReply(_("say to whom he was released"), "released_to")


def _duplicate(given: Given, gone: bool | None) -> None:
    if given.duplicate_of is None or given.duplicate_of == given.row:
        raise CannotReply(_("say of which other name on this list it is a duplicate"), "duplicate_of")


_MUST_SAY: dict[str, Callable[[Given, bool | None], None]] = {
    "held": _held, "deceased": _certified, "released": _released, "duplicate_of": _duplicate,
}  # fmt: skip


def _lock(name_list: NameList, holder: Party, many: list[Given]) -> dict[UUID, Reply]:
    """Lock the names, so that two clerks follow one another; give the newest reply to each."""
    wanted = {one.row for one in many}
    found: dict[UUID, Reply] = {}
    there: set[UUID] = set()
    for some in _portions(sorted(wanted)):
        rows = asked.names(name_list).select_for_update().filter(pk__in=some).order_by("pk")
        there |= set(rows.values_list("pk", flat=True))
        newest = Reply.objects.filter(row__in=some, holder=holder, is_newest=True)
        found |= {reply.row_id: reply for reply in newest}
    duplicates = {one.duplicate_of for one in many if one.duplicate_of}
    for some in _portions(sorted(duplicates)):
        there |= set(Row.objects.filter(list=name_list, pk__in=some).values_list("pk", flat=True))
    if not wanted | duplicates <= there:
        raise CannotReply(_("a name is not on this list; nothing was given"))
    return found


def people_of(holder: Party, people: Iterable[UUID]) -> dict[UUID, bool]:
    """Give those of `people` who are in the holder's register -> whether they are dead, free or away by it."""
    mine = {
        pk
        for some in _portions(sorted(set(people)))
        for pk in Person.objects.filter(keeper=holder, pk__in=some).values_list("pk", flat=True)
    }
    return {person: has_left(events) for person, events in past_of(mine).items()}


def _portions(keys_of: list[UUID], size: int = 500) -> list[list[UUID]]:
    return [keys_of[start : start + size] for start in range(0, len(keys_of), size)]


def _fact(given: Given) -> dict[str, str]:
    said = {name: str(value) for name, value in asdict(given).items() if value and name not in ("after", "why")}
    return {**said, "answer": str(given.answer)}


def _reply(user: Any, given: Given, commitment: str) -> Reply:
    return Reply(
        row_id=given.row, holder=user.party, answer=given.answer, person_id=given.person,
        duplicate_of_id=given.duplicate_of, released_on=given.released_on, released_to=given.released_to or None,
        certificate=given.certificate or None, given_by=user, commitment=commitment,
    )  # fmt: skip


def _say_why(user: Any, made: list[Reply], many: list[Given]) -> None:
    Remark.objects.bulk_create(
        [
            Remark(reply=reply, party=user.party, text=given.why, by=user)
            for reply, given in zip(made, many, strict=True)
            if given.why
        ]
    )


def _enter(user: Any, name_list: NameList, commitments: list[str]) -> None:
    exchange, reference = name_list.exchange.reference, name_list.reference
    entries = [{"exchange": exchange, "list": reference, "reply": seal} for seal in commitments]
    enter_all("reply given", entries, by=user.party_code)


def remark(user: Any, reply: Reply, text: str) -> Remark:
    """Say something to a reply.

    Raises:
        PermissionDenied: neither the side that asked nor the holder, or not now.
    """
    if not policy.remarks_on(user, reply):
        raise PermissionDenied
    return Remark.objects.create(reply=reply, party=user.party, text=text, by=user)


def note_seen(user: Any, row: Row, on: date) -> SeenByIcrc:
    """Note that the ICRC has seen this person. A second click notes nothing more.

    Raises:
        PermissionDenied: the user is no delegate of the ICRC.
    """
    if not policy.visits(user):
        raise PermissionDenied
    with transaction.atomic():
        Row.objects.select_for_update().get(pk=row.pk)
        return SeenByIcrc.objects.filter(row=row, on=on).first() or SeenByIcrc.objects.create(
            row=row, on=on, noted_by=user
        )


def note_wish(user: Any, person: Person, travels: str, said_on: date) -> Wish:
    """Note what a captive has told the ICRC, without witnesses, about travelling.

    Raises:
        PermissionDenied: the user is no delegate of the ICRC.
    """
    if not policy.visits(user):
        raise PermissionDenied
    return Wish.objects.create(person=person, party=user.party, travels=travels, said_on=said_on, noted_by=user)


@receiver(signals.opened)
def _on_opened(sender: Any, name_list: NameList, **more: Any) -> None:
    """When a list is opened, the clocks begin; what was answered to the same words before stays answered."""
    if name_list.opened_at is not None:
        deadlines.begin(name_list.exchange, name_list.opened_at.date())
    if name_list.purpose == NameList.Purpose.SOUGHT and name_list.replaces_id:
        with house():  # whoever opens the list does not see what every holder has answered
            carry(name_list)


def carry(name_list: NameList) -> int:
    """Carry the newest replies over to the rows of a new version that say the same under the same code."""
    before: dict[tuple[str, bytes], list[Reply]] = {}
    newest = Reply.objects.filter(row__list=name_list.replaces, is_newest=True).select_related("row")
    for reply in newest.iterator(chunk_size=2000):
        before.setdefault((reply.row.code, bytes(reply.row.says)), []).append(reply)
    made = [
        _carried(reply, row)
        for row in asked.names(name_list).only("pk", "code", "says", "list").iterator(chunk_size=2000)
        for reply in before.get((row.code, bytes(row.says)), ())
    ]
    with keys.kept():
        Reply.objects.bulk_create(made, batch_size=500)
    return len(made)


def _carried(reply: Reply, row: Row) -> Reply:
    return Reply(
        row=row, holder_id=reply.holder_id, answer=reply.answer, person_id=reply.person_id,
        duplicate_of_id=reply.duplicate_of_id, released_on=reply.released_on, released_to=reply.released_to,
        certificate=reply.certificate, given_by_id=reply.given_by_id, commitment=reply.commitment,
        carried_from=reply,
    )  # fmt: skip
