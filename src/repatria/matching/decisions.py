"""What people have decided about pairs; a decision stands until a person changes it.

"These are two different people" is kept for ever and never proposed again; "one person" is never lost. Decisions
also correct the weights (:mod:`repatria.matching.correcting`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from repatria.errors import RepatriaError
from repatria.i18n import _


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

    def places(self, left_ids: pl.Series, right_ids: pl.Series) -> tuple["Rows", "Rows"]:
        """Give the rows of the decided pairs: (one person, two persons). An id that repeats stands for each row."""
        return _rows(self.same, left_ids, right_ids), _rows(self.different, left_ids, right_ids)

    def unknown(self, left_ids: pl.Series, right_ids: pl.Series) -> int:
        """Count the decided pairs of which a row is in neither of these lists."""
        known = frozenset(left_ids.to_list()), frozenset(right_ids.to_list())
        return sum(a not in known[0] or b not in known[1] for a, b in self.same | self.different)


Rows = tuple[NDArray[np.int32], NDArray[np.int32]]


def _rows(pairs: frozenset[tuple[str, str]], left: pl.Series, right: pl.Series) -> Rows:
    if not pairs:
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    wanted = pl.DataFrame(sorted(pairs), schema={"a": pl.String, "b": pl.String}, orient="row")
    sides = [
        pl.DataFrame({name: ids, f"row_{name}": pl.int_range(len(ids), dtype=pl.Int32, eager=True)})
        for name, ids in (("a", left), ("b", right))
    ]
    found = wanted.join(sides[0], on="a").join(sides[1], on="b").sort("row_a", "row_b")
    return found["row_a"].to_numpy(), found["row_b"].to_numpy()


SAME, DIFFERENT = "same", "different"
_MACHINE = frozenset({"match", "review", "no", ""})


class BadDecisions(RepatriaError):
    """A file of decisions that cannot be used."""


def read_decisions(path: Path) -> tuple[Decisions, int]:
    """Read decisions from a CSV file with the columns ``left_id``, ``right_id``, ``decision``.

    People write `same` or `different`. A line that still holds a word of the program (match, review, no) or
    nothing has not been decided and is passed over: a file of proposals can be filled in and given back.

    Returns:
        the decisions, and how many pairs stood in the file as both (they count as different).

    Raises:
        BadDecisions: the file is no such table, or a row holds another word.
    """
    table = _table(path)
    wrong = table.filter(~pl.col("decision").is_in([SAME, DIFFERENT, *_MACHINE]))
    if wrong.height:
        raise BadDecisions(
            _("{file}, row {row}, column decision: write same or different, or leave it empty").format(
                file=path, row=wrong["row"][0]
            )
        )
    same, different = (
        set(table.filter(decision=word).select("left_id", "right_id").iter_rows()) for word in (SAME, DIFFERENT)
    )
    return Decisions.of(same, different), len(same & different)


def _table(path: Path) -> pl.DataFrame:
    try:
        table = pl.read_csv(path, infer_schema=False)
    except (OSError, pl.exceptions.PolarsError, UnicodeError) as cause:
        raise BadDecisions(
            _("{file} is not a CSV file in UTF-8; write left_id,right_id,decision").format(file=path)
        ) from cause
    if missing := {"left_id", "right_id", "decision"} - set(table.columns):
        raise BadDecisions(
            _("{file} has no column {columns}; write left_id,right_id,decision").format(
                file=path, columns=", ".join(sorted(missing))
            )
        )
    spelled = pl.col("decision").fill_null("").str.strip_chars().str.to_lowercase()
    return table.with_columns(spelled.alias("decision")).with_row_index("row", offset=2)
