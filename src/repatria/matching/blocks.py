"""Pairs of rows that agree on a key, found by sorting; and random pairs."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from repatria.matching.coding import Ids

Keys = NDArray[np.int64]
Pairs = tuple[Ids, Ids]


@dataclass(frozen=True, slots=True)
class Index:
    """The keys of one side: the different ones in order, and the rows of each."""

    different: Keys
    start: NDArray[np.intp]  # One more than `different`: where the rows of each key begin in `order`.
    order: Ids

    @classmethod
    def of(cls, keys: Keys) -> "Index":
        """Sort `keys`; negative keys agree with nothing and are left out."""
        present = np.flatnonzero(keys >= 0)
        order = present[np.argsort(keys[present], kind="stable")]
        ranked = keys[order]
        start = np.flatnonzero(_firsts(ranked))
        return cls(ranked[start], np.append(start, len(order)), order.astype(np.int32))

    def pairs(self, keys: Keys, largest: int) -> Pairs:
        """Give the pairs (place in `keys`, place here) of equal keys, ordered by key.

        A key of over `largest` rows here gives none.
        """
        rows, low, size = self._blocks(keys)
        kept = size <= largest
        return self._spread(rows[kept], low[kept], size[kept])

    def most(self, keys: Keys, most: int) -> Pairs:
        """Give the pairs of equal keys, at most `most` of them, those of the smallest blocks first."""
        rows, low, size = self._blocks(keys)
        in_order = np.argsort(rows, kind="stable")
        rows, low, size = rows[in_order], low[in_order], size[in_order]
        if size.sum() > most:
            smallest = np.argsort(size, kind="stable")
            kept = np.sort(smallest[: int(np.searchsorted(np.cumsum(size[smallest]), most))])
            rows, low, size = rows[kept], low[kept], size[kept]
        return self._spread(rows, low, size)

    def _blocks(self, keys: Keys) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
        """Give the places in `keys` that meet rows here, where those rows begin, and how many there are."""
        # Asked in order, the search walks through memory once instead of jumping.
        known = np.flatnonzero(keys >= 0)
        asked = known[np.argsort(keys[known], kind="stable")]
        ranked = keys[asked]
        at = np.searchsorted(self.different, ranked)
        met = np.flatnonzero(at < len(self.different))
        met = met[self.different[at[met]] == ranked[met]]
        found = at[met]
        return asked[met], self.start[found], self.start[found + 1] - self.start[found]

    def _spread(self, rows: NDArray[np.intp], low: NDArray[np.intp], size: NDArray[np.intp]) -> Pairs:
        a = np.repeat(rows, size)
        within = np.arange(len(a)) - np.repeat(np.cumsum(size) - size, size)
        return a.astype(np.int32), self.order[np.repeat(low, size) + within]


def once(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give the different numbers in order (polars sorts millions in half the time of numpy)."""
    ranked = pl.Series(numbers).sort().to_numpy()
    return ranked[_firsts(ranked)]


def _firsts(ranked: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell which of ordered numbers differ from the one before."""
    first = np.ones(len(ranked), bool)
    np.not_equal(ranked[1:], ranked[:-1], out=first[1:])
    return first


def agreeing(left: Keys, right: Keys, most: int) -> Pairs:
    """Give at most `most` pairs (place in `left`, place in `right`) of equal keys; negative keys never agree."""
    return Index.of(right).most(left, most)


def at_random(left: int, right: int, how_many: int, seed: int) -> Pairs:
    """Give pairs drawn at random (all of them where the lists are small)."""
    if left * right <= how_many:
        grid = np.arange(left * right)
        return (grid // max(1, right)).astype(np.int32), (grid % max(1, right)).astype(np.int32)
    draw = np.random.default_rng(seed)
    return (
        draw.integers(0, left, how_many, dtype=np.int32),
        draw.integers(0, right, how_many, dtype=np.int32),
    )
