"""Lists as delimited text: comma, semicolon, tab or bar, with or without Excel's ``sep=`` line."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from io import TextIOWrapper
from itertools import chain

from repatria.i18n import _
from repatria.people.blob import Blob
from repatria.people.encodings import Encoding
from repatria.people.errors import Refused
from repatria.people.headings import guess
from repatria.people.limits import Limits
from repatria.people.remarks import Rejected
from repatria.people.source import Row, Source

DELIMITERS = ",;\t|"
_LOOKED_AT = 50
_SEP_LINE = re.compile(r"\s*\"?sep=(.)\"?\s*", re.IGNORECASE)
_LINE_ENDS = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")
_READ_AHEAD = 1 << 16


def open_delimited(blob: Blob, encoding: Encoding, limits: Limits) -> Source:
    """Open a delimited list in an encoding that has been decided.

    Raises:
        Refused: while rows are drawn: empty, too wide, a quotation mark never closed, a field over the limit, bytes
            outside the encoding.
    """
    source = Source(iter(()), encoding=encoding.name, questions=list(encoding.questions))
    source.rows = _rows(blob, encoding.name, limits, source.remarks)
    return source


def _rows(blob: Blob, encoding: str, limits: Limits, remarks: list[Rejected]) -> Iterator[Row]:
    start = _start(blob, encoding)
    sep = _SEP_LINE.fullmatch(start[0])
    delimiter = sep[1] if sep else _delimiter(start)
    with TextIOWrapper(blob.open(), encoding, newline="") as text:
        lines = _lines(text)
        for _line in range(1 if sep else 0):
            next(lines)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        yield from _records(reader, 2 if sep else 1, limits, remarks)


def _start(blob: Blob, encoding: str) -> list[str]:
    with TextIOWrapper(blob.open(), encoding, newline="") as text:
        try:
            start = text.read(_READ_AHEAD).lstrip("\ufeff")
        except UnicodeError as fault:
            raise Refused(_not_in(encoding)) from fault
    if not start.strip():
        raise Refused(_("the file is empty; send the list itself"))
    return _LINE_ENDS.split(start)


def _not_in(encoding: str) -> str:
    return _("the file cannot be read as {encoding}; name another --encoding, or save it as UTF-8").format(
        encoding=encoding
    )


def _lines(text: TextIOWrapper) -> Iterator[str]:
    """Give the lines with their ends as they are; a second byte order mark at the start is dropped."""
    first = text.readline()
    return chain([first.lstrip("\ufeff")], text)


def _delimiter(start: list[str]) -> str:
    """Choose the sign that parts the fields: known headings count most, then rows of one width."""
    return max(DELIMITERS, key=lambda delimiter: _fit(start[:_LOOKED_AT], delimiter))


def _fit(lines: list[str], delimiter: str) -> tuple[int, float, int]:
    rows: list[list[str]] = []
    with suppress(csv.Error):
        rows.extend(row for row in csv.reader(lines, delimiter=delimiter) if any(row))
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return (0, 0.0, 0)
    width, rows_of_it = widths.most_common(1)[0]
    known = max(sum(guess(cell) is not None for cell in row) for row in rows[:20])
    return (known if known > 1 else 0, rows_of_it / len(rows), width)


def _records(reader: Iterator[list[str]], number: int, limits: Limits, remarks: list[Rejected]) -> Iterator[Row]:
    while True:
        try:
            for row in reader:
                if len(row) > limits.columns:
                    raise Refused(
                        _("row {row} has more than {limit} columns").format(row=number, limit=limits.columns)
                    )
                yield number, row
                number += 1
        except csv.Error as fault:
            _judge(fault, number, remarks)
            number += 1
        except UnicodeError as fault:
            raise Refused(_("row {row} cannot be read in this encoding").format(row=number)) from fault
        else:
            return


def _judge(fault: csv.Error, row: int, remarks: list[Rejected]) -> None:
    """Refuse what spoils the whole file; tell a single bad row and go on."""
    if "unexpected end of data" in str(fault):
        raise Refused(_("a quotation mark in or before row {row} is never closed; close it").format(row=row))
    if "field larger than field limit" in str(fault):
        raise Refused(
            _("row {row} holds a field that is far too long, or a quotation mark that is never closed").format(
                row=row
            )
        )
    remarks.append(Rejected(row, "", _("a quotation mark stands inside a quoted field"), _('write it twice: ""')))
