"""Days for travellers as an integer program: how many of each block and bundle go on each day.

A *block* is made of persons whom every rule treats alike, a *bundle* of groups with equal members class by class.
Forgetting the groups gives a small relaxation whose optimum no timetable passes; with them the model is exact.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt

from repatria.planning.captives import Mask, Numbers
from repatria.planning.milp import Milp
from repatria.planning.staging.sheet import Sheet
from repatria.planning.staging.travellers import NONE, Travellers

INFINITE = float("inf")
Table = npt.NDArray[np.int64]  # classes x days: how many go


@dataclass(frozen=True)
class Bundle:
    """Groups with the same number of members of each class."""

    demand: Numbers
    groups: tuple[Numbers, ...]


@dataclass(frozen=True)
class Parts:
    """What the columns stand for. `runs`: of each queue in which classes mix, its blocks, longest held first.

    The blocks of one run may go in any order among themselves; each run goes after those before it.
    """

    blocks: tuple[Numbers, ...]
    bundles: tuple[Bundle, ...]
    runs: tuple[tuple[tuple[int, ...], ...], ...] = ()


def without_groups(travellers: Travellers) -> Parts:
    """The relaxation: one block for each class, groups and mixed queues forgotten."""
    return Parts(tuple(_by(travellers.of_class, np.arange(len(travellers.rows)), travellers)), ())


def with_groups(travellers: Travellers, groups: Sequence[Numbers]) -> Parts:
    """The exact parts, for these groups and everybody who travels in none."""
    single = np.flatnonzero(travellers.group == NONE)
    mixed = _mixed_queues(travellers, single)
    plain = single[~np.isin(travellers.queue[single], mixed)]
    kind = travellers.of_class * 2 + (travellers.queue != NONE)
    blocks = list(_by(kind, plain, travellers))
    runs = []
    for queue in mixed.tolist():
        runs.append(_runs(travellers, single[travellers.queue[single] == queue], blocks))
    return Parts(tuple(blocks), tuple(_bundles(travellers, groups)), tuple(runs))


def _by(kind: Numbers, some: Numbers, travellers: Travellers) -> list[Numbers]:
    """Split `some` by their kind; within a block longest held first."""
    order = some[np.lexsort((travellers.rank[some], kind[some]))]
    return [part for part in np.split(order, np.flatnonzero(np.diff(kind[order])) + 1) if len(part)]


def _mixed_queues(travellers: Travellers, single: Numbers) -> Numbers:
    pairs = np.unique(np.stack([travellers.queue[single], travellers.of_class[single]]), axis=1)
    queues, kinds = np.unique(pairs[0], return_counts=True)
    return np.asarray(queues[(kinds > 1) & (queues != NONE)])


def _runs(travellers: Travellers, queue: Numbers, blocks: list[Numbers]) -> tuple[tuple[int, ...], ...]:
    """Cut a queue where the order begins to matter; its blocks are added to `blocks`."""
    in_order = queue[np.lexsort((travellers.rank[queue], -travellers.held[queue]))].tolist()
    runs: list[list[int]] = []
    for _held, same in groupby(in_order, key=lambda who: int(travellers.held[who])):
        alike = list(same)
        together = runs[-1] + alike if runs else alike
        if runs and len({int(travellers.of_class[who]) for who in together}) == 1:
            runs[-1] = together
        else:
            runs.append(alike)
    found = []
    for run in runs:
        parts = _by(travellers.of_class, np.array(run), travellers)
        found.append(tuple(range(len(blocks), len(blocks) + len(parts))))
        blocks += parts
    return tuple(found)


def _bundles(travellers: Travellers, groups: Sequence[Numbers]) -> list[Bundle]:
    alike: dict[bytes, list[Numbers]] = {}
    for group in groups:
        alike.setdefault(travellers.counted(group).tobytes(), []).append(group)
    return [Bundle(np.frombuffer(demand, dtype=np.int64), tuple(some)) for demand, some in alike.items()]


class Timetable:
    """The program over blocks and bundles. `placed` counts persons who have their day already, class by day."""

    def __init__(self, travellers: Travellers, parts: Parts, placed: Table | None = None) -> None:
        self.travellers, self.parts = travellers, parts
        self.days = travellers.staging.days
        self._placed = np.zeros((len(travellers.classes), self.days), dtype=np.int64) if placed is None else placed
        self._demand = np.array(
            [travellers.counted(block[:1]) for block in parts.blocks] + [bundle.demand for bundle in parts.bundles],
            dtype=np.int64,
        ).reshape(len(parts.blocks) + len(parts.bundles), len(travellers.classes))
        self._number = [len(block) for block in parts.blocks] + [len(bundle.groups) for bundle in parts.bundles]

    def write(self, sheet: Sheet, everybody: bool = True) -> None:
        """Add the columns and rows; `everybody` False leaves open how many of each block go."""
        self._first = [int(sheet.add_columns(self.days, 0, number)[0]) for number in self._number]
        if everybody:
            for first, number in zip(self._first, self._number, strict=True):
                sheet.add_row(self._all_days(first), 1, number, number)
        self._limits(sheet)
        self._balance(sheet)
        for queue in self.parts.runs:
            self._order(sheet, queue)
        self.s1 = self._handover_days(self.travellers.classes.owed)
        self.s2 = self._handover_days(np.ones(len(self.travellers.classes), dtype=np.bool_))

    def program(self) -> tuple[Milp, int]:
        """Give the program for everybody, and the row of S1 (unbounded) that a later solve can fix."""
        sheet = Sheet()
        self.write(sheet)
        cost = self.cost(self.s1, sheet.columns)
        used = np.flatnonzero(cost)
        row = sheet.add_row(used, cost[used], -INFINITE, INFINITE)
        return sheet.milp(), row

    def cost(self, days: tuple[Numbers, Numbers], columns: int) -> Numbers:
        """Give a sum of handover days as one coefficient for each column."""
        found = np.zeros(columns, dtype=np.int64)
        found[days[0]] = days[1]
        return found

    def columns_of(self, part: int) -> Numbers:
        """The columns of one block or bundle (counted after the blocks), day by day."""
        return self._all_days(self._first[part])

    def _all_days(self, first: int) -> Numbers:
        return np.arange(first, first + self.days)

    def _day(self, parts: Numbers, day: int) -> Numbers:
        return np.array(self._first, dtype=np.int64)[parts] + day

    def _limits(self, sheet: Sheet) -> None:
        classes, staging = self.travellers.classes, self.travellers.staging
        for number, lane in enumerate(staging.lanes):
            self._limit(sheet, classes.lane == number, lane.per_day)
        self._limit(sheet, classes.lane == NONE, 0)
        for number, site in enumerate(self.travellers.instance.sites):
            if site.per_day is not None:
                self._limit(sheet, classes.site == number, site.per_day)

    def _limit(self, sheet: Sheet, who: Mask, per_day: int) -> None:
        size = self._demand[:, who].sum(axis=1)
        parts = np.flatnonzero(size)
        if len(parts):
            gone = self._placed[who].sum(axis=0)
            for day in range(self.days):
                sheet.add_row(self._day(parts, day), size[parts], -INFINITE, per_day - int(gone[day]))

    def _balance(self, sheet: Sheet) -> None:
        """The lead after each day is a column of its own: yesterday's lead and who goes today."""
        for rule, counts in zip(self.travellers.staging.imbalance, self.travellers.classes.counts, strict=True):
            lead = sheet.add_columns(self.days, -rule.max, rule.max)
            size = self._demand @ counts
            parts = np.flatnonzero(size)
            gone = counts @ self._placed
            for day in range(self.days):
                before = lead[day - 1 : day] if day else lead[:0]
                index = np.concatenate([lead[day : day + 1], before, self._day(parts, day)])
                value = np.concatenate([[1], [-1] * len(before), -size[parts]])
                sheet.add_row(index, value, int(gone[day]), int(gone[day]))

    def _order(self, sheet: Sheet, queue: tuple[tuple[int, ...], ...]) -> None:
        """A run goes only when those before it have gone: `done` says so of each run and day."""
        done = np.zeros(0, dtype=np.int64)
        for place, run in enumerate(queue):
            blocks = np.array(run)
            for day in range(self.days if place else 0):
                today = self._day(blocks, day)
                number = sum(self._number[block] for block in run)
                sheet.add_row(np.append(today, done[day]), np.append(np.ones(len(run)), -number), -INFINITE, 0)
            before, done = done, sheet.add_columns(self.days, 0, 1)
            everyday = np.array([self._first[block] for block in run])[:, None] + np.arange(self.days)
            for day in range(self.days):
                # done = 1 only if nobody of this run goes later (and the runs before are done).
                later = everyday[:, day + 1 :].ravel()
                number = sum(self._number[block] for block in run)
                sheet.add_row(
                    np.append(later, done[day]), np.append(np.ones(len(later)), number), -INFINITE, number
                )
                if place:
                    sheet.add_row(np.array([done[day], before[day]]), np.array([1, -1]), -INFINITE, 0)

    def _handover_days(self, who: Mask) -> tuple[Numbers, Numbers]:
        """The sum of handover days of some classes: columns and their coefficients."""
        size = self._demand[:, who].sum(axis=1)
        parts = np.flatnonzero(size)
        everyday = np.array(self._first, dtype=np.int64)[parts][:, None] + np.arange(self.days)
        return everyday.ravel(), (size[parts][:, None] * np.arange(1, self.days + 1)).ravel()

    def placed(self, x: Numbers) -> Table:
        """Give how many of each class go on each day, those placed already included."""
        counts = np.array([x[self._all_days(first)] for first in self._first], dtype=np.int64).reshape(
            -1, self.days
        )
        return np.asarray(self._demand.T @ counts + self._placed)

    def assign(self, x: Numbers, days: Numbers) -> None:
        """Write each traveller's day (1..) into `days`: the longest held of a block first."""
        self.assign_among(x, np.ones(len(days), dtype=np.bool_), days)
        for number, bundle in enumerate(self.parts.bundles, start=len(self.parts.blocks)):
            for group, day in zip(bundle.groups, self._when(x, number), strict=True):
                days[group] = day

    def assign_among(self, x: Numbers, goes: Mask, days: Numbers) -> None:
        """Write the days of those members of blocks who go, the longest held first."""
        for number, block in enumerate(self.parts.blocks):
            days[block[goes[block]]] = self._when(x, number)

    def _when(self, x: Numbers, part: int) -> Numbers:
        """The days of a part's members who go, earliest first."""
        return np.repeat(np.arange(1, self.days + 1), x[self.columns_of(part)])
