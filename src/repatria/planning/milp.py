"""An integer program in whole numbers, solved by HiGHS and checked in whole numbers.

HiGHS can report the optimum and hand back another solution, and its default gap would forgive three persons in
36,000. So the gap is 0, every answer is recomputed here in whole numbers and compared with the bound, and an answer
that does not survive is asked for again in another way.

Each objective is solved in three steps, ending with the first that proves it: the linear relaxation gives a
bound; its *core* (the columns whose price leaves them undecided, a few hundred) is solved in whole numbers; only
where that misses the bound does the whole program go through branch and bound.
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
from repatria.planning.deadline import Deadline
from repatria.planning.errors import SolverFault
from repatria.planning.highs import quiet_highs

Floats = npt.NDArray[np.float64]
_NEAR = 1e-6
# A relaxation may be off by its tolerance in every column: a bound this close below a whole number is rounded up.
_LP_NEAR = 1e-4
CORE = 200  # columns besides the fractional ones
CORE_NODES = 500
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

    @property
    def contradictory(self) -> bool:
        """Whether a column or row has no room at all."""
        return bool((self.lower > self.upper).any() or (self.row_lower > self.row_upper).any())

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
class Relaxed:
    """The optimum without the demand for whole numbers: where it lies and the price of each row and column."""

    optimum: float
    bound: int
    x: Floats
    row_price: Floats
    column_price: Floats


@dataclass(frozen=True, slots=True)
class Answer:
    """What a solve found: `x` (None without a solution), its exact value, and a bound no solution passes.

    `relaxed` is kept for the proof and the reasons, whether or not its bound was met.
    """

    status: Status
    x: Numbers | None = None
    value: int | None = None
    bound: int | None = None
    relaxed: Relaxed | None = None


class Solver:
    """One integer program, solved for one objective after another while rows are fixed between solves."""

    def __init__(self, milp: Milp) -> None:
        self.milp = replace(milp, row_lower=milp.row_lower.copy(), row_upper=milp.row_upper.copy())

    def fix_row(self, row: int, value: int) -> None:
        """From now on this row's sum equals `value`."""
        self.milp.row_lower[row] = self.milp.row_upper[row] = value

    def as_it_stands(self) -> Milp:
        """Give the program with the rows as now fixed."""
        return replace(self.milp, row_lower=self.milp.row_lower.copy(), row_upper=self.milp.row_upper.copy())

    def best(self, cost: Numbers, sense: Sense, deadline: Deadline, start: Numbers | None = None) -> Answer:
        """Find x of the largest (smallest) cost; proven, or stopped at the deadline.

        `start` are values of the first columns of a known solution; the others are worked out.

        Raises:
            SolverFault: no way of running the solver gives an answer that survives the check.
        """
        if self.milp.contradictory:
            return Answer(Status.INFEASIBLE)
        if not self.milp.columns:
            x = self.milp.lower
            return Answer(Status.OPTIMAL, x, 0, 0) if self.milp.holds(x) else Answer(Status.INFEASIBLE)
        relaxed = _relaxed(self.milp, cost, sense, deadline)
        if relaxed is not None:
            found = self._core(relaxed, cost, sense, deadline)
            if found is not None:
                return Answer(Status.OPTIMAL, found, relaxed.bound, relaxed.bound, relaxed)
        answer = self._search(cost, sense, deadline, start)
        if answer.status is Status.STOPPED and answer.bound is None and relaxed is not None:
            answer = replace(answer, bound=relaxed.bound)
        return replace(answer, relaxed=relaxed)

    def _core(self, relaxed: Relaxed, cost: Numbers, sense: Sense, deadline: Deadline) -> Numbers | None:
        """Look for a solution that meets the bound among the columns that prices leave undecided."""
        nearest = np.rint(relaxed.x).astype(np.int64)
        undecided = np.abs(relaxed.x - nearest) > _NEAR
        if not undecided.any() and self.milp.holds(nearest) and int(cost @ nearest) == relaxed.bound:
            return nearest
        if self.milp.columns <= 2 * CORE:
            return None
        closest = np.argsort(np.where(undecided, -1.0, np.abs(relaxed.column_price)), kind="stable")
        undecided[closest[: CORE + int(undecided.sum())]] = True
        core = replace(
            self.milp,
            lower=np.where(undecided, self.milp.lower, nearest),
            upper=np.where(undecided, self.milp.upper, nearest),
        )
        engine = highs(core, cost, sense)
        engine.setOptionValue("mip_max_nodes", CORE_NODES)
        _run(engine, deadline)
        x = _whole(self.milp, engine)
        return x if x is not None and int(cost @ x) == relaxed.bound else None

    def _search(self, cost: Numbers, sense: Sense, deadline: Deadline, start: Numbers | None) -> Answer:
        for options in _WAYS:
            if deadline.over:
                return Answer(Status.STOPPED)
            engine = highs(self.milp, cost, sense)
            for name, setting in options.items():
                engine.setOptionValue(name, setting)
            if start is not None:
                engine.setSolution(len(start), np.arange(len(start), dtype=np.int32), start.astype(np.float64))
            _run(engine, deadline)
            answer = _checked(self.milp, cost, sense, engine)
            if answer is not None:
                return answer
            start = None
        raise SolverFault(_("the solver contradicts itself on this instance; no plan is given"))


def highs(milp: Milp, cost: Numbers, sense: Sense, whole: bool = True) -> Any:
    """Load a program into HiGHS, exact gap; `whole` False relaxes to a linear program.

    Raises:
        SolverFault: HiGHS does not accept it. It would otherwise go on with an empty program.
    """
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


def _rounded(bound: float, sense: Sense, near: float) -> int:
    """Give the last whole number on the right side of a bound."""
    return floor(bound + near) if sense == "max" else ceil(bound - near)


def _run(engine: Any, deadline: Deadline) -> None:
    if deadline.left is not None:
        engine.setOptionValue("time_limit", deadline.left)
    engine.run()


def _relaxed(milp: Milp, cost: Numbers, sense: Sense, deadline: Deadline) -> Relaxed | None:
    """Solve the linear relaxation; None where it has no optimum (or the time is up)."""
    engine = highs(milp, cost, sense, whole=False)
    _run(engine, deadline)
    if engine.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    found, optimum = engine.getSolution(), float(engine.getInfo().objective_function_value)
    return Relaxed(
        optimum,
        _rounded(optimum, sense, _LP_NEAR),
        np.array(found.col_value),
        np.array(found.row_dual),
        np.array(found.col_dual),
    )


def _checked(milp: Milp, cost: Numbers, sense: Sense, engine: Any) -> Answer | None:
    """Give the answer recomputed in whole numbers, or None if it does not survive that."""
    state = engine.getModelStatus()
    if state in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
        return Answer(Status.INFEASIBLE)
    dual_bound = float(engine.getInfo().mip_dual_bound)
    bound = _rounded(dual_bound, sense, _NEAR) if isfinite(dual_bound) else None
    x = _whole(milp, engine)
    value = None if x is None else int(cost @ x)
    if state != highspy.HighsModelStatus.kOptimal:
        return Answer(Status.STOPPED, x, value, bound)
    return Answer(Status.OPTIMAL, x, value, value) if value is not None and value == bound else None


def _whole(milp: Milp, engine: Any) -> Numbers | None:
    """Give the solver's solution in whole numbers if it keeps every row."""
    found = np.array(engine.getSolution().col_value, dtype=np.float64)
    if len(found) != milp.columns or not np.isfinite(found).all():
        return None
    x = np.rint(found).astype(np.int64)
    return x if milp.holds(x) else None
