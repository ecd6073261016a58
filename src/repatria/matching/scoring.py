"""Candidates become weights: pairs are compared and weighed batch by batch, so that one number a pair stays."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from repatria.matching.coding import Ids
from repatria.matching.compare import Comparer
from repatria.matching.weights import Weights

Pairs = tuple[Ids, Ids]
Scores = NDArray[np.float32]
"""Weight of each pair in bits, without the prior."""
Reached = Callable[[int, int], None]

BATCH_PAIRS = 100_000


def weighed(
    comparer: Comparer, weights: Weights, rows: Pairs, threads: int, reached: Reached | None = None
) -> Scores:
    """Compare and weigh pairs of rows; the result does not depend on batches or threads."""
    left, right = rows
    starts = range(0, len(left), BATCH_PAIRS)
    scores = np.empty(len(left), np.float32)

    def weigh(start: int) -> None:
        part = slice(start, start + BATCH_PAIRS)
        scores[part] = weights.of(comparer.compare(left[part], right[part])).sum(axis=1)

    with ThreadPoolExecutor(threads) as pool:
        for done, _ in enumerate(pool.map(weigh, starts), start=1):
            if reached:
                reached(done, len(starts))
    return scores
