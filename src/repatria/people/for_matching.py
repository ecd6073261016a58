"""A list as other rooms need it: the columns that lists are compared by, and what must be said aloud about them."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import polars as pl

from repatria.i18n import _
from repatria.people.errors import Refused, Undecided
from repatria.people.fields import FIELDS, LINKAGE
from repatria.people.headings import plain
from repatria.people.limits import MIB, Limits
from repatria.people.reader import Decisions, only_list, read_lists
from repatria.people.reading import Reading
from repatria.people.remarks import About, Effect
from repatria.people.table import ROW, SHEET

WHOLE_REGISTERS = Limits(file_bytes=1 << 42, rows=1 << 28, cells=1 << 34, unpacked_bytes=4096 * MIB)
"""Bounds for lists that are compared: central registers hold tens of millions of cards."""

# Known fields that say who somebody is, beside those of LINKAGE. What is restricted or about the exchange is not.
_ALSO_EVIDENCE = frozenset(
    "service_number alternate_names father_given_name mother_maiden_name nationality sex occupation".split()
)


def list_frame(
    path: Path, columns: Mapping[str, str] | None = None, limits: Limits = WHOLE_REGISTERS
) -> tuple[pl.DataFrame, list[str]]:
    """Read a list for comparing.

    Headings that had to be guessed are accepted and named in the sentences; so are the rows that did not go on.
    `columns` (their heading -> our field) need not fit this list alone: two lists are often compared under one map.
    A list without ids gets its row numbers as ids.

    Returns:
        all columns of :data:`repatria.people.LINKAGE`, then ``row``, ``sheet``, ``file``, then every further column
        under its heading (as :func:`repatria.people.headings.plain` gives it); and sentences to say aloud.

    Raises:
        Refused: the file is not a list.
        Undecided: the encoding or the text is in doubt, or no column names a person.
    """
    reading = only_list(read_lists(path, Decisions(remembered=columns, limits=limits)))
    if reading.refusal:
        raise Refused(_("{file}: {why}").format(file=path, why=reading.refusal))
    doubts = [q for q in reading.questions if q.about in (About.ENCODING, About.TEXT, About.PERSON)]
    if doubts or not any(reading.columns):
        raise Undecided(_("{file}: {why}").format(file=path, why=reading.why))
    further = _further(reading, columns or {})
    frame = reading.frame(further)
    aloud = [_("{file}: {why}").format(file=path, why=sentence) for sentence in _aloud(reading, frame)]
    if "id" not in frame.columns:
        frame = frame.with_columns(pl.col(ROW).cast(pl.String).alias("id"))
    missing = [pl.lit("").alias(f) for f in LINKAGE if f not in frame.columns]
    more = [name for name in frame.columns if name in _ALSO_EVIDENCE or name in further.values()]
    return frame.with_columns(missing).select(*LINKAGE, ROW, SHEET, "file", *more), aloud


def _further(reading: Reading, columns: Mapping[str, str]) -> dict[str, str]:
    """Give the columns we have no field for: name in the table -> plain heading, where that is unmistakable."""
    ours = {*FIELDS, ROW, SHEET, "file", "hash", ""}
    named = {
        str(at): plain(heading)
        for at, (heading, field) in enumerate(zip(reading.labels, reading.columns, strict=True))
        if field is None and reading.header and not heading.isdecimal() and heading not in columns
    }
    times = Counter(named.values())
    return {column: name for column, name in named.items() if name not in ours and times[name] == 1}


def _aloud(reading: Reading, frame: pl.DataFrame) -> list[str]:
    # Here such columns are used, or the caller says which are not.
    not_used = _("columns kept but not used: {columns}").partition("{")[0]
    aloud = [question.text for question in reading.questions]
    aloud += [note for note in reading.notes if not note.startswith(not_used)]
    waiting = {(r.sheet, r.row) for r in reading.rejected if r.effect is not Effect.OPEN}
    if waiting:
        aloud.append(_("{count} rows do not go on; “repatria lists check” names each").format(count=len(waiting)))
    if "id" not in frame.columns:
        aloud.append(_("no column of ids; the row number stands for it"))
    return aloud
