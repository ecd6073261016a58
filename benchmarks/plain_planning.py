"""The peer: the same problem with one binary column per person, every level solved by HiGHS, nothing merged.

    python -m benchmarks.plain_planning INSTANCE PLAN

Rows come from the same terms; groups that stay together are equations, a site opens with each person who leaves it.
"""

import sys
from pathlib import Path

import highspy
import numpy as np

from repatria.planning import read_instance
from repatria.planning.compile_aims import Level, compile_aim
from repatria.planning.compile_terms import compile_terms
from repatria.planning.plan import Plan
from repatria.planning.program import NO_GROUP, Program, Sum


def main(instance_file: str, plan_file: str) -> None:
    instance = read_instance(Path(instance_file))
    program = compile_terms(instance)
    levels = [level for aim in range(len(instance.aims)) for level in compile_aim(aim, instance, program)]
    engine = plain_model(program, levels)
    first = len(program.rows)
    for k, level in enumerate(levels):
        sense = highspy.ObjSense.kMaximize if level.value.sense == "max" else highspy.ObjSense.kMinimize
        engine.changeObjectiveSense(sense)
        cost = dense(level.sum, program)
        engine.changeColsCost(len(cost), np.arange(len(cost), dtype=np.int32), cost.astype(float))
        engine.clearSolver()
        engine.run()
        if engine.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            sys.exit(f"not optimal at {level.value.name}")
        x = np.rint(np.array(engine.getSolution().col_value)).astype(np.int64)
        engine.changeRowBounds(first + k, float(cost @ x), float(cost @ x))
    captives = instance.captives
    goes = captives.owed | (x[: program.size] == 1)
    go = tuple(np.array(captives.ids, dtype=object)[goes])
    asked = tuple(np.array(captives.ids, dtype=object)[goes & captives.not_yet_asked])
    Path(plan_file).write_bytes(Plan(instance.name, "optimal", go, asked).packed())


def dense(total: Sum, program: Program) -> np.ndarray:
    cost = np.zeros(program.size + len(program.helpers), dtype=np.int64)
    cost[total.persons] = total.coefs
    for helper, coef in total.helpers.items():
        cost[program.size + helper] += coef
    return cost


def plain_model(program: Program, levels: list[Level]) -> highspy.Highs:
    index, value, sizes, low, high = [], [], [], [], []

    def add(columns: np.ndarray, coefs: np.ndarray, lower: float, upper: float) -> None:
        index.append(columns)
        value.append(coefs)
        sizes.append(len(columns))
        low.append(lower)
        high.append(upper)

    for total, lower, upper in [(row.sum, row.lower, row.upper) for row in program.rows] + [
        (level.sum, None, None) for level in levels
    ]:
        cost = dense(total, program)
        used = np.flatnonzero(cost)
        add(used, cost[used], -np.inf if lower is None else lower, np.inf if upper is None else upper)
    for links in program.links:
        for person, helper in zip(links.persons, links.helpers + program.size, strict=True):
            pair, signs = np.array([person, helper]), np.array([1, -1])
            add(pair, signs, -np.inf if links.opens else 0, 0 if links.opens else np.inf)
    for group in np.unique(program.group[program.group != NO_GROUP]):
        members = np.flatnonzero(program.group == group)
        for other in members[1:]:
            add(np.array([members[0], other]), np.array([1, -1]), 0, 0)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = program.size + len(program.helpers), len(sizes)
    lp.col_cost_ = np.zeros(lp.num_col_)
    lp.col_lower_ = np.concatenate([program.lower, [h.lower for h in program.helpers]]).astype(float)
    lp.col_upper_ = np.concatenate([program.upper, [h.upper for h in program.helpers]]).astype(float)
    lp.row_lower_, lp.row_upper_ = np.array(low, dtype=float), np.array(high, dtype=float)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *sizes]).astype(np.int32)
    lp.a_matrix_.index_ = np.concatenate(index).astype(np.int32)
    lp.a_matrix_.value_ = np.concatenate(value).astype(float)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * lp.num_col_
    engine = highspy.Highs()
    engine.setOptionValue("output_flag", False)
    engine.setOptionValue("mip_rel_gap", 0.0)
    engine.setOptionValue("mip_abs_gap", 0.999)
    engine.passModel(lp)
    return engine


if __name__ == "__main__":
    main(*sys.argv[1:])
