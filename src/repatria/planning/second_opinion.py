"""A second solver's opinion: OR-tools CP-SAT, if it is installed, on the same program in whole numbers."""

from typing import Any

import numpy as np

from repatria.planning.aims import Sense
from repatria.planning.captives import Numbers
from repatria.planning.milp import Milp

SECONDS = 60.0


def available() -> bool:
    """Say whether the optional second solver is installed."""
    return _cp_model() is not None


def agrees(milp: Milp, cost: Numbers, sense: Sense, value: int) -> bool:
    """Say whether the second solver proves that no solution beats `value`; False too if it cannot tell."""
    cp_model = _cp_model()
    if cp_model is None:
        return False
    model = cp_model.CpModel()
    x = [model.new_int_var(int(low), int(high), "") for low, high in zip(milp.lower, milp.upper, strict=True)]
    ends = np.append(milp.starts, len(milp.index))
    for row, (low, high) in enumerate(zip(milp.row_lower, milp.row_upper, strict=True)):
        entries = slice(int(ends[row]), int(ends[row + 1]))
        total = _sum(cp_model, x, milp.index[entries], milp.value[entries])
        least = int(low) if np.isfinite(low) else cp_model.INT32_MIN * 2**20
        most = int(high) if np.isfinite(high) else cp_model.INT32_MAX * 2**20
        model.add_linear_constraint(total, least, most)
    goal = _sum(cp_model, x, np.flatnonzero(cost), cost[np.flatnonzero(cost)])
    model.add(goal >= value + 1 if sense == "max" else goal <= value - 1)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = SECONDS
    solver.parameters.num_workers = 1
    return bool(solver.solve(model) == cp_model.INFEASIBLE)


def _sum(cp_model: Any, x: list[Any], index: Numbers, value: Numbers) -> Any:
    return cp_model.LinearExpr.weighted_sum([x[c] for c in index.tolist()], value.tolist())


def _cp_model() -> Any:
    try:
        from ortools.sat.python import cp_model
    except ImportError:
        return None
    return cp_model
