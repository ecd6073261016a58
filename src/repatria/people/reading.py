"""What came of reading one list: its rows, a question for a person, or a refusal."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

import polars as pl

from repatria.i18n import ngettext
from repatria.people.remarks import Effect, Question, Rejected
from repatria.people.table import ROW, SHEET, Table, empty_table

Outcome = Literal["rows", "ask", "refuse"]


@dataclass(slots=True)
class Reading:
    """What came of reading one list. Nothing is written anywhere.

    `rejected` holds every row (or cell) that a person must look at; its `effect` says whether the row was left out,
    is held, or goes on with one cell undecided.
    """

    file: str
    sha256: str = ""
    refusal: str = ""
    encoding: str | None = None
    header: list[str] = field(default_factory=list)
    """Their headings, as written; empty when the list has none."""
    heading_row: int = 0
    columns: list[str | None] = field(default_factory=list)
    """Our field for each column, None for a column we do not know."""
    questions: list[Question] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What is said aloud and needs no decision."""
    rejected: list[Rejected] = field(default_factory=list)
    table: Table = field(default_factory=lambda: empty_table(0))

    @property
    def outcome(self) -> Outcome:
        """``rows`` (all in order), ``ask`` (a person must decide something first) or ``refuse``."""
        if self.refusal:
            return "refuse"
        return "ask" if self.questions or self.rejected else "rows"

    @property
    def why(self) -> str:
        """Why the outcome is not ``rows``, in words; empty otherwise."""
        if self.refusal:
            return self.refusal
        sentences = [question.text for question in self.questions]
        rows = len({(r.sheet, r.row) for r in self.rejected})
        if rows:
            text = ngettext("{rows} row needs a decision", "{rows} rows need a decision", rows)
            sentences.append(text.format(rows=rows))
        return "; ".join(sentences)

    @property
    def labels(self) -> list[str]:
        """Their heading for each column, its number where there is no heading."""
        return [heading or str(i) for i, heading in enumerate(self._padded_header(), 1)]

    def _padded_header(self) -> list[str]:
        return self.header + [""] * (len(self.columns) - len(self.header))

    @property
    def fields(self) -> dict[str, str]:
        """Their heading -> our field, for the columns that are known."""
        return {label: f for label, f in zip(self.labels, self.columns, strict=True) if f}

    @property
    def count(self) -> int:
        """How many rows were read (those held are among them, those left out are not)."""
        return self.table.cells.height

    def rows(self) -> Iterator[list[str]]:
        """Give the cells of each row as read: in Unicode NFC, trimmed, otherwise as the sender wrote them."""
        return (list(cells) for cells in self.table.cells.select(self.table.columns).iter_rows())

    def original(self, row: int, sheet: str = "") -> list[str]:
        """Give the cells of one row exactly as they came.

        Raises:
            KeyError: no such row was read.
        """
        kept = self.table.originals.get((sheet, row))
        if kept is not None:
            return kept
        found = self.table.cells.filter((pl.col(ROW) == row) & (pl.col(SHEET) == sheet))
        if found.is_empty():
            raise KeyError(row)
        return list(found.row(0)[2:])

    def frame(self, further: Mapping[str, str] | None = None) -> pl.DataFrame:
        """Give the rows that go on, as text columns named by our fields, with ``row``, ``sheet`` and ``file``.

        `further` names columns that are none of our fields (column of the table -> name); they come last.
        Rows held are not among them; a cell that is undecided (a date) stands as written. Empty cells are "".
        """
        held = {(r.sheet, r.row) for r in self.rejected if r.effect is Effect.HELD}
        going_on = self.table.without(held)
        known = {str(i): f for i, f in enumerate(self.columns) if f}
        return going_on.select(
            *(pl.col(column).alias(f) for column, f in known.items()),
            pl.col(ROW),
            pl.col(SHEET),
            pl.lit(self.file).alias("file"),
            *(pl.col(column).alias(name) for column, name in (further or {}).items()),
        )
