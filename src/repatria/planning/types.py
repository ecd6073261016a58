"""Persons whom every term and aim treats alike become one column with a count: 12 times fewer columns, no loss.

First a *unit* stands for persons who go together or not at all (`together`), then units with equal columns become
one *type*. Equality is found by a 64-bit hash of the column and then verified entry by entry.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from repatria.planning.captives import Captives, Numbers
from repatria.planning.milp import Milp
from repatria.planning.program import NO_GROUP, Links, Program, Row, Sum

Hashes = npt.NDArray[np.uint64]


class Units:
    """The free persons of a program, contracted. `of_person` is -1 for those who are not free."""

    def __init__(self, program: Program) -> None:
        free = np.flatnonzero(program.free)
        # Persons in a group that stays together share the key of their group; everybody else has his own.
        key = np.where(program.group[free] == NO_GROUP, free + program.size, program.group[free])
        _keys, first, unit = np.unique(key, return_index=True, return_inverse=True)
        order = np.argsort(first, kind="stable")
        rank = np.empty_like(order)
        rank[order] = np.arange(len(order))
        self.of_person = np.full(program.size, -1, dtype=np.int64)
        self.of_person[free] = rank[unit]
        self.number = len(order)
        self.lower = np.zeros(self.number, dtype=np.int64)
        self.upper = np.ones(self.number, dtype=np.int64)
        np.maximum.at(self.lower, self.of_person[free], program.lower[free])
        np.minimum.at(self.upper, self.of_person[free], program.upper[free])

    @property
    def contradiction(self) -> bool:
        """Whether a unit holds somebody who must go and somebody who must stay."""
        return bool((self.lower > self.upper).any())

    def column(self, total: Sum) -> Numbers:
        """Give the coefficient of each unit in a sum over persons."""
        dense = np.zeros(self.number, dtype=np.int64)
        np.add.at(dense, self.of_person[total.persons], total.coefs)
        return dense

    def pairs(self, links: Links) -> npt.NDArray[np.int64]:
        """Give the distinct (unit, helper) pairs of links between persons and helpers."""
        return np.unique(np.stack([self.of_person[links.persons], links.helpers], axis=1), axis=0)


@dataclass(frozen=True)
class Types:
    """Which type each unit is of, one unit that stands for each type, and how many units it has."""

    of_unit: Numbers
    example: Numbers
    count: Numbers

    @property
    def number(self) -> int:
        """Number of types."""
        return len(self.example)


class Model:
    """The integer program over types and helpers, for the rows of a program and some extra sums.

    Columns: the types, then the helpers. Rows: those of the program, then one (unbounded) for each of `watched`
    (the levels, to be fixed one after another), then the links.
    """

    def __init__(self, program: Program, units: Units, watched: Sequence[Sum], captives: Captives) -> None:
        self.program, self.units, self.captives = program, units, captives
        self._rows = [*program.rows, *(Row(None, "", total, None, None) for total in watched)]
        self._columns = [units.column(row.sum) for row in self._rows]
        self._pairs = [units.pairs(links) for links in program.links]
        self.types = self._merged()

    def watch(self, k: int) -> int:
        """Give the row number of the k-th watched sum."""
        return len(self.program.rows) + k

    @property
    def nearly_a_network(self) -> bool:
        """Whether few persons are linked to helpers (by sites or if_then): relaxations are then cheap and tight."""
        return sum(map(len, self._pairs)) * 20 < self.units.number

    def cost(self, total: Sum) -> Numbers:
        """Give a sum as costs of columns. The sum must be constant within each type: one of the watched ones."""
        return self._with_helpers(self.units.column(total)[self.types.example], total)

    def _with_helpers(self, by_type: Numbers, total: Sum) -> Numbers:
        cost = np.concatenate([by_type, np.zeros(len(self.program.helpers), dtype=np.int64)])
        for helper, coef in total.helpers.items():
            cost[self.types.number + helper] += coef
        return cost

    def _merged(self) -> Types:
        for seed in range(8):
            types = self._by_hash(np.random.default_rng(seed))
            if self._exact(types):
                return types
        raise AssertionError("eight hash seeds in a row collided")

    def _by_hash(self, chance: np.random.Generator) -> Types:
        def draw(n: int) -> Hashes:
            return chance.integers(0, 2**64, n, dtype=np.uint64)

        lot = draw(2 + len(self._columns))
        hashes = self.units.lower.astype(np.uint64) * lot[0] + self.units.upper.astype(np.uint64) * lot[1]
        for column, factor in zip(self._columns, lot[2:], strict=True):
            hashes += column.astype(np.uint64) * factor
        for pairs in self._pairs:
            np.add.at(hashes, pairs[:, 0], draw(len(self.program.helpers))[pairs[:, 1]])
        _h, first, of_unit, count = np.unique(hashes, return_index=True, return_inverse=True, return_counts=True)
        order = np.argsort(first, kind="stable")
        rank = np.empty_like(order)
        rank[order] = np.arange(len(order))
        return Types(rank[of_unit], first[order], count[order])

    def _exact(self, types: Types) -> bool:
        stand_in = types.example[types.of_unit]
        columns = (self.units.lower, self.units.upper, *self._columns)
        if not all((column == column[stand_in]).all() for column in columns):
            return False
        for pairs in self._pairs:
            # A type is linked to a helper by all its units or by none.
            typed = np.stack([types.of_unit[pairs[:, 0]], pairs[:, 1]], axis=1)
            found, times = np.unique(typed, axis=0, return_counts=True)
            if not (times == types.count[found[:, 0]]).all():
                return False
        return True

    @cached_property
    def milp(self) -> Milp:
        """The integer program."""
        index, value, sizes = [], [], []
        for row, column in zip(self._rows, self._columns, strict=True):
            cost = self._with_helpers(column[self.types.example], row.sum)
            used = np.flatnonzero(cost)
            index.append(used)
            value.append(cost[used])
            sizes.append(len(used))
        bounds = [(row.lower, row.upper) for row in self._rows]
        for links, pairs in zip(self.program.links, self._pairs, strict=True):
            typed = np.unique(np.stack([self.types.of_unit[pairs[:, 0]], pairs[:, 1]], axis=1), axis=0)
            # n(t) <= N(t) y, or n(t) >= N(t) y: as tight as one row per person.
            index.append(np.stack([typed[:, 0], typed[:, 1] + self.types.number], axis=1).ravel())
            value.append(np.stack([np.ones(len(typed), np.int64), -self.types.count[typed[:, 0]]], axis=1).ravel())
            sizes += [2] * len(typed)
            bounds += [(None, 0) if links.opens else (0, None)] * len(typed)
        helpers = self.program.helpers
        return Milp(
            lower=np.concatenate(
                [self.units.lower[self.types.example] * self.types.count, _numbers([h.lower for h in helpers])]
            ),
            upper=np.concatenate(
                [self.units.upper[self.types.example] * self.types.count, _numbers([h.upper for h in helpers])]
            ),
            starts=np.cumsum([0, *sizes[:-1]]) if sizes else _numbers([]),
            index=np.concatenate(index) if index else _numbers([]),
            value=np.concatenate(value) if value else _numbers([]),
            row_lower=np.array([-np.inf if low is None else low for low, _high in bounds]),
            row_upper=np.array([np.inf if high is None else high for _low, high in bounds]),
        )

    def persons(self, x: Numbers) -> Numbers:
        """Give the rows of the free persons who go, ascending, for counts per type.

        Within a type: those held longest, then the oldest, then by id. A unit counts as its longest-held member.
        """
        free = np.flatnonzero(self.units.of_person >= 0)
        rank = np.empty(len(free), dtype=np.int64)
        order = np.lexsort(
            (self._id_rank[free], -self.captives.numbers("age")[free], -self.captives.numbers("days")[free])
        )
        rank[order] = np.arange(len(order))
        first = np.full(self.units.number, len(free), dtype=np.int64)
        np.minimum.at(first, self.units.of_person[free], rank)
        by_type = np.lexsort((first, self.types.of_unit))
        starts = np.cumsum(self.types.count) - self.types.count
        place = np.empty(self.units.number, dtype=np.int64)
        place[by_type] = np.arange(self.units.number) - starts[self.types.of_unit[by_type]]
        goes = place < x[self.types.of_unit]
        return free[goes[self.units.of_person[free]]]

    @cached_property
    def _id_rank(self) -> Numbers:
        rank = np.empty(len(self.captives), dtype=np.int64)
        rank[sorted(range(len(self.captives)), key=self.captives.ids.__getitem__)] = np.arange(len(self.captives))
        return rank


def _numbers(values: Sequence[int]) -> Numbers:
    return np.array(values, dtype=np.int64)
