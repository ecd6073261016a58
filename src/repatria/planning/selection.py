"""Who goes: from an instance to a plan that is proven and checked."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from repatria.i18n import _
from repatria.planning.aims import NO_AIM, Value
from repatria.planning.compile_aims import Level, compile_aim
from repatria.planning.compile_terms import compile_terms
from repatria.planning.deadline import Deadline
from repatria.planning.errors import NoPlanInTime, NoSuchPerson, SolverFault
from repatria.planning.instance import Instance
from repatria.planning.levels import Climb
from repatria.planning.plan import Plan
from repatria.planning.program import Program, Sum
from repatria.planning.verify import Checker


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a selection problem has as its best plan. `go` None: no plan keeps every term.

    `bound` has the length of the objective: no plan is better than it. It equals `objective` when `proven`.
    """

    go: tuple[str, ...] | None
    objective: tuple[int, ...]
    bound: tuple[int, ...]
    proven: bool
    climb: Climb

    def plan(self, instance: Instance, checker: Checker) -> Plan:
        """Give the outcome as a plan; of an impossible one, without the conflict."""
        if self.go is None:
            return Plan(instance.name, "infeasible")
        return Plan(
            instance.name,
            "optimal" if self.proven else "feasible",
            self.go,
            checker.needs_consent(self.go),
            objective=self.objective,
            bound=None if self.proven else self.bound,
        )


def select(
    instance: Instance,
    checker: Checker,
    must_go: Collection[str] = (),
    must_stay: Collection[str] = (),
    deadline: Deadline | None = None,
    close_to: Collection[str] | None = None,
) -> Outcome:
    """Find the best plan, with some persons forced in or out on top of the terms.

    Of several best plans, `close_to` asks for the one that differs from these persons' going in the fewest.

    Raises:
        NoSuchPerson: `must_go` or `must_stay` names somebody who is not in the list.
        NoPlanInTime: the deadline came before any plan was found.
        SolverFault: the solver's answer does not survive the independent check.
    """
    program = compile_terms(instance)
    possible = force(program, instance, must_go, must_stay)
    climb = Climb(instance, program, deadline or Deadline(None))
    if possible:
        climb.to_the_top()
    if close_to is not None and climb.x is not None and not climb.stopped:
        climb.onwards([fewest_changes(instance, close_to)])
    if climb.x is None:
        if climb.stopped:
            raise NoPlanInTime(_("no plan was found within the time limit; allow more time"))
        return Outcome(None, (), (), True, climb)
    go = with_the_owed(instance, climb)
    return _checked(instance, checker, climb, go)


def force(program: Program, instance: Instance, go: Collection[str], stay: Collection[str]) -> bool:
    """Force persons in or out; say whether the law lets it be."""
    captives = instance.captives
    if missing := sum(1 for who in (*go, *stay) if who not in captives.position):
        raise NoSuchPerson(_("{n} of the ids named are not in the instance; check them").format(n=missing))
    into, out = np.zeros(len(captives), dtype=np.bool_), np.zeros(len(captives), dtype=np.bool_)
    into[captives.positions(go)] = True
    out[captives.positions(stay)] = True
    program.must_go(into)
    program.must_stay(out)
    return not ((into & ~captives.eligible).any() or (out & captives.owed).any() or (into & out).any())


def fewest_changes(instance: Instance, go: Collection[str]) -> Level:
    """Give the level that counts those who would go now and did not, and those who did and would not."""
    captives = instance.captives
    went = np.zeros(len(captives), dtype=np.bool_)
    went[captives.positions(go)] = True
    moved = captives.free & went
    changes = Sum.dense(np.where(captives.free, np.where(went, -1, 1), 0))
    return Level(Value(NO_AIM, _("fewest changes"), "min"), changes, int(moved.sum()))


def with_the_owed(instance: Instance, climb: Climb) -> tuple[str, ...]:
    """Give the ids of everybody who goes, in the order of the list."""
    goes = instance.captives.owed.copy()
    goes[climb.persons] = True
    ids = instance.captives.ids
    return tuple(ids[row] for row in np.flatnonzero(goes).tolist())


def _checked(instance: Instance, checker: Checker, climb: Climb, go: tuple[str, ...]) -> Outcome:
    objective = checker.objective(go)
    proven = not climb.stopped
    if checker.faults(go) or (proven and objective != climb.values[: len(objective)]):
        raise SolverFault(_("the plan found does not survive the independent check; no plan is given"))
    return Outcome(go, objective, objective if proven else _bound(instance, climb), proven, climb)


def _bound(instance: Instance, climb: Climb) -> tuple[int, ...]:
    """The proven levels, the solver's bound on the one it was at, and the plainest bound on the rest."""
    levels = list(climb.levels)
    reached = levels[-1].value.aim if levels else -1
    for aim in range(reached + 1, len(instance.aims)):
        levels += compile_aim(aim, instance, climb.program)
    bound = [*climb.values, *(_plainest(level, climb.program) for level in levels[len(climb.values) :])]
    here = len(climb.values)
    if climb.open_bound is not None:
        bound[here] = climb.open_bound
    return tuple(bound)


def _plainest(level: Level, program: Program) -> int:
    """The value if every person and helper were set as this level alone would like."""
    limits = [(0, 1, int(coef)) for coef in level.sum.coefs]
    limits += [(program.helpers[h].lower, program.helpers[h].upper, coef) for h, coef in level.sum.helpers.items()]
    best = max if level.value.sense == "max" else min
    return level.constant + sum(best(low * coef, high * coef) for low, high, coef in limits)
