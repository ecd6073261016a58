"""Persons decide what the matching proposes. Here the demo plays them, and knows the truth of its world."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposed pair, as the matching gives it."""

    left_id: str
    right_id: str
    probability: float
    decision: str
    because: str


@dataclass(frozen=True, slots=True)
class Review:
    """What the reviewers made of the proposals."""

    confirmed: dict[str, str]
    rejected: int
    looked_at: int


def review(proposals: Iterable[Proposal], left: Mapping[str, int], right: Mapping[str, int]) -> Review:
    """Confirm the pairs that mean the same person; `left` and `right` say whom each id means."""
    confirmed: dict[str, str] = {}
    rejected = looked_at = 0
    for pair in sorted(proposals, key=lambda pair: (-pair.probability, pair.left_id, pair.right_id)):
        looked_at += 1
        if left[pair.left_id] == right[pair.right_id]:
            confirmed.setdefault(pair.left_id, pair.right_id)
        else:
            rejected += 1
    return Review(confirmed, rejected, looked_at)


def repeats(rows: Mapping[str, int], confirmed: Mapping[str, str]) -> dict[str, str]:
    """Give each row that repeats a person, with the row that stands for him.

    That is the row whose match was confirmed, so that a repeat never hides a person who was found; else the first.
    """
    stands: dict[int, str] = {}
    for row in sorted(rows, key=lambda row: row not in confirmed):
        stands.setdefault(rows[row], row)
    return {row: stands[person] for row, person in rows.items() if stands[person] != row}
