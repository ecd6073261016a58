"""Lists as delimited text: comma, semicolon, tab or bar, with or without Excel's ``sep=`` line."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from io import TextIOWrapper
from itertools import chain, islice

import polars as pl

from repatria.i18n import _
from repatria.people.blob import Blob
from repatria.people.blocks import block_of
from repatria.people.encodings import Encoding
from repatria.people.errors import Refused
from repatria.people.headings import guess
from repatria.people.limits import Limits
from repatria.people.remarks import Rejected
from repatria.people.source import Block, Row, Source

DELIMITERS = ",;\t|"
_LOOKED_AT = 50
_SEP_LINE = re.compile(r"\s*\"?sep=(.)\"?\s*", re.IGNORECASE)
_LINE_ENDS = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")
_READ_AHEAD = 1 << 16
_BLOCK = 1 << 22  # Characters.
_ROWS_AT_ONCE = 5000


def open_delimited(blob: Blob, encoding: Encoding, limits: Limits) -> Source:
    """Open a delimited list in an encoding that has been decided.

    Raises:
        Refused: while rows are drawn: empty, too wide, a quotation mark never closed, a field over the limit, bytes
            outside the encoding.
    """
    source = Source(iter(()), encoding=encoding.name, questions=list(encoding.questions))
    text = _Text(blob, encoding.name, limits, source.remarks)
    source.rows, source.blocks = text.rows(), text.blocks
    return source


class _Text:
    """A delimited text: its first rows one by one (a heading is looked for), then in blocks where all is usual."""

    def __init__(self, blob: Blob, encoding: str, limits: Limits, remarks: list[Rejected]) -> None:
        self.blob, self.encoding, self.limits, self.remarks = blob, encoding, limits, remarks
        self.number, self.delimiter = 1, ","
        self.text: TextIOWrapper | None = None

    def rows(self) -> Iterator[Row]:
        start = _start(self.blob, self.encoding)
        sep = _SEP_LINE.fullmatch(start[0])
        self.delimiter = sep[1] if sep else _delimiter(start)
        with TextIOWrapper(self.blob.open(), self.encoding, newline="") as self.text:
            lines = _lines(self.text)
            for _line in range(1 if sep else 0):
                next(lines)
                self.number += 1
            yield from self._records(lines)
            self.text = None

    def blocks(self, width: int) -> Iterator[Block]:
        """Give the rest in blocks of whole lines; from the first line that only a CSV reader can tell, rows."""
        rest, text = "", self.text
        while text is not None:
            piece = self._read(text)
            whole = rest + piece
            cut = whole.rfind("\n") + 1 if piece else len(whole)
            block = block_of(whole[:cut], self.number, self.delimiter, width) if cut else None
            if block is None and (cut or len(whole) > self.limits.line_bytes):
                begun = "" if whole.endswith("\n") else text.readline()  # A line that a block was cut in.
                yield from self._slowly(chain(filter(None, _LINE_ENDS.split(whole + begun)), text))
                return
            if block is not None:
                self._refuse_too_wide(block.others)
                self.number += block.lines
                yield block
            rest = whole[cut:]
            if not piece:
                return

    def _read(self, text: TextIOWrapper) -> str:
        try:
            return text.read(_BLOCK)
        except UnicodeError:
            # Which row it is, only reading row by row can tell.
            for _row in _Text(self.blob, self.encoding, self.limits, []).rows():
                pass
            raise

    def _slowly(self, lines: Iterator[str]) -> Iterator[Block]:
        rows = self._records(lines)
        while some := list(islice(rows, _ROWS_AT_ONCE)):
            yield Block(len(some), pl.DataFrame(), some)

    def _records(self, lines: Iterator[str]) -> Iterator[Row]:
        reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
        while True:
            try:
                for row in reader:
                    self._refuse_too_wide([(self.number, row)])
                    self.number += 1
                    yield self.number - 1, row
            except csv.Error as fault:
                _judge(fault, self.number, self.remarks)
                self.number += 1
            except UnicodeError as fault:
                raise Refused(_("row {row} cannot be read in this encoding").format(row=self.number)) from fault
            else:
                return

    def _refuse_too_wide(self, rows: list[Row]) -> None:
        for number, row in rows:
            if len(row) > self.limits.columns:
                raise Refused(
                    _("row {row} has more than {limit} columns").format(row=number, limit=self.limits.columns)
                )


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
