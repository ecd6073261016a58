"""Reads one list and says honestly what came of it: rows, a question for a person, or a refusal."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Literal

import polars as pl

from repatria.i18n import _
from repatria.people.delimited import open_delimited
from repatria.people.errors import Refused, Undecided
from repatria.people.fields import LINKAGE
from repatria.people.heading_row import SEARCHED_ROWS, Heading, find_heading
from repatria.people.limits import DEFAULT, Limits
from repatria.people.remarks import About, Effect, Question, Rejected
from repatria.people.table import ROW, SHEET, Table, collect, empty_table

Outcome = Literal["rows", "ask", "refuse"]


@dataclass(slots=True)
class Reading:
    """What came of reading one list.

    `rejected` holds every row (or cell) that a person must look at; its `effect` says whether the row was left out,
    is held, or goes on with one cell undecided. Nothing is written anywhere.
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
        return self.refusal or "; ".join(question.text for question in self.questions)

    @property
    def labels(self) -> list[str]:
        """Their heading for each column, its number where there is no heading."""
        return [
            self.header[i] if i < len(self.header) and self.header[i] else str(i + 1)
            for i in range(len(self.columns))
        ]

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

    def frame(self) -> pl.DataFrame:
        """Give the rows that go on, as text columns named by our fields, with ``row``, ``sheet`` and ``file``.

        Rows held are not among them; a cell that is undecided (a date) stands as written. Empty cells are "".
        """
        held = {(r.sheet, r.row) for r in self.rejected if r.effect is Effect.HELD}
        cells = self.table.cells
        if held:
            waiting = pl.DataFrame(list(held), schema={SHEET: pl.String, ROW: pl.Int64}, orient="row")
            cells = cells.join(waiting, on=[SHEET, ROW], how="anti", maintain_order="left")
        known = {str(i): f for i, f in enumerate(self.columns) if f}
        return cells.select(
            *(pl.col(column).alias(f) for column, f in known.items()),
            pl.col(ROW),
            pl.col(SHEET),
            pl.lit(self.file).alias("file"),
        )


def read_list(
    path: Path,
    *,
    columns: Mapping[str, str] | None = None,
    heading_row: int | None = None,
    encoding: str | None = None,
    day_first: bool = True,
    reference_day: date | None = None,
    limits: Limits = DEFAULT,
) -> Reading:
    """Read one list of persons.

    Args:
        path: a CSV or TSV file, an XLSX workbook, a PFIF document, or a zip that holds one of these.
        columns: their heading (or column number, where there is no heading) -> our field.
        heading_row: row of the heading, given by a person; 0 says that there is none.
        encoding: encoding of the text, given by a person; without it a guess is proposed and never applied in silence.
        day_first: the sender writes the day before the month.
        reference_day: no date may lie after this day; without it that is not checked.
        limits: how much is read at all.

    Returns:
        A reading; a file that cannot be used has the outcome ``refuse`` and says why.
    """
    reading = Reading(str(path))
    try:
        _read_into(reading, path, columns, heading_row, encoding, limits)
    except Refused as refusal:
        reading.refusal = str(refusal)
        reading.table = empty_table(0)
    return reading


def _read_into(
    reading: Reading,
    path: Path,
    columns: Mapping[str, str] | None,
    heading_row: int | None,
    encoding: str | None,
    limits: Limits,
) -> None:
    source = open_delimited(path, encoding, limits)
    head = list(islice(source.rows, SEARCHED_ROWS))
    heading = find_heading(head, columns, heading_row, source.joined_rows)
    _take_heading(reading, heading)
    rows = (row for row in chain(head, source.rows) if row[0] > heading.row)
    reading.table = collect(rows, heading.width, source.sheet, limits, source.remarks)
    reading.encoding = source.encoding
    reading.questions = source.questions + heading.questions
    reading.notes = source.notes + heading.notes
    reading.rejected = source.remarks


def _take_heading(reading: Reading, heading: Heading) -> None:
    reading.header, reading.heading_row, reading.columns = heading.header, heading.row, heading.fields


def list_frame(path: Path, columns: Mapping[str, str] | None = None) -> tuple[pl.DataFrame, list[str]]:
    """Read a list for comparing: all columns of :data:`repatria.people.LINKAGE` as text, and what must be said aloud.

    Headings that had to be guessed are accepted and named in the sentences; so are the rows that did not go on.
    A list without ids gets its row numbers as ids.

    Raises:
        Refused: the file is not a list.
        Undecided: the encoding or the text is in doubt, or no column names a person.
    """
    reading = read_list(path, columns=columns)
    if reading.refusal:
        raise Refused(f"{path}: {reading.refusal}")
    doubts = [q for q in reading.questions if q.about in (About.ENCODING, About.TEXT)]
    if doubts or not any(reading.columns):
        raise Undecided(f"{path}: {reading.why}")
    frame = reading.frame()
    aloud = [f"{path}: {sentence}" for sentence in _said_aloud(reading, frame)]
    if "id" not in frame.columns:
        frame = frame.with_columns(pl.col(ROW).cast(pl.String).alias("id"))
    missing = [pl.lit("").alias(f) for f in LINKAGE if f not in frame.columns]
    return frame.with_columns(missing).select(*LINKAGE, ROW, SHEET, "file"), aloud


def _said_aloud(reading: Reading, frame: pl.DataFrame) -> list[str]:
    aloud = [question.text for question in reading.questions] + reading.notes
    waiting = {(r.sheet, r.row) for r in reading.rejected if r.effect is not Effect.OPEN}
    if waiting:
        aloud.append(_("{count} rows do not go on; “repatria lists check” names each").format(count=len(waiting)))
    if "id" not in frame.columns:
        aloud.append(_("no column of ids; the row number stands for it"))
    return aloud
