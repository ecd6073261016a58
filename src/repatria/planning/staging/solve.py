"""Which day everybody goes: relax, repair, and only where the bound is not met the exact model.

S1 (the owed as early as possible) comes before S2 (everybody as early as possible).
"""

from dataclasses import dataclass, replace

import numpy as np

from repatria.planning.captives import Numbers
from repatria.planning.deadline import Deadline
from repatria.planning.milp import Answer, Solver, Status
from repatria.planning.staging.check import faults
from repatria.planning.staging.place import fill, place_groups
from repatria.planning.staging.timetable import Table, Timetable, with_groups, without_groups
from repatria.planning.staging.travellers import NONE, Travellers

Sums = tuple[int, int]  # S1, S2


@dataclass(frozen=True)
class Staged:
    """Days (1.., one for each traveller; None: none found), and sums S1, S2 that no timetable beats.

    `impossible`: no timetable keeps the rules. `sums` equal to `bound` are optimal.
    """

    days: Numbers | None
    sums: Sums | None
    bound: Sums | None
    impossible: bool = False
    method: str = ""

    @property
    def proven(self) -> bool:
        """Whether no timetable is better."""
        return self.sums is not None and self.sums == self.bound


IMPOSSIBLE = Staged(None, None, None, impossible=True)


def stage(travellers: Travellers, deadline: Deadline) -> Staged:
    """Give every traveller a day.

    Raises:
        SolverFault: the solver's answer does not survive the check in whole numbers.
    """
    relaxed = _relax(travellers, deadline)
    if relaxed is None:
        return IMPOSSIBLE
    bound, table = relaxed
    repaired = None if table is None else _repair(travellers, table, bound, deadline)
    if repaired is not None and repaired.proven:
        return repaired
    if deadline.over:
        return repaired or Staged(None, None, bound)
    exact = _exact(travellers, bound, deadline)
    if repaired is None or exact.impossible or (exact.sums is not None and exact.sums <= repaired.sums):  # type: ignore[operator]
        return exact
    return replace(repaired, bound=exact.bound)


def _relax(travellers: Travellers, deadline: Deadline) -> tuple[Sums, Table | None] | None:
    """Solve without groups. Gives a bound and, if there was time, who goes when by class; None: impossible."""
    timetable = Timetable(travellers, without_groups(travellers))
    found = _solve(timetable, deadline)
    if found.impossible:
        return None
    assert found.bound is not None
    return found.bound, None if found.x is None or not found.proven else timetable.placed(found.x)


def _repair(travellers: Travellers, table: Table, bound: Sums, deadline: Deadline) -> Staged | None:
    """Look for days that meet the bound: groups placed one by one, then a small model for what did not fit.

    Gives days that keep every rule whether or not they meet the bound; None where this way finds none.
    """
    days = np.zeros(len(travellers.rows), dtype=np.int64)
    room, left = place_groups(travellers, table, days)
    placed = _placed(travellers, days)
    if not left:
        fill(travellers, np.where(travellers.classes.owed[:, None], table, room), days)
        if not faults(travellers.instance, travellers.by_id(days)):
            return Staged(days, _sums(travellers, days), bound, method="relaxation")
    timetable = Timetable(travellers, with_groups(travellers, left), placed)
    days[travellers.group == NONE] = 0
    found = _solve(timetable, deadline, s1_known=bound[0] - _sums(travellers, days)[0])
    if found.x is None:
        return None
    timetable.assign(found.x, days)
    return Staged(days, _sums(travellers, days), bound, method="relaxation")


def _placed(travellers: Travellers, days: Numbers) -> Table:
    """How many of each class have each day already."""
    done = np.flatnonzero(days)
    table = np.zeros((len(travellers.classes), travellers.staging.days), dtype=np.int64)
    np.add.at(table, (travellers.of_class[done], days[done] - 1), 1)
    return table


def _exact(travellers: Travellers, bound: Sums, deadline: Deadline) -> Staged:
    """Solve with all groups and queues; `bound` is known already."""
    timetable = Timetable(travellers, with_groups(travellers, travellers.groups))
    found = _solve(timetable, deadline)
    if found.impossible:
        return IMPOSSIBLE
    if found.bound is not None:
        bound = max(bound, found.bound)
    if found.x is None:
        return Staged(None, None, bound)
    days = np.zeros(len(travellers.rows), dtype=np.int64)
    timetable.assign(found.x, days)
    return Staged(days, _sums(travellers, days), bound, method="exact model")


@dataclass(frozen=True)
class _Found:
    x: Numbers | None
    sums: Sums | None
    bound: Sums | None
    impossible: bool = False

    @property
    def proven(self) -> bool:
        return self.sums is not None and self.sums == self.bound


def _solve(timetable: Timetable, deadline: Deadline, s1_known: int | None = None) -> _Found:
    """Solve S1, then S2 with S1 fixed; where S1 is known, only S2."""
    milp, s1_row = timetable.program()
    solver = Solver(milp)
    s1, s2 = (timetable.cost(days, milp.columns) for days in (timetable.s1, timetable.s2))
    first = Answer(Status.OPTIMAL, None, s1_known) if s1_known is not None else solver.best(s1, "min", deadline)
    if first.status is not Status.OPTIMAL or first.value is None:
        impossible = first.status is Status.INFEASIBLE
        sums = None if first.x is None else (int(s1 @ first.x), int(s2 @ first.x))
        return _Found(first.x, sums, None if impossible else (first.bound or 0, 0), impossible)
    solver.fix_row(s1_row, first.value)
    second = solver.best(s2, "min", deadline)
    if second.status is Status.INFEASIBLE:
        return _Found(None, None, None, impossible=True)
    x = first.x if second.x is None else second.x
    bound = 0 if second.bound is None else second.bound
    sums = None if x is None else (int(s1 @ x), int(s2 @ x))
    return _Found(x, sums, (first.value, bound))


def _sums(travellers: Travellers, days: Numbers) -> Sums:
    return int(days[travellers.owed].sum()), int(days.sum())
