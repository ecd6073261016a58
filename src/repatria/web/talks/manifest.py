"""What a signed agreement hands on to the handover: its lines, each with its person, account and stage."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from repatria.web import gate
from repatria.web.compartments import house
from repatria.web.talks.errors import NotNow
from repatria.web.talks.models import Agreement, Line
from repatria.web.talks.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """One person of a signed agreement.

    `captive` is the key of the person in the holder's register; `code` what all at the table call him. `account` is
    one of the handover's words (``formula``, ``owed``, ``separate``). `names`, `born` and `site` are empty for
    whoever may not see them. `group` names who travels together.
    """

    number: int
    captive: UUID
    code: str
    holder: str
    receiver: str
    account: str
    stage: int
    group: str
    names: tuple[str, ...]
    born: str
    site: str


@dataclass(frozen=True, slots=True)
class SignedManifest:
    """The annexed list of an agreement that all have signed, and who stands by, in order."""

    reference: str
    exchange: str
    text_sha256: str
    annex_sha256: str
    change_rule: str
    stages: int
    lead: int | None
    lines: tuple[AgreedLine, ...]
    reserve: tuple[AgreedLine, ...]


def signed_manifest(agreement: Agreement, user: Any = None) -> SignedManifest:
    """Give the list of a signed agreement; for `user`, no more of each person than he may see.

    Without a user everything is there: for the program's own work, not for a page.

    Raises:
        NotNow: not all have signed.
    """
    if agreement.state not in (Agreement.State.SIGNED, Agreement.State.ENDED):
        raise NotNow(_("This agreement is not signed by all."))
    reading = Reading(agreement.package.run)
    read = [(line, _read(line, reading, user)) for line in _lines(agreement, user)]
    return SignedManifest(
        reference=agreement.reference,
        exchange=agreement.exchange.reference,
        text_sha256=agreement.text_sha256,
        annex_sha256=agreement.annex_sha256,
        change_rule=agreement.change_rule,
        stages=max((line["stage"] for line in agreement.annex["lines"]), default=1),
        lead=_lead(agreement),
        lines=tuple(one for line, one in read if not line.in_reserve),
        reserve=tuple(one for line, one in read if line.in_reserve),
    )


def _lines(agreement: Agreement, user: Any) -> list[Line]:
    """Give the lines that `user` may see, with the places that the holder's register knows."""
    lines = agreement.lines.order_by("number")
    if user is not None:
        mine = list(gate.rows(user, Line).filter(agreement=agreement).values_list("pk", flat=True))
        lines = lines.filter(pk__in=mine)
    with house():
        return list(lines.select_related("captive__site", "holder", "receiver"))


def _read(line: Line, reading: Reading, user: Any) -> AgreedLine:
    person = line.captive
    fact: Mapping[str, Any] = line.opening["fact"] if line.opening else {}
    known = {
        "full_name_native": tuple(fact.get("names", ())),
        "date_of_birth": fact.get("born", ""),
        "site": person.site.code if person.site else "",
    }
    if user is not None:
        known = gate.seen(user, known, holder=line.holder_id, origin=line.origin_id)
    return AgreedLine(
        number=line.number,
        captive=person.pk,
        code=fact.get("captive", ""),
        holder=line.holder.code,
        receiver=line.receiver.code,
        account=line.account,
        stage=line.stage,
        group=str(reading.people[str(person.pk)].group or ""),
        names=known.get("full_name_native", ()),
        born=known.get("date_of_birth", ""),
        site=known.get("site", ""),
    )


def _lead(agreement: Agreement) -> int | None:
    terms = agreement.package.run.terms.all()
    return next((term.document["lead"] for term in terms if term.document["type"] == "staging"), None)
