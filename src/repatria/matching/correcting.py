"""What people decide corrects the weights: how much each field is to be trusted in these very lists.

The decided pairs are labels. A logistic regression finds a factor for the weights of each field and a shift for
all, held near 1 and 0 by a prior: a handful of decisions change little, hundreds change what they prove. People
are asked about doubtful pairs rather than about any; a regression on the weights themselves does not mind that,
counting levels among the decided pairs would.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from repatria.matching.coding import Ids
from repatria.matching.compare import Comparer
from repatria.matching.resolve import TEMPER
from repatria.matching.weights import Weights

Pairs = tuple[Ids, Ids]
_LOOSE = 0.12  # How far a factor may well lie from 1; the shift, in natural units, four times as far from 0.
_ROUNDS = 12
_FIELD_MOST = 6.0  # Bits of one field that the regression looks at: beyond, it is sure anyway.


def corrected(
    comparer: Comparer,
    weights: Weights,
    rows: Pairs,
    probability: NDArray[np.float64],
    same: Pairs,
    different: Pairs,
) -> Weights:
    """Give the weights as corrected by pairs that people have decided; only candidates teach anything."""
    places, truth = _places(rows, same, different)
    if not len(places):
        return weights
    bits = weights.of(comparer.compare(rows[0][places], rows[1][places])).astype(np.float64)
    said = np.clip(probability[places], 1e-6, 1 - 1e-6)
    features = TEMPER * np.log(2) * np.clip(bits, -_FIELD_MOST, _FIELD_MOST)
    change = _fitted(np.column_stack([np.ones(len(places)), features]), np.log(said / (1 - said)), truth)
    return replace(weights, trust=tuple((1 + change[1:]).tolist()), shift=float(change[0] / TEMPER / np.log(2)))


def _places(rows: Pairs, same: Pairs, different: Pairs) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Find the decided pairs among the candidates (these are in order); give their places and what was decided."""
    keys = rows[0].astype(np.int64) << 32 | rows[1]
    found, truth = [], []
    for pairs, decided in ((same, 1.0), (different, 0.0)):
        wanted = pairs[0].astype(np.int64) << 32 | pairs[1]
        at = np.minimum(np.searchsorted(keys, wanted), max(0, len(keys) - 1))
        at = at[keys[at] == wanted] if len(keys) else at[:0]
        found.append(at)
        truth.append(np.full(len(at), decided))
    return np.concatenate(found), np.concatenate(truth)


def _fitted(
    features: NDArray[np.float64], start: NDArray[np.float64], truth: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Find the change of coefficients of greatest posterior probability (Newton's method)."""
    precision = np.full(features.shape[1], _LOOSE**-2)
    precision[0] = (4 * _LOOSE) ** -2
    change = np.zeros(features.shape[1])
    for _ in range(_ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(start + features @ change, -30, 30)))
        gradient = features.T @ (truth - p) - precision * change
        curvature = (features.T * (p * (1 - p))) @ features + np.diag(precision)
        step = np.linalg.solve(curvature, gradient)
        change = np.clip(change + step, -0.9, 4.0)
    return change
