"""What a comparison says: a weight, and a sentence that a reviewer and the other delegation can read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """A number and its reason.

    `weight` is the logarithm (base 2) of how much likelier the finding is for one person than for two: positive
    speaks for "the same person".
    """

    weight: float
    because: str
