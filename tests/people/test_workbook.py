import zipfile
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from repatria.people import Effect, Limits
from tests.people.builders import HEADER, NORTHERNERS, SOUTHERNERS, _worksheet, cell, read_text, sheet, workbook


def saved(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def book_of(rows) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    active = book.active
    assert isinstance(active, Worksheet)
    for row in rows:
        active.append(row)
    return book, active


def read_book(folder, content, **settled):
    return read_text(folder, content if isinstance(content, bytes) else saved(content), "list.xlsx", **settled)


def effects(reading):
    return [(r.row, r.column, r.effect) for r in reading.rejected]


def test_a_sheet_is_read(tmp_path):
    reading = read_book(tmp_path, book_of([HEADER, *NORTHERNERS])[0])
    assert (reading.outcome, reading.header, list(reading.rows())) == ("rows", HEADER, NORTHERNERS)
    assert reading.encoding is None


@pytest.mark.parametrize("epoch_1904", [False, True])
def test_real_dates_are_dates_in_both_calendars_of_spreadsheets(tmp_path, epoch_1904):
    book, active = book_of([HEADER])
    if epoch_1904:
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        book.epoch = CALENDAR_MAC_1904
    active.append(["Мельник Юрій", date(1990, 8, 17), "R-1"])
    reading = read_book(tmp_path, book)
    assert (reading.outcome, list(reading.rows())) == ("rows", [["Мельник Юрій", "1990-08-17", "R-1"]])


def test_a_date_that_lost_its_format_is_a_number_and_asked_about(tmp_path):
    reading = read_book(tmp_path, book_of([HEADER, ["Мельник Юрій", 33102, "R-1"]])[0])
    assert effects(reading) == [(2, "born", Effect.OPEN)]


def test_a_year_alone_is_no_day_number(tmp_path):
    assert read_book(tmp_path, book_of([HEADER, ["Мельник Юрій", 1990, "R-1"]])[0]).outcome == "rows"


def test_a_number_that_became_a_date_is_held(tmp_path):
    reading = read_book(tmp_path, book_of([HEADER, ["Мельник Юрій", "1990", date(2026, 2, 1)]])[0])
    assert effects(reading) == [(2, "number", Effect.HELD)]


def test_numbers_stored_as_numbers_are_read_and_said(tmp_path):
    reading = read_book(tmp_path, book_of([HEADER, ["Мельник Юрій", "1990", 123]])[0])
    assert (reading.outcome, next(reading.rows())[2]) == ("rows", "123")
    assert "number" in reading.notes[0]


def test_a_hidden_row_is_shown_and_held(tmp_path):
    book, active = book_of([HEADER, *NORTHERNERS])
    active.row_dimensions[3].hidden = True
    reading = read_book(tmp_path, book)
    assert effects(reading) == [(3, "", Effect.HELD)]
    assert (reading.count, reading.frame().height) == (3, 2)


def test_a_hidden_column_is_asked_about(tmp_path):
    book, active = book_of([HEADER, *NORTHERNERS])
    active.column_dimensions["C"].hidden = True
    active.column_dimensions["H"].hidden = True
    reading = read_book(tmp_path, book)
    assert reading.outcome == "ask"
    assert "hidden in the sheet: C;" in reading.why


def test_a_formula_without_a_value_leaves_its_row_out(tmp_path):
    reading = read_book(tmp_path, book_of([HEADER, *NORTHERNERS, ['=CONCAT("a","b")', "1990", "R-1"]])[0])
    assert effects(reading) == [(5, "name", Effect.LEFT_OUT)]
    assert list(reading.rows()) == NORTHERNERS


def test_an_error_in_a_cell_holds_its_row(tmp_path):
    rows = sheet([HEADER, NORTHERNERS[0]]).replace(
        "</row></sheetData>", '</row><row r="3"><c r="A3" t="e"><v>#REF!</v></c></row></sheetData>'
    )
    reading = read_book(tmp_path, workbook({"list": rows}))
    assert (3, "name", Effect.HELD) in effects(reading)


def test_a_heading_of_two_rows_is_joined(tmp_path):
    book, active = book_of(
        [
            ["Person", None, "Capture", None, "Number"],
            ["surname", "given name", "date", "place", None],
            ["Мельник", "Юрій", "2024-01-13", "Лисичанськ", "R-1"],
        ]
    )
    for area in ("A1:B1", "C1:D1", "E1:E2"):
        active.merge_cells(area)
    reading = read_book(tmp_path, book)
    assert reading.outcome == "rows"
    assert reading.columns == ["surname", "given_name", "capture_date", "capture_place", "id"]


def test_a_title_over_the_whole_list_is_text_above_the_heading(tmp_path):
    book, active = book_of([["Список"], HEADER, *NORTHERNERS])
    active.merge_cells("A1:C1")
    reading = read_book(tmp_path, book)
    assert (reading.outcome, reading.heading_row, list(reading.rows())) == ("ask", 2, NORTHERNERS)
    assert read_book(tmp_path, book, heading_row=2).outcome == "rows"


def test_merged_cells_among_the_rows_are_told(tmp_path):
    book, active = book_of([[*HEADER, "unit"], *([*row, "12"] for row in NORTHERNERS)])
    active.merge_cells("D2:D4")
    reading = read_book(tmp_path, book)
    assert effects(reading) == [(2, "unit", Effect.OPEN)]


def test_sheets_with_the_same_headings_are_one_list(tmp_path):
    book = workbook({"one": sheet([HEADER, *NORTHERNERS]), "two": sheet([HEADER, *SOUTHERNERS])})
    reading = read_book(tmp_path, book)
    assert (reading.outcome, list(reading.rows())) == ("rows", NORTHERNERS + SOUTHERNERS)
    assert reading.frame()["sheet"].unique(maintain_order=True).to_list() == ["one", "two"]
    assert reading.original(2, "two") == SOUTHERNERS[0]


def test_other_sheets_are_asked_about_and_one_can_be_named(tmp_path):
    book = workbook({"notes": sheet([["read", "me"]]), "list": sheet([HEADER, *NORTHERNERS])})
    asked = read_book(tmp_path, book)
    assert (asked.outcome, list(asked.rows())) == ("ask", NORTHERNERS)
    assert read_book(tmp_path, book, sheet="list").outcome == "rows"
    assert read_book(tmp_path, book, sheet="secret").outcome == "refuse"


def test_a_hidden_sheet_is_asked_about_and_an_empty_one_is_not(tmp_path):
    sheets = {"list": sheet([HEADER, *NORTHERNERS]), "Sheet2": sheet([])}
    assert read_book(tmp_path, workbook(sheets)).outcome == "rows"
    sheets["Sheet2"] = sheet([HEADER, *SOUTHERNERS])
    assert read_book(tmp_path, workbook(sheets, hidden=("Sheet2",))).outcome == "ask"


def test_a_cell_far_away_is_refused_before_the_sheet_is_laid_out(tmp_path):
    far = _worksheet(f'<row r="1">{cell("A1", "name")}</row><row r="2">{cell("XFD1048576", "x")}</row>')
    assert read_book(tmp_path, workbook({"list": far})).outcome == "refuse"


def test_the_size_that_counts_is_the_one_used_not_the_one_claimed(tmp_path):
    claimed = sheet([HEADER, *NORTHERNERS]).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    assert list(read_book(tmp_path, workbook({"list": claimed})).rows()) == NORTHERNERS


@pytest.mark.parametrize(
    "limits", [Limits(rows=3), Limits(columns=2), Limits(cells=11)], ids=["rows", "columns", "cells"]
)
def test_each_limit_refuses(tmp_path, limits):
    reading = read_book(tmp_path, book_of([HEADER, *NORTHERNERS])[0], limits=limits)
    assert (reading.outcome, reading.count) == ("refuse", 0)


@pytest.mark.parametrize(
    "declared", ['<!DOCTYPE x [<!ENTITY a "лол">]>', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>']
)
def test_entities_are_refused_not_expanded(tmp_path, declared):
    rows = sheet([HEADER, *NORTHERNERS]).replace("Ковальчук", "&a;")
    reading = read_book(tmp_path, workbook({"list": declared + rows}))
    assert "entities" in reading.why


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_workbook_cut_short_is_refused(tmp_path, share):
    whole = saved(book_of([HEADER, *NORTHERNERS])[0])
    assert read_book(tmp_path, whole[: int(len(whole) * share)]).outcome == "refuse"


def test_any_byte_changed_in_the_sheet_is_seen(tmp_path):
    whole = workbook({"list": sheet([HEADER, *NORTHERNERS])})
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
    start = part.header_offset + 30 + len(part.filename)
    for place in range(start, start + part.compress_size, 17):
        changed = whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :]
        assert read_book(tmp_path, changed).outcome == "refuse"


def test_a_workbook_without_a_sheet_or_a_cell_is_refused(tmp_path):
    assert "no sheet" in read_book(tmp_path, workbook({})).why
    assert "empty" in read_book(tmp_path, workbook({"list": sheet([])})).why
