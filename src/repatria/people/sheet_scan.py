"""One pass over the XML of a sheet for what calamine does not tell.

How large the sheet really is (calamine lays out every cell up to the last one), which rows and columns are hidden, which
formulas have no stored value, which cells hold errors, and which are merged. ECMA-376 part 1, 18.3.1.
"""

import re
import zipfile
from dataclasses import dataclass, field
from pyexpat import ExpatError, ParserCreate

from repatria.i18n import _
from repatria.people.archive import damaged, declared_type
from repatria.people.errors import Refused
from repatria.people.limits import Limits
from repatria.people.source import Area

_CHUNK = 1 << 16
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


@dataclass(slots=True)
class SheetScan:
    """What a sheet holds beside its values. Rows count from 1, columns from 0."""

    cells: int = 0
    """Cells that hold something."""
    last_row: int = 0
    last_column: int = 0
    hidden_rows: list[int] = field(default_factory=list)
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


def scan_sheet(archive: zipfile.ZipFile, part: str, limits: Limits) -> SheetScan:
    """Scan one sheet in bounded memory.

    Raises:
        Refused: damaged, or over the limits.
    """
    scanner = _Scanner(limits)
    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = scanner.start
    parser.EndElementHandler = scanner.end
    parser.StartDoctypeDeclHandler = scanner.doctype
    try:
        with archive.open(part) as file:
            while chunk := file.read(_CHUNK):
                parser.Parse(chunk)
        parser.Parse(b"", True)
    except ExpatError as cause:
        raise Refused(damaged()) from cause
    return scanner.finished()


class _Scanner:
    """Follows the elements of a sheet. Hot: one call per element, so attributes are read by hand."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.scan = SheetScan()
        self.depth = self.row = 0
        self.column = -1
        self.hidden = self.formula = self.value = False
        self.hidden_spans: list[tuple[int, int]] = []
        self.filled_columns: set[int] = set()

    def doctype(self, *_declaration: object) -> None:
        raise Refused(declared_type())

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > self.limits.xml_depth:
            raise Refused(damaged())
        kind = name[name.rfind(" ") + 1 :]
        if kind == "c":
            self._start_cell(attributes)
        elif kind in ("v", "is"):
            self.value = True
        elif kind == "f":
            self.formula = True
        elif kind == "row":
            self._start_row(attributes)
        elif kind == "col":
            self._start_column(attributes)
        elif kind == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        self.depth -= 1
        if name.endswith(" c") or name == "c":
            self._end_cell()

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        self.row = int(number) if number.isdecimal() else self.row + 1
        self.column = -1
        self.hidden = attributes.get("hidden") in ("1", "true")

    def _start_cell(self, attributes: dict[str, str]) -> None:
        place = _REFERENCE.fullmatch(attributes.get("r", ""))
        self.column = _column(place[1]) if place else self.column + 1
        self.formula = self.value = False
        self.error = attributes.get("t") == "e"

    def _end_cell(self) -> None:
        if not self.value and not self.formula:
            return
        scan = self.scan
        scan.cells += 1
        scan.last_row = max(scan.last_row, self.row)
        scan.last_column = max(scan.last_column, self.column)
        self.filled_columns.add(self.column)
        if self.formula and not self.value:
            scan.without_value.setdefault(self.row, self.column)
        if self.error:
            scan.errors.setdefault(self.row, self.column)
        if self.hidden and (not scan.hidden_rows or scan.hidden_rows[-1] != self.row):
            scan.hidden_rows.append(self.row)
        self._refuse_too_large()

    def _refuse_too_large(self) -> None:
        scan, limits = self.scan, self.limits
        if scan.last_row > limits.rows:
            raise Refused(_("more than {limit} rows; send the list in parts").format(limit=limits.rows))
        if scan.last_column >= limits.columns:
            raise Refused(_("more than {limit} columns; send only those of the list").format(limit=limits.columns))
        if scan.last_row * (scan.last_column + 1) > limits.cells:
            raise Refused(_("more than {limit} cells; send the list in parts").format(limit=limits.cells))

    def _start_column(self, attributes: dict[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if attributes.get("hidden") in ("1", "true") and first.isdecimal() and last.isdecimal():
            self.hidden_spans.append((int(first) - 1, int(last) - 1))

    def _merge(self, reference: str) -> None:
        ends = [_REFERENCE.fullmatch(end) for end in reference.split(":")]
        if len(ends) == 2 and ends[0] and ends[1]:
            (a, b), (c, d) = ends[0].groups(), ends[1].groups()
            self.scan.merges.append(Area(int(b), _column(a), int(d), _column(c)))

    def finished(self) -> SheetScan:
        self.scan.hidden_columns = {
            column for column in self.filled_columns if any(a <= column <= b for a, b in self.hidden_spans)
        }
        return self.scan


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number - 1
