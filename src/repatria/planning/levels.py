"""The aims in their order: each level solved to proof, then fixed, then the next. No big weights, no tolerance.

The model is rebuilt for every aim: while only the number of persons matters, many more of them are alike than when
the parties' points matter too. So the first levels are solved on a few hundred types, the last on a few thousand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from repatria.planning.captives import Numbers
from repatria.planning.compile_aims import Level, compile_aim
from repatria.planning.deadline import Deadline
from repatria.planning.instance import Instance
from repatria.planning.milp import Answer, Milp, Relaxed, Solver, Status
from repatria.planning.program import Program, Sum
from repatria.planning.types import Model, Units

NOTHING = Sum(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))


@dataclass(frozen=True, slots=True)
class Step:
    """How one level was proven: over which program, and the relaxation whose prices may prove it unaided.

    `milp` has the levels before this one fixed.
    """

    level: Level
    value: int
    model: Model
    milp: Milp
    relaxed: Relaxed | None


class Climb:
    """Climbs the levels over the rows of a program; rows and helpers that an aim needs are added on the way.

    Afterwards `steps` are the proven levels (all of them unless `stopped` or impossible), `x` the best plan found
    in terms of `model` (x None: there is none), `open_bound` the bound of the level at which time ran out.
    """

    def __init__(self, instance: Instance, program: Program, deadline: Deadline) -> None:
        self.instance, self.program, self.deadline = instance, program, deadline
        self.units = Units(program, instance.captives)
        self.levels: list[Level] = []
        self.steps: list[Step] = []
        self.model: Model | None = None
        self.x: Numbers | None = None
        self.stopped = False
        self.open_bound: int | None = None

    @property
    def values(self) -> tuple[int, ...]:
        """The proven values of the first levels."""
        return tuple(step.value for step in self.steps)

    def to_the_top(self) -> "Climb":
        """Climb the instance's aims, most important first."""
        if self.program.broken or self.units.contradiction:
            return self
        for aim in range(len(self.instance.aims)):
            if not self.onwards(compile_aim(aim, self.instance, self.program)):
                return self
        if self.x is None:
            self.any_plan()
        return self

    def onwards(self, levels: Sequence[Level]) -> bool:
        """Climb further levels above those already fixed; say whether all were proven.

        Raises:
            SolverFault: the solver contradicts itself.
        """
        first = len(self.levels)
        self.levels += levels
        model = Model(self.program, self.units, [level.sum for level in self.levels])
        solver = Solver(model.milp)
        for k, step in enumerate(self.steps):
            solver.fix_row(model.watch(k), step.value - step.level.constant)
        return all(self._proven(model, solver, k) for k in range(first, len(self.levels)))

    def _proven(self, model: Model, solver: Solver, k: int) -> bool:
        """Solve level k and fix it; say whether it was proven."""
        level = self.levels[k]
        answer = self._one_level(model, solver, level)
        if answer.x is not None:
            self.model, self.x = model, answer.x
        if answer.value is None or answer.status is not Status.OPTIMAL:
            self.stopped = answer.status is Status.STOPPED
            self.open_bound = None if answer.bound is None else answer.bound + level.constant
            return False
        self.steps.append(Step(level, answer.value + level.constant, model, solver.as_it_stands(), answer.relaxed))
        solver.fix_row(model.watch(k), answer.value)
        return True

    def _one_level(self, model: Model, solver: Solver, level: Level) -> Answer:
        cost = model.cost(level.sum)
        if self.x is not None and not cost.any():
            return Answer(Status.OPTIMAL, None, 0, 0)
        if self.deadline.over:
            return Answer(Status.STOPPED)
        start = None if self.model is None or self.x is None else model.recount(self.model, self.x)
        return solver.best(cost, level.value.sense, self.deadline, start)

    def any_plan(self) -> "Climb":
        """Find some plan that keeps the terms, whatever the aims."""
        if self.program.broken or self.units.contradiction:
            return self
        self.model = Model(self.program, self.units, [])
        answer = Solver(self.model.milp).best(self.model.cost(NOTHING), "max", self.deadline)
        self.x, self.stopped = answer.x, answer.status is Status.STOPPED
        return self

    @cached_property
    def persons(self) -> Numbers:
        """Rows of the free persons who go, ascending."""
        assert self.model is not None
        assert self.x is not None
        return self.model.persons(self.x)
