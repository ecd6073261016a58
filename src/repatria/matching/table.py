"""Candidates become proposals: one line a pair, likeliest first, with decision and reasons."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from repatria.matching.because import Reason, reasons, sentences
from repatria.matching.coding import Ids
from repatria.matching.compare import Comparer
from repatria.matching.scoring import BATCH_PAIRS
from repatria.matching.settings import Settings
from repatria.matching.weights import Weights


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposed pair: the places of its rows in the two frames (from 0), how likely, and why."""

    left: int
    right: int
    probability: float
    because: list[Reason]


SCHEMA = {
    "left_id": pl.String,
    "right_id": pl.String,
    "probability": pl.Float64,
    "decision": pl.String,
    "because": pl.String,
}


def proposals(
    sides: tuple[pl.DataFrame, pl.DataFrame],
    comparer: Comparer,
    weights: Weights,
    rows: tuple[Ids, Ids],
    probability: NDArray[np.float64],
    settings: Settings,
    everything: bool,
    reached: Callable[[int, int], None] = lambda done, total: None,
) -> pl.DataFrame:
    """Give left_id, right_id, probability, decision (match, review; no if `everything`), because."""
    kept = np.flatnonzero(probability >= (0.0 if everything else settings.review))
    kept = kept[np.lexsort((rows[1][kept], rows[0][kept], -probability[kept]))]
    parts = []
    for start in range(0, len(kept), BATCH_PAIRS):
        some = kept[start : start + BATCH_PAIRS]
        likely, findings = probability[some], comparer.compare(rows[0][some], rows[1][some])
        decision = np.select([likely >= settings.match, likely >= settings.review], ["match", "review"], "no")
        part = {
            "left_id": sides[0]["id"].gather(findings.left),
            "right_id": sides[1]["id"].gather(findings.right),
            "probability": np.round(likely, 6),
            "decision": decision,
            "because": sentences(*sides, comparer.lists, findings, weights.of(findings)),
        }
        parts.append(pl.DataFrame(part, schema=SCHEMA))
        reached(start + len(some), len(kept))
    return pl.concat(parts) if parts else pl.DataFrame(schema=SCHEMA)


def proposed(
    comparer: Comparer, weights: Weights, rows: tuple[Ids, Ids], probability: NDArray[np.float64], least: float
) -> list[Proposal]:
    """Give the pairs from a probability of `least` up, likeliest first, with their reasons not yet in words."""
    kept = np.flatnonzero(probability >= least)
    kept = kept[np.lexsort((rows[1][kept], rows[0][kept], -probability[kept]))]
    findings = comparer.compare(rows[0][kept], rows[1][kept])
    because = reasons(comparer.lists, findings, weights.of(findings))
    pairs = zip(findings.left.tolist(), findings.right.tolist(), probability[kept].tolist(), because, strict=True)
    return [Proposal(*pair) for pair in pairs]
