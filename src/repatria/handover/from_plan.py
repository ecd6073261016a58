"""From a plan of who goes home to a manifest: stages from its staging, buses and seats, the reserve."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

import numpy as np

from repatria.handover.errors import BadManifest
from repatria.handover.manifest import Agreed, Bound, Line, Manifest, Party
from repatria.handover.vocabulary import Counted
from repatria.i18n import _
from repatria.planning import Instance, Plan


@dataclass(frozen=True, slots=True)
class Identity:
    """What is printed of a person: spellings (the first one largest), birth as known, art. 18 receipt numbers."""

    names: tuple[str, ...]
    born: str = ""
    effects: tuple[str, ...] = ()


@dataclass(frozen=True)
class Head:
    """What a manifest needs besides the plan.

    `parties` gives each party of the instance its code and name. `days` are the dates of the plan's days, in order
    (one date where the plan has no stages). `seats` is what one bus takes. `separate` are captives who by agreement
    stand on their own line. `reserve` are captives who may step in, in order. `ahead` bounds the lead where the
    instance has no staging rules of its own.
    """

    reference: str
    exchange: str
    agreement: str
    parties: Mapping[str, Party]
    days: Sequence[date]
    agreed: Agreed = field(default_factory=Agreed)
    seats: int = 45
    separate: Collection[str] = ()
    reserve: Sequence[str] = ()
    ahead: int | None = None


def manifest_from_plan(
    plan: Plan, instance: Instance, head: Head, identities: Mapping[str, Identity] | None = None
) -> Manifest:
    """Freeze a plan into a manifest: who goes, in which stage, bus and seat, and how he counts.

    Lines are numbered by stage, direction, site and group, so that who travels together stands together.

    Raises:
        BadManifest: the plan has no one to go, names a captive the instance does not know, or has more stages
            than the head has days.
    """
    position = instance.captives.position
    if not all(who in position for who in (*plan.go, *head.reserve)):
        raise BadManifest(_("the plan names somebody who is not in the instance it was made for"))
    stage = _stages(plan)
    counts = _counts(instance, head)
    lines = [_line(instance, who, stage[who], counts, head, identities or {}) for who in plan.go]
    numbered = seated(lines, head.seats)
    reserve = [
        replace(_line(instance, who, 1, counts, head, identities or {}), number=len(numbered) + number)
        for number, who in enumerate(head.reserve, 1)
    ]
    return Manifest(
        reference=head.reference,
        exchange=head.exchange,
        agreement=head.agreement,
        days=tuple(head.days),
        parties=tuple(head.parties[party.id] for party in instance.parties),
        lines=tuple(numbered),
        reserve=tuple(reserve),
        bounds=_bounds(instance, head),
        agreed=head.agreed,
    )


def seated(lines: Iterable[Line], seats: int) -> list[Line]:
    """Number the lines and give each a bus and a seat, so that who travels together stands together.

    `seats` is what one bus takes.
    """
    placed = _seated(sorted(lines, key=_together), seats)
    return [replace(line, number=number) for number, line in enumerate(placed, 1)]


def _stages(plan: Plan) -> dict[str, int]:
    """Stages are the plan's days, counted without the days on which nobody goes."""
    if plan.days is None:
        return dict.fromkeys(plan.go, 1)
    number = {day: n for n, day in enumerate(sorted(set(plan.days.values())), 1)}
    return {who: number[day] for who, day in plan.days.items()}


def _bounds(instance: Instance, head: Head) -> tuple[Bound, ...]:
    if instance.staging is not None:
        return tuple(Bound(rule.id, rule.max) for rule in instance.staging.imbalance)
    return () if head.ahead is None else (Bound("lead", head.ahead),)


def _counts(instance: Instance, head: Head) -> "np.ndarray[tuple[int, int], np.dtype[np.int64]]":
    """What each captive adds to each bound: a row for each bound, a column for each captive."""
    captives = instance.captives
    if instance.staging is None:
        rows = 0 if head.ahead is None else 1
        first = instance.parties[0].id
        lead = np.where(captives.coded("holder").among({first}), 1, -1)
        return np.tile(lead, (rows, 1)).astype(np.int64)
    found = np.zeros((len(instance.staging.imbalance), len(captives)), dtype=np.int64)
    for number, rule in enumerate(instance.staging.imbalance):
        left, right = (side.matches(captives).astype(np.int64) for side in (rule.left, rule.right))
        found[number] = rule.left_factor * left - rule.right_factor * right
    return found


def _line(
    instance: Instance,
    who: str,
    stage: int,
    counts: "np.ndarray[tuple[int, int], np.dtype[np.int64]]",
    head: Head,
    identities: Mapping[str, Identity],
) -> Line:
    captives = instance.captives
    row = captives.position[who]
    holder, receiver, site, group = (
        captives.coded(name)[row] or "" for name in ("holder", "dest", "site", "group")
    )
    counted = Counted.FORMULA
    if captives.owed[row]:
        counted = Counted.OWED
    elif who in head.separate:
        counted = Counted.SEPARATE
    known = identities.get(who, Identity(()))
    return Line(
        number=1,
        captive=who,
        holder=head.parties[holder].code,
        receiver=head.parties[receiver].code,
        site=site,
        stage=stage,
        counted=counted,
        names=known.names,
        born=known.born,
        group=group,
        counts=tuple(int(count) if counted is Counted.FORMULA else 0 for count in counts[:, row]),
        effects=known.effects,
    )


def _together(line: Line) -> tuple[int, str, str, bool, str, str, str]:
    return (
        line.stage,
        line.holder,
        line.receiver,
        line.counted is not Counted.OWED,
        line.site,
        line.group,
        line.captive,
    )


def _seated(lines: Iterable[Line], seats: int) -> Iterator[Line]:
    """Give each line a bus and a seat. The owed go in ambulances (A), with a seat each; others in buses (B)."""
    for (stage, holder, _to, owed), some in groupby(
        lines, key=lambda line: (line.stage, line.holder, line.receiver, line.counted is Counted.OWED)
    ):
        for place, line in enumerate(some):
            bus = f"{holder}-{stage}{'A' if owed else 'B'}{place // seats + 1}"
            yield replace(line, bus=bus, seat=place % seats + 1)
