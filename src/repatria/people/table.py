"""The rows of a list as one table of text: as written, and cleaned beside it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from operator import or_

import polars as pl

from repatria.i18n import _
from repatria.people.errors import Refused
from repatria.people.limits import Limits
from repatria.people.neutral import GUARD
from repatria.people.remarks import Rejected
from repatria.people.source import Block, Row, Source

BATCH = 5000
# What may not be in NFC yet: anything but ASCII, Latin, Cyrillic and Arabic letters. Normalising every cell would
# cost more than all other cleaning.
_NOT_SURELY_NFC = (
    "[^\\x00-\u017f\u0400-\u0482\u048a-\u052f\u060c\u061b\u061f-\u064a\u0660-\u066f\u0671-\u06d3\u06f0-\u06f9"
    "\u2010-\u205e\u2116]"
)
ROW, SHEET = "row", "sheet"


@dataclass(slots=True)
class Table:
    """All rows of a list. Columns ``row``, ``sheet`` and then "0", "1", ... hold text, cleaned."""

    cells: pl.DataFrame
    originals: dict[tuple[str, int], list[str]]
    """(sheet, row) -> the cells as they came, only for rows that cleaning has changed."""

    @property
    def columns(self) -> list[str]:
        """Names of the columns that hold cells, in order."""
        return self.cells.columns[2:]

    def without(self, rows: Collection[tuple[str, int]]) -> pl.DataFrame:
        """Give the cells without the rows named by (sheet, row)."""
        return without_rows(self.cells, rows)


def without_rows(cells: pl.DataFrame, rows: Collection[tuple[str, int]]) -> pl.DataFrame:
    """Give `cells` without the rows named by (sheet, row), in the same order."""
    if not rows:
        return cells
    gone = pl.DataFrame(list(rows), schema={SHEET: pl.String, ROW: pl.Int64}, orient="row")
    return cells.join(gone, on=[SHEET, ROW], how="anti", maintain_order="left")


def empty_table(width: int) -> Table:
    """Give a table of no rows."""
    return Table(pl.DataFrame(schema=_schema(width)), {})


def _schema(width: int) -> dict[str, pl.DataType]:
    texts: dict[str, pl.DataType] = {str(column): pl.String() for column in range(width)}
    return {ROW: pl.Int64(), SHEET: pl.String(), **texts}


def collect(source: Source, rows: Iterator[Row], width: int, limits: Limits) -> Table:
    """Draw the rows of a source into one table; rows of another width than the heading's are remarked and left out.

    Raises:
        Refused: more rows or cells, or longer ones, than `limits` allow.
    """
    batches: list[pl.DataFrame] = []
    originals: dict[tuple[str, int], list[str]] = {}
    count = 0
    for block in _blocks(source, rows, width):
        count += block.lines
        _refuse_too_many(count, width, limits)
        raw = _raw(block, width, source)
        _refuse_long_cells(raw, limits)
        neat = _cleaned(raw, source.guarded)
        originals |= _changed(raw, neat)
        batches.append(_without_blank_rows(neat))
    if not batches:
        return empty_table(width)
    return Table(pl.concat(batches), originals)


def _blocks(source: Source, rows: Iterator[Row], width: int) -> Iterator[Block]:
    while batch := list(islice(rows, BATCH)):
        yield Block(len(batch), pl.DataFrame(), batch)
    if source.blocks:
        yield from source.blocks(width)


def _raw(block: Block, width: int, source: Source) -> pl.DataFrame:
    """Give the cells of a block as written, in order, without the rows that do not fit (those are remarked)."""
    fitting = [row for row in block.others if len(row[1]) == width and any(row[1])]
    if len(fitting) < len(block.others):
        fitting = list(_fitted(block.others, width, source.sheet, source.remarks))
    one_by_one = _frame(fitting, width, source.sheet)
    if not block.usual.height:
        return one_by_one
    usual = block.usual.insert_column(1, pl.repeat(source.sheet, block.usual.height, eager=True).alias(SHEET))
    return pl.concat([usual, one_by_one]).sort(ROW) if fitting else usual


def _refuse_too_many(count: int, width: int, limits: Limits) -> None:
    if count > limits.rows:
        raise Refused(_("more than {limit} rows; send the list in parts").format(limit=limits.rows))
    if count * width > limits.cells:
        raise Refused(_("more than {limit} cells; send the list in parts").format(limit=limits.cells))


def _refuse_long_cells(raw: pl.DataFrame, limits: Limits) -> None:
    cells = pl.col(raw.columns[2:])
    longest = max((length or 0 for length in raw.select(cells.str.len_bytes().max()).row(0)), default=0)
    if longest <= limits.field_length:
        return
    long = raw.filter(pl.any_horizontal(cells.str.len_chars() > limits.field_length))
    if not long.is_empty():
        raise Refused(
            _("row {row} holds a cell of more than {limit} characters").format(
                row=long[ROW][0], limit=limits.field_length
            )
        )


def _fitted(batch: list[Row], width: int, sheet: str, remarks: list[Rejected]) -> Iterator[Row]:
    """Drop blank rows, cut empty cells beyond the heading, and tell the rows that do not fit."""
    for number, cells in batch:
        if not any(cell.strip() for cell in cells):
            continue
        surplus = cells[width:]
        if len(cells) < width or any(cell.strip() for cell in surplus):
            remarks.append(_wrong_width(number, len(cells), width, sheet))
        else:
            yield number, cells[:width]


def _wrong_width(number: int, found: int, width: int, sheet: str) -> Rejected:
    why = _("the row has {found} cells, the heading {width}").format(found=found, width=width)
    return Rejected(number, "", why, _("write one value, or nothing, for every column"), sheet=sheet)


def _frame(rows: list[Row], width: int, sheet: str) -> pl.DataFrame:
    numbers = pl.Series(ROW, [number for number, _cells in rows], dtype=pl.Int64)
    schema = {str(column): pl.String() for column in range(width)}
    cells = pl.DataFrame([cells for _number, cells in rows], schema=schema, orient="row")
    return cells.insert_column(0, numbers).insert_column(1, pl.repeat(sheet, len(rows), eager=True).alias(SHEET))


def _cleaned(raw: pl.DataFrame, guarded: bool) -> pl.DataFrame:
    texts = raw.columns[2:]
    if not texts:
        return raw
    unstable = raw.select(pl.col(texts).str.contains(_NOT_SURELY_NFC).any()).row(0)
    loose = [column for column, it_is in zip(texts, unstable, strict=True) if it_is]
    neat = raw.with_columns(pl.col(loose).str.normalize("NFC")) if loose else raw
    if guarded and loose:  # the guard's own sign is among those that make a column loose
        neat = neat.with_columns(pl.col(loose).str.strip_prefix(GUARD))
    return neat.with_columns(pl.col(texts).str.strip_chars())


def _without_blank_rows(neat: pl.DataFrame) -> pl.DataFrame:
    return neat.filter(pl.any_horizontal(pl.col(neat.columns[2:]) != "")) if neat.width > 2 else neat


def _changed(raw: pl.DataFrame, neat: pl.DataFrame) -> dict[tuple[str, int], list[str]]:
    columns = raw.columns[2:]
    if raw.is_empty() or not columns:
        return {}
    differ = reduce(or_, (raw[column] != neat[column] for column in columns))
    return {(sheet, number): list(cells) for number, sheet, *cells in raw.filter(differ).iter_rows()}
