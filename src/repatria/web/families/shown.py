"""What a page shows of a case, and of the persons it is compared with, by the policy's table of sight."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from repatria.web import gate
from repatria.web.compartments import house
from repatria.web.exchanges.models import Process
from repatria.web.families.consent import IDENTITY_FIELDS
from repatria.web.families.forms import GROUPS
from repatria.web.families.models import MayTell, Proposal, TracingRequest
from repatria.web.matching_desk.side_by_side import Said, reasons_in_words
from repatria.web.policy import Standing, standing
from repatria.web.two_persons.models import Act

TITLES = {"sought": _("The person sought"), "last_news": _("Last news"), "enquirer": _("Who asks")}
# Fields of a request beside the columns of registers and lists with which they are compared.
_BESIDE = (
    "full_name_native", "surname", "given_name", "patronymic", "alternate_names", "father_given_name",
    "mother_maiden_name", "sex", "date_of_birth", "age", "place_of_birth", "nationality", "occupation", "unit",
    "rank", "service_number", "callsign", "marks", "capture_date", "capture_place",
)  # fmt: skip


def label(name: str) -> Any:
    """Give the words for a field."""
    for form in GROUPS.values():
        if name in form.base_fields:
            return form.base_fields[name].label
    return _OTHER_LABELS.get(name, name.replace("_", " "))


_OTHER_LABELS = {
    "surname": _("Surname"), "given_name": _("Given name"), "patronymic": _("Patronymic"), "age": _("Age"),
    "capture_date": _("Date of capture"), "capture_place": _("Place of capture"), "category": _("Category"),
}  # fmt: skip


@house()
def subjects(request: TracingRequest) -> list[tuple[UUID, int | None]]:
    """Give whose data the page of a case shows: the person sought, and everybody proposed."""
    found: list[tuple[UUID, int | None]] = [(request.pk, request.party_id)]
    for one in request.proposals.select_related("person", "row__list"):
        if one.person is not None:
            found.append((one.person_id, one.person.keeper_id))
        if one.row is not None:
            found.append((one.row_id, one.row.list.party_id))
    return found


def groups(request: TracingRequest) -> list[tuple[Any, list[tuple[Any, str]]]]:
    """Give what the family said, group by group, each as (words, text)."""
    contents: dict[str, Any] = request.contents or {}
    return [
        (TITLES.get(group, group), [(label(name), text) for name, text in contents[group].items()])
        for group in (*GROUPS, "board")
        if contents.get(group)
    ]


@dataclass(frozen=True, slots=True)
class Beside:
    """One proposal beside the request: rows of (field, what the family says, what stands there)."""

    proposal: Proposal
    where: str
    rows: list[tuple[Any, str, str]]
    because: list[Said]

    @property
    def percent(self) -> int:
        """Give the probability in whole percent."""
        return round(self.proposal.probability * 100)


@house()
def proposals(user: Any, request: TracingRequest) -> list[Beside]:
    """Give every proposal beside what the family said, likeliest first."""
    found = request.proposals.select_related("person__keeper", "row__list__party", "row__list__exchange")
    return [_beside(user, request, one) for one in found.order_by("-probability")]


def _beside(user: Any, request: TracingRequest, proposal: Proposal) -> Beside:
    if proposal.person is not None:
        person = proposal.person
        values = gate.seen(user, person.current(), holder=person.holder_id, origin=person.origin_id)
        where = _("register of {party}, number {number}").format(party=person.keeper.name, number=person.number)
    else:
        row = proposal.row
        values = gate.seen(user, row.columns, holder=None, origin=row.list.party_id)
        where = _("list of {party}, row {number}").format(party=row.list.party.name, number=row.number)
    said = request.sought
    names = [name for name in _BESIDE if said.get(name) or values.get(name)]
    rows = [(label(name), said.get(name, ""), values.get(name, "")) for name in names]
    return Beside(proposal, where, rows, reasons_in_words(proposal.because, said, values))


def corrections(request: TracingRequest) -> list[tuple[Any, list[tuple[Any, str]]]]:
    """Give the corrections that wait, each with what should stand where."""
    waiting = request.corrections.filter(taken_at=None)
    return [
        (one, [(label(path.partition(".")[2]), text) for path, text in (one.contents or {}).items()])
        for one in waiting
    ]


def for_side(user: Any, request: TracingRequest) -> tuple[TracingRequest, list[tuple[Any, str]], str]:
    """Give what a side may read of a request: identity, and for the person's own side the last news."""
    side = request.own_side_id
    mine = standing(user, holder=None, origin=side) is Standing.ORIGIN
    other = user.party_id if not mine else None
    sought = {name: request.sought[name] for name in IDENTITY_FIELDS if request.sought.get(name)}
    values = gate.seen(user, sought, holder=other, origin=side)
    news: dict[str, str] = (request.contents or dict[str, Any]()).get("last_news", {}) if mine else {}
    last = " · ".join(news[name] for name in ("last_news_on", "last_news_place", "circumstances") if news.get(name))
    return request, [(label(name), text) for name, text in values.items()], last


@dataclass(frozen=True, slots=True)
class Switch:
    """The switch of one process: what each side says, whether it holds, what waits for a second person."""

    process: Process
    sides: list[tuple[Any, bool]]
    mine: bool
    waiting: Act | None
    takes_part: bool

    @property
    def holds(self) -> bool:
        """Say whether every side has turned it on."""
        return bool(self.sides) and all(on for _side, on in self.sides)

    @classmethod
    def of(cls, process: Process, user: Any) -> "Switch":
        """Read the switch."""
        on = set(MayTell.objects.filter(process=process, on=True).values_list("party", flat=True))
        sides = [(side, side.pk in on) for side in process.sides]
        waiting = gate.rows(user, Act).filter(
            kind="families.may_tell", subject__startswith=f"{process.pk}:", state=Act.State.PROPOSED
        )
        part = any(side.pk == user.party_id for side, _on in sides)
        return cls(process, sides, user.party_id in on, waiting.first(), part)
