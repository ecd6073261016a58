"""What the tables of the handover desk show of a day; no more of a person than the reader may see."""

from typing import Any

from repatria.handover import Line, carried
from repatria.web import gate, policy
from repatria.web.handover import closing_acts
from repatria.web.handover.day import Day
from repatria.web.handover.forms import END_WORDS, OUTCOME_WORDS


def line_rows(day: Day, user: Any, lines: list[Line]) -> list[dict[str, Any]]:
    """Give a row for each line, with its name where the reader may see it, and how it stands."""
    parties = {side.code: side for side in day.kept.exchange.process.sides}
    return [
        {
            "line": line,
            "shown": _shown(line, user, parties),
            "outcome": OUTCOME_WORDS[_for_reader(day.ledger.standing(line.code).outcome.value, user)],
            "state": day.ledger.standing(line.code).outcome.value,
        }
        for line in lines
    ]


def _shown(line: Line, user: Any, parties: dict[str, Any]) -> dict[str, Any]:
    values = {"surname": line.names[0] if line.names else "", "date_of_birth": line.born, "site": line.site}
    return gate.seen(user, values, holder=parties[line.holder].pk, origin=parties[line.receiver].pk)


def _for_reader(outcome: str, user: Any) -> str:
    """Let a side not read off who has refused: for it, not to wish and not to be fit are one."""
    return "does_not_travel" if outcome == "not_fit" and not policy.tells_unfit_from_unwilling(user) else outcome


def changes(day: Day, user: Any) -> list[dict[str, Any]]:
    """Give each line that fell away, why as the reader may know it, and who stepped in."""
    return [{"change": change, "why": OUTCOME_WORDS[_for_reader(change.cause.value, user)]} for change in day.log]


def stages(day: Day) -> list[dict[str, Any]]:
    """Give for each stage of several how it stands, who has still to close it, and what it carries to the next."""
    kept, number = day.kept, len(day.manifest.days)
    if number < 2 or kept.document is None:
        return []
    found = []
    for stage, date in enumerate(day.manifest.days, start=1):
        part = day.reconciliation.of_stage(stage)
        waiting = closing_acts.waiting_for(kept, stage, part)
        found.append(
            {"stage": stage, "day": date, "part": part, "waiting": waiting, "closed": not waiting,
             "carried": carried(day.ledger, stage, day.log)}
        )  # fmt: skip
    return found


def ends(day: Day, user: Any) -> list[tuple[Any, int]]:
    """Give how many signed lines ended in each way."""
    found = day.reconciliation
    found = found if policy.tells_unfit_from_unwilling(user) else found.for_parties()
    return [(END_WORDS[end.value], number) for end, number in found.ends.items() if number]


def subjects(day: Day) -> list[tuple[Any, int]]:
    """Give (key of the captive, party that owns him) of every line, for the log of reads."""
    from uuid import UUID

    owners = {side.code: side.pk for side in day.kept.exchange.process.sides}
    return [(UUID(line.captive), owners[line.receiver]) for line in day.manifest.lines]
