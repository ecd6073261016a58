"""Pairs of rows that agree on a key, found by sorting; and random pairs."""

import numpy as np
from numpy.typing import NDArray

from repatria.matching.coding import Ids

Keys = NDArray[np.int64]
Pairs = tuple[Ids, Ids]


def agreeing(left: Keys, right: Keys, most: int, largest: int | None = None) -> Pairs:
    """Give the pairs (place in `left`, place in `right`) of equal keys; negative keys agree with nothing.

    Blocks whose product is above `largest` are left out; after `most` pairs the rest is left out, smallest
    blocks first, so the result is bounded whatever the lists hold.
    """
    order = np.argsort(right, kind="stable")
    ranked = right[order]
    low = np.searchsorted(ranked, left, "left")
    high = np.searchsorted(ranked, left, "right")
    size = np.where(left < 0, 0, high - low)
    if largest is not None:
        _, which, times = np.unique(left, return_inverse=True, return_counts=True)
        size = np.where(size * times[which] > largest, 0, size)
    rows = np.flatnonzero(size)
    if size.sum() > most:
        rows = rows[np.argsort(size[rows], kind="stable")]
        rows = np.sort(rows[: int(np.searchsorted(np.cumsum(size[rows]), most))])
    counts = size[rows]
    a = np.repeat(rows, counts)
    within = np.arange(len(a)) - np.repeat(np.cumsum(counts) - counts, counts)
    b = order[np.repeat(low[rows], counts) + within]
    return a.astype(np.int32), b.astype(np.int32)


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
