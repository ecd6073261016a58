"""Handover day: answers before departure, a frozen manifest, three tablets, and closing by all."""

from collections.abc import Iterator
from typing import Any

from repatria.handover import Event, Kind, Line, Role, travelling
from repatria.handover.events import moment


def hand_over(people: dict[str, Any], agreement: Any) -> Any:
    """Carry the agreement out. One person does not wish to go, one has fallen ill: the reserve steps in."""
    from django.utils import timezone

    from repatria.web.handover import check_ins, closing_acts, freezing, making
    from repatria.web.handover.day import day_of
    from repatria.web.two_persons import rule

    today = timezone.localdate()
    kept = making.make(agreement, people["hala"], days=[today], seats=45, ahead=400, baggage_kg=30)
    _ask_everybody(people, agreement)
    freezing.apply_answers(kept, people["hala"])
    rule.confirm(freezing.propose_freeze(kept, people["hala"]).pk, people["hala-2"])
    kept.refresh_from_db()
    day = day_of(kept)
    now = timezone.now()
    events = _tablets(kept.sha256, list(travelling(day.manifest, day.log)), moment(now))
    check_ins.take_in(kept, [(event, now) for event in events])
    for who in ("north", "south", "hala"):
        rule.confirm(closing_acts.propose_close(kept, people[who]).pk, people[f"{who}-2"])
    kept.refresh_from_db()
    return kept


def _ask_everybody(people: dict[str, Any], agreement: Any) -> None:
    """Let the ICRC ask everybody, the reserve too: one stays, one is not fit."""
    from django.db import transaction

    from repatria.web.handover import freezing

    formula = list(agreement.lines.filter(in_reserve=False, account="formula").order_by("number"))
    stays, ill = formula[10].pk, formula[-10].pk
    with transaction.atomic():
        for line in agreement.lines.all():
            freezing.answer(line, people["iris"], travels=line.pk != stays, fit=line.pk != ill)


def _tablets(sha256: str, lines: list[Line], at: str) -> Iterator[Event]:
    """Give what three tablets say: the ICRC's, and one for each side that receives."""
    said: dict[str, int] = {}

    def says(device: str, role: Role, party: str, line: Line) -> Event:
        said[device] = said.get(device, 0) + 1
        return Event(
            device=device, sequence=said[device], manifest=sha256, role=role, party=party,
            kind=Kind.RECEIVED, at=at, subject=line.code,
        )  # fmt: skip

    for line in lines:
        yield says("tablet00icrc", Role.ICRC, "", line)
        yield says(f"tablet00{line.receiver.lower()}", Role.RECEIVER, line.receiver, line)
