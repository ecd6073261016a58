"""From an instance with staging rules to a plan: checked, with its proof and the largest lead of each side."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

import numpy as np

from repatria.i18n import _
from repatria.planning.captives import Numbers
from repatria.planning.deadline import Deadline
from repatria.planning.errors import NoPlanInTime, SolverFault
from repatria.planning.instance import Instance
from repatria.planning.plan import Plan
from repatria.planning.staging.check import faults, handover_days, leads
from repatria.planning.staging.joint import can_hold, plan_jointly
from repatria.planning.staging.solve import stage
from repatria.planning.staging.travellers import Travellers
from repatria.planning.staging.why import day_reasons
from repatria.planning.verify import Checker


def solve_staging(instance: Instance, time_limit: float | None = None, why: bool = False) -> Plan:
    """Solve an instance with staging rules: of kind ``staging`` (everyone goes) or ``selection``.

    `time_limit` is in seconds; when it runs out the plan is the best one so far, with a bound.
    With `why` everybody gets a reason.

    Raises:
        NoPlanInTime: the time ran out before the first plan that keeps every rule.
        SolverFault: the plan found does not survive the independent check.
    """
    deadline = Deadline(time_limit)
    everybody = instance.kind == "staging"
    plan = _stage_everybody(instance, deadline) if everybody else _select_and_stage(instance, deadline)
    return replace(plan, why=day_reasons(instance, plan.days)) if why and plan.days is not None else plan


def _stage_everybody(instance: Instance, deadline: Deadline) -> Plan:
    rows = np.flatnonzero(instance.captives.eligible)
    checker = Checker(instance) if instance.terms or instance.aims else None
    if checker is not None:
        # Everybody goes: a term that this breaks cannot hold, whatever the others say.
        broken = [fault.rule for fault in checker.faults(_ids(instance, rows))]
        if broken:
            return Plan(instance.name, "infeasible", conflict=(broken[0],))
    found = stage(Travellers.of(instance, rows), deadline)
    if found.impossible:
        return Plan(instance.name, "infeasible", conflict=())
    if found.days is None or found.bound is None:
        raise _no_time()
    aims = checker.objective(_ids(instance, rows)) if checker is not None else ()
    return _plan(instance, rows, found.days, (*aims, *found.bound), found.proven, found.method)


def _select_and_stage(instance: Instance, deadline: Deadline) -> Plan:
    found = plan_jointly(instance, deadline)
    if found.impossible:
        return Plan(instance.name, "infeasible", conflict=_conflict(instance, deadline))
    if found.rows is None or found.days is None:
        raise _no_time()
    return _plan(instance, found.rows, found.days, found.bound, found.proven, found.method)


def _conflict(instance: Instance, deadline: Deadline) -> tuple[str, ...]:
    """A smallest set of terms that the staging rules do not let hold together; none if staging alone cannot be."""
    terms = instance.terms
    for term in instance.terms:
        fewer = tuple(other for other in terms if other.id != term.id)
        possible = can_hold(instance.with_terms(fewer), deadline)
        if possible is None:
            raise NoPlanInTime(_("the time limit came before it was known which terms conflict; allow more time"))
        if not possible:
            terms = fewer
    return tuple(term.id for term in terms)


def _plan(
    instance: Instance, rows: Numbers, when: Numbers, bound: tuple[int, ...], proven: bool, method: str
) -> Plan:
    ids = _ids(instance, rows)
    days = dict(zip(ids, when.tolist(), strict=True))
    objective = _objective(instance, ids, days)
    if faults(instance, days) or (proven and objective != bound):
        raise SolverFault(_("the plan found does not survive the independent check; no plan is given"))
    asked = instance.captives.not_yet_asked
    return Plan(
        instance.name,
        "optimal" if proven else "feasible",
        ids,
        tuple(who for who, row in zip(ids, rows.tolist(), strict=True) if asked[row]),
        days=days,
        objective=objective,
        bound=None if proven else bound,
        extra=_extra(instance, days, method),
    )


def _objective(instance: Instance, ids: tuple[str, ...], days: Mapping[str, int]) -> tuple[int, ...]:
    """The objective of a plan, worked out apart from the models; terms are checked on the way."""
    aims: tuple[int, ...] = ()
    if instance.terms or instance.aims:
        checker = Checker(instance)
        if checker.faults(ids):
            raise SolverFault(_("the plan found does not survive the independent check; no plan is given"))
        aims = checker.objective(ids)
    return (*aims, *handover_days(instance, days))


def _extra(instance: Instance, days: Mapping[str, int], method: str) -> dict[str, Any]:
    largest = leads(instance, days)
    return {
        "proof": {"by": method},
        "leads": [asdict(lead) | {"because": lead.sentence()} for lead in largest],
    }


def _ids(instance: Instance, rows: Numbers) -> tuple[str, ...]:
    return tuple(instance.captives.ids[row] for row in rows.tolist())


def _no_time() -> NoPlanInTime:
    return NoPlanInTime(_("no plan was found within the time limit; allow more time"))
