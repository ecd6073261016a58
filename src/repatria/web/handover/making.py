"""From a signed agreement to the library's manifest: names, buses, seats, bounds. Nothing is typed in again."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from repatria import handover
from repatria.handover import Agreed, Bound, Cause, Counted, Line, Party, Rule, parse_manifest, seated
from repatria.web.compartments import house
from repatria.web.exchanges.models import Exchange
from repatria.web.handover.models import Manifest
from repatria.web.talks.models import Agreement
from repatria.web.talks.models import Line as AgreementLine
from repatria.web.two_persons.rule import NotSettled


@house()
@transaction.atomic
def make(agreement: Agreement, user: Any, *, days: list[date], seats: int, ahead: int, baggage_kg: int) -> Manifest:
    """Begin the manifest of a signed agreement.

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
    )  # fmt: skip


def manifest_of(kept: Manifest) -> handover.Manifest:
    """Give the library's manifest: the frozen document, or (before) what the agreement's lines amount to now."""
    if kept.document is not None:
        return parse_manifest(handover_bytes(kept.document))
    return draft_of(kept)


def handover_bytes(document: Mapping[str, Any]) -> bytes:
    """Write a stored document the one way that its hash was made of."""
    import rfc8785

    return rfc8785.dumps(dict(document))


@house()
def draft_of(kept: Manifest) -> handover.Manifest:
    """Work the manifest out from the agreement's lines."""
    sides = tuple(Party(side.code, side.name) for side in kept.exchange.process.sides)
    bounds = _bounds(sides, kept.ahead)
    related = kept.agreement.lines.select_related("holder", "receiver", "captive__site", "reply__row__list")
    listed = [_line(line, bounds) for line in related.filter(in_reserve=False).order_by("number")]
    standing_by = [_line(line, bounds) for line in related.filter(in_reserve=True).order_by("number")]
    return handover.Manifest(
        reference=kept.reference,
        exchange=kept.exchange.reference,
        agreement=kept.agreement.reference,
        days=tuple(date.fromisoformat(day) for day in kept.days),
        parties=sides,
        lines=tuple(seated(listed, kept.seats)),
        reserve=tuple(replace(line, number=number) for number, line in enumerate(standing_by, len(listed) + 1)),
        bounds=bounds,
        agreed=Agreed(on_loss=dict.fromkeys(Cause, _rule(kept.on_loss)), baggage_kg=kept.baggage_kg),
    )


def _rule(name: str) -> Rule:
    return Rule(name) if name in set(Rule) else Rule.PAUSE


def _bounds(sides: tuple[Party, ...], ahead: int) -> tuple[Bound, ...]:
    """Give one bound for two sides; for more, one for each side: what it has given less what it has received."""
    if len(sides) == 2:
        return (Bound(sides[0].code, ahead),)
    return tuple(Bound(side.code, ahead) for side in sides)


def _line(line: AgreementLine, bounds: tuple[Bound, ...]) -> Line:
    counted = Counted(line.account) if line.account in set(Counted) else Counted.SEPARATE
    lead = tuple((line.holder.code == bound.id) - (line.receiver.code == bound.id) for bound in bounds)
    return Line(
        number=line.number,
        captive=str(line.captive_id),
        holder=line.holder.code,
        receiver=line.receiver.code,
        site=line.captive.site.code if line.captive.site else "",
        stage=line.stage,
        counted=counted,
        names=tuple(names_of(line)),
        born=born_of(line),
        counts=lead if counted is Counted.FORMULA else tuple(0 for _bound in bounds),
    )


def names_of(line: AgreementLine) -> Iterable[str]:
    """Give the spellings of a person's name: his own side's first, then his holder's."""
    spelled = [full_name(line.reply.row.columns), full_name(line.captive.current())]
    return dict.fromkeys(name for name in spelled if name)


def full_name(values: Mapping[str, str]) -> str:
    """Write a name as surname, given name, patronymic; or as it came, where it came whole."""
    parts = [values.get(part, "") for part in ("surname", "given_name", "patronymic")]
    return " ".join(filter(None, parts)) or values.get("full_name_native", "")


def born_of(line: AgreementLine) -> str:
    """Give the date of birth as his own side has it, else as his holder has."""
    return line.reply.row.columns.get("date_of_birth", "") or line.captive.current().get("date_of_birth", "")


def ready_to_make(exchange: Exchange) -> Iterable[Agreement]:
    """Give the signed agreements of an exchange that have no manifest yet."""
    return Agreement.objects.filter(exchange=exchange, state=Agreement.State.SIGNED, manifest=None)
