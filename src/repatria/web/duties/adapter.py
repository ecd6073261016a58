"""The one place where rows of the site become events of :mod:`repatria.conventions`.

A person is named by the key of his row, a site by its key, a party by its code. Only registers of holders count: a
side's register of its own people says what that side believes, not what it owes.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import F, Q

from repatria.conventions import BadEvent, Event, EventTable, Kind, Span
from repatria.conventions.attributes import check_attribute
from repatria.web.compartments import house
from repatria.web.registry.models import Event as Row
from repatria.web.registry.models import Person, Site
from repatria.web.visits.models import Visit

# Kinds of which the clocks read something besides the day; all others are not even opened.
_SAY_MORE = frozenset(
    {Kind.CAPTURE, Kind.RECAPTURE, Kind.INTERNMENT, Kind.CATEGORY_RECORDED, Kind.TRIBUNAL_DECISION, Kind.DEATH,
     Kind.MEDICAL_CATEGORY, Kind.MEDICAL_INSPECTION, Kind.HELD_BACK, Kind.PROPOSED_FOR_MMC, Kind.MMC_DECISION,
     Kind.MMC_DECISION_NOTIFIED, Kind.DEATH_CERTIFICATE_FORWARDED, Kind.REPATRIATION_CERTIFICATE_ISSUED,
     Kind.BURIAL, Kind.TRANSFER, Kind.TRANSFER_PLANNED, Kind.REPATRIATION, Kind.MAIL_MONTH, Kind.STATUS_DOUBT,
     Kind.VALUABLES_TAKEN, Kind.TRAVEL_DECISION, Kind.ACCIDENT, Kind.LONG_CAPTIVITY}
)  # fmt: skip
_KINDS = {str(kind): kind for kind in Kind}


def table(parties: Iterable[Any]) -> EventTable:
    """Give every event of the registers of `parties`, of their sites, and of visits to them."""
    held_by = Q(party__in=[party.pk for party in parties])
    with house():
        return EventTable.of((*_of_persons(parties), *_of_sites(held_by), *_of_visits(held_by)))


def _of_persons(parties: Iterable[Any]) -> Iterator[Event]:
    keepers = [party.pk for party in parties]
    codes = {party.pk: party.code for party in parties}
    people = Person.objects.filter(keeper__in=keepers, holder=F("keeper")).select_related("origin")
    origins = {one.pk: one.origin.code for one in people.only("pk", "origin__code") if one.origin}
    rows = Row.objects.filter(person__keeper__in=keepers, person__holder=F("person__keeper"), corrected_by=None)
    for row in rows.select_related("person").order_by().iterator(chunk_size=5000):
        if (event := _event(row, codes[row.person.keeper_id], origins.get(row.person_id))) is not None:
            yield event


def _event(row: Row, party: str, origin: str | None) -> Event | None:
    kind = _KINDS.get(row.kind)
    if kind is None or kind is Kind.WITHDRAWN:
        return None
    details = dict(row.details) if kind in _SAY_MORE else {}
    if origin:
        details["origin"] = origin
    return Event(
        kind, _span(row.occurred_on), row.entered_at.date(), str(row.person_id),
        str(row.site_id) if row.site_id else None, party, dict(_allowed(details)),
    )  # fmt: skip


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
