"""Reading a list that was sent: what must be asked, what is at fault, what would be taken in."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from python_calamine import CalamineError, load_workbook

from repatria.people import DEFAULT, About, DateStyle, Decisions, Effect, Reading, read_lists, write_rows
from repatria.people import in_words as effect_in_words
from repatria.people.reader import only_list
from repatria.web.lists import storage
from repatria.web.lists.models import Habit, NameList

SHOWN_FAULTS, SHOWN_ROWS = 200, 5
# A question of one of these kinds can be answered by saying that it is meant so.
CAN_BE_MEANT = (About.SHEET, About.ROWS)


def examine(name_list: NameList, today: date) -> Reading:
    """Read the file with what has been decided about it so far."""
    with storage.in_clear(name_list) as path:
        return read(path, name_list, today)


def read(path: Path, name_list: NameList, today: date) -> Reading:
    """Read the file at `path` as the list that it is."""
    return only_list(read_lists(path, _decisions(name_list, today)))


def _decisions(name_list: NameList, today: date) -> Decisions:
    answers = name_list.answers
    habit = Habit.objects.filter(party=name_list.party_id).first() or Habit(party_id=name_list.party_id)
    day_first = answers.get("day_first", habit.day_first)
    return Decisions(
        columns=answers.get("columns") or None,
        remembered=habit.columns or None,
        heading_row=answers.get("heading_row"),
        encoding=answers.get("encoding") or None,
        usual_encoding=habit.encoding or None,
        sheet=answers.get("sheet") or None,
        dates=DateStyle(day_first is not False, confirmed=day_first is not None, reference_day=today),
        limits=replace(DEFAULT, file_bytes=settings.LARGEST_UPLOAD),
    )


def open_questions(reading: Reading, answers: dict[str, Any]) -> list[Any]:
    """Give the questions that nobody has answered yet."""
    meant = [About(about) for about in answers.get("meant", ())]
    return [q for q in reading.questions if q.about not in meant or q.about not in CAN_BE_MEANT]


def report_of(reading: Reading, answers: dict[str, Any], sheets: list[str]) -> dict[str, Any]:
    """Give what the sender's pages show of a reading. It quotes rows, so it is kept sealed for the sender."""
    places = {effect: {(r.sheet, r.row) for r in reading.rejected if r.effect is effect} for effect in Effect}
    return {
        "refusal": reading.refusal,
        "encoding": reading.encoding,
        "heading_row": reading.heading_row,
        "labels": reading.labels,
        "fields": reading.columns,
        "questions": [{"about": q.about.value, "text": q.text} for q in open_questions(reading, answers)],
        "notes": reading.notes,
        "faults": [_fault(r) for r in reading.rejected[:SHOWN_FAULTS]],
        "faults_in_all": len(reading.rejected),
        "left_out": len(places[Effect.LEFT_OUT]),
        "held": len(places[Effect.HELD]),
        "open_cells": len(places[Effect.OPEN]),
        "taken": reading.count - len(places[Effect.HELD]),
        "sample": [cells for _, cells in zip(range(SHOWN_ROWS), reading.rows(), strict=False)],
        "sheets": sheets,
    }


def _fault(rejected: Any) -> dict[str, Any]:
    return {
        "sheet": rejected.sheet,
        "row": rejected.row,
        "column": rejected.column,
        "why": rejected.why,
        "remedy": rejected.remedy,
        "effect": rejected.effect.value,
    }


def sheets_of(path: Path) -> list[str]:
    """Name the sheets of a workbook; a file that is none has none."""
    if path.suffix.lower() not in (".xlsx", ".xlsm"):
        return []
    with suppress(CalamineError, OSError), load_workbook(str(path)) as book:
        return list(book.sheet_names)
    return []


def write_faults(path: Path, reading: Reading) -> None:
    """Write the faulty rows with reason and remedy beside their cells, for the sender, as ``.csv`` or ``.xlsx``."""
    header = [_("sheet"), _("row"), _("column"), _("why"), _("what to do"), _("the row"), *reading.labels]
    write_rows(path, header, _fault_lines(reading))


def _fault_lines(reading: Reading) -> Iterator[list[str]]:
    for r in reading.rejected:
        with suppress(KeyError):
            yield [r.sheet, str(r.row), r.column, r.why, r.remedy, effect_in_words(r.effect), *_cells(reading, r)]


def _cells(reading: Reading, rejected: Any) -> list[str]:
    try:
        return reading.original(rejected.row, rejected.sheet)
    except KeyError:  # left out: it could not be read as a row at all
        return []
