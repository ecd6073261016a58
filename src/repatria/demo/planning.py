"""Who goes home: the plan of the talks' terms, proven, with a reason for each person."""

from collections.abc import Mapping
from typing import Any

from repatria.demo.steps import Step
from repatria.demo.world import PARTIES, Person
from repatria.i18n import _, ngettext
from repatria.planning import Plan, solve


def solved(problem: dict[str, Any]) -> Plan:
    """Solve the instance."""
    return solve(problem)


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
    return Step(_("Who goes home"), says, figures, files=files)


def _lane(people: list[Person]) -> str:
    owed = sum(person.health == "grave" for person in people)
    formula = len(people) - owed
    return ngettext(
        "{formula} under the formula and {owed} owed beside them",
        "{formula} under the formula and {owed} owed beside them",
        owed,
    ).format(formula=formula, owed=owed)
