"""On the day: check-ins are taken in from the hub in any order and any number of times; receipts follow."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.handover import BadEvent, Event, Kept, Kind, Outcome
from repatria.handover import Role as Voice
from repatria.handover.entries import receipts_disagree
from repatria.handover.events import moment
from repatria.handover.standing import Standing
from repatria.web.compartments import house
from repatria.web.handover.day import Day, day_of, keep
from repatria.web.handover.models import CheckIn, Manifest, Noted, Receipt
from repatria.web.ledger import enter as ledger
from repatria.web.ledger.models import Opening
from repatria.web.public.counting import status_of
from repatria.web.registry.models import Event as RegisterEvent
from repatria.web.registry.models import Person
from repatria.web.two_persons.rule import NotSettled

LARGEST = 20_000_000


def read_file(data: bytes) -> list[tuple[Event, datetime]]:
    """Read the file that ``repatria hub export`` writes: one check-in with its times a line.

    Raises:
        BadEvent: a line is not a check-in; the text names the line and the field, never what stood there.
    """
    found = []
    for number, line in enumerate(data.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            kept = Kept.parse(line)
        except BadEvent as cause:
            raise BadEvent(_("line {n}: {why}").format(n=number, why=cause)) from cause
        found.append((kept.event, kept.heard_at))
    return found


@house()
@transaction.atomic
def take_in(kept: Manifest, events: Iterable[tuple[Event, datetime]]) -> int:
    """Take in check-ins, all or none; what was known before changes nothing. Gives how many were new.

    Raises:
        BadEvent: one belongs to another manifest, or its role has no say there.
        NotSettled: the manifest is not frozen, or closed already.
    """
    kept = Manifest.objects.select_for_update().get(pk=kept.pk)
    if kept.state != Manifest.State.FROZEN:
        raise NotSettled(_("check-ins are taken in while the manifest is frozen and not closed"))
    day = day_of(kept)
    new = 0
    for event, heard_at in events:
        day.ledger.add(event)
        new += keep(kept, event, heard_at)
    _write_receipts(day)
    _write_disagreements(day)
    return new


@house()
@transaction.atomic
def say(
    kept: Manifest,
    user: Any,
    kind: Kind,
    subject: str,
    *,
    voice: Voice,
    note: str = "",
    effects: tuple[str, ...] = (),
) -> Event:
    """Say something of a line from the desk, as one more device of one's own.

    Raises:
        BadEvent: this voice has no say there.
        NotSettled: the manifest is not open.
    """
    kept = Manifest.objects.select_for_update().get(pk=kept.pk)
    party = user.party.code if voice in (Voice.HOLDER, Voice.RECEIVER) else ""
    event = Event(
        device=_device(user), sequence=_next(kept, user), manifest=kept.sha256, role=voice, party=party, kind=kind,
        at=moment(timezone.now()), subject=subject, note=note, effects=effects,
    )  # fmt: skip
    take_in(kept, [(event, timezone.now())])
    return event


@house()
@transaction.atomic
def resolve(kept: Manifest, user: Any, subject: str, outcome: Kind, note: str = "") -> Event:
    """Resolve a disagreement at the mediator's table: named, kept beside what it resolves, never over it."""
    standing = day_of(kept).ledger.standing(subject)
    about = tuple(sorted(position.event for position in standing.positions)) or tuple(sorted(standing.made))
    if outcome is Kind.REPLACED and not about:
        return _decide(kept, user, Kind.REPLACED, subject=subject, note=note)
    return _decide(kept, user, Kind.RESOLVED, subject=subject, about=about, outcome=outcome.value, note=note)


def go_on(kept: Manifest, code: str, user: Any) -> Event:
    """Let a stage go on that waits since this line fell away on the day.

    Raises:
        NotSettled: no stage waits for this line.
    """
    day = day_of(kept)
    if not any(change.code == code and change.pauses for change in day.log):
        raise NotSettled(_("no stage waits for this line"))
    about = tuple(sorted(position.event for position in day.ledger.standing(code).positions))
    return _decide(kept, user, Kind.GO_ON, about=about)


@house()
@transaction.atomic
def _decide(kept: Manifest, user: Any, kind: Kind, **more: Any) -> Event:
    """Say something at the mediator's table, by name."""
    kept = Manifest.objects.select_for_update().get(pk=kept.pk)
    event = Event(
        device=_device(user), sequence=_next(kept, user), manifest=kept.sha256, role=Voice.MEDIATOR, party="",
        kind=kind, at=moment(timezone.now()), said_by=user.name, **more,
    )  # fmt: skip
    take_in(kept, [(event, timezone.now())])
    return event


def _device(user: Any) -> str:
    return f"desk{user.pk.hex[:20]}"


def _next(kept: Manifest, user: Any) -> int:
    said = CheckIn.objects.filter(manifest=kept, event_id__startswith=f"{_device(user)}/")
    return max((int(one.partition("/")[2]) for one in said.values_list("event_id", flat=True)), default=0) + 1


def _write_receipts(day: Day) -> None:
    """Enter a receipt for everybody who has crossed with every receipt that the agreement names, once."""
    written = set(Receipt.objects.filter(manifest=day.kept).values_list("subject", flat=True))
    fresh = [
        one for one in day.ledger.everybody() if one.outcome is Outcome.RECEIVED and one.subject not in written
    ]
    for standing in fresh:
        _write_receipt(day, standing)


def _write_receipt(day: Day, standing: Standing) -> None:
    kept, line = day.kept, day.manifest.by_code.get(standing.subject)
    receiver = line.receiver if line else next(one.party for one in standing.positions if one.party)
    captive = Person.objects.get(pk=line.captive) if line else None
    fact = {
        "manifest": kept.reference,
        "line": standing.subject,
        "check_ins": sorted(standing.made),
        "holder": line.holder if line else _other(day, receiver),
        "receiver": receiver,
        "account": line.counted.value if line else "extra",
        "status": status_of(captive.current()) if captive else "",
        "nationality": captive.current().get("nationality", "") if captive else "",
        "captive": line.captive if line else "",
    }
    party = next(side.pk for side in kept.exchange.process.sides if side.code == receiver)
    entry = ledger.enter(
        "receipt given", by=receiver, exchange=kept.exchange.reference, manifest=kept.reference,
        receipt=ledger.commit(fact, party),
    )  # fmt: skip
    Receipt.objects.create(manifest=kept, subject=standing.subject, captive=captive, entry=entry)
    if captive and line:
        stage_day = day.manifest.days[line.stage - 1]
        RegisterEvent.objects.create(person=captive, kind="repatriation", occurred_on=stage_day.isoformat())


def _other(day: Day, receiver: str) -> str:
    return next((party.code for party in day.manifest.parties if party.code != receiver), receiver)


def _write_disagreements(day: Day) -> None:
    """Enter each disagreement once: that devices differ is in the record, what they say is committed."""
    known = set(Noted.objects.filter(manifest=day.kept).values_list("subject", flat=True))
    mediator = day.kept.exchange.process.mediator.code
    for standing in day.ledger.disagreements():
        if standing.subject not in known:
            _write_disagreement(day, standing, mediator)


def _write_disagreement(day: Day, standing: Standing, mediator: str) -> None:
    committed = receipts_disagree(day.ledger, standing, timezone.now(), mediator)
    Opening.objects.bulk_create(
        [
            Opening(party_id=None, commitment=one.commitment, contents=json.loads(one.format()))
            for one in committed.openings.values()
        ]
    )
    fields = {name: value for name, value in committed.entry.items() if name not in ("act", "by", "v", "at")}
    ledger.enter("receipts disagree", by=mediator, **fields)
    Noted.objects.create(manifest=day.kept, subject=standing.subject)
