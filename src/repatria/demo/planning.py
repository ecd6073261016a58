"""Who goes home: the plan of the talks' terms, proven, with a reason for each person."""

from collections.abc import Mapping
from typing import Any

from repatria.demo.steps import Step
from repatria.demo.world import PARTIES, Person
from repatria.i18n import _, isolate, ngettext
from repatria.planning import Plan, Wishes, solve


def solved(problem: dict[str, Any]) -> Plan:
    """Solve the instance, with a reason for every captive."""
    return solve(problem, Wishes(why=True))


def planning_step(problem: dict[str, Any], plan: Plan, captives: Mapping[str, Person], files: list[str]) -> Step:
    """Say how many go each way, how sure it is, and who has waited longest."""
    says = [term["text"] for term in problem["terms"]]
    going = [captives[captive] for captive in plan.go]
    figures = [
        (
            _("{holder} to {receiver}").format(holder=PARTIES[holder], receiver=PARTIES[receiver]),
            _lane([person for person in going if person.holder == holder]),
        )
        for holder, receiver in (("north", "south"), ("south", "north"))
    ]
    free = [person for person in going if person.health != "grave"]
    figures.append((_("under the formula"), str(len(free))))
    figures.append((_("status"), plan.status))
    if plan.needs_consent:
        figures.append((_("to be asked before they go"), str(len(plan.needs_consent))))
    return Step(_("Who goes home"), says, figures, quotes=_four_reasons(plan, captives), files=files)


def _four_reasons(plan: Plan, captives: Mapping[str, Person]) -> list[str]:
    """Quote the reason of the longest-held person of each kind: owed, chosen, not chosen, refused."""
    longest_first = sorted(plan.why or {}, key=lambda captive: (captives[captive].captured, captive))
    first_of: dict[str, str] = {}
    for captive in longest_first:
        first_of.setdefault(plan.why[captive].code if plan.why else "", captive)
    return [
        f"{isolate(first_of[code])}  {plan.why[first_of[code]].because}"
        for code in ("owed", "chosen", "not_chosen", "refused")
        if plan.why and code in first_of
    ]


def _lane(people: list[Person]) -> str:
    owed = sum(person.health == "grave" for person in people)
    formula = len(people) - owed
    return ngettext(
        "{formula} under the formula and {owed} owed beside them",
        "{formula} under the formula and {owed} owed beside them",
        owed,
    ).format(formula=formula, owed=owed)
