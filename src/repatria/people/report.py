"""The report on a list, to be given back to its sender: every row that needs them, why, and what to do.

It names the sender's own file, sheet, row, column and id. It quotes no name, date or other cell: a report may
travel by ways that the list would not.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from repatria.i18n import _
from repatria.people.reading import Reading
from repatria.people.remarks import in_words
from repatria.people.writing import write_rows


def write_report(path: Path, readings: Sequence[Reading]) -> None:
    """Write the report on some lists as ``.csv`` or ``.xlsx``.

    Raises:
        CannotWriteList: another ending, or a folder that cannot be written to.
    """
    header = [_("file"), _("sheet"), _("row"), _("id"), _("column"), _("why"), _("what to do"), _("the row")]
    write_rows(path, header, (line for reading in readings for line in _lines(reading)))


def _lines(reading: Reading) -> Iterator[list[str]]:
    file = Path(reading.file).name
    if reading.refusal:
        yield [file, "", "", "", "", reading.refusal, "", _("the whole list was refused")]
    for question in reading.questions:
        yield [file, "", "", "", "", question.text, "", _("the whole list waits")]
    ids = _ids(reading)
    for r in reading.rejected:
        number = ids.get((r.sheet, r.row), "")
        yield [file, r.sheet, str(r.row), number, r.column, r.why, r.remedy, in_words(r.effect)]


def _ids(reading: Reading) -> dict[tuple[str, int], str]:
    if "id" not in reading.columns:
        return {}
    column = str(reading.columns.index("id"))
    wanted = {r.row for r in reading.rejected}
    rows = reading.table.cells.select("sheet", "row", column).iter_rows()
    return {(sheet, row): number for sheet, row, number in rows if row in wanted}
