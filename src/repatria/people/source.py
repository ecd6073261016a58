"""A list as rows of text, whatever kind of file it came in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import polars as pl

from repatria.people.remarks import Question, Rejected

Row = tuple[int, list[str]]
"""Row number in the file (from 1) and the cells as written."""


class Area(NamedTuple):
    """A block of cells, rows from 1, columns from 0, all ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Block(NamedTuple):
    """Many rows at once: those of usual width as columns "0", "1", ... beside ``row``, the others as they came."""

    lines: int
    usual: pl.DataFrame
    others: list[Row]


@dataclass(slots=True)
class Source:
    """One list, opened: its rows in order, and what the opening has already shown.

    `remarks` may still grow while `rows` are drawn.
    """

    rows: Iterator[Row]
    blocks: Callable[[int], Iterator[Block]] | None = None
    """Gives the rows that have not been drawn from `rows` yet in blocks, for a list of so many columns."""
    sheet: str = ""
    encoding: str | None = None
    questions: list[Question] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    remarks: list[Rejected] = field(default_factory=list)
    columns: Mapping[str, str] | None = None
    """Heading -> our field, where the format itself says what its columns mean."""
    guarded: bool = True
    """Whether cells may carry our guard against formulas (tables only)."""
    first_column: int = 0
    """How many columns of a sheet are empty before the first that is read."""
    merges: list[Area] = field(default_factory=list)
    """Cells that are merged into one."""
    dates_in: dict[int, list[int]] = field(default_factory=dict)
    """Column (from 0) -> rows in which a spreadsheet holds a real date."""
    numbers_in: set[int] = field(default_factory=set)
    """Columns (from 0) in which a spreadsheet holds numbers."""
