"""Lists as XLSX workbooks: values by calamine, and beside it what calamine does not tell (see `sheet_scan`)."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from posixpath import basename, dirname, join, normpath
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from repatria.i18n import _
from repatria.people.archive import damaged
from repatria.people.blob import Blob
from repatria.people.errors import Refused
from repatria.people.limits import Limits
from repatria.people.remarks import About, Effect, Question, Rejected
from repatria.people.sheet_scan import SheetScan, column_letters, scan_sheet
from repatria.people.source import Row, Source

_DOCUMENT = "/officeDocument"
_WORKSHEET = "/worksheet"


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet as the workbook names it: where its part lies, and whether a person sees it."""

    name: str
    part: str
    hidden: bool


@dataclass(slots=True)
class Workbook:
    """A workbook, looked over: its sheets that hold anything, and how to read them."""

    calamine: CalamineWorkbook
    sheets: list[SheetEntry]
    scans: dict[str, SheetScan] = field(default_factory=dict)


def is_workbook(archive: zipfile.ZipFile) -> bool:
    """Say whether a checked archive is an Office document rather than a bundle of lists."""
    return "[content_types].xml" in _parts(archive)


def open_workbook(blob: Blob, archive: zipfile.ZipFile, limits: Limits) -> Workbook:
    """Open a workbook whose archive has been checked.

    Raises:
        Refused: not XLSX, no sheet, damaged, or a sheet over the limits.
    """
    entries = _sheet_entries(archive)
    if not entries:
        raise Refused(_("the workbook has no sheet; send one with the list"))
    scans = {entry.name: scan_sheet(archive, entry.part, limits) for entry in entries}
    filled = [entry for entry in entries if scans[entry.name].cells]
    if not filled:
        raise Refused(_("the workbook is empty; send the list itself"))
    try:
        with blob.open() as file:
            calamine = CalamineWorkbook.from_filelike(BytesIO(file.read()))
    except CalamineError as cause:
        raise Refused(damaged()) from cause
    return Workbook(calamine, filled, scans)


# --- which sheets there are


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Give the parts by their name as the package means it: any case, and some programs write backslashes."""
    return {_same_name(name): name for name in archive.namelist()}


def _same_name(name: str) -> str:
    return name.replace("\\", "/").casefold()


def _sheet_entries(archive: zipfile.ZipFile) -> list[SheetEntry]:
    parts = _parts(archive)
    main = next((p for kind, p in _relations(archive, parts, "").values() if kind.endswith(_DOCUMENT)), "")
    book = _xml(archive, parts[main]) if main.endswith(".xml") and main in parts else None
    if book is None or _local(book) != "workbook":
        raise Refused(_("an Office file, but no workbook we read; save the list as .xlsx"))
    targets = _relations(archive, parts, main)
    entries = []
    for sheet in (e for e in book.iter() if _local(e) == "sheet"):
        key = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
        kind, part = targets.get(key, ("", ""))
        if kind.endswith(_WORKSHEET) and part in parts:
            hidden = sheet.get("state", "visible") != "visible"
            entries.append(SheetEntry(sheet.get("name", ""), parts[part], hidden))
    return entries


def _relations(archive: zipfile.ZipFile, parts: dict[str, str], part: str) -> dict[str, tuple[str, str]]:
    """Give what a part of the package points at: key -> (kind, name of the part)."""
    folder, name = dirname(part), basename(part)
    path = join(folder, "_rels", f"{name}.rels")
    if path not in parts:
        return {}
    return {
        relation.get("Id", ""): (relation.get("Type", ""), _part_name(folder, relation.get("Target", "")))
        for relation in _xml(archive, parts[path])
    }


def _part_name(folder: str, target: str) -> str:
    target = _same_name(target)
    return normpath(target.lstrip("/") if target.startswith("/") else join(folder, target))


def _xml(archive: zipfile.ZipFile, part: str) -> Element:
    try:
        root: Element = fromstring(archive.read(part), forbid_dtd=True)
    except (ParseError, DefusedXmlException, LookupError, ValueError) as cause:
        raise Refused(damaged()) from cause
    return root


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


# --- the rows of a sheet


def sheet_source(workbook: Workbook, entry: SheetEntry) -> Source:
    """Give the rows of one sheet, with what its scan has shown."""
    scan = workbook.scans[entry.name]
    try:
        sheet = workbook.calamine.get_sheet_by_name(entry.name)
    except CalamineError as cause:
        raise Refused(damaged()) from cause
    offset = sheet.start[1] if sheet.start else 0
    source = Source(iter(()), sheet=entry.name, first_column=offset, merges=scan.merges_from(offset))
    source.remarks = list(_remarks(scan, entry.name))
    source.questions = list(_hidden_columns(scan))
    source.rows = _rows(sheet, scan, source)
    return source


def _rows(sheet: CalamineSheet, scan: SheetScan, source: Source) -> Iterator[Row]:
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if number not in scan.without_value:
            yield number, [_text(cell, number, column, source) for column, cell in enumerate(cells)]


def _text(cell: object, row: int, column: int, source: Source) -> str:
    match cell:
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() | int():
            source.numbers_in.add(column)
            return str(int(cell)) if float(cell).is_integer() else repr(cell)
        case datetime():
            source.dates_in.setdefault(column, []).append(row)
            return cell.isoformat(sep=" ")
        case date():
            source.dates_in.setdefault(column, []).append(row)
            return cell.isoformat()
        case time() | timedelta():
            return str(cell)
        case _:
            return ""


def _remarks(scan: SheetScan, sheet: str) -> Iterator[Rejected]:
    for row, column in scan.without_value.items():
        why = _("the cell holds a formula without a value")
        remedy = _("open the list, let it calculate, and save it; or write the value itself")
        yield Rejected(row, column_letters(column), why, remedy, Effect.LEFT_OUT, sheet)
    for row, column in scan.errors.items():
        why = _("the cell holds an error instead of a value")
        yield Rejected(row, column_letters(column), why, _("write the value itself"), Effect.HELD, sheet)
    for row in scan.hidden_rows:
        why = _("the row is hidden in the sheet")
        remedy = _("show the row if it belongs to the list, or delete it")
        yield Rejected(row, "", why, remedy, Effect.HELD, sheet)


def _hidden_columns(scan: SheetScan) -> Iterator[Question]:
    if scan.hidden_columns:
        letters = ", ".join(column_letters(column) for column in sorted(scan.hidden_columns))
        text = _("columns are hidden in the sheet: {columns}; show them or delete them").format(columns=letters)
        yield Question(About.SHEET, text)


# --- which sheets to read


def chosen_sheets(workbook: Workbook, name: str | None) -> tuple[list[SheetEntry], list[Question]]:
    """Say which sheets to try, in order, and what must be asked about the others.

    Raises:
        Refused: there is no filled sheet of that name.
    """
    if name is not None:
        named = [entry for entry in workbook.sheets if entry.name == name]
        if not named:
            raise Refused(_("there is no filled sheet of that name"))
        return named, []
    seen = [entry for entry in workbook.sheets if not entry.hidden]
    hidden = len(workbook.sheets) - len(seen)
    questions = []
    if hidden:
        text = _("{count} hidden sheets hold something; show or delete them, or name the right one with --sheet")
        questions.append(Question(About.SHEET, text.format(count=hidden)))
    return seen or list(workbook.sheets[:1]), questions
