"""A list as other rooms need it: the columns that lists are compared by, and what must be said aloud about them."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from repatria.i18n import _
from repatria.people.errors import Refused, Undecided
from repatria.people.fields import LINKAGE
from repatria.people.reader import Decisions, only_list, read_lists
from repatria.people.reading import Reading
from repatria.people.remarks import About, Effect
from repatria.people.table import ROW, SHEET


def list_frame(path: Path, columns: Mapping[str, str] | None = None) -> tuple[pl.DataFrame, list[str]]:
    """Read a list for comparing: all columns of :data:`repatria.people.LINKAGE`, and sentences to say aloud.

    Headings that had to be guessed are accepted and named in the sentences; so are the rows that did not go on.
    `columns` (their heading -> our field) need not fit this list alone: two lists are often compared under one map.
    A list without ids gets its row numbers as ids.

    Raises:
        Refused: the file is not a list.
        Undecided: the encoding or the text is in doubt, or no column names a person.
    """
    reading = only_list(read_lists(path, Decisions(remembered=columns)))
    if reading.refusal:
        raise Refused(_("{file}: {why}").format(file=path, why=reading.refusal))
    doubts = [q for q in reading.questions if q.about in (About.ENCODING, About.TEXT, About.PERSON)]
    if doubts or not any(reading.columns):
        raise Undecided(_("{file}: {why}").format(file=path, why=reading.why))
    frame = reading.frame()
    aloud = [_("{file}: {why}").format(file=path, why=sentence) for sentence in _aloud(reading, frame)]
    if "id" not in frame.columns:
        frame = frame.with_columns(pl.col(ROW).cast(pl.String).alias("id"))
    missing = [pl.lit("").alias(f) for f in LINKAGE if f not in frame.columns]
    return frame.with_columns(missing).select(*LINKAGE, ROW, SHEET, "file"), aloud


def _aloud(reading: Reading, frame: pl.DataFrame) -> list[str]:
    aloud = [question.text for question in reading.questions] + reading.notes
    waiting = {(r.sheet, r.row) for r in reading.rejected if r.effect is not Effect.OPEN}
    if waiting:
        aloud.append(_("{count} rows do not go on; “repatria lists check” names each").format(count=len(waiting)))
    if "id" not in frame.columns:
        aloud.append(_("no column of ids; the row number stands for it"))
    return aloud
