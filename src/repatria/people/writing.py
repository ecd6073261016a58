"""Writes lists back as CSV and XLSX: whole or not at all, and with nothing in them that could run."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import IO, Any

import polars as pl

from repatria.i18n import _
from repatria.people.cells import FORBIDDEN
from repatria.people.errors import CannotWriteList
from repatria.people.fields import FIELDS
from repatria.people.limits import DEFAULT
from repatria.people.neutral import neutral
from repatria.whole_file import whole_file

_UNWRITABLE = re.compile(f"{FORBIDDEN}|[\ud800-\udfff]")
# ECMA-376 part 1, 22.9.2.19: _xHHHH_ in a cell stands for a code; a text that looks so must be escaped itself.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")

Rows = Iterable[Sequence[str]]


def write_list(path: Path, people: pl.DataFrame) -> None:
    """Write a list of persons as ``.csv`` or ``.xlsx``, by the ending of `path`.

    Columns that are no field of ours, and restricted fields (site, captor, health, addresses), are left out. An old
    file of that name is replaced only when the new one is complete.

    Args:
        path: where to write.
        people: text columns named by our fields, as :meth:`Reading.frame` gives them.

    Raises:
        CannotWriteList: another ending, a text that cannot be written, or a folder that cannot be written to.
    """
    columns = [column for column in people.columns if column in FIELDS and not FIELDS[column].restricted]
    write_rows(path, columns, people.select(columns).fill_null("").iter_rows())


def write_rows(path: Path, header: Sequence[str], rows: Rows) -> None:
    """Write any table of text as ``.csv`` or ``.xlsx``; raises as :func:`write_list` does."""
    writers: dict[str, Callable[[IO[bytes], Rows], None]] = {".csv": _write_csv, ".xlsx": _write_xlsx}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise CannotWriteList(_("{file}: lists are written as .csv or .xlsx").format(file=path))
    with whole_file(path) as file:
        writer(file, _harmless([header], rows))


def _harmless(header: Rows, rows: Rows) -> Iterator[list[str]]:
    for part in (header, rows):
        for number, row in enumerate(part, 1):
            yield [checked(neutral(text), number) for text in row]


def checked(text: str, row: int) -> str:
    """Give `text` back if it can be written.

    Raises:
        CannotWriteList: it holds a control sign or is too long; `row` says where.
    """
    if _UNWRITABLE.search(text):
        raise CannotWriteList(_("row {row} holds a control sign, which cannot be written").format(row=row))
    if len(text) > DEFAULT.field_length:
        raise CannotWriteList(
            _("row {row} holds a cell of more than {limit} characters").format(row=row, limit=DEFAULT.field_length)
        )
    return text


def _write_csv(file: IO[bytes], rows: Rows) -> None:
    # Spreadsheets take UTF-8 for their own code page unless the file begins with its mark.
    text = TextIOWrapper(file, "utf-8-sig", newline="")
    csv.writer(text).writerows(rows)
    text.flush()
    text.detach()


def _write_xlsx(file: IO[bytes], rows: Rows) -> None:
    from openpyxl import Workbook  # Half of what a command needs to start; few write workbooks.
    from openpyxl.cell import WriteOnlyCell

    # All rows are looked at before the workbook is begun: openpyxl cannot give up in the middle of a sheet.
    whole = list(islice(rows, DEFAULT.rows + 1))
    if len(whole) > DEFAULT.rows:
        raise CannotWriteList(_("a sheet holds {limit} rows at most; write .csv").format(limit=DEFAULT.rows))
    book = Workbook(write_only=True)
    sheet = book.create_sheet("list")
    for row in whole:
        sheet.append([_text_cell(WriteOnlyCell(sheet), text) for text in row])
    book.save(file)


def _text_cell(cell: Any, text: str) -> Any:
    cell.value = _LOOKS_ESCAPED.sub("_x005F_", text).replace("\r", "_x000D_")
    cell.data_type = "s"
    return cell
