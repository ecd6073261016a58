"""Candidates of long lists: pairs that agree on one of several narrow keys, looked at cheaply, the best kept.

Rows of equal keys are joined by sorting. A block of more than LARGEST_BLOCK rows is left to the narrower keys: so
many namesakes with nothing else in common settle nothing.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from repatria.matching.blocks import Index, once
from repatria.matching.coding import CodedLists, Ids
from repatria.matching.keys import Rows, kinds_of_keys, mended_codes, rows_of
from repatria.matching.pile import Pile
from repatria.names import ABSENT

Pairs = tuple[Ids, Ids]
Reached = Callable[[int, int], None]
"""Is told how many of how many steps are done."""

PAIRS_PER_ROW = 12
LARGEST_BLOCK = 50
_SLICE_ROWS = 50_000
_WORTH_KEEPING = 5  # Points.


def agreeing_rows(
    lists: CodedLists,
    threads: int,
    reached: Reached | None = None,
    most_per_row: int = PAIRS_PER_ROW,
    most_bytes: int | None = None,
) -> Pairs:
    """Give the rows of the pairs worth comparing, in order, each pair once.

    One key after another is joined, so that the index of one key a thread is in memory; what they offer lies in a
    pile that is spilled to the disk beyond `most_bytes`. Then slice after slice of the left list is looked at.
    """
    mended = mended_codes(lists)
    search = Search(rows_of(lists, lists.left, 0, mended), rows_of(lists, lists.right, 1, mended), most_per_row)
    starts = lists.left.first_reading[np.append(np.arange(0, lists.left.height, _SLICE_ROWS), lists.left.height)]
    slices = [slice(int(a), int(b)) for a, b in pairwise(starts.tolist())]
    kinds = range(len(search.ours))
    steps = _Steps(reached, len(kinds) + len(slices))
    with Pile(most_bytes) as pile, ThreadPoolExecutor(threads) as pool:
        for _ in pool.map(partial(search.offer, slices, pile), kinds):
            steps.one_more()
        found = []
        for pairs in pool.map(search.chosen, slices, map(pile.take, range(len(slices)))):
            found.append(pairs)
            steps.one_more()
    if not found:
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    return tuple(np.concatenate(parts) for parts in zip(*found, strict=True))  # type: ignore[return-value]


class _Steps:
    def __init__(self, reached: Reached | None, total: int) -> None:
        self.reached, self.done, self.total = reached, 0, total

    def one_more(self) -> None:
        self.done += 1
        if self.reached:
            self.reached(self.done, self.total)


class Search:
    """Joins the keys of both sides and chooses the best of what meets."""

    def __init__(self, left: Rows, right: Rows, most_per_row: int) -> None:
        self.left, self.right, self.most_per_row = left, right, most_per_row
        self.ours, self.theirs = kinds_of_keys(left), kinds_of_keys(right)

    def offer(self, slices: list[slice], pile: Pile, kind: int) -> None:
        """Throw the pairs of readings that agree on one kind of key on the pile, a heap for each slice."""
        ours, index = self.ours[kind](), Index.of(self.theirs[kind]())
        for heap, part in enumerate(slices):
            a, b = index.pairs(ours[part], LARGEST_BLOCK)
            pile.add(heap, a.astype(np.int64) << 32 | b)

    def chosen(self, part: slice, offered: NDArray[np.int64]) -> Pairs:
        """Give the best candidates of the left rows of a slice among the pairs of readings offered."""
        met = once(offered)
        a, b = (met >> 32).astype(np.int32), (met & 0xFFFFFFFF).astype(np.int32)
        ours = self.left.take(part)
        points = points_of(ours, self.right, a, b)
        return best(ours.row[a], self.right.row[b], points, self.most_per_row)


def points_of(ours: Rows, theirs: Rows, a: Ids, b: Ids) -> NDArray[np.int8]:
    """Look cheaply at pairs of readings (places in `ours` and `theirs`)."""
    points = np.zeros(len(a), np.int8)
    for name, agrees, differs in (
        ("family", 4, 0),
        ("bones", 4, -2),
        ("given", 4, -2),
        ("father", 4, -2),
        ("place", 3, 0),
        ("capture_place", 1, 0),
        ("callsign", 5, 0),
    ):
        _judge(points, getattr(ours, name)[a], getattr(theirs, name)[b], agrees, differs, ABSENT)
    _judge(points, ours.unit[a], theirs.unit[b], 3, -1, 0)
    _judge(points, ours.captured[a], theirs.captured[b], 4, 0, 0)
    for one, other in zip(ours.further, theirs.further, strict=True):
        _judge(points, one[a], other[b], 2, 0, ABSENT)
    one, other = ours.birth[a], theirs.birth[b]
    _judge(points, one // 10000, other // 10000, 3, -1, 0)
    _judge(points, one % 10000, other % 10000, 5, -1, 0)
    return points


def best(left: Ids, right: Ids, points: NDArray[np.int8], most_per_row: int) -> Pairs:
    """Keep the best pairs of each left row, each pair of rows once."""
    kept = np.flatnonzero(points >= _WORTH_KEEPING)
    left, right, points = left[kept], right[kept], points[kept]
    # One number sorts by left row, then by points from the top, then by right row.
    ranked = once(left.astype(np.int64) << 38 | (127 - points).astype(np.int64) << 31 | right)
    left, right = (ranked >> 38).astype(np.int32), (ranked & 0x7FFFFFFF).astype(np.int32)
    first = _first_of_equals(left, right)
    left, right = left[first], right[first]
    rank = np.arange(len(left)) - np.searchsorted(left, left, "left")
    left, right = left[rank < most_per_row], right[rank < most_per_row]
    both = np.sort(left.astype(np.int64) << 32 | right)
    return (both >> 32).astype(np.int32), (both & 0xFFFFFFFF).astype(np.int32)


def _first_of_equals(left: Ids, right: Ids) -> NDArray[np.intp]:
    """Give the place of the best reading of each pair of rows; several readings may have met."""
    _, first = np.unique(left.astype(np.int64) << 32 | right, return_index=True)
    return np.sort(first)


def _judge(points: NDArray[np.int8], a: Ids, b: Ids, agrees: int, differs: int, missing: int) -> None:
    known = (a != missing) & (b != missing)
    points += np.where(known, np.where(a == b, np.int8(agrees), np.int8(differs)), np.int8(0))
