"""A list as rows of text, whatever kind of file it came in."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from repatria.people.remarks import Question, Rejected

Row = tuple[int, list[str]]
"""Row number in the file (from 1) and the cells as written."""


@dataclass(slots=True)
class Source:
    """One list, opened: its rows in order, and what the opening has already shown.

    `remarks` may still grow while `rows` are drawn.
    """

    rows: Iterator[Row]
    sheet: str = ""
    encoding: str | None = None
    questions: list[Question] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    remarks: list[Rejected] = field(default_factory=list)
    joined_rows: int = 0
    """How many rows at the top are one heading because cells are merged across them."""
