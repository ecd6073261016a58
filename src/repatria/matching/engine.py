"""Who is who across two lists: code, learn, candidates, comparison, probabilities, in this order.

    found = reconcile(left, right)
    found.table()      # left_id, right_id, probability, decision, because

Nothing is decided here for good: a `match` is a proposal above the threshold, `review` is for a person to look at.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import polars as pl
from numpy.typing import NDArray

from repatria.matching.blocks import agreeing, at_random
from repatria.matching.candidates import all_pairs
from repatria.matching.coding import CodedLists, Ids, code_lists
from repatria.matching.compare import NAME_FIELDS, Comparer, fields_of
from repatria.matching.contradictions import Contradiction, contradictions, warned
from repatria.matching.correcting import corrected
from repatria.matching.memory import check, for_pairs
from repatria.matching.progress import Progress, Stage, silent
from repatria.matching.resolve import probabilities, tempered
from repatria.matching.sameness import Within
from repatria.matching.scoring import Scores, weighed
from repatria.matching.search import agreeing_rows
from repatria.matching.settings import BLOCK_PAIRS, RANDOM_PAIRS, Settings
from repatria.matching.table import Proposal, proposals, proposed
from repatria.matching.training import full_names, known_days
from repatria.matching.weights import Weights, learn, prior_bits, shipped

Pairs = tuple[Ids, Ids]
Score = Callable[[Weights], tuple[Pairs, Scores]]
"""Gives the candidates, in order, and their weights."""
_SHOWN = ("id", "date_of_birth")  # All that a proposal shows of a row.


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """All candidate pairs with their probability; what was found in a pair is worked out when asked for."""

    left: pl.DataFrame
    right: pl.DataFrame
    comparer: Comparer
    weights: Weights
    rows: Pairs
    probability: NDArray[np.float64]
    settings: Settings
    _contradictions: list[list[Contradiction]] = field(default_factory=list, repr=False, compare=False)

    @property
    def lists(self) -> CodedLists:
        """The lists in numbers."""
        return self.comparer.lists

    def table(self, everything: bool = False, progress: Progress = silent) -> pl.DataFrame:
        """Give left_id, right_id, probability, decision, because, likeliest first; the rejected if `everything`."""
        table = proposals(
            (self.left, self.right),
            self.comparer,
            self.weights,
            self.rows,
            self.probability,
            self.settings,
            everything,
            lambda done, total: progress(Stage.REASONS, done, total),
        )
        return warned(table, self.contradictions())

    def contradictions(self) -> list[Contradiction]:
        """Find A = B, B = C and A ≠ C among the matches and what people have decided."""
        if not self._contradictions:
            matches = self.probability >= self.settings.match
            rows = self.rows[0][matches], self.rows[1][matches]
            sides = self.left, self.right
            self._contradictions.append(contradictions(sides, self.comparer, self.weights, rows, self.settings))
        return self._contradictions[0]

    def pairs(self) -> list[Proposal]:
        """Give the proposed pairs, likeliest first, with their reasons not yet in words."""
        return proposed(self.comparer, self.weights, self.rows, self.probability, self.settings.review)


def reconcile(
    left: pl.DataFrame, right: pl.DataFrame, settings: Settings | None = None, progress: Progress = silent
) -> Reconciliation:
    """Find who is who. Both frames hold text columns with linkage names and an `id`; any other may be missing.

    Raises:
        TooLittleMemory: the lists cannot be reconciled within `settings.memory`.
    """
    settings = settings or Settings()
    check(settings.memory, left, right)
    progress(Stage.CODING, 0, 0)
    lists = code_lists(left, right, settings.threads)
    left, right = _shown(left), _shown(right)
    comparer = Comparer.of(lists)
    progress(Stage.LEARNING, 0, 0)
    weights = learnt(lists, comparer, settings)
    progress(Stage.CANDIDATES, 0, 0)
    rows = _candidates(lists, settings, progress)
    same, _ = settings.decisions.places(left["id"], right["id"])
    rows = _joined(rows, same)

    def score(weights: Weights) -> tuple[Pairs, Scores]:
        told: Callable[[int, int], None] = lambda done, total: progress(Stage.COMPARING, done, total)  # noqa: E731
        return rows, weighed(comparer, weights, rows, settings.threads, told)

    return settled(left, right, comparer, weights, score, settings, progress)


def _shown(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(name for name in _SHOWN if name in frame.columns)


def settled(
    left: pl.DataFrame,
    right: pl.DataFrame,
    comparer: Comparer,
    weights: Weights,
    score: Score,
    settings: Settings,
    progress: Progress = silent,
) -> Reconciliation:
    """Turn weights into probabilities, heeding what people have decided; `score` runs on whatever engine."""
    rows, bits = score(weights)
    progress(Stage.DECIDING, 0, 0)
    probability = _probabilities(comparer, weights, rows, bits, settings)
    same, different = settings.decisions.places(left["id"], right["id"])
    if len(same[0]) + len(different[0]):
        weights = corrected(comparer, weights, rows, probability, same, different)
        rows, bits = score(weights)
        probability = _probabilities(comparer, weights, rows, bits, settings)
        probability[_among(rows, same)] = 1.0
        probability[_among(rows, different)] = 0.0
    return Reconciliation(_shown(left), _shown(right), comparer, weights, rows, probability, settings)


def _candidates(lists: CodedLists, settings: Settings, progress: Progress) -> Pairs:
    def reached(done: int, total: int) -> None:
        progress(Stage.CANDIDATES, done, total)

    if lists.left.height * lists.right.height <= settings.all_pairs:
        return all_pairs(lists, settings.threads, reached)
    return agreeing_rows(lists, settings.threads, reached, most_bytes=for_pairs(settings.memory))


def _joined(one: Pairs, other: Pairs) -> Pairs:
    if not len(other[0]):
        return one
    pairs = np.unique(
        np.column_stack([np.concatenate([one[0], other[0]]), np.concatenate([one[1], other[1]])]), axis=0
    )
    return pairs[:, 0].astype(np.int32), pairs[:, 1].astype(np.int32)


def _among(rows: Pairs, wanted: Pairs) -> NDArray[np.bool_]:
    key = rows[0].astype(np.int64) << 32 | rows[1]
    return np.isin(key, wanted[0].astype(np.int64) << 32 | wanted[1])


def learnt(lists: CodedLists, comparer: Comparer, settings: Settings) -> Weights:
    """Learn the weights from the lists themselves, without labels."""
    start = shipped(fields_of(lists))
    random = comparer.compare(*at_random(lists.left.height, lists.right.height, RANDOM_PAIRS, settings.seed))
    same_birth = comparer.compare(*agreeing(known_days(lists.left), known_days(lists.right), BLOCK_PAIRS))
    same_names = comparer.compare(
        *agreeing(full_names(lists, lists.left), full_names(lists, lists.right), BLOCK_PAIRS)
    )
    return learn(start, random, same_birth, same_names, NAME_FIELDS)


def _probabilities(
    comparer: Comparer, weights: Weights, rows: Pairs, bits: Scores, settings: Settings
) -> NDArray[np.float64]:
    lists = comparer.lists
    heights = lists.left.height, lists.right.height
    score = bits.astype(np.float64)
    score += prior_bits(score, float(max(1, heights[0] * heights[1])), float(min(heights))) + weights.shift
    return probabilities(
        *rows,
        tempered(score, lists.tradition),
        Within.of(lists.within("left"), weights).of_one_partner,
        Within.of(lists.within("right"), weights).of_one_partner,
    )
