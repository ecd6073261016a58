"""From weights to probabilities: a row is one person, and has at most one partner, repeats of it aside.

The odds of a pair compete with those of every other partner of either row (a sum over the alternatives, so
twenty namesakes share what one certain match would have). A competitor that is itself a repeat of the
partner (the same person listed twice) is no competitor: rows that share a candidate are compared within
their own list first.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from repatria.matching.blocks import agreeing
from repatria.matching.coding import Ids

Odds = NDArray[np.float64]
Sameness = Callable[[Ids, Ids], NDArray[np.float64]]
"""Gives, for rows a[i] and b[i] of one list, the probability that they are one person."""

_BEST_PER_ROW = 8
_LEAST_COMPETITION = 2.0**-8  # Odds below this take nothing from anybody.
_CHAIN = 0.9  # A repeat and its partner must both be this sure to speak for a third pair.


def probabilities(left: Ids, right: Ids, bits: Odds, repeats_left: Sameness, repeats_right: Sameness) -> Odds:
    """Give the probability of each pair (left[i], right[i]) with weight `bits` (prior included)."""
    odds = np.exp2(np.clip(bits, -60, 60))
    by_left, chain_left = _competition(left, right, odds, repeats_right)
    by_right, chain_right = _competition(right, left, odds, repeats_left)
    alone = odds / (1 + odds + by_left + by_right)
    return np.maximum(alone, np.maximum(chain_left(alone), chain_right(alone)))


def _competition(own: Ids, other: Ids, odds: Odds, sameness: Sameness) -> tuple[Odds, Callable[[Odds], Odds]]:
    """Sum, for each pair, the odds of its row's other partners; and tell how repeats lend certainty."""
    strong = _best_per_row(own, odds)
    a, b = agreeing(own[strong].astype(np.int64), own[strong].astype(np.int64), most=20 * len(own) + 1000)
    a, b = strong[a], strong[b]
    apart = a != b
    a, b = a[apart], b[apart]
    same = sameness(other[a], other[b])
    taken = np.bincount(a, odds[b] * (1 - same), minlength=len(own))

    def chain(alone: Odds) -> Odds:
        """A repeat of a sure partner is a partner too, unless something speaks against it."""
        lent = np.zeros(len(alone))
        links = (same >= _CHAIN) & (alone[b] >= _CHAIN)
        np.maximum.at(lent, a[links], same[links] * alone[b][links])
        return lent

    return np.asarray(taken, np.float64), chain


def _best_per_row(rows: Ids, odds: Odds) -> NDArray[np.intp]:
    """Give the places of the best pairs of each row, at most _BEST_PER_ROW, none without weight."""
    kept = np.flatnonzero(odds >= _LEAST_COMPETITION)
    order = kept[np.lexsort((kept, -odds[kept], rows[kept]))]
    ranked = rows[order]
    first = np.searchsorted(ranked, ranked, "left")
    return np.sort(order[np.arange(len(order)) - first < _BEST_PER_ROW])
