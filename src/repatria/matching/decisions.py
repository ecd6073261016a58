"""What people have decided about pairs; a decision stands until a person changes it.

"These are two different people" is kept for ever and never proposed again; "one person" is never lost. Decisions
also correct the weights: each counts as one known pair.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs (id in the left list, id in the right list) that people have settled."""

    same: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    different: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    @classmethod
    def of(cls, same: Iterable[tuple[str, str]] = (), different: Iterable[tuple[str, str]] = ()) -> "Decisions":
        """Collect decisions; a pair that stands in both is kept as different, for caution."""
        apart = frozenset(different)
        return cls(frozenset(same) - apart, apart)

    def places(self, left_ids: list[str], right_ids: list[str]) -> tuple["Rows", "Rows"]:
        """Give the rows of the decided pairs: (one person, two persons). An id that repeats stands for each row."""
        left, right = _rows_by_id(left_ids), _rows_by_id(right_ids)
        return _rows(self.same, left, right), _rows(self.different, left, right)


Rows = tuple[NDArray[np.int32], NDArray[np.int32]]


def _rows_by_id(ids: list[str]) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for row, name in enumerate(ids):
        rows.setdefault(name, []).append(row)
    return rows


def _rows(pairs: frozenset[tuple[str, str]], left: dict[str, list[int]], right: dict[str, list[int]]) -> Rows:
    found = [(a, b) for one, other in sorted(pairs) for a in left.get(one, ()) for b in right.get(other, ())]
    table = np.array(found, np.int32).reshape(-1, 2)
    return table[:, 0], table[:, 1]
