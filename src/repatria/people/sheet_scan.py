"""One pass over the XML of a sheet for what calamine does not tell.

How large the sheet really is (calamine lays out every cell up to the last one), which rows and columns are hidden,
which formulas have no stored value, which cells hold errors, and which are merged. ECMA-376 part 1, 18.3.1.
"""

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pyexpat import ExpatError, ParserCreate, XMLParserType

from repatria.i18n import _
from repatria.people.archive import damaged, declared_type
from repatria.people.errors import Refused
from repatria.people.limits import Limits
from repatria.people.source import Area

_CHUNK = 1 << 16
_DIGITS = "0123456789"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_TRUE = ("1", "true")


@dataclass(slots=True)
class SheetScan:
    """What a sheet holds beside its values. Rows count from 1, columns from 0."""

    cells: int = 0
    """Cells that hold something."""
    last_row: int = 0
    last_column: int = 0
    hidden_rows: list[int] = field(default_factory=list)
    """Only those in which a cell holds something."""
    hidden_columns: set[int] = field(default_factory=set)
    """Only those in which a cell holds something."""
    without_value: dict[int, int] = field(default_factory=dict)
    """Row -> first column of a formula that was never calculated."""
    errors: dict[int, int] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)

    def merges_from(self, column: int) -> list[Area]:
        """Give the merged areas with columns counted from `column`."""
        return [Area(a, b - column, c, d - column) for a, b, c, d in self.merges]


def column_letters(column: int) -> str:
    """Give the letters a spreadsheet shows for a column counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(4096)
def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number - 1


def scan_sheet(archive: zipfile.ZipFile, part: str, limits: Limits) -> SheetScan:
    """Scan one sheet in bounded memory.

    Raises:
        Refused: damaged, or over the limits.
    """
    parser = ParserCreate()
    scanner = _Scanner(limits, parser)
    parser.StartElementHandler = scanner.element
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        with archive.open(part) as file:
            while chunk := file.read(_CHUNK):
                parser.Parse(chunk)
        parser.Parse(b"", True)
    except (ExpatError, ValueError, LookupError) as cause:
        raise Refused(damaged()) from cause
    return scanner.finished()


def _refuse_doctype(*_declaration: object) -> None:
    raise Refused(declared_type())


class _Scanner:
    """Follows the elements of a sheet: called once per element, a million times for a large list.

    A cell is judged when the next one begins, so that the ends of elements need not be followed.
    """

    def __init__(self, limits: Limits, parser: XMLParserType) -> None:
        self.limits = limits
        self.parser = parser
        self.scan = SheetScan()
        self.row, self.row_text, self.column = 0, "0", -1
        self.cell_row = 0
        self.row_hidden = self.has_formula = self.has_value = self.is_error = self.is_text = False
        self.hidden_spans: list[tuple[int, int]] = []
        self.filled_columns: set[int] = set()
        self.actions: dict[str, Callable[[dict[str, str]], None] | None] = {}

    def element(self, name: str, attributes: dict[str, str]) -> None:
        try:
            action = self.actions[name]
        except KeyError:
            action = self.actions[name] = self._action(name.rpartition(":")[2])
        if action is not None:
            action(attributes)

    def _action(self, local_name: str) -> Callable[[dict[str, str]], None] | None:
        return {
            "c": self._cell,
            "v": self._value,
            "is": self._inline_text,
            "f": self._formula,
            "row": self._row,
            "col": self._columns,
            "mergeCell": self._merge,
        }.get(local_name)

    def _row(self, attributes: dict[str, str]) -> None:
        self._judge_cell()
        self.row = int(attributes["r"]) if "r" in attributes else self.row + 1
        self.row_text = str(self.row)
        self.column = -1
        self.row_hidden = attributes.get("hidden") in _TRUE

    def _cell(self, attributes: dict[str, str]) -> None:
        self._judge_cell()
        reference = attributes.get("r", "")
        letters = reference.rstrip(_DIGITS)
        self.column = _column(letters) if letters else self.column + 1
        row = reference[len(letters) :]
        self.cell_row = self.row if row in (self.row_text, "") else int(row)
        kind = attributes.get("t")
        self.is_error, self.is_text = kind == "e", kind == "str"

    def _inline_text(self, _attributes: dict[str, str]) -> None:
        self.has_value = True

    def _value(self, _attributes: dict[str, str]) -> None:
        # Some programs write an empty value behind a formula that was never calculated.
        if self.has_formula and not self.is_text:
            self.parser.CharacterDataHandler = self._text_of_value
        else:
            self.has_value = True

    def _text_of_value(self, text: str) -> None:
        if text.strip():
            self.has_value = True
            self.parser.CharacterDataHandler = None

    def _formula(self, _attributes: dict[str, str]) -> None:
        self.has_formula = True

    def _judge_cell(self) -> None:
        if self.has_value or self.has_formula:
            scan, row, column = self.scan, self.cell_row, self.column
            if self.has_formula:
                self.parser.CharacterDataHandler = None
            scan.cells += 1
            if row > scan.last_row or column > scan.last_column:
                self._grow(row, column)
            self.filled_columns.add(column)
            if not self.has_value:
                scan.without_value.setdefault(row, column)
            if self.is_error:
                scan.errors.setdefault(row, column)
            if self.row_hidden and (not scan.hidden_rows or scan.hidden_rows[-1] != row):
                scan.hidden_rows.append(row)
        self.has_value = self.has_formula = False

    def _grow(self, row: int, column: int) -> None:
        scan, limits = self.scan, self.limits
        scan.last_row = max(scan.last_row, row)
        scan.last_column = max(scan.last_column, column)
        if scan.last_row > limits.rows:
            raise Refused(_("more than {limit} rows; send the list in parts").format(limit=limits.rows))
        if scan.last_column >= limits.columns:
            raise Refused(_("more than {limit} columns; send only those of the list").format(limit=limits.columns))
        if scan.last_row * (scan.last_column + 1) > limits.cells:
            raise Refused(_("more than {limit} cells; send the list in parts").format(limit=limits.cells))

    def _columns(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in _TRUE:
            self.hidden_spans.append((int(attributes["min"]) - 1, int(attributes["max"]) - 1))

    def _merge(self, attributes: dict[str, str]) -> None:
        first, _colon, last = attributes.get("ref", "").partition(":")
        start, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
        if start and end:
            area = Area(int(start[2]), _column(start[1]), int(end[2]), _column(end[1]))
            self.scan.merges.append(area)
        if len(self.scan.merges) > self.limits.rows:
            raise Refused(_("more than {limit} rows; send the list in parts").format(limit=self.limits.rows))

    def finished(self) -> SheetScan:
        self._judge_cell()
        self.scan.hidden_columns = {
            column for column in self.filled_columns if any(a <= column <= b for a, b in self.hidden_spans)
        }
        return self.scan
