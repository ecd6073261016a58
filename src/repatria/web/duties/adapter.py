"""The one place where rows of the site become events of :mod:`repatria.conventions`.

A person is named by the key of his row, a site by its key, a party by its code. Only registers of holders count: a
side's register of its own people says what that side believes, not what it owes.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q

from repatria.conventions import BadEvent, Event, Kind, Span
from repatria.conventions.attributes import check_attribute
from repatria.web.registry.models import Event as Row
from repatria.web.registry.models import Site
from repatria.web.visits.models import Visit

AT_ONCE = 5_000
# Kinds of which the clocks read something besides the day; all others are not even opened.
_SAY_MORE = frozenset(
    {Kind.CAPTURE, Kind.RECAPTURE, Kind.INTERNMENT, Kind.CATEGORY_RECORDED, Kind.TRIBUNAL_DECISION, Kind.DEATH,
     Kind.MEDICAL_CATEGORY, Kind.MEDICAL_INSPECTION, Kind.HELD_BACK, Kind.PROPOSED_FOR_MMC, Kind.MMC_DECISION,
     Kind.MMC_DECISION_NOTIFIED, Kind.DEATH_CERTIFICATE_FORWARDED, Kind.REPATRIATION_CERTIFICATE_ISSUED,
     Kind.BURIAL, Kind.TRANSFER, Kind.TRANSFER_PLANNED, Kind.REPATRIATION, Kind.MAIL_MONTH, Kind.STATUS_DOUBT,
     Kind.VALUABLES_TAKEN, Kind.TRAVEL_DECISION, Kind.ACCIDENT, Kind.LONG_CAPTIVITY}
)  # fmt: skip
_KINDS = {str(kind): kind for kind in Kind}


_COLUMNS = (
    "pk", "kind", "occurred_on", "entered_at", "person_id", "site_id", "corrects_id", "details",
    "person__keeper_id", "person__holder_id", "person__origin_id",
)  # fmt: skip
_DETAILS = Row._meta.get_field("details")


class Noted(NamedTuple):
    """A row of a register's events with what of its person matters; `details` sealed."""

    pk: UUID
    kind: str
    occurred_on: str
    entered_at: datetime
    person: UUID
    site: UUID | None
    corrects: UUID | None
    details: bytes
    keeper: int
    holder: int | None
    origin: int | None


def noted(after: datetime | None) -> Iterator[Noted]:
    """Give the rows that were entered at `after` or later (all, if None), in that order."""
    rows = Row.objects.filter(entered_at__gte=after) if after else Row.objects.all()
    found = rows.order_by("entered_at").values_list(*_COLUMNS).iterator(chunk_size=AT_ONCE)
    return (Noted(*row) for row in found)


def of_person(row: Noted, codes: Mapping[int, str]) -> Iterator[Event]:
    """Give what a row says: that something happened, that an earlier row no longer stands, or both.

    `codes` are the codes of the sides by number.
    """
    party = codes.get(row.keeper)
    if party is None or row.holder != row.keeper:
        return
    kind, entered = _KINDS.get(row.kind), row.entered_at.date()
    happened = kind is not None and kind is not Kind.WITHDRAWN
    if row.corrects:
        number = None if happened else str(row.pk)
        yield Event(Kind.WITHDRAWN, None, entered, None, None, party, {"event": str(row.corrects)}, number)
    if kind is not None and happened:
        yield Event(
            kind, _span(row.occurred_on), entered, str(row.person), str(row.site) if row.site else None, party,
            _attributes(row, kind, codes), str(row.pk),
        )  # fmt: skip


def _attributes(row: Noted, kind: Kind, codes: Mapping[int, str]) -> dict[str, str]:
    code = codes.get(row.origin or 0)
    origin = {"origin": code} if code else {}
    if kind not in _SAY_MORE:
        return origin
    details = _DETAILS.opened_at(row.pk, row.keeper, bytes(row.details))
    return dict(_allowed({**details, **origin}))


def of_places(parties: Iterable[Any]) -> Iterator[Event]:
    """Give the openings and closings of the sites of `parties`, and the visits to them."""
    held_by = Q(party__in=[party.pk for party in parties])
    yield from _of_sites(held_by)
    yield from _of_visits(held_by)


def _allowed(details: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give what the clocks know how to read; a bureau may note more."""
    for name, value in details.items():
        try:
            yield name, check_attribute(name, value)
        except BadEvent:
            continue


def _span(text: str) -> Span | None:
    try:
        return Span.parse(text)
    except BadEvent:
        return None


def _of_sites(held_by: Q) -> Iterator[Event]:
    for site in Site.objects.filter(held_by).select_related("party"):
        for kind, day in ((Kind.SITE_OPENED, site.opened_on), (Kind.SITE_CLOSED, site.closed_on)):
            if day is not None:
                yield _at(site, kind, day)


def _of_visits(held_by: Q) -> Iterator[Event]:
    sites = Site.objects.filter(held_by)
    for visit in Visit.objects.filter(site__in=sites).select_related("site__party"):
        yield _at(visit.site, Kind.VISIT_REQUESTED, visit.asked_at.date())
        if visit.refused_until:
            said = {"reason": visit.refusal, "until": str(visit.refused_until)}
            yield _at(visit.site, Kind.VISIT_REFUSED, visit.answered_at.date(), **said)
        elif visit.answered_at:
            yield _at(visit.site, Kind.VISIT_ANSWERED, visit.answered_at.date())
        if visit.done_on:
            alone = "yes" if visit.private_interviews else "no"
            yield _at(visit.site, Kind.ICRC_VISIT, visit.done_on, private_interviews=alone)


def _at(site: Site, kind: Kind, day: date, **said: str) -> Event:
    return Event(kind, Span.on(day), day, None, str(site.pk), site.party.code, dict(_allowed(said)))
