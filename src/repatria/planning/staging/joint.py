"""Who goes and when, planned together: the aims first, then S1 and S2.

The relaxation forgets that groups share a day and queues their order. If its plan can be staged as early as its
bound says, nothing is better; else the exact model decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from repatria.planning.aims import Sense
from repatria.planning.captives import Numbers
from repatria.planning.compile_aims import Level, compile_aim
from repatria.planning.compile_terms import compile_terms
from repatria.planning.deadline import Deadline
from repatria.planning.instance import Instance
from repatria.planning.milp import Solver, Status
from repatria.planning.program import Program, Sum
from repatria.planning.staging.sheet import Sheet
from repatria.planning.staging.solve import stage
from repatria.planning.staging.timetable import INFINITE, Parts, Timetable, with_groups, without_groups
from repatria.planning.staging.travellers import Travellers
from repatria.planning.types import Model, Units


@dataclass(frozen=True)
class Joined:
    """Rows of those who go and their days (None: none found); a bound as long as the objective with S1 and S2.

    `impossible`: no plan keeps the terms and the staging rules. `proven`: no plan is better.
    """

    rows: Numbers | None
    days: Numbers | None
    bound: tuple[int, ...]
    proven: bool
    impossible: bool = False
    method: str = ""


IMPOSSIBLE = Joined(None, None, (), proven=True, impossible=True)


def plan_jointly(instance: Instance, deadline: Deadline) -> Joined:
    """Find the best plan and timetable.

    Raises:
        SolverFault: the solver's answer does not survive the check in whole numbers.
    """
    travellers = Travellers.of(instance, np.flatnonzero(instance.captives.eligible))
    relaxed = _Joint(travellers, without_groups(travellers), ()).climb(deadline)
    if relaxed.impossible:
        return IMPOSSIBLE
    first = relaxed
    if relaxed.rows is not None:
        staged = stage(Travellers.of(instance, relaxed.rows), deadline)
        met = relaxed.proven and staged.sums == relaxed.bound[-2:]
        first = Joined(relaxed.rows, staged.days, relaxed.bound, met, method="relaxation")
        if met:
            return first
    parts, groups = _parts_with_groups(travellers)
    exact = _Joint(travellers, parts, groups).climb(deadline)
    # When time runs out, the relaxed plan (its persons staged as well as can be) is at least as good in the aims.
    if exact.impossible or exact.proven or first.days is None:
        return exact if exact.impossible or exact.proven else Joined(exact.rows, exact.days, relaxed.bound, False)
    return first


def can_hold(instance: Instance, deadline: Deadline) -> bool | None:
    """Whether some plan keeps the terms and the staging rules; None when the time is up first."""
    travellers = Travellers.of(instance, np.flatnonzero(instance.captives.eligible))
    parts, groups = _parts_with_groups(travellers)
    found = _Joint(travellers, parts, groups, aims=False).climb(deadline)
    return False if found.impossible else (None if found.days is None else True)


def _parts_with_groups(travellers: Travellers) -> tuple[Parts, list[tuple[int, ...]]]:
    """The exact blocks: those of the ungrouped, and of each group one for each class; and each group's blocks."""
    parts = with_groups(travellers, ())
    blocks = list(parts.blocks)
    groups = []
    for group in travellers.groups:
        kinds = np.unique(travellers.of_class[group])
        members = [group[travellers.of_class[group] == kind] for kind in kinds]
        groups.append(tuple(range(len(blocks), len(blocks) + len(members))))
        blocks += [some[np.argsort(travellers.rank[some])] for some in members]
    return Parts(tuple(blocks), (), parts.runs), groups


class _Joint:
    """Types of person who go, and how many of each block go on each day, in one program."""

    def __init__(
        self, travellers: Travellers, parts: Parts, groups: Sequence[tuple[int, ...]], aims: bool = True
    ) -> None:
        self.travellers, self.instance = travellers, travellers.instance
        self.program: Program = compile_terms(self.instance)
        self.levels: list[Level] = []
        for aim in range(len(self.instance.aims) if aims else 0):
            self.levels += compile_aim(aim, self.instance, self.program)
        self.units = Units(self.program, self.instance.captives)
        self.contradiction = bool(self.program.broken) or self.units.contradiction
        if not self.contradiction:
            self._write(parts, groups)

    def _write(self, parts: Parts, groups: Sequence[tuple[int, ...]]) -> None:
        free = [block for block in parts.blocks if not self.travellers.owed[block[0]]]
        sums = [Sum(np.sort(self.travellers.rows[block]), np.ones(len(block), dtype=np.int64)) for block in free]
        self.model = Model(self.program, self.units, [*(level.sum for level in self.levels), *sums])
        sheet = Sheet()
        sheet.copy(self.model.milp)
        self.timetable = Timetable(self.travellers, parts)
        self.timetable.write(sheet, everybody=False)
        going = iter(sums)
        for number, block in enumerate(parts.blocks):
            days = self.timetable.columns_of(number)
            if self.travellers.owed[block[0]]:
                sheet.add_row(days, 1, len(block), len(block))
                continue
            cost = self.model.cost(next(going))
            types = np.flatnonzero(cost)
            sheet.add_row(np.append(days, types), np.append(np.ones_like(days), -cost[types]), 0, 0)
        for group in groups:
            self._one_day(sheet, group, [len(parts.blocks[block]) for block in group])
        rows = []
        for days_sum in (self.timetable.s1, self.timetable.s2):
            rows.append(sheet.add_row(days_sum[0], days_sum[1], -INFINITE, INFINITE))
        self._sum_rows = rows
        self.milp = sheet.milp()

    def _one_day(self, sheet: Sheet, group: tuple[int, ...], sizes: list[int]) -> None:
        """Those of a group who go travel on the one day that is chosen for it."""
        chosen = sheet.add_columns(self.timetable.days, 0, 1)
        sheet.add_row(chosen, 1, 0, 1)
        for block, size in zip(group, sizes, strict=True):
            for day, column in enumerate(self.timetable.columns_of(block).tolist()):
                sheet.add_row(np.array([column, chosen[day]]), np.array([1, -size]), -INFINITE, 0)

    def climb(self, deadline: Deadline) -> Joined:
        """Solve level after level, S1 and S2 last, each fixed before the next."""
        if self.contradiction:
            return IMPOSSIBLE
        solver = Solver(self.milp)
        values: list[int] = []
        x: Numbers | None = None
        goals = self._goals()
        for row, cost, sense, constant in goals:
            answer = solver.best(cost, sense, deadline)
            if answer.status is Status.INFEASIBLE:
                return IMPOSSIBLE
            x = x if answer.x is None else answer.x
            if answer.status is not Status.OPTIMAL or answer.value is None:
                bound = self._plainest(cost, sense) if answer.bound is None else answer.bound
                rest = [self._plainest(c, s) + k for _row, c, s, k in goals[len(values) + 1 :]]
                return self._joined(x, (*values, bound + constant, *rest), proven=False)
            values.append(answer.value + constant)
            solver.fix_row(row, answer.value)
        return self._joined(x, tuple(values), proven=True)

    def _goals(self) -> list[tuple[int, Numbers, Sense, int]]:
        """For each number of the objective: its row, costs, sense and constant."""
        goals: list[tuple[int, Numbers, Sense, int]] = []
        for k, level in enumerate(self.levels):
            cost = np.zeros(self.milp.columns, dtype=np.int64)
            of_model = self.model.cost(level.sum)
            cost[: len(of_model)] = of_model
            goals.append((self.model.watch(k), cost, level.value.sense, level.constant))
        for row, days in zip(self._sum_rows, (self.timetable.s1, self.timetable.s2), strict=True):
            goals.append((row, self.timetable.cost(days, self.milp.columns), "min", 0))
        return goals

    def _plainest(self, cost: Numbers, sense: Sense) -> int:
        """The value if every column were set as this level alone would like."""
        ends = np.stack([cost * self.milp.lower, cost * self.milp.upper])
        return int((ends.max(axis=0) if sense == "max" else ends.min(axis=0)).sum())

    def _joined(self, x: Numbers | None, bound: tuple[int, ...], proven: bool) -> Joined:
        if x is None:
            return Joined(None, None, bound, False)
        goes = self.travellers.owed.copy()
        goes |= np.isin(self.travellers.rows, self.model.persons(x[: self.model.milp.columns]))
        days = np.zeros(len(self.travellers.rows), dtype=np.int64)
        self.timetable.assign_among(x, goes, days)
        return Joined(self.travellers.rows[goes], days[goes], bound, proven, method="exact model")
