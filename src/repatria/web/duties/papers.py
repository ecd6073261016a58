"""A person's cards and certificate on paper, from his register: what the reader may not see stays a dotted line."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from repatria.conventions import Kind
from repatria.conventions.attributes import DIRECT_REPATRIATION, NEUTRAL_COUNTRY
from repatria.paper import CaptureCard, Decision, InternmentCard, Printable, RepatriationCertificate, pdf

KINDS = ("capture-card", "internment-card", "repatriation-certificate")
_CODES = {
    "repatriate": Decision.DIRECT, "neutral_country": Decision.NEUTRAL, "re_examine": Decision.REEXAMINE,
    **dict.fromkeys(DIRECT_REPATRIATION, Decision.DIRECT), **dict.fromkeys(NEUTRAL_COUNTRY, Decision.NEUTRAL),
}  # fmt: skip


def printed(
    kind: str, person: Any, values: Mapping[str, str], events: Iterable[Any], *, language: str,
    others: tuple[str, ...], at: datetime,
) -> bytes:  # fmt: skip
    """Print one paper.

    Args:
        kind: one of :data:`KINDS`.
        person: of a register.
        values: what whoever prints it may see of him.
        events: what has happened to him, as far as it stands.
        language: of the paper.
        others: further languages of the labels of a card, two at most.
        at: the moment of printing.

    Raises:
        PaperError: the paper cannot be set.
    """
    make = {"capture-card": _capture, "internment-card": _internment, "repatriation-certificate": _certificate}[
        kind
    ]
    return pdf(make(person, values, list(events), others), language_code=language, at=at)


def _capture(person: Any, values: Mapping[str, str], events: list[Any], others: tuple[str, ...]) -> Printable:
    return CaptureCard(
        power_of_origin=person.origin and person.origin.name, name=_surname(values),
        first_names=_given(values), father_first_name=values.get("father_given_name"),
        born=values.get("date_of_birth"), birthplace=values.get("place_of_birth"), rank=values.get("rank"),
        service_number=values.get("service_number"), next_of_kin_address=values.get("next_of_kin"),
        taken_on=_day(events, Kind.CAPTURE) or values.get("capture_date"), prisoner_number=person.number,
        camp=values.get("site"), languages=others,
    )  # fmt: skip


def _internment(person: Any, values: Mapping[str, str], events: list[Any], others: tuple[str, ...]) -> Printable:
    return InternmentCard(
        nationality=values.get("nationality"), surname=_surname(values), first_names=_given(values),
        father_first_name=values.get("father_given_name"), born=values.get("date_of_birth"),
        birthplace=values.get("place_of_birth"), occupation=values.get("occupation"),
        address_before=values.get("residence"), next_of_kin_address=values.get("next_of_kin"),
        interned_on=_day(events, Kind.INTERNMENT), present_address=values.get("mail_address"), languages=others,
    )  # fmt: skip


def _certificate(person: Any, values: Mapping[str, str], events: list[Any], others: tuple[str, ...]) -> Printable:
    return certificate(person, values, events)


def certificate(person: Any, values: Mapping[str, str], events: list[Any]) -> RepatriationCertificate:
    """Give a person's repatriation certificate; the commission's last decision stands on it."""
    decided = [event for event in events if event.kind in (Kind.MMC_DECISION, Kind.MEDICAL_CATEGORY)]
    last = decided[-1] if decided else None
    code = last and (last.details.get("outcome") or last.details.get("art110"))
    return RepatriationCertificate(
        surname=_surname(values) or "", first_names=_given(values), born=values.get("date_of_birth"),
        rank=values.get("rank"), army_number=values.get("service_number"), prisoner_number=person.number,
        power_of_origin=person.origin and person.origin.name, camp=values.get("site"),
        decision=_CODES.get(code or ""), decided_on=last.occurred_on if last else None, number=person.number,
    )  # fmt: skip


def _surname(values: Mapping[str, str]) -> str | None:
    return values.get("surname") or values.get("full_name_native")


def _given(values: Mapping[str, str]) -> str | None:
    return " ".join(filter(None, (values.get("given_name"), values.get("patronymic")))) or None


def _day(events: list[Any], kind: Kind) -> str | None:
    return next((event.occurred_on for event in events if event.kind == kind), None)
