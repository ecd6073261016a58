"""Entering what stands apart: releases outside the manifest, and remains."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.handover.side_ledgers import Identification, Remains
from repatria.web.compartments import house
from repatria.web.exchanges.models import Exchange, Party
from repatria.web.handover.models import Receipt, ReleasedApart, RemainsBag
from repatria.web.registry.models import Event, Person
from repatria.web.two_persons.rule import NotSettled


@house()
def release(exchange: Exchange, user: Any, *, number: str, day: date, why: str) -> ReleasedApart:
    """Enter somebody whom one's side has released outside the manifest.

    Raises:
        NotSettled: no such number in the register, or he came home by a manifest or an earlier row.
    """
    person = Person.objects.filter(keeper=user.party, number=number).first()
    if person is None:
        raise NotSettled(_("your register has nobody under this number; check it"))
    if Receipt.objects.filter(captive=person).exists():
        raise NotSettled(_("this person has come home already, by a manifest"))
    receiver = person.origin or next((s for s in exchange.process.sides if s.pk != user.party_id), None)
    try:
        with transaction.atomic():
            return ReleasedApart.objects.create(
                exchange=exchange, person=person, receiver=receiver, day=day, why=why, entered_by=user
            )
    except IntegrityError:
        raise NotSettled(_("this person stands here already")) from None


@house()
@transaction.atomic
def receipt(one: ReleasedApart, user: Any) -> None:
    """Give the receiving side's receipt.

    Raises:
        NotSettled: it is given already, or is another side's to give.
    """
    one = ReleasedApart.objects.select_for_update().get(pk=one.pk)
    if user.party_id != one.receiver_id:
        raise NotSettled(_("the receiving side gives the receipt"))
    if one.receipted_at is not None:
        raise NotSettled(_("the receipt is given already"))
    one.receipted_by, one.receipted_at = user, timezone.now()
    one.save()
    Event.objects.create(person=one.person, kind="release", occurred_on=one.day.isoformat(), entered_by=user)


@house()
def bag(
    exchange: Exchange, user: Any, *, number: str, day: date, given_by: str, identification: str, report: str,
    reported_on: date | None, persons: Sequence[str] = (),
) -> RemainsBag:  # fmt: skip
    """Enter a bag that one's side has received, or what a laboratory has found since.

    `persons` are the numbers of those whom the laboratory found: the same in each bag that one person lies in.

    Raises:
        BadLedgerEntry: confirmed without a laboratory's report, or a report older than the handover.
    """
    giver = Party.objects.get(code=given_by)
    made = RemainsBag(
        exchange=exchange, number=number, day=day, given_by=giver, received_by=user.party,
        identification=identification, report=report, reported_on=reported_on, entered_by=user,
        persons=list(persons),
    )  # fmt: skip
    as_remains(made)
    known = RemainsBag.objects.filter(exchange=exchange, given_by=giver, number=number).first()
    if known is not None:
        known.identification, known.report, known.reported_on = identification, report, reported_on
        known.persons = made.persons
        known.save()
        return known
    made.save()
    return made


def as_remains(one: RemainsBag) -> Remains:
    """Give a bag as the library's ledger has it."""
    return Remains(
        one.number, one.day, one.given_by.code, one.received_by.code, Identification(one.identification),
        tuple(one.persons), one.report, one.reported_on,
    )  # fmt: skip
