"""Whether two rows of one list are one person listed twice, or contradict each other."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from repatria.matching.coding import CodedLists, Ids
from repatria.matching.compare import Comparer
from repatria.matching.scoring import BATCH_PAIRS
from repatria.matching.weights import Weights

REPEAT_SHARE = 0.06  # Of rows that stand twice in a list, before anything is known.


@dataclass(frozen=True, slots=True)
class Within:
    """Compares rows of one list with each other, by weights learnt from both lists."""

    comparer: Comparer
    weights: Weights

    @classmethod
    def of(cls, lists: CodedLists, weights: Weights) -> "Within":
        """Take lists as :meth:`CodedLists.within` gives them."""
        return cls(Comparer.of(lists), weights)

    def bits(self, a: Ids, b: Ids) -> NDArray[np.float64]:
        """Give the weights of rows a[i] and b[i], per field."""
        return self.weights.of(self.comparer.compare(a, b)).astype(np.float64)

    def listed_twice(self, bits: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give the probability that two rows with these weights are one person listed twice."""
        prior = np.log2(REPEAT_SHARE / max(1, self.comparer.lists.left.height))
        return np.asarray(1 / (1 + np.exp2(-np.clip(bits.sum(axis=1) + prior, -60, 60))))

    def of_one_partner(self, a: Ids, b: Ids) -> NDArray[np.float64]:
        """Give for rows that fit the same partner how far they may be one person."""
        starts = range(0, len(a), BATCH_PAIRS)
        parts = [self._of_one_partner(a[at : at + BATCH_PAIRS], b[at : at + BATCH_PAIRS]) for at in starts]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _of_one_partner(self, a: Ids, b: Ids) -> NDArray[np.float64]:
        found = self.bits(a, b)
        # Both fit one partner already: what they share proves little then, what parts them counts in full.
        fitting = REPEAT_SHARE * np.exp2(np.minimum(found, 0).sum(axis=1))
        return np.asarray(np.maximum(self.listed_twice(found), fitting))
