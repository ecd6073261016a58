"""From weights to probabilities: a row is one person, and most persons stand once in a list.

A pair competes with the other partners of either row. Two rows of one list that fit the same partner are either
one person listed twice or namesakes: they are compared within their own list. As far as they may be one person
they do not compete; as far as they contradict each other, only one of them can be the partner, and twenty
namesakes share what one certain match would have.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from repatria.matching.blocks import agreeing
from repatria.matching.coding import Ids
from repatria.names import Tradition

Odds = NDArray[np.float64]
Sameness = Callable[[Ids, Ids], Odds]
"""Gives, for rows a[i] and b[i] of one list that fit the same partner, the probability that they are one person."""

_BEST_PER_ROW = 8
# Measured on some fifty synthetic pairs of lists of nine kinds, truth against weights. Arabic parts of a name hang
# together more than Slavic ones: their summed weights are the surer of themselves.
_EVEN: dict[Tradition, float] = {"slavic": 3.2, "arabic": 2.2, "plain": 2.5}
TEMPER = 0.82
_RIVALS_WEIGH = 1.5  # A rival is better than its odds: where several fit, the right one may be missing too.
_LEAST_COMPETITION = 2.0**-8  # Odds below this take nothing from anybody, and nobody takes anything from them.


def probabilities(left: Ids, right: Ids, odds: Odds, repeats_left: Sameness, repeats_right: Sameness) -> Odds:
    """Give the probability of each pair (left[i], right[i]) that has these odds, rivals aside."""
    odds = odds.copy()
    some = np.flatnonzero(odds >= _LEAST_COMPETITION)
    a, b, strong = left[some], right[some], odds[some]
    odds[some] = strong * _left_over(a, b, strong, repeats_right) * _left_over(b, a, strong, repeats_left)
    return np.asarray(odds / (1 + odds))


def tempered(bits: Odds, tradition: Tradition) -> Odds:
    """Turn weights in bits (prior included) into odds that mean what they say, for a pair without rivals.

    Fields are not independent, so their summed weights are too sure of themselves, and the prior is cautious.
    """
    return np.asarray(_EVEN[tradition] * np.exp2(TEMPER * np.clip(bits, -60, 60)))


def _left_over(own: Ids, other: Ids, odds: Odds, sameness: Sameness) -> Odds:
    """Give the factor that competition leaves to the odds of each pair: 1 where its row has no other partner.

    Let S be the odds of the other partners and R the part of it that may be the same person listed twice. Either
    none of them is the partner (1), or one is (S), or both are (R times this pair): (1 + R) / (1 + S). What is no
    repeat, S - R, counts _RIVALS_WEIGH times.
    """
    strong = _best_per_row(own, odds)
    rows = own[strong].astype(np.int64)
    one, another = agreeing(rows, rows, most=20 * len(own) + 1000)
    apart = one != another
    a, b = strong[one[apart]], strong[another[apart]]
    others = np.bincount(a, odds[b], minlength=len(own))
    repeats = np.bincount(a, odds[b] * sameness(other[a], other[b]), minlength=len(own))
    return np.asarray((1 + repeats) / (1 + repeats + _RIVALS_WEIGH * (others - repeats)), np.float64)


def _best_per_row(rows: Ids, odds: Odds) -> NDArray[np.intp]:
    """Give the places of the best pairs of each row, at most _BEST_PER_ROW."""
    order = np.lexsort((np.arange(len(rows)), -odds, rows))
    ranked = rows[order]
    first = np.searchsorted(ranked, ranked, "left")
    return np.sort(order[np.arange(len(order)) - first < _BEST_PER_ROW])
