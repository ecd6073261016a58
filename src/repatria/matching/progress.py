"""How far a reconciliation is, told to whoever wants to know."""

from collections.abc import Callable
from enum import StrEnum


class Stage(StrEnum):
    """What is being done."""

    CODING = "coding"
    LEARNING = "learning"
    CANDIDATES = "candidates"
    COMPARING = "comparing"
    DECIDING = "deciding"
    REASONS = "reasons"


Progress = Callable[[Stage, int, int], None]
"""Is told the stage and, where steps can be counted, how many of how many are done (0 of 0: not known)."""


def silent(stage: Stage, done: int, total: int) -> None:
    """Tell nobody."""
