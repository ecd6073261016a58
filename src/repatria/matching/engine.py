"""Who is who across two lists: code, candidates, comparison, weights, probabilities, in this order.

    found = reconcile(left, right)
    found.table()      # left_id, right_id, probability, decision, because

Nothing is decided here for good: a `match` is a proposal above the threshold, `review` is for a person to look at.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from repatria.matching.because import Reason, reasons
from repatria.matching.blocks import agreeing, at_random
from repatria.matching.candidates import all_pairs
from repatria.matching.coding import CodedLists, Ids, code_lists
from repatria.matching.compare import NAME_FIELDS, Comparer, Findings, fields_of
from repatria.matching.keys import agreeing_rows
from repatria.matching.resolve import probabilities
from repatria.matching.settings import BLOCK_PAIRS, RANDOM_PAIRS, Settings
from repatria.matching.table import proposals
from repatria.matching.training import full_names, known_days
from repatria.matching.weights import Weights, learn, prior_bits, shipped

Progress = Callable[[str], None]
_REPEAT_SHARE = 0.06  # Of rows that stand twice in a list, before anything is known.


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposed pair: the places of its rows in the two frames (from 0), how likely, and why."""

    left: int
    right: int
    probability: float
    because: list[Reason]


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """All candidate pairs with their probability, and what was found in each."""

    left: pl.DataFrame
    right: pl.DataFrame
    lists: CodedLists
    weights: Weights
    findings: Findings
    bits: NDArray[np.float32]  # (pairs, fields)
    probability: NDArray[np.float64]
    settings: Settings

    def table(self, everything: bool = False) -> pl.DataFrame:
        """Give left_id, right_id, probability, decision, because, likeliest first; the rejected if `everything`."""
        sides = (self.left, self.right)
        return proposals(sides, self.lists, self.findings, self.bits, self.probability, self.settings, everything)

    def pairs(self) -> list[Proposal]:
        """Give the proposed pairs, likeliest first, with their reasons not yet in words."""
        kept = np.flatnonzero(self.probability >= self.settings.review)
        kept = kept[np.lexsort((self.findings.right[kept], self.findings.left[kept], -self.probability[kept]))]
        chosen = self.findings.take(kept)
        return [
            Proposal(*pair)
            for pair in zip(
                chosen.left.tolist(),
                chosen.right.tolist(),
                self.probability[kept].tolist(),
                reasons(self.lists, chosen, self.bits[kept]),
                strict=True,
            )
        ]


def reconcile(
    left: pl.DataFrame, right: pl.DataFrame, settings: Settings | None = None, progress: Progress | None = None
) -> Reconciliation:
    """Find who is who. Both frames hold text columns with linkage names and an `id`; any other may be missing."""
    settings = settings or Settings()
    say = progress or (lambda _: None)
    say("coding")
    lists = code_lists(left, right, settings.threads)
    comparer = Comparer.of(lists, settings.threads)
    say("candidates")
    rows = _candidates(lists, settings)
    same, different = settings.decisions.places(left["id"].to_list(), right["id"].to_list())
    rows = _joined(rows, same)
    say("comparing")
    findings = comparer.compare(*rows)
    say("learning")
    weights = _learnt(lists, comparer, settings)
    say("deciding")
    bits = weights.of(findings)
    probability = _resolved(lists, weights, findings, bits, settings)
    probability[_among(rows, same)] = 1.0
    probability[_among(rows, different)] = 0.0
    return Reconciliation(left, right, lists, weights, findings, bits, probability, settings)


def _candidates(lists: CodedLists, settings: Settings) -> tuple[Ids, Ids]:
    if lists.left.height * lists.right.height <= settings.all_pairs:
        return all_pairs(lists, settings.threads)
    return agreeing_rows(lists, settings.threads)


def _joined(one: tuple[Ids, Ids], other: tuple[Ids, Ids]) -> tuple[Ids, Ids]:
    if not len(other[0]):
        return one
    pairs = np.unique(
        np.column_stack([np.concatenate([one[0], other[0]]), np.concatenate([one[1], other[1]])]), axis=0
    )
    return pairs[:, 0].astype(np.int32), pairs[:, 1].astype(np.int32)


def _among(rows: tuple[Ids, Ids], wanted: tuple[Ids, Ids]) -> NDArray[np.bool_]:
    key = rows[0].astype(np.int64) << 32 | rows[1]
    return np.isin(key, wanted[0].astype(np.int64) << 32 | wanted[1])


def _learnt(lists: CodedLists, comparer: Comparer, settings: Settings) -> Weights:
    start = shipped(fields_of(lists))
    random = comparer.compare(*at_random(lists.left.height, lists.right.height, RANDOM_PAIRS, settings.seed))
    same_birth = comparer.compare(*agreeing(known_days(lists.left), known_days(lists.right), BLOCK_PAIRS))
    same_names = comparer.compare(
        *agreeing(full_names(lists, lists.left), full_names(lists, lists.right), BLOCK_PAIRS)
    )
    return learn(start, random, same_birth, same_names, NAME_FIELDS)


def _resolved(
    lists: CodedLists, weights: Weights, findings: Findings, bits: NDArray[np.float32], settings: Settings
) -> NDArray[np.float64]:
    score = bits.sum(axis=1).astype(np.float64)
    heights = lists.left.height, lists.right.height
    score += prior_bits(score, float(max(1, heights[0] * heights[1])), float(min(heights)))

    def sameness(within: CodedLists) -> Callable[[Ids, Ids], NDArray[np.float64]]:
        comparer = Comparer.of(within, settings.threads)
        prior = np.log2(_REPEAT_SHARE / max(1, within.left.height))

        def of(a: Ids, b: Ids) -> NDArray[np.float64]:
            found = weights.of(comparer.compare(a, b)).astype(np.float64)
            listed_twice = 1 / (1 + np.exp2(-np.clip(found.sum(axis=1) + prior, -60, 60)))
            # Both fit one partner already: what they share proves little then, what parts them counts in full.
            fitting = _REPEAT_SHARE * np.exp2(np.minimum(found, 0).sum(axis=1))
            return np.asarray(np.maximum(listed_twice, fitting))

        return of

    return probabilities(
        findings.left, findings.right, score, sameness(lists.within("left")), sameness(lists.within("right"))
    )
