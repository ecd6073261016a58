"""From the list that was signed to the library's manifest: buses, seats, bounds. Nothing is typed in again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import rfc8785
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from repatria import handover
from repatria.conventions import Kind as EventKind
from repatria.handover import Agreed, Bound, Cause, Counted, Line, Party, Role, Rule, parse_manifest, seated
from repatria.web.compartments import house
from repatria.web.exchanges.models import Exchange
from repatria.web.handover.models import Manifest
from repatria.web.registry.past import past_of
from repatria.web.talks.manifest import AgreedLine, signed_manifest
from repatria.web.talks.models import Agreement
from repatria.web.two_persons.rule import NotSettled


@house()
@transaction.atomic
def make(
    agreement: Agreement, user: Any, *, days: list[date], seats: int, ahead: int, baggage_kg: int,
    receipt_by: Sequence[str] = (), absent_by: Sequence[str] = (),
) -> Manifest:  # fmt: skip
    """Begin the manifest of a signed agreement.

    `receipt_by`: the roles that the agreement names for a receipt; `absent_by`: for saying that somebody is away.
    Where it names none, what is usual holds (:data:`repatria.handover.vocabulary.FALLS_BY`).

    Raises:
        NotSettled: the agreement is not signed by all, has a manifest already, or has more stages than days.
    """
    agreement = Agreement.objects.select_for_update().get(pk=agreement.pk)
    if agreement.state != Agreement.State.SIGNED:
        raise NotSettled(_("the agreement is not signed by all yet"))
    if Manifest.objects.filter(agreement=agreement).exists():
        raise NotSettled(_("this agreement has its manifest already; open that one"))
    stages = agreement.lines.aggregate(most=Max("stage"))["most"] or 0
    if stages > len(days):
        raise NotSettled(_("the agreement has {stages} stages; give a day for each").format(stages=stages))
    last = Manifest.objects.aggregate(most=Max("number"))["most"] or 0
    return Manifest.objects.create(
        number=last + 1, exchange=agreement.exchange, agreement=agreement, days=[day.isoformat() for day in days],
        seats=seats, ahead=ahead, baggage_kg=baggage_kg, on_loss=agreement.change_rule, made_by=user,
        receipt_by=list(receipt_by), absent_by=list(absent_by),
    )  # fmt: skip


def manifest_of(kept: Manifest) -> handover.Manifest:
    """Give the library's manifest: the frozen document, or (before) what the agreement's lines amount to now."""
    if kept.document is not None:
        return parse_manifest(rfc8785.dumps(kept.document))
    return draft_of(kept)


@house()
def draft_of(kept: Manifest) -> handover.Manifest:
    """Work the manifest out from the agreement's lines."""
    sides = tuple(Party(side.code, side.name) for side in kept.exchange.process.sides)
    bounds = _bounds(sides, kept.ahead)
    signed = signed_manifest(kept.agreement)
    receipts = effects_receipts([line.captive for line in (*signed.lines, *signed.reserve)])
    listed = [_line(line, bounds, receipts) for line in signed.lines]
    standing_by = [_line(line, bounds, receipts) for line in signed.reserve]
    return handover.Manifest(
        reference=kept.reference,
        exchange=kept.exchange.reference,
        agreement=kept.agreement.reference,
        days=tuple(date.fromisoformat(day) for day in kept.days),
        parties=sides,
        lines=tuple(seated(listed, kept.seats)),
        reserve=tuple(replace(line, number=number) for number, line in enumerate(standing_by, len(listed) + 1)),
        bounds=bounds,
        agreed=_agreed(kept),
    )


def _agreed(kept: Manifest) -> Agreed:
    named = Agreed(on_loss=dict.fromkeys(Cause, _rule(kept.on_loss)), baggage_kg=kept.baggage_kg)
    if kept.receipt_by:
        named = replace(named, receipt=frozenset(map(Role, kept.receipt_by)))
    if kept.absent_by:
        named = replace(named, falls_by={**named.falls_by, Cause.ABSENT: frozenset(map(Role, kept.absent_by))})
    return named


def _rule(name: str) -> Rule:
    return Rule(name) if name in set(Rule) else Rule.PAUSE


def _bounds(sides: tuple[Party, ...], ahead: int) -> tuple[Bound, ...]:
    """Give one bound for two sides; for more, one for each side: what it has given less what it has received."""
    if len(sides) == 2:
        return (Bound(sides[0].code, ahead),)
    return tuple(Bound(side.code, ahead) for side in sides)


def effects_receipts(captives: list[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Give the numbers of each captive's receipts for what was taken (GC III 18), as the registers have them."""
    return {
        captive: tuple(
            dict.fromkeys(
                event.details["receipt"]
                for event in events
                if event.kind == EventKind.RECEIPT_GIVEN and event.details.get("receipt")
            )
        )
        for captive, events in past_of(captives).items()
    }


def _line(line: AgreedLine, bounds: tuple[Bound, ...], receipts: Mapping[UUID, tuple[str, ...]]) -> Line:
    counted = Counted(line.account)
    lead = tuple((line.holder == bound.id) - (line.receiver == bound.id) for bound in bounds)
    return Line(
        number=line.number,
        captive=str(line.captive),
        holder=line.holder,
        receiver=line.receiver,
        site=line.site,
        stage=line.stage,
        counted=counted,
        names=line.names,
        born=line.born,
        group=line.group,
        effects=receipts[line.captive],
        counts=lead if counted is Counted.FORMULA else tuple(0 for _bound in bounds),
    )


def ready_to_make(exchange: Exchange) -> Iterable[Agreement]:
    """Give the signed agreements of an exchange that have no manifest yet."""
    return Agreement.objects.filter(exchange=exchange, state=Agreement.State.SIGNED, manifest=None)
