"""An integer program in whole numbers, solved by HiGHS and checked in whole numbers.

HiGHS can report the optimum and hand back another solution, and its default gap would forgive three persons in
36,000. So the gap is 0, no start solution is ever given, and every answer is recomputed here.
"""

from dataclasses import dataclass, replace
from enum import Enum
from math import ceil, floor, isfinite
from typing import Any

import highspy
import numpy as np
import numpy.typing as npt

from repatria.i18n import _
from repatria.planning.aims import Sense
from repatria.planning.captives import Numbers
from repatria.planning.errors import SolverFault
from repatria.planning.highs import quiet_highs

Floats = npt.NDArray[np.float64]
_NEAR = 1e-6
# Ways of running the solver, the next one tried when an answer does not survive the check.
_WAYS: tuple[dict[str, Any], ...] = ({}, {"presolve": "off"}, {"random_seed": 1, "mip_heuristic_effort": 0.0})


@dataclass(frozen=True)
class Milp:
    """``row_lower <= A x <= row_upper``, ``lower <= x <= upper``, x whole. A in compressed rows.

    Entries, columns and bounds are int64; rows may be unbounded (infinite, so their bounds are floats).
    """

    lower: Numbers
    upper: Numbers
    starts: Numbers
    index: Numbers
    value: Numbers
    row_lower: Floats
    row_upper: Floats

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.lower)

    def activity(self, x: Numbers) -> Numbers:
        """Give A x exactly."""
        total = np.concatenate(([0], np.cumsum(self.value * x[self.index])))
        ends = np.append(self.starts[1:], len(self.index))
        return np.asarray(total[ends] - total[self.starts])

    def holds(self, x: Numbers) -> bool:
        """Say whether x keeps every bound and row, exactly."""
        rows = self.activity(x)
        inside = (x >= self.lower).all() and (x <= self.upper).all()
        return bool(inside and (rows >= self.row_lower).all() and (rows <= self.row_upper).all())


class Status(Enum):
    """How a solve ended."""

    OPTIMAL = "optimal"
    INFEASIBLE = "infeasible"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a solve found: `x` (None without a solution), its exact value, and a bound no solution passes."""

    status: Status
    x: Numbers | None = None
    value: int | None = None
    bound: float | None = None

    def plus(self, constant: int) -> "Answer":
        """Give the same answer for an objective larger by a constant."""
        value = None if self.value is None else self.value + constant
        return Answer(self.status, self.x, value, None if self.bound is None else self.bound + constant)


class Solver:
    """One integer program, solved for one objective after another while rows are tightened between solves."""

    def __init__(self, milp: Milp) -> None:
        self.milp = milp
        self._row_lower, self._row_upper = milp.row_lower.copy(), milp.row_upper.copy()

    def fix_row(self, row: int, value: int) -> None:
        """From now on this row's sum equals `value`."""
        self._row_lower[row] = self._row_upper[row] = value

    def row_bounds(self) -> tuple[Floats, Floats]:
        """Give the bounds of the rows as they now stand."""
        return self._row_lower.copy(), self._row_upper.copy()

    def free_row(self, row: int) -> None:
        """Undo :meth:`fix_row`."""
        self._row_lower[row], self._row_upper[row] = self.milp.row_lower[row], self.milp.row_upper[row]

    def best(self, cost: Numbers, sense: Sense, seconds: float | None = None, nodes: int | None = None) -> Answer:
        """Find x of the largest (smallest) cost; proven, or stopped when `seconds` or `nodes` are used up.

        Raises:
            SolverFault: no way of running the solver gives an answer that survives the check.
        """
        milp = replace(self.milp, row_lower=self._row_lower, row_upper=self._row_upper)
        if (milp.lower > milp.upper).any() or (milp.row_lower > milp.row_upper).any():
            return Answer(Status.INFEASIBLE)
        if not milp.columns:
            return Answer(Status.OPTIMAL, milp.lower, 0, 0) if milp.holds(milp.lower) else Answer(Status.INFEASIBLE)
        limits: dict[str, Any] = {} if seconds is None else {"time_limit": max(seconds, 0.01)}
        if nodes is not None:
            limits["mip_max_nodes"] = nodes
        for options in _WAYS:
            answer = _checked(milp, cost, sense, _run(milp, cost, sense, limits | options))
            if answer is not None:
                return answer
        raise SolverFault(_("the solver contradicts itself on this instance; no plan is given"))


def highs(milp: Milp, cost: Numbers, sense: Sense, whole: bool = True) -> Any:
    """Load a program into HiGHS, one thread, exact gap; `whole` False relaxes to a linear program."""
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = milp.columns, len(milp.row_lower)
    lp.col_cost_ = cost.astype(np.float64)
    lp.col_lower_, lp.col_upper_ = milp.lower.astype(np.float64), milp.upper.astype(np.float64)
    lp.row_lower_, lp.row_upper_ = milp.row_lower, milp.row_upper
    lp.sense_ = highspy.ObjSense.kMaximize if sense == "max" else highspy.ObjSense.kMinimize
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.append(milp.starts, len(milp.index)).astype(np.int32)
    lp.a_matrix_.index_ = milp.index.astype(np.int32)
    lp.a_matrix_.value_ = milp.value.astype(np.float64)
    if whole:
        lp.integrality_ = [highspy.HighsVarType.kInteger] * milp.columns
    engine = quiet_highs()
    engine.setOptionValue("mip_rel_gap", 0.0)
    engine.setOptionValue("mip_abs_gap", 0.999)  # every objective here is a whole number
    if engine.passModel(lp) == highspy.HighsStatus.kError:
        raise SolverFault(_("the solver does not accept the model of this instance"))
    return engine


def _run(milp: Milp, cost: Numbers, sense: Sense, options: dict[str, Any]) -> Any:
    engine = highs(milp, cost, sense)
    for name, setting in options.items():
        engine.setOptionValue(name, setting)
    engine.run()
    return engine


def _checked(milp: Milp, cost: Numbers, sense: Sense, engine: Any) -> Answer | None:
    """Give the answer recomputed in whole numbers, or None if it does not survive that."""
    state = engine.getModelStatus()
    if state in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
        return Answer(Status.INFEASIBLE)
    proven = state in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kModelEmpty)
    bound = float(engine.getInfo().mip_dual_bound)
    x = _whole(milp, engine)
    if x is None:
        return None if proven else Answer(Status.STOPPED, bound=bound if isfinite(bound) else None)
    value = int(cost @ x)
    if not proven:
        return Answer(Status.STOPPED, x, value, bound if isfinite(bound) else None)
    agrees = value >= rounded(bound, sense) if sense == "max" else value <= rounded(bound, sense)
    return Answer(Status.OPTIMAL, x, value, value) if agrees else None


def _whole(milp: Milp, engine: Any) -> Numbers | None:
    found = np.array(engine.getSolution().col_value, dtype=np.float64)
    if len(found) != milp.columns or not np.isfinite(found).all():
        return None
    x = np.rint(found).astype(np.int64)
    return x if milp.holds(x) else None


class Relaxation:
    """The linear program without the demand for whole numbers, solved for one objective after another, warm."""

    def __init__(self, solver: Solver) -> None:
        lower, upper = solver.row_bounds()
        self.milp = replace(solver.milp, row_lower=lower, row_upper=upper)
        self._engine = highs(self.milp, np.zeros(self.milp.columns, dtype=np.int64), "max", whole=False)

    def bound(self, cost: Numbers, sense: Sense) -> int | None:
        """Give the whole number that no solution passes; None if there is no solution at all."""
        engine = self._engine
        columns = np.arange(self.milp.columns, dtype=np.int32)
        engine.changeColsCost(len(columns), columns, cost.astype(np.float64))
        goal = highspy.ObjSense.kMaximize if sense == "max" else highspy.ObjSense.kMinimize
        engine.changeObjectiveSense(goal)
        engine.run()
        if engine.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return rounded(engine.getInfo().objective_function_value, sense)

    def fix_row(self, row: int, value: int) -> None:
        """From now on this row's sum equals `value`."""
        self._engine.changeRowBounds(row, value, value)


def rounded(bound: float, sense: Sense) -> int:
    """Give the last whole number on the right side of a bound."""
    return floor(bound + _NEAR) if sense == "max" else ceil(bound - _NEAR)
