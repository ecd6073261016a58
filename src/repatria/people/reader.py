"""Reads lists: from a path to readings, one for each list that the file holds."""

import hashlib
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, islice
from pathlib import Path

import polars as pl

from repatria.i18n import _
from repatria.people.archive import checked_archive
from repatria.people.blob import Blob, file_on_disk, readable_name
from repatria.people.checks import check_rows
from repatria.people.dates import DateStyle
from repatria.people.delimited import open_delimited
from repatria.people.encodings import decide, survey
from repatria.people.errors import Refused
from repatria.people.fields import FIELDS
from repatria.people.heading_row import SEARCHED_ROWS, Heading, find_heading
from repatria.people.kinds import Kind, kind_of
from repatria.people.limits import DEFAULT, Limits
from repatria.people.pfif import open_pfif
from repatria.people.reading import Reading
from repatria.people.remarks import About, Effect, Question, Rejected
from repatria.people.ruined import Ruin
from repatria.people.sheet_scan import column_letters
from repatria.people.source import Source
from repatria.people.table import Table, collect
from repatria.people.workbook import chosen_sheets, is_workbook, open_workbook, sheet_source

_LIST_NAMES = (".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xml", ".pfif")
_LITTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a person has already settled about a sender's lists, and how much is read at all.

    Attributes:
        columns: their heading (or column number, where there is no heading) -> our field.
        remembered: as `columns`, confirmed for this sender before; a heading it does not hold is no fault.
        heading_row: row of the heading; 0 says that there is none.
        encoding: encoding of the text; without it a guess is proposed and never applied in silence.
        usual_encoding: the one confirmed for this sender before; taken only where we had to guess.
        sheet: name of the one sheet of a workbook that is meant.
        dates: how the sender writes dates, and the day after which none may lie.
        limits: how much is read at all.
    """

    columns: Mapping[str, str] | None = None
    remembered: Mapping[str, str] | None = None
    heading_row: int | None = None
    encoding: str | None = None
    usual_encoding: str | None = None
    sheet: str | None = None
    dates: DateStyle = field(default_factory=DateStyle)
    limits: Limits = DEFAULT


@dataclass(slots=True)
class _Opened:
    """A source whose first rows have been drawn to find its heading."""

    source: Source
    head: list[tuple[int, list[str]]]
    heading: Heading


def read_list(
    path: Path,
    *,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
    day_first: bool = True,
    reference_day: date | None = None,
    limits: Limits = DEFAULT,
) -> Reading:
    """Read a file that holds one list of persons. :func:`read_lists` takes every decision and zips of many lists.

    Returns:
        A reading; a file that cannot be used has the outcome ``refuse`` and says why.
    """
    dates = DateStyle(day_first, reference_day=reference_day)
    return only_list(read_lists(path, Decisions(columns, encoding=encoding, dates=dates, limits=limits)))


def only_list(readings: list[Reading]) -> Reading:
    """Give the one list of a file; a file of several is refused."""
    if len(readings) == 1:
        return readings[0]
    text = _("the file holds {count} lists; take them apart and send one").format(count=len(readings))
    return Reading(readings[0].file.rpartition("/")[0], refusal=text)


def read_lists(path: Path, decisions: Decisions = Decisions()) -> list[Reading]:
    """Read every list in a CSV or TSV file, an XLSX workbook, a PFIF document, or a zip of these.

    Returns:
        one reading per list, at least one; a list that cannot be used has the outcome ``refuse`` and says why.
    """
    try:
        blob = file_on_disk(path, decisions.limits)
        if kind_of(blob) is Kind.PACKED:
            return _read_packed(blob, decisions)
    except Refused as refusal:
        return [Reading(readable_name(path), refusal=str(refusal))]
    return [_read_one(blob, decisions)]


def _read_packed(blob: Blob, decisions: Decisions) -> list[Reading]:
    with checked_archive(blob, decisions.limits) as archive:
        if is_workbook(archive):
            return [_read_workbook(blob, archive, decisions)]
        _agree_with_name(blob)
        return [_read_one(part, decisions) for part in _lists_in(blob, archive)]


def _agree_with_name(blob: Blob) -> None:
    if blob.suffix in (".xlsx", ".xlsm"):
        raise Refused(_("the file is no workbook, whatever its name says; save it anew"))


def _lists_in(blob: Blob, archive: zipfile.ZipFile) -> list[Blob]:
    parts = [p for p in archive.infolist() if not p.is_dir() and not p.filename.startswith(_LITTER[0])]
    lists = []
    for part in parts:
        if part.filename.endswith(_LITTER[1:]):
            continue
        if not part.filename.lower().endswith(_LIST_NAMES):
            raise Refused(_("the zip holds something that is no list; pack only .csv, .xlsx or PFIF files"))
        lists.append(_part(blob, archive, part))
    if not lists:
        raise Refused(_("the zip holds no list; pack .csv, .xlsx or PFIF files"))
    return lists


def _part(blob: Blob, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Blob:
    return Blob(f"{blob.name}/{part.filename}", part.file_size, lambda: archive.open(part))


def _read_one(blob: Blob, decisions: Decisions) -> Reading:
    """Read a list that is text, PFIF, or a workbook inside a zip."""
    reading = Reading(blob.name)
    try:
        kind = kind_of(blob) if blob.size else Kind.TEXT
        if kind is Kind.PACKED:
            with checked_archive(blob, decisions.limits) as archive:
                if not is_workbook(archive):
                    raise Refused(_("a zip inside a zip; pack the lists themselves"))
                return _read_workbook(blob, archive, decisions)
        if kind is Kind.XML:
            reading.sha256 = _sha256(blob)
            source = open_pfif(blob, decisions.limits)
        else:
            found = survey(blob, decisions.limits)
            reading.sha256 = found.sha256
            encoding = decide(found, blob, decisions.encoding, decisions.usual_encoding)
            source = open_delimited(blob, encoding, decisions.limits)
        _assemble(reading, [_opened(source, decisions)], decisions)
    except Refused as refusal:
        return _refused(reading, refusal)
    return reading


def _refused(reading: Reading, refusal: Refused) -> Reading:
    return Reading(reading.file, reading.sha256, str(refusal))


def _sha256(blob: Blob) -> str:
    with blob.open() as file:
        return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]


def _opened(source: Source, decisions: Decisions) -> _Opened:
    head = list(islice(source.rows, SEARCHED_ROWS))
    columns = decisions.columns or source.columns
    heading = find_heading(head, columns, decisions.heading_row, source.merges, decisions.remembered)
    return _Opened(source, head, heading)


def _assemble(reading: Reading, lists: list[_Opened], decisions: Decisions) -> None:
    """Draw the rows of one list (on one or several sheets) and look at them."""
    main = lists[0]
    reading.encoding = main.source.encoding
    reading.header, reading.heading_row = main.heading.header, main.heading.row
    reading.columns = main.heading.fields
    reading.questions += main.source.questions + main.heading.questions
    reading.notes += main.source.notes + main.heading.notes
    reading.table = _joined([_drawn(one, decisions.limits) for one in lists])
    if not reading.count and not any(one.source.remarks for one in lists):
        reading.questions.append(Question(About.ROWS, _("the list names nobody; is that meant?")))
    for one in lists:
        reading.rejected += _from_source(one, reading.labels)
        reading.rejected += _turned_into_dates(one, reading)
    reading.notes += _numbers_kept_as_numbers(lists, reading)
    remarks, ruin = check_rows(reading.table, reading.labels, reading.columns, decisions.dates)
    reading.rejected += remarks
    if ruin:
        reading.questions.append(_ruined(ruin))
    reading.rejected.sort(key=lambda r: (r.sheet, r.row))


def _ruined(ruin: Ruin) -> Question:
    text = _(
        "names are ruined: they were written as {were}, read as {read_as} and saved so; ask for the list again"
    )
    return Question(About.TEXT, text.format(were=ruin.were, read_as=ruin.read_as))


def _drawn(one: _Opened, limits: Limits) -> Table:
    below = [row for row in one.head if row[0] > one.heading.row]
    rest = iter(()) if one.source.blocks else one.source.rows
    return collect(one.source, chain(below, rest), one.heading.width, limits)


def _joined(tables: list[Table]) -> Table:
    originals = {place: cells for table in tables for place, cells in table.originals.items()}
    return Table(pl.concat([table.cells for table in tables]), originals)


# --- what only a spreadsheet does to a list


def _from_source(one: _Opened, labels: list[str]) -> Iterator[Rejected]:
    """Give the remarks of the opening, with headings for column letters, and those on merged cells."""
    shown = {column_letters(one.source.first_column + i): label for i, label in enumerate(labels)}
    for remark in one.source.remarks:
        if remark.row > one.heading.row:
            yield replace(remark, column=shown.get(remark.column, remark.column))
    for area in one.source.merges:
        if area.last_row > one.heading.row and 0 <= area.first_column < len(labels):
            why = _("cells are merged down to row {row}; the value stands in the first alone").format(
                row=area.last_row
            )
            remedy = _("part the cells and write the value into each")
            row = max(area.first_row, one.heading.row + 1)
            yield Rejected(row, labels[area.first_column], why, remedy, Effect.OPEN, one.source.sheet)


def _turned_into_dates(one: _Opened, reading: Reading) -> Iterator[Rejected]:
    why = _("a spreadsheet has turned the text into a date")
    for column, rows in one.source.dates_in.items():
        field = reading.columns[column] if column < len(reading.columns) else None
        if field and FIELDS[field].kind != "date":
            for row in (row for row in rows if row > one.heading.row):
                remedy = _("write the value as text")
                yield Rejected(row, reading.labels[column], why, remedy, Effect.HELD, one.source.sheet)


def _numbers_kept_as_numbers(lists: list[_Opened], reading: Reading) -> Iterator[str]:
    for column in sorted(set().union(*(one.source.numbers_in for one in lists))):
        field = reading.columns[column] if column < len(reading.columns) else None
        if field and FIELDS[field].kind == "code":
            text = _("column “{column}” holds numbers, not text: zeros in front may be lost")
            yield text.format(column=reading.labels[column])


# --- workbooks


def _read_workbook(blob: Blob, archive: zipfile.ZipFile, decisions: Decisions) -> Reading:
    reading = Reading(blob.name, _sha256(blob))
    try:
        workbook = open_workbook(blob, archive, decisions.limits)
        sheets, questions = chosen_sheets(workbook, decisions.sheet)
        lists = [_opened(sheet_source(workbook, sheet), decisions) for sheet in sheets]
        main = max(lists, key=lambda one: sum(f is not None for f in one.heading.fields))
        same = [one for one in lists if one is main or _same_headings(one, main)]
        reading.questions = questions + _other_sheets(main, len(lists) - len(same))
        if len(same) > 1:
            text = _("the list goes over {count} sheets with the same headings")
            reading.notes.append(text.format(count=len(same)))
        _assemble(reading, same, decisions)
    except Refused as refusal:
        return _refused(reading, refusal)
    return reading


def _same_headings(one: _Opened, other: _Opened) -> bool:
    return bool(one.heading.header) and one.heading.header == other.heading.header


def _other_sheets(main: _Opened, others: int) -> list[Question]:
    if not others:
        return []
    text = _(
        "only the sheet “{sheet}” was read; {count} others hold something else: name the right one with --sheet"
    )
    return [Question(About.SHEET, text.format(sheet=main.source.sheet, count=others))]
