"""How to run: thresholds, threads, seed, and what people have decided already."""

from dataclasses import dataclass, field

from repatria.matching.decisions import Decisions

MATCH = 0.5  # At even odds the expected mistakes of both kinds balance, which is where F1 is best.
REVIEW = 0.01
ALL_PAIRS = 300_000_000  # Up to so many pairs of rows, every one is looked at.
RANDOM_PAIRS = 100_000
BLOCK_PAIRS = 60_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run. The result never depends on `threads` or `memory` (bytes; None: all there is)."""

    threads: int = 2
    memory: int | None = None
    seed: int = 0
    all_pairs: int = ALL_PAIRS
    match: float = MATCH
    review: float = REVIEW
    decisions: Decisions = field(default_factory=Decisions)
