"""A proof that comes with the plan: multipliers with which a delegation checks the bound by hand, without a solver.

Weak duality: take any whole-number multiplier y for each row (a term, or a level already settled) and a common
denominator D. For whatever plan, D times the level's sum equals the sum over rows of y times the row, plus what is
left over for each person. The rows are within their limits and each person goes or stays, so that is at most

    sum over rows of max(y * lower, y * upper)  +  the most that the rest can come to, person by person

(at least, with the least, where the level is minimised). If this, divided by D and rounded, is the value that the
plan attains, nothing can be better. Persons linked to a helper (a site that opens with them) are weighed with it:
once with the helper 0, once with it 1. Where no multipliers suffice, a search proved the level; a second solver can
then be asked for its opinion.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from repatria.i18n import _
from repatria.planning.aims import Sense
from repatria.planning.captives import Numbers
from repatria.planning.compile_aims import Level, compile_aim
from repatria.planning.compile_terms import compile_terms
from repatria.planning.errors import BadInstance, BadPlan
from repatria.planning.fields import MOST_FACTOR, Fields, whole_number
from repatria.planning.instance import Instance
from repatria.planning.levels import Climb, Step
from repatria.planning.program import Program, Row
from repatria.planning.second_opinion import agrees
from repatria.planning.types import Units

DENOMINATORS = (1, 2, 3, 4, 6, 10, 12, 60, 100, 840, 1000, 10**6, 10**8)
LARGEST = 2.0**61  # sums beyond this would not be exact in 64 bits


@dataclass(frozen=True, slots=True)
class Rest:
    """What multipliers leave over: a coefficient for each column with its limits, and for each helper."""

    columns: Numbers
    lower: Numbers
    upper: Numbers
    helpers: Numbers
    helper_lower: Numbers
    helper_upper: Numbers

    def most(self, links: Sequence[tuple[bool, npt.NDArray[np.int64]]]) -> int:
        """Give an upper bound of the rest. `links` are (opens, pairs of column and helper); see `Links`.

        Each column is weighed with one helper it is linked to: of several, with the one least worth opening for
        the columns that have no choice. Leaving the other links out only loosens the bound.
        """
        size = np.abs(self.columns.astype(np.float64)) @ np.maximum(np.abs(self.lower), np.abs(self.upper))
        if size + np.abs(self.helpers.astype(np.float64)).sum() > LARGEST:
            raise BadPlan(_("the multipliers of the proof are too large"))
        weighed = _Weighed(self)
        opens = np.concatenate(
            [np.full(len(pairs), kind) for kind, pairs in links] or [np.zeros(0, dtype=np.bool_)]
        )
        column, helper = np.concatenate([np.zeros((0, 2), dtype=np.int64), *(pairs for _kind, pairs in links)]).T
        single = np.bincount(column, minlength=len(self.columns))[column] == 1
        weighed.add(column[single], helper[single], opens[single])
        order = np.lexsort((weighed.worth[helper], column))
        order = order[~single[order]]
        chosen = order[np.unique(column[order], return_index=True)[1]]
        weighed.add(column[chosen], helper[chosen], opens[chosen])
        return weighed.total()


class _Weighed:
    """Columns weighed with their helpers: what each helper and its columns come to with the helper 0 and 1."""

    def __init__(self, rest: Rest) -> None:
        self.rest = rest
        self.best = np.maximum(rest.columns * rest.lower, rest.columns * rest.upper)
        self.shut, self.open = np.zeros_like(rest.helpers), rest.helpers.copy()
        self.may_shut, self.may_open = rest.helper_lower <= 0, rest.helper_upper >= 1
        self.taken = np.zeros(len(self.best), dtype=np.bool_)
        self.has_columns = np.zeros(len(rest.helpers), dtype=np.bool_)

    def add(self, column: Numbers, helper: Numbers, opens: npt.NDArray[np.bool_]) -> None:
        """Weigh each column with its helper."""
        self.taken[column], self.has_columns[helper] = True, True
        everybody = self.rest.columns[column] * self.rest.upper[column]
        np.add.at(self.open, helper, np.where(opens, self.best[column], everybody))
        np.add.at(self.shut, helper, np.where(opens, 0, self.best[column]))
        # Shut, nobody linked goes: impossible where somebody must.
        self.may_shut[helper[opens & (self.rest.lower[column] > 0)]] = False

    @property
    def worth(self) -> Numbers:
        """What opening each helper is worth to the columns weighed so far."""
        return np.where(self.may_shut, self.open - self.shut, np.iinfo(np.int64).max)

    def total(self) -> int:
        """The most that everything comes to."""
        both = self.may_shut & self.may_open
        linked = np.where(both, np.maximum(self.shut, self.open), np.where(self.may_open, self.open, self.shut))
        rest = self.rest
        alone = np.maximum(rest.helpers * rest.helper_lower, rest.helpers * rest.helper_upper)
        return int(self.best[~self.taken].sum() + np.where(self.has_columns, linked, alone).sum())


def prove(climb: Climb, second_solver: bool = False) -> list[dict[str, Any]]:
    """Give the proof of each level: multipliers where they suffice, otherwise how it is known.

    With `second_solver`, OR-tools (if installed) is asked about the levels that multipliers do not prove.
    """
    return [_proof_of(step, second_solver) for step in climb.steps]


def _proof_of(step: Step, second_solver: bool) -> dict[str, Any]:
    head = {"level": step.level.value.name, "value": step.value}
    cost, target = step.model.cost(step.level.sum), step.value - step.level.constant
    if not cost.any():
        return {**head, "by": "constant"}
    if step.relaxed is not None and step.relaxed.bound == target:
        for denominator in DENOMINATORS:
            prices = np.rint(step.relaxed.row_price * denominator).astype(np.int64)[: len(step.model.row_names)]
            if _proves(step, cost, prices, denominator, target):
                named = {name: int(y) for name, y in zip(step.model.row_names, prices, strict=True) if y}
                return {**head, "by": "multipliers", "denominator": denominator, "multipliers": named}
    if second_solver and agrees(step.milp, cost, step.level.value.sense, target):
        return {**head, "by": "two solvers agree"}
    return {**head, "by": "search"}


def _proves(step: Step, cost: Numbers, prices: Numbers, denominator: int, target: int) -> bool:
    """Evaluate multipliers over the types; multipliers that lean on a limit a row does not have are set to 0."""
    milp, sense, types = step.milp, step.level.value.sense, step.model.types
    limits = np.stack([milp.row_lower, milp.row_upper], axis=1)[: len(prices)]
    leans_on = limits[np.arange(len(prices)), _side(prices, sense)]
    prices[np.isinf(leans_on)] = 0
    total = int(sum(int(y) * int(limit) for y, limit in zip(prices, leans_on, strict=True) if y))
    ends = np.append(milp.starts, len(milp.index))
    entries = int(ends[len(prices)]) if len(prices) < len(ends) else 0
    rows = np.repeat(np.arange(len(prices)), np.diff(ends[: len(prices) + 1]))
    if denominator * float(np.abs(cost) @ milp.upper.clip(1)) > LARGEST:
        return False
    rest = denominator * cost
    np.subtract.at(rest, milp.index[:entries], prices[rows] * milp.value[:entries])
    n = types.number
    left = _signed(Rest(rest[:n], milp.lower[:n], milp.upper[:n], rest[n:], milp.lower[n:], milp.upper[n:]), sense)
    sign = 1 if sense == "max" else -1
    return _divided(total + sign * left.most(step.model.links), denominator, sense) == target


def _side(prices: Numbers, sense: Sense) -> Numbers:
    """Which limit of its row each multiplier leans on: 0 the lower, 1 the upper."""
    return np.asarray((prices > 0) == (sense == "max"), dtype=np.int64)


def _signed(rest: Rest, sense: Sense) -> Rest:
    """Turn a rest to be kept large into one to be kept small."""
    if sense == "max":
        return rest
    return Rest(-rest.columns, rest.lower, rest.upper, -rest.helpers, rest.helper_lower, rest.helper_upper)


def _divided(total: int, denominator: int, sense: Sense) -> int:
    return total // denominator if sense == "max" else -(-total // denominator)


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking a proof gave: the levels that it proves unaided, and those that rest on a solver's word."""

    proven: tuple[str, ...]
    on_trust: tuple[str, ...]


def check_proof(instance: Instance, objective: Sequence[int], proof: Sequence[Mapping[str, Any]]) -> Checked:
    """Check a proof against the instance, person by person, in whole numbers and without a solver.

    Raises:
        BadPlan: a multiplier names no row, or the multipliers do not prove the value.
    """
    program = compile_terms(instance)
    levels: list[Level] = []
    proven, on_trust = [], []
    for aim in range(len(instance.aims)):
        first = len(levels)
        levels += compile_aim(aim, instance, program)
        for k in range(first, min(len(levels), len(proof))):
            if proof[k].get("by") in ("multipliers", "constant"):
                bound = _bound_of(instance, program, levels[: k + 1], objective, proof[k])
                if bound != objective[k]:
                    raise BadPlan(
                        _("the multipliers for {level} do not prove it").format(level=levels[k].value.name)
                    )
                proven.append(levels[k].value.name)
            else:
                on_trust.append(levels[k].value.name)
    return Checked(tuple(proven), tuple(on_trust))


def _bound_of(
    instance: Instance,
    program: Program,
    levels: Sequence[Level],
    objective: Sequence[int],
    proof: Mapping[str, Any],
) -> int:
    """Give the bound that multipliers prove for the last of `levels`, the others settled at their values."""
    *settled, level = levels
    units, sense = Units(program, instance.captives), level.value.sense
    rows = {row.name: row for row in program.rows} | dict(_settled(settled, objective))
    denominator, multipliers = _whole(proof)
    columns, helpers = denominator * units.column(level.sum), np.zeros(len(program.helpers), dtype=np.int64)
    for helper, coef in level.sum.helpers.items():
        helpers[helper] += denominator * coef
    total = 0
    for name, price in multipliers.items():
        if name not in rows:
            raise BadPlan(_("the proof speaks of a row that the instance does not have"))
        row = rows[name]
        columns = columns - price * units.column(row.sum)
        for helper, coef in row.sum.helpers.items():
            helpers[helper] -= price * coef
        total += price * _limit(row, price, sense)
    low, high = ([getattr(helper, end) for helper in program.helpers] for end in ("lower", "upper"))
    rest = Rest(columns, units.lower, units.upper, helpers, np.array(low, np.int64), np.array(high, np.int64))
    links = [(links.opens, units.pairs(links)) for links in program.links]
    sign = 1 if sense == "max" else -1
    return _divided(total + sign * _signed(rest, sense).most(links), denominator, sense) + level.constant


def _whole(proof: Mapping[str, Any]) -> tuple[int, dict[str, int]]:
    """Read the multipliers and their denominator."""
    fields = Fields(dict(proof), _("proof"))
    given = fields.raw("multipliers") or {}
    if not isinstance(given, dict):
        raise BadPlan(_("the multipliers of a proof must be an object"))
    most = DENOMINATORS[-1] * MOST_FACTOR
    try:
        denominator = fields.number("denominator", least=1, most=DENOMINATORS[-1], default=1)
        return denominator, {name: whole_number(y, -most, most, _("proof")) for name, y in given.items()}
    except BadInstance as cause:
        raise BadPlan(str(cause)) from cause


def _settled(levels: Sequence[Level], objective: Sequence[int]) -> list[tuple[str, Row]]:
    found = []
    for k, (level, value) in enumerate(zip(levels, objective, strict=False)):
        name, exactly = f"level {k + 1}", value - level.constant
        found.append((name, Row(None, name, level.sum, exactly, exactly)))
    return found


def _limit(row: Row, price: int, sense: Sense) -> int:
    limit = row.upper if (price > 0) == (sense == "max") else row.lower
    if limit is None:
        raise BadPlan(_("the proof leans on a limit that a row does not have"))
    return limit
