"""Pairs of rows that agree on a key, found by sorting; and random pairs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from repatria.matching.coding import Ids

Keys = NDArray[np.int64]
Pairs = tuple[Ids, Ids]


@dataclass(frozen=True, slots=True)
class Index:
    """The keys of one side, sorted."""

    ranked: Keys
    order: Ids

    @classmethod
    def of(cls, keys: Keys) -> "Index":
        """Sort `keys`; negative keys agree with nothing and are left out."""
        present = np.flatnonzero(keys >= 0)
        order = present[np.argsort(keys[present], kind="stable")]
        return cls(keys[order], order.astype(np.int32))

    def pairs(self, keys: Keys, largest: int) -> Pairs:
        """Give the pairs (place in `keys`, place here) of equal keys; a key of over `largest` rows has none."""
        low, high = np.searchsorted(self.ranked, keys, "left"), np.searchsorted(self.ranked, keys, "right")
        size = high - low
        return self._spread(np.flatnonzero((size > 0) & (size <= largest) & (keys >= 0)), low, size)

    def most(self, keys: Keys, most: int) -> Pairs:
        """Give the pairs of equal keys, at most `most` of them, those of the smallest blocks first."""
        low, high = np.searchsorted(self.ranked, keys, "left"), np.searchsorted(self.ranked, keys, "right")
        size = np.where(keys < 0, 0, high - low)
        rows = np.flatnonzero(size)
        if size.sum() > most:
            rows = rows[np.argsort(size[rows], kind="stable")]
            rows = np.sort(rows[: int(np.searchsorted(np.cumsum(size[rows]), most))])
        return self._spread(rows, low, size)

    def _spread(self, rows: NDArray[np.intp], low: NDArray[np.intp], size: NDArray[np.intp]) -> Pairs:
        counts = size[rows]
        a = np.repeat(rows, counts)
        within = np.arange(len(a)) - np.repeat(np.cumsum(counts) - counts, counts)
        return a.astype(np.int32), self.order[np.repeat(low[rows], counts) + within]


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
