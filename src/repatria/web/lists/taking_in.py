"""Taking a list in: its rows beside the cells as they came, and the people who seem to stand on it twice."""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

import polars as pl
from django.db import transaction

from repatria.matching import Settings, find_repeats
from repatria.people import FIELDS, LINKAGE, Reading
from repatria.people.table import ROW, SHEET
from repatria.web.insert import insert
from repatria.web.lists.models import NameList, Repeat, Row
from repatria.web.vault import keys

# Short transactions: on SQLite nobody else can write while one lasts.
AT_ONCE = 2_000
T = TypeVar("T")
Progress = Callable[[float], None]


def take_in(name_list: NameList, reading: Reading, progress: Progress) -> int:
    """Enter the rows that go on, after clearing away what an interrupted try has left. Gives how many."""
    name_list.rows.all().delete()
    earlier = _codes_by_words(name_list)
    frame, done = reading.frame(), 0
    with keys.kept():
        for batch in _batches(_rows(name_list, reading, frame, earlier), AT_ONCE):
            with transaction.atomic():
                insert(Row, batch)
            done += len(batch)
            progress(done / max(1, frame.height))
    return done


def _rows(name_list: NameList, reading: Reading, frame: pl.DataFrame, earlier: dict[bytes, str]) -> Iterator[Row]:
    table = reading.table.cells.select(SHEET, ROW, *reading.table.columns)
    cells = {(row[0], row[1]): list(row[2:]) for row in table.iter_rows()} | reading.table.originals
    sheets = frame[SHEET].unique(maintain_order=True).to_list()
    names = [name for name in frame.columns if name in FIELDS]
    for values in frame.select(SHEET, ROW, *names).iter_rows():
        sheet, number = values[0], values[1]
        columns = {name: text for name, text in zip(names, values[2:], strict=True) if text}
        says = keys.blind(name_list.party_id, "row", json.dumps(columns, sort_keys=True))
        code = columns.get("id") or earlier.get(says) or f"{name_list.reference}/{number}"
        yield Row(
            list=name_list, sheet=str(sheets.index(sheet) + 1) if len(sheets) > 1 else "", number=number,
            code=code[:40], says=says, cells=cells.get((sheet, number), []), columns=columns,
        )  # fmt: skip


def _codes_by_words(name_list: NameList) -> dict[bytes, str]:
    """Rows without an id of the sender's keep the code they had in the version before, if they say the same."""
    if name_list.replaces_id is None:
        return {}
    rows = Row.objects.filter(list=name_list.replaces_id).values_list("says", "code")
    return {bytes(says): code for says, code in rows}


def seek_repeats(name_list: NameList) -> int:
    """Find rows that may be one person listed twice; what was settled in the version before stays settled."""
    name_list.repeats.all().delete()
    rows = list(name_list.rows.order_by("pk"))
    if len(rows) < 2:
        return 0
    settled = _settled_before(name_list)
    found = find_repeats(frame_of(rows), Settings(threads=2)).proposals()
    with keys.kept():
        made = (_repeat(name_list, rows[one.left], rows[one.right], one, settled) for one in found)
        for batch in _batches(made, AT_ONCE):
            with transaction.atomic():
                insert(Repeat, batch)
    return name_list.repeats.filter(verdict="").count()


def frame_of(rows: Iterable[Row]) -> pl.DataFrame:
    """Give the columns of rows as other rooms compare them; the `id` of each row is its place, from 0."""
    columns = [row.columns for row in rows]
    table = {name: [one.get(name, "") for one in columns] for name in LINKAGE if name != "id"}
    return pl.DataFrame(
        {"id": [str(n) for n in range(len(columns))], **table}, schema=dict.fromkeys(LINKAGE, pl.String)
    )


def _repeat(name_list: NameList, row: Row, other: Row, found: Any, settled: dict[Any, str]) -> Repeat:
    return Repeat(
        list=name_list,
        row=row,
        other=other,
        probability=found.probability,
        because=[reason.kept() for reason in found.because],
        verdict=settled.get(_words(row, other), ""),
    )


def _settled_before(name_list: NameList) -> dict[frozenset[bytes], str]:
    earlier = Repeat.objects.filter(list=name_list.replaces_id).exclude(verdict="").select_related("row", "other")
    return {_words(one.row, one.other): one.verdict for one in earlier}


def _words(row: Row, other: Row) -> frozenset[bytes]:
    return frozenset((bytes(row.says), bytes(other.says)))


def _batches(many: Iterable[T], size: int) -> Iterator[list[T]]:
    waiting = iter(many)
    while batch := list(islice(waiting, size)):
        yield batch
