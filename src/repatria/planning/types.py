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

    def __init__(self, program: Program, captives: Captives) -> None:
        self._captives = captives
        self._known: dict[int, tuple[Sum, Numbers]] = {}
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

    @cached_property
    def queue(self) -> Numbers:
        """Rank of each unit: held longest first, then the oldest, then by id; a unit ranks as its first member."""
        free = np.flatnonzero(self.of_person >= 0)
        days, age = self._captives.numbers("days")[free], self._captives.numbers("age")[free]
        rank = np.empty(len(free), dtype=np.int64)
        rank[np.lexsort((self._captives.id_rank[free], -age, -days))] = np.arange(len(free))
        first = np.full(self.number, len(free), dtype=np.int64)
        np.minimum.at(first, self.of_person[free], rank)
        return first

    def column(self, total: Sum) -> Numbers:
        """Give the coefficient of each unit in a sum over persons."""
        if id(total) not in self._known:
            dense = np.zeros(self.number, dtype=np.int64)
            np.add.at(dense, self.of_person[total.persons], total.coefs)
            self._known[id(total)] = (total, dense)
        return self._known[id(total)][1]

    def pairs(self, links: Links) -> npt.NDArray[np.int64]:
        """Give the distinct (unit, helper) pairs of links between persons and helpers."""
        return _distinct(self.of_person[links.persons], links.helpers)[0]


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

    def __init__(self, program: Program, units: Units, watched: Sequence[Sum]) -> None:
        self.units = units
        self._first_watched = len(program.rows)
        self._rows = [*program.rows, *(Row(None, "", total, None, None) for total in watched)]
        self._columns = [units.column(row.sum) for row in self._rows]
        self._links = tuple(program.links)
        self._helpers = tuple(program.helpers)
        self._pairs = [units.pairs(links) for links in self._links]
        self.types = self._merged()

    @property
    def row_names(self) -> list[str]:
        """Name the rows that are not links: terms by their ids, levels by their place in the objective."""
        named = [row.name for row in self._rows[: self._first_watched]]
        return named + [f"level {k + 1}" for k in range(len(self._rows) - len(named))]

    @cached_property
    def links(self) -> list[tuple[bool, npt.NDArray[np.int64]]]:
        """Give the links as (opens, distinct pairs of type and helper)."""
        return [
            (links.opens, _distinct(self.types.of_unit[pairs[:, 0]], pairs[:, 1])[0])
            for links, pairs in zip(self._links, self._pairs, strict=True)
        ]

    def watch(self, k: int) -> int:
        """Give the row number of the k-th watched sum."""
        return self._first_watched + k

    def cost(self, total: Sum) -> Numbers:
        """Give a sum as costs of columns. The sum must be constant within each type: one of the watched ones."""
        return self._with_helpers(self.units.column(total)[self.types.example], total)

    def _with_helpers(self, by_type: Numbers, total: Sum) -> Numbers:
        cost = np.concatenate([by_type, np.zeros(len(self._helpers), dtype=np.int64)])
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
            np.add.at(hashes, pairs[:, 0], draw(len(self._helpers))[pairs[:, 1]])
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
            found, times = _distinct(types.of_unit[pairs[:, 0]], pairs[:, 1])
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
        for opens, typed in self.links:
            # n(t) <= N(t) y, or n(t) >= N(t) y: as tight as one row per person.
            index.append(np.stack([typed[:, 0], typed[:, 1] + self.types.number], axis=1).ravel())
            value.append(np.stack([np.ones(len(typed), np.int64), -self.types.count[typed[:, 0]]], axis=1).ravel())
            sizes += [2] * len(typed)
            bounds += [(None, 0) if opens else (0, None)] * len(typed)
        helpers = self._helpers
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
        """Give the rows of the free persons who go, ascending, for counts per type."""
        of_person = self.units.of_person
        free = np.flatnonzero(of_person >= 0)
        return free[self.going(x)[of_person[free]]]

    def going(self, x: Numbers) -> npt.NDArray[np.bool_]:
        """Say which units go, for counts per type: of each type, the first in :attr:`Units.queue`."""
        place = np.empty(self.units.number, dtype=np.int64)
        starts = np.cumsum(self.types.count) - self.types.count
        by_type = np.lexsort((self.units.queue, self.types.of_unit))
        place[by_type] = np.arange(self.units.number) - starts[self.types.of_unit[by_type]]
        return np.asarray(place < x[self.types.of_unit])

    def recount(self, other: "Model", x: Numbers) -> Numbers:
        """Give the counts per type of this model for a solution of another model over the same units."""
        if other is self:
            return x[: self.types.number]
        units = other.going(x)
        return np.bincount(self.types.of_unit[units], minlength=self.types.number)


def _distinct(left: Numbers, right: Numbers) -> tuple[npt.NDArray[np.int64], Numbers]:
    """Give the distinct pairs, in order, and how often each occurs."""
    width = int(right.max(initial=0)) + 1
    found, times = np.unique(left * width + right, return_counts=True)
    return np.stack(np.divmod(found, width), axis=1), times


def _numbers(values: Sequence[int]) -> Numbers:
    return np.array(values, dtype=np.int64)
