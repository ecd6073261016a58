"""The aims in their order: each level solved to proof, then fixed, then the next. No big weights, no tolerance.

The model is rebuilt for every aim: while only the number of persons matters, many more of them are alike than when
the parties' points matter too. So the first levels are solved on a few hundred types, the last on a few thousand.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from repatria.planning.captives import Numbers
from repatria.planning.compile_aims import Level, compile_aim
from repatria.planning.deadline import Deadline
from repatria.planning.instance import Instance
from repatria.planning.milp import Answer, Relaxation, Solver, Status
from repatria.planning.program import Program, Sum
from repatria.planning.types import Model, Units

ONE_TRY = 200  # nodes of the search tree after which "all at once" gives way to "one after another"
NOTHING = Sum(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))


class Climb:
    """Climbs the levels over the rows of a program; rows and helpers that an aim needs are added on the way.

    Afterwards `values` are the proven values of the first levels (all of them unless `stopped` or impossible),
    `model` and `x` the best plan found (x None: there is none), `open_bound` the bound of the level at which time
    ran out.
    """

    def __init__(self, instance: Instance, program: Program, deadline: Deadline) -> None:
        self.instance, self.program, self.deadline = instance, program, deadline
        self.units = Units(program)
        self.levels: list[Level] = []
        self.values: list[int] = []
        self.model: Model | None = None
        self.x: Numbers | None = None
        self.stopped = False
        self.open_bound: float | None = None

    def to_the_top(self) -> "Climb":
        """Climb the instance's aims, most important first."""
        if self.program.broken or self.units.contradiction:
            return self
        for aim in range(len(self.instance.aims)):
            if not self.onwards(compile_aim(aim, self.instance, self.program)):
                return self
        if self.x is None:
            self._any_plan()
        return self

    def onwards(self, levels: Sequence[Level]) -> bool:
        """Climb further levels above those already fixed; say whether all were proven.

        Raises:
            SolverFault: the solver contradicts itself.
        """
        first = len(self.levels)
        self.levels += levels
        model = Model(self.program, self.units, [level.sum for level in self.levels], self.instance.captives)
        solver = self._fixed_so_far(model)
        if len(levels) > 1 and model.nearly_a_network and self._at_once(model, solver, first):
            return True
        return all(self._proven(model, solver, k) for k in range(first, len(self.levels)))

    def _proven(self, model: Model, solver: Solver, k: int) -> bool:
        """Solve level k and fix it; say whether it was proven."""
        answer = self._one_level(model, solver, self.levels[k])
        if answer.x is not None:
            self.model, self.x = model, answer.x
        if answer.value is None or answer.status is not Status.OPTIMAL:
            self.stopped = answer.status is Status.STOPPED
            self.open_bound = answer.bound
            return False
        self.values.append(answer.value)
        solver.fix_row(model.watch(k), answer.value - self.levels[k].constant)
        return True

    def _at_once(self, model: Model, solver: Solver, first: int) -> bool:
        """Try to prove several levels with one integer solve; say whether it succeeded.

        The linear relaxation bounds each level, given the bounds before it. A plan that attains all of these bounds
        proves them all, and where the rows are nearly a network it nearly always exists.
        """
        relaxation = Relaxation(solver)
        bounds: list[int] = []
        for k in range(first, len(self.levels)):
            bound = relaxation.bound(model.cost(self.levels[k].sum), self.levels[k].value.sense)
            if bound is None:
                return False
            relaxation.fix_row(model.watch(k), bound)
            bounds.append(bound)
        for k, bound in enumerate(bounds, first):
            solver.fix_row(model.watch(k), bound)
        answer = solver.best(model.cost(NOTHING), "max", self.deadline.left, nodes=ONE_TRY)
        if answer.x is None:
            for k in range(first, len(self.levels)):
                solver.free_row(model.watch(k))
            return False
        self.model, self.x = model, answer.x
        self.values += [bound + self.levels[k].constant for k, bound in enumerate(bounds, first)]
        return True

    @cached_property
    def persons(self) -> Numbers:
        """Rows of the free persons who go, ascending."""
        assert self.model is not None
        assert self.x is not None
        return self.model.persons(self.x)

    def _fixed_so_far(self, model: Model) -> Solver:
        solver = Solver(model.milp)
        for k, value in enumerate(self.values):
            solver.fix_row(model.watch(k), value - self.levels[k].constant)
        return solver

    def _one_level(self, model: Model, solver: Solver, level: Level) -> Answer:
        cost = model.cost(level.sum)
        if self.x is not None and not cost.any():
            return Answer(Status.OPTIMAL, None, level.constant, level.constant)
        if self.deadline.over:
            return Answer(Status.STOPPED)
        return solver.best(cost, level.value.sense, self.deadline.left).plus(level.constant)

    def _any_plan(self) -> None:
        """An agreement without aims: any plan that keeps the terms will do."""
        self.model = Model(self.program, self.units, [], self.instance.captives)
        answer = Solver(self.model.milp).best(self.model.cost(NOTHING), "max", self.deadline.left)
        self.x, self.stopped = answer.x, answer.status is Status.STOPPED
