"""One door for every kind of planning problem, and everything that can be asked for with a plan."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from repatria.planning import report
from repatria.planning.alternatives import alternatives
from repatria.planning.conflicts import find_conflicts
from repatria.planning.deadline import Deadline
from repatria.planning.instance import Instance, parse_instance
from repatria.planning.pareto import front
from repatria.planning.plan import Plan
from repatria.planning.proof import prove
from repatria.planning.questions import Desk
from repatria.planning.reasons import reasons
from repatria.planning.selection import Outcome, select
from repatria.planning.verify import Checker


@dataclass(frozen=True, slots=True)
class Wishes:
    """What to give with the plan. `kept`: values of the objective that an alternative must share with the best."""

    time_limit: float | None = None
    threads: int = 1
    why: bool = False
    alternatives: int = 0
    kept: int = 2
    pareto: bool = False
    counterfactuals: Sequence[str] = ()
    term_costs: bool = False
    second_solver: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """A plan and the tables that tell it."""

    plan: Plan
    tables: tuple[report.Table, ...]


def solve(document: dict[str, Any], wishes: Wishes | None = None) -> Plan:
    """Solve an instance document of any kind, proven and checked.

    Raises:
        BadInstance: the document breaks the format.
        NoPlanInTime: the time limit came before any plan was found.
    """
    return solve_and_tell(document, wishes or Wishes()).plan


def solve_and_tell(document: dict[str, Any], wishes: Wishes) -> Result:
    """Solve an instance document of any kind, with everything wished for, and tell it in tables.

    Raises:
        BadInstance: the document breaks the format.
        NoPlanInTime: the time limit came before any plan was found.
    """
    instance = parse_instance(document)
    if instance.kind == "cycles":
        from repatria.planning.cycles import solve_cycles

        return _told_cycles(solve_cycles(document, wishes.time_limit))
    if instance.staging is not None:
        from repatria.planning.staging import solve_staging

        plan = solve_staging(instance, wishes.time_limit, wishes.why)
        return Result(plan, (report.no_stages(plan),) if plan.status == "infeasible" else _told(instance, plan))
    deadline = Deadline(wishes.time_limit)
    checker = Checker(instance)
    outcome = select(instance, checker, deadline=deadline)
    if outcome.go is None:
        return explain_impossible(instance, checker, deadline)
    return _with_plan(instance, checker, outcome, wishes)


def _told_cycles(plan: Plan) -> Result:
    return Result(plan, (report.deals(plan),))


def _told(instance: Instance, plan: Plan) -> tuple[report.Table, ...]:
    return report.lanes(instance, plan), report.aims(instance, plan)


def explain_impossible(instance: Instance, checker: Checker, deadline: Deadline) -> Result:
    """Give the answer for terms that no plan keeps: the conflicts and what would help."""
    found = find_conflicts(instance, checker, deadline)
    named = found.sets[0].terms
    extra = {"conflicts": [asdict(one) for one in found.sets], "conflicts_complete": found.complete}
    extra["cures"] = [asdict(one) for one in found.cures]
    plan = Plan(instance.name, "infeasible", conflict=named, extra=extra)
    return Result(plan, (report.conflicts(instance, found),))


def _with_plan(instance: Instance, checker: Checker, outcome: Outcome, wishes: Wishes) -> Result:
    plan = outcome.plan(instance, checker)
    plan = replace(plan, extra={"proof": prove(outcome.climb, wishes.second_solver)})
    if wishes.why:
        plan = replace(plan, why=reasons(instance, outcome))
    if not outcome.proven:
        return Result(plan, _told(instance, plan))
    return _questions(instance, checker, outcome, wishes, plan)


def _questions(instance: Instance, checker: Checker, outcome: Outcome, wishes: Wishes, plan: Plan) -> Result:
    """Answer what was asked for beside a proven plan; the time limit is for the plan, not for these."""
    tables = list(_told(instance, plan))
    desk = Desk(instance, checker, outcome, wishes.threads)
    if wishes.counterfactuals:
        asked = desk.counterfactuals(wishes.counterfactuals)
        plan = replace(plan, counterfactuals=asked)
        tables.append(report.counterfactuals(asked))
    if wishes.alternatives:
        others = alternatives(instance, checker, outcome, wishes.alternatives, wishes.kept)
        plan = replace(plan, alternatives=[one.go for one in others])
        tables.append(report.alternatives(others, instance, plan, checker))
    if wishes.pareto:
        found = front(instance, checker)
        extra = {**plan.extra, "pareto_complete": found.complete, "pareto_suggested": found.suggested}
        plan = replace(plan, pareto=found.points, extra=extra)
        tables.append(report.front(found, instance))
    if wishes.term_costs:
        costs = desk.term_costs()
        plan = replace(plan, extra={**plan.extra, "term_costs": [asdict(cost) for cost in costs]})
        tables.append(report.term_costs(costs))
    return Result(plan, tuple(tables))
