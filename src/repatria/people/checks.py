"""What is looked at in the rows of a list once they are read: each finding names row, column, why and remedy."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TypeVar

import polars as pl

from repatria.i18n import _
from repatria.people.cells import FORBIDDEN
from repatria.people.dates import DateStyle, plainly_certain, read_date
from repatria.people.fields import FIELDS, IDENTIFYING
from repatria.people.remarks import Effect, Rejected
from repatria.people.ruined import SUSPICIOUS, Ruin, is_ruined_by, ruined_by
from repatria.people.table import ROW, SHEET, Table, without_rows

_T = TypeVar("_T")

_OVERRIDE = "[\u202d\u202e]"
_LOST = "\ufffd"
_ENOUGH = 300
_TELLING = 120  # Letters of a cell that tell whether it is ruined; even, so that no letter of two bytes is cut.
_RECALCULATED = r"^\d[.,]\d+[Ee]\+\d+$"


def check_rows(
    table: Table, labels: Sequence[str], fields: Sequence[str | None], style: DateStyle
) -> tuple[list[Rejected], Ruin | None]:
    """Look at all rows and tell what a person must see. Rows that cannot be used are taken out of `table`.

    Returns:
        the remarks, and how the names of the whole list were ruined, if they were.
    """
    columns = list(zip(table.columns, labels, strict=True))
    odd = _with_odd_signs(table)
    ruin = _ruin_of(odd, table.columns, fields)
    found = list(_forbidden(odd, columns))
    odd = without_rows(odd, {(r.sheet, r.row) for r in found})
    found += _hidden_order(odd, columns)
    found += _lost_letters(odd, columns, fields, ruin)
    found += _recalculated(table.cells, columns, fields)
    found += _repeated_rows(table)
    _take_out(table, found)
    found += _nobody_named(table, fields)
    found += _one_id_for_two(table, columns, fields)
    found += _doubtful_dates(table, columns, fields, style)
    return found, ruin


def _with_odd_signs(table: Table) -> pl.DataFrame:
    """Give the few rows that hold any sign worth a closer look: one pass instead of one per kind of sign."""
    odd = pl.col(table.columns).str.contains(f"{FORBIDDEN}|{_OVERRIDE}|{_LOST}|{SUSPICIOUS}")
    return table.cells.filter(pl.any_horizontal(odd)) if table.columns else table.cells


def _take_out(table: Table, found: list[Rejected]) -> None:
    table.cells = table.without({(r.sheet, r.row) for r in found if r.effect is Effect.LEFT_OUT})


def _matching(cells: pl.DataFrame, column: str, pattern: str) -> Iterator[tuple[int, str, str]]:
    """Give (row, sheet, cell) for each cell of `column` that holds `pattern`."""
    hits = cells.filter(pl.col(column).str.contains(pattern))
    return hits.select(ROW, SHEET, column).iter_rows()


def _forbidden(odd: pl.DataFrame, columns: list[tuple[str, str]]) -> Iterator[Rejected]:
    why = _("the cell holds a control sign or a code that is no character")
    for column, label in columns:
        for row, sheet, _cell in _matching(odd, column, FORBIDDEN):
            yield Rejected(row, label, why, _("type the cell anew, without copying it"), sheet=sheet)


def _hidden_order(odd: pl.DataFrame, columns: list[tuple[str, str]]) -> Iterator[Rejected]:
    why = _("unseen signs in the cell turn the order of its letters round")
    for column, label in columns:
        for row, sheet, _cell in _matching(odd, column, _OVERRIDE):
            yield Rejected(row, label, why, _("type the cell anew, without copying it"), Effect.HELD, sheet)


def _ruin_of(odd: pl.DataFrame, columns: Sequence[str], fields: Sequence[str | None]) -> Ruin | None:
    suspects: list[str] = []
    for column in _columns_of_words(columns, fields):
        suspects += islice((cell for _row, _sheet, cell in _matching(odd, column, SUSPICIOUS)), _ENOUGH)
    return ruined_by(" ".join(suspects)) if suspects else None


def _columns_of_words(columns: Sequence[_T], fields: Sequence[str | None]) -> list[_T]:
    return [c for c, f in zip(columns, fields, strict=True) if not f or FIELDS[f].kind in ("text", "name")]


def _lost_letters(
    odd: pl.DataFrame, columns: list[tuple[str, str]], fields: Sequence[str | None], ruin: Ruin | None
) -> Iterator[Rejected]:
    remedy = _("send the list again from the program that holds the names, saved as UTF-8")
    for column, label in _columns_of_words(columns, fields):
        for row, sheet, cell in _matching(odd, column, f"{SUSPICIOUS}|{_LOST}"):
            start = cell[:_TELLING]
            if (ruin and is_ruined_by(start, ruin)) or ruined_by(start):
                why = _("the letters are ruined: they were once read in a wrong encoding")
            elif _LOST in cell:
                why = _("letters of the cell were lost when it was saved")
            else:
                continue
            yield Rejected(row, label, why, remedy, Effect.HELD, sheet)


def _recalculated(
    cells: pl.DataFrame, columns: list[tuple[str, str]], fields: Sequence[str | None]
) -> Iterator[Rejected]:
    why = _("a spreadsheet has turned the number into a rounded one")
    for (column, label), field in zip(columns, fields, strict=True):
        if field and FIELDS[field].kind == "code":
            for row, sheet, _cell in _matching(cells, column, _RECALCULATED):
                yield Rejected(row, label, why, _("write the number as text, in full"), Effect.HELD, sheet)


def _repeated_rows(table: Table) -> Iterator[Rejected]:
    """Tell each row that says the same as an earlier one, cell for cell; the first one stays."""
    if not table.columns:
        return
    # Rows of the same hash are compared cell for cell below; the hash only makes them few.
    again = table.cells.filter(table.cells.select(table.columns).hash_rows().is_duplicated())
    first: dict[tuple[str, ...], int] = {}
    for row, sheet, *text in again.iter_rows():
        earlier = first.setdefault(tuple(text), row)
        if earlier != row:
            why = _("the row says the same as row {row}").format(row=earlier)
            yield Rejected(row, "", why, _("leave one of the two out"), sheet=sheet)


def _nobody_named(table: Table, fields: Sequence[str | None]) -> Iterator[Rejected]:
    naming = [c for c, f in zip(table.columns, fields, strict=True) if f in IDENTIFYING]
    if not naming:
        return
    why = _("the row names nobody: no name, callsign or service number")
    remedy = _("write whom it means, or leave the row out")
    for row, sheet in table.cells.filter(pl.all_horizontal(pl.col(naming) == "")).select(ROW, SHEET).iter_rows():
        yield Rejected(row, "", why, remedy, Effect.HELD, sheet)


def _one_id_for_two(
    table: Table, columns: list[tuple[str, str]], fields: Sequence[str | None]
) -> Iterator[Rejected]:
    if "id" not in fields:
        return
    column, label = columns[fields.index("id")]
    shared = table.cells.filter((pl.col(column) != "") & pl.col(column).is_duplicated())
    first: dict[str, int] = {}
    second: dict[str, int] = {}
    for row, number in shared.select(ROW, column).iter_rows():
        (second if number in first else first).setdefault(number, row)
    remedy = _("give each person a number of their own, or say that it is one person")
    for row, sheet, number in shared.select(ROW, SHEET, column).iter_rows():
        other = first[number] if row != first[number] else second[number]
        why = _("the same number stands in row {row}, with other details").format(row=other)
        yield Rejected(row, label, why, remedy, Effect.HELD, sheet)


def _doubtful_dates(
    table: Table, columns: list[tuple[str, str]], fields: Sequence[str | None], style: DateStyle
) -> Iterator[Rejected]:
    @cache
    def doubt(text: str) -> str:
        return read_date(text, style).doubt

    remedy = _("write the date as 1990-08-17, or as 1990-08 or 1990 where the rest is not known")
    for (column, label), field in zip(columns, fields, strict=True):
        if field and FIELDS[field].kind == "date":
            different = table.cells[column].unique()
            doubtful = [text for text in different.filter(~plainly_certain(different, style)) if doubt(text)]
            hits = table.cells.filter(pl.col(column).is_in(doubtful)) if doubtful else table.cells.clear()
            for row, sheet, text in hits.select(ROW, SHEET, column).iter_rows():
                yield Rejected(row, label, doubt(text), remedy, Effect.OPEN, sheet)
