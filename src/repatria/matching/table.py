"""Candidates become proposals: one line a pair, likeliest first, with decision and reasons."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from repatria.matching.because import sentences
from repatria.matching.coding import CodedLists
from repatria.matching.compare import Findings
from repatria.matching.settings import Settings


def proposals(
    sides: tuple[pl.DataFrame, pl.DataFrame],
    lists: CodedLists,
    findings: Findings,
    bits: NDArray[np.float32],
    probability: NDArray[np.float64],
    settings: Settings,
    everything: bool,
) -> pl.DataFrame:
    """Give left_id, right_id, probability, decision (match, review; no if `everything`), because."""
    kept = np.flatnonzero(probability >= (0.0 if everything else settings.review))
    kept = kept[np.lexsort((findings.right[kept], findings.left[kept], -probability[kept]))]
    chosen, likely = findings.take(kept), probability[kept]
    decision = np.select([likely >= settings.match, likely >= settings.review], ["match", "review"], "no")
    return pl.DataFrame(
        {
            "left_id": sides[0]["id"].gather(chosen.left),
            "right_id": sides[1]["id"].gather(chosen.right),
            "probability": np.round(likely, 6),
            "decision": decision,
            "because": sentences(*sides, lists, chosen, bits[kept]),
        }
    )
