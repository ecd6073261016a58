"""Which pairs deserve a full comparison: up to some 20,000 rows a side, every pair is looked at cheaply.

For each pair small integers are added up (surname by edit distance of codes, given name and father by group,
dates, places, units by equality) and the best-scoring pairs are kept. Slices of rows bound the memory.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from repatria.matching.blocks import once
from repatria.matching.coding import CodedLists, Ids, Side
from repatria.names import ABSENT, Coded

Points = NDArray[np.int8]
Pairs = tuple[Ids, Ids]

_SLICE_CELLS = 4_000_000
_WORTH_A_LOOK = 5  # Points; below it a pair is never kept.
_PAIRS_PER_ROW = 36  # At most; Arabic given names are few, and so many pairs look alike.
_SURNAME_POINTS = np.array([8, 6, 3, 0, -1] + [-1] * 251, np.int8)  # By edit distance of codes.
_SHORT_SURNAME_POINTS = np.array([6, 3, 0, -1, -1] + [-1] * 251, np.int8)
_SHORT = 4
_SAME_NAME, _NEAR_NAME, _OTHER_NAME = 4, 3, -3


@dataclass(frozen=True, slots=True)
class _View:
    """The readings of a list with the fields of their rows beside them, sliced together."""

    row: Ids
    family: Ids
    given: Ids
    father: Ids
    birth: Ids
    captured: Ids
    unit: Ids
    texts: tuple[tuple[str, Ids], ...]

    @classmethod
    def of(cls, side: Side, texts: dict[str, Ids]) -> "_View":
        r = side.readings
        return cls(
            r.row,
            r.family,
            r.given,
            r.father,
            side.birth[r.row],
            side.captured[r.row],
            side.unit_number[r.row],
            tuple((name, ids[r.row]) for name, ids in texts.items()),
        )

    def part(self, start: int, stop: int) -> "_View":
        cut = slice(start, stop)
        return _View(
            self.row[cut],
            self.family[cut],
            self.given[cut],
            self.father[cut],
            self.birth[cut],
            self.captured[cut],
            self.unit[cut],
            tuple((name, ids[cut]) for name, ids in self.texts),
        )


def all_pairs(lists: CodedLists, threads: int, reached: Callable[[int, int], None] | None = None) -> Pairs:
    """Look at every pair of rows; give the rows of the kept pairs, in order, each pair once."""
    left = _View.of(lists.left, {name: texts.left for name, texts in lists.texts.items()})
    right = _View.of(lists.right, {name: texts.right for name, texts in lists.texts.items()})
    scorer = _Scorer(lists, left, right)
    most = _PAIRS_PER_ROW * (lists.left.height + lists.right.height)
    slices, found = list(_slices(len(left.row), len(right.row))), []
    with ThreadPoolExecutor(threads) as pool:
        for part in pool.map(partial(scorer.best_of, most), *zip(*slices, strict=True)):
            found.append(part)
            if reached:
                reached(len(found), len(slices))
    a, b, points = (np.concatenate(parts) for parts in zip(*found, strict=True))
    kept = _at_most(points, most)
    return _each_once(left.row[a[kept]], right.row[b[kept]], lists.right.height)


def _slices(rows: int, columns: int) -> Iterator[tuple[int, int]]:
    step = max(1, _SLICE_CELLS // max(1, columns))
    for start in range(0, max(rows, 1), step):
        yield start, min(rows, start + step)


def _at_most(points: Points, most: int) -> NDArray[np.intp]:
    """Keep the best-scoring pairs, as many as fit below `most`, whole scores at a time."""
    counts = np.bincount(points.astype(np.int64), minlength=128)
    from_the_top = np.cumsum(counts[::-1])[::-1]
    fits = np.flatnonzero(from_the_top <= most)
    least = int(fits[0]) if len(fits) else len(counts) - 1
    kept = np.flatnonzero(points >= least)
    return kept if len(kept) else np.argsort(-points, kind="stable")[:most]


def _each_once(left: Ids, right: Ids, width: int) -> Pairs:
    keys = once(left.astype(np.int64) * max(1, width) + right)
    return (keys // max(1, width)).astype(np.int32), (keys % max(1, width)).astype(np.int32)


class _Scorer:
    """Adds up the points of a slice of left readings against all right readings."""

    def __init__(self, lists: CodedLists, left: _View, right: _View) -> None:
        self.left, self.right = left, right
        self.families = lists.families
        self.right_codes = _codes(lists.families, right.family)
        self.given = _NameTable(lists.names, left.given, right.given)
        self.father = _NameTable(lists.names, left.father, right.father)

    def best_of(self, most: int, start: int, stop: int) -> tuple[Ids, Ids, Points]:
        """Give the pairs of a slice worth keeping: no more than may be kept of all slices together."""
        part = self.left.part(start, stop)
        points = self._surnames(part)
        points += self.given.points(start, stop)
        points += self.father.points(start, stop)
        self._dates(points, part)
        _add_equal(points, part.unit, self.right.unit, 3, 0)
        for (name, a), (_, b) in zip(part.texts, self.right.texts, strict=True):
            _add_equal(points, a, b, 6 if name == "callsign" else 2, ABSENT)
        at = np.flatnonzero(points.ravel() >= _WORTH_A_LOOK)
        if len(at) > most:
            at = at[_at_most(points.ravel()[at], most)]
        width = points.shape[1]
        rows, columns = (at // width).astype(np.int32), (at % width).astype(np.int32)
        return rows + start, columns, points.ravel()[at]

    def _surnames(self, part: _View) -> Points:
        codes = _codes(self.families, part.family)
        distance = cdist(codes, self.right_codes, scorer=OSA.distance, score_cutoff=3, dtype=np.uint8)
        points: Points = _SURNAME_POINTS[distance]
        short = np.array([len(code) < _SHORT for code in codes], bool)
        points[short] = _SHORT_SURNAME_POINTS[distance[short]]
        points[part.family == ABSENT] = 0
        points[:, self.right.family == ABSENT] = 0
        return points

    def _dates(self, points: Points, part: _View) -> None:
        a, b = part.birth, self.right.birth
        same_year = (a // 10000)[:, None] == (b // 10000)[None, :]
        same_year[a == 0] = False
        points += same_year * np.int8(3)
        day_a, day_b = a % 10000, b % 10000
        _add_equal(points, day_a, day_b, 5, 0)
        _add_equal(points, day_a % 100 * 100 + day_a // 100, day_b, 3, 0)
        _add_equal(points, part.captured, self.right.captured, 4, 0)


def _codes(words: Coded, ids: Ids) -> list[str]:
    codes = np.append(words.codes, "")  # ABSENT is -1: the last.
    return [str(code) for code in codes[ids]]


def _add_equal(points: Points, a: Ids, b: Ids, worth: int, missing: int) -> None:
    equal = a[:, None] == b[None, :]
    equal[a == missing] = False
    np.add(points, np.int8(worth), out=points, where=equal)


class _NameTable:
    """Points between the different given names of both sides, looked up per pair."""

    def __init__(self, words: Coded, left: Ids, right: Ids) -> None:
        a, self._rows = np.unique(left, return_inverse=True)
        b, self._columns = np.unique(right, return_inverse=True)
        self._table = np.ascontiguousarray(_name_points(words, a, b))

    def points(self, start: int, stop: int) -> Points:
        found: Points = np.take(self._table[self._rows[start:stop]], self._columns, axis=1)
        return found


def _name_points(words: Coded, a: Ids, b: Ids) -> Points:
    distance = cdist(_codes(words, a), _codes(words, b), scorer=OSA.distance, score_cutoff=2, dtype=np.uint8)
    points = np.full(distance.shape, _OTHER_NAME, np.int8)
    points[distance == 2] = 0
    points[distance <= 1] = _NEAR_NAME
    if len(words.codes):
        letters = words.letters[a][:, None] & words.letters[b][None, :]
        initial = words.initial[a][:, None] | words.initial[b][None, :]
        points[initial] = np.where(letters[initial] != 0, 2, _OTHER_NAME)
        points[words.term[a][:, None] == words.term[b][None, :]] = _SAME_NAME
        for i in range(3):
            for j in range(3):
                x, y = words.groups[a, i][:, None], words.groups[b, j][None, :]
                points[(x == y) & (x >= 0)] = _SAME_NAME
    points[a == ABSENT] = 0
    points[:, b == ABSENT] = 0
    return points
