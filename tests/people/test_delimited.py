import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from repatria.people import Effect, Limits
from tests.people.builders import HEADER, NORTHERNERS, as_text, read_text


@pytest.mark.parametrize("comma", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_any_usual_delimiter_and_line_end_is_read(tmp_path, comma, end):
    text = as_text(NORTHERNERS, comma=comma).replace("\r\n", end)
    reading = read_text(tmp_path, text)
    assert (reading.outcome, reading.header, list(reading.rows())) == ("rows", HEADER, NORTHERNERS)


def test_a_sep_line_decides(tmp_path):
    reading = read_text(tmp_path, "sep=|\r\n" + as_text(NORTHERNERS, comma="|"))
    assert (reading.outcome, reading.heading_row, reading.count) == ("rows", 2, 3)


def test_commas_in_an_unquoted_heading_do_not_mislead(tmp_path):
    text = "name, as in passport;born;number\r\n" + as_text(NORTHERNERS, header=[], comma=";")
    assert read_text(tmp_path, text).header == ["name, as in passport", "born", "number"]


def test_a_bad_row_is_left_out_alone_with_its_number(tmp_path):
    text = as_text([NORTHERNERS[0], ["Два", "1990-01-13", "R-8", "зайве"], NORTHERNERS[1]])
    reading = read_text(tmp_path, text)
    assert [(r.row, r.effect) for r in reading.rejected] == [(3, Effect.LEFT_OUT)]
    assert reading.rejected[0].why
    assert reading.rejected[0].remedy
    assert list(reading.rows()) == [NORTHERNERS[0], NORTHERNERS[1]]


def test_empty_cells_beyond_the_heading_are_a_habit_not_a_fault(tmp_path):
    text = "name,born,number\r\n" + "".join(",".join(row) + ",,\r\n" for row in NORTHERNERS)
    assert read_text(tmp_path, text).outcome == "rows"


def test_a_quotation_mark_out_of_place_spoils_its_row_alone(tmp_path):
    text = as_text([NORTHERNERS[0], ['"Мель"ник', "1990-01-13", "R-8"], NORTHERNERS[1]])
    reading = read_text(tmp_path, text)
    assert [r.row for r in reading.rejected] == [3]
    assert reading.count == 2


def test_a_quotation_mark_never_closed_is_refused(tmp_path):
    reading = read_text(tmp_path, as_text([NORTHERNERS[0], ['"Мельник', "1990-01-13", "R-8"], NORTHERNERS[1]]))
    assert reading.outcome == "refuse"
    assert "3" in reading.why


def test_blank_lines_count_as_rows_and_are_passed_over(tmp_path):
    text = as_text(NORTHERNERS[:1]) + "\r\n,,\r\n" + as_text(NORTHERNERS[1:2], header=[])
    reading = read_text(tmp_path, text)
    assert reading.count == 2
    assert reading.table.cells["row"].to_list() == [2, 5]


@pytest.mark.parametrize("text", ["", "\ufeff", "\r\n\r\n", "   "])
def test_nothing_is_refused_as_nothing(tmp_path, text):
    reading = read_text(tmp_path, text)
    assert reading.outcome == "refuse"
    assert "empty" in reading.why


def test_a_list_of_nobody_is_asked_about(tmp_path):
    assert read_text(tmp_path, as_text([])).outcome == "ask"


@pytest.mark.parametrize(
    "limits",
    [Limits(rows=2), Limits(columns=2), Limits(cells=6), Limits(field_length=10), Limits(file_bytes=50)],
    ids=["rows", "columns", "cells", "length", "bytes"],
)
def test_each_limit_refuses(tmp_path, limits):
    reading = read_text(tmp_path, as_text(NORTHERNERS), limits=limits)
    assert reading.outcome == "refuse"
    assert reading.count == 0


@pytest.mark.parametrize(
    ("start", "name"),
    [
        (b"<html><body>", "list.csv"),
        (b"%PDF-1.7\n", "list.csv"),
        (b"\x1f\x8b\x08\x00", "list.csv.gz"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "list.xls"),
        (b"name,born\r\n", "list.xlsx"),
        (b"name,born\r\n", "list.zip"),
        (b"{}", "list.json"),
        (b"PK\x03\x04", "list.csv"),
        (b"PK\x03\x04", "list.xlsx"),
        (b'<?xml version="1.0"?><list/>', "list.csv"),
        (b'<?xml version="1.0"?><list/>', "list.xml"),
        (b"name,born\r\n", "list.xml"),
    ],
)
def test_what_is_no_list_is_refused_with_a_reason(tmp_path, start, name):
    reading = read_text(tmp_path, start, name=name)
    assert reading.outcome == "refuse"
    assert reading.why


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    from tests.people.builders import read

    assert "no such file" in read(tmp_path / "nothing.csv").why
    assert "folder" in read(tmp_path).why


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.xlsx", "a.xml", "a.zip", "a"]))
@example(b"\xff\xfe", "a.csv")
@example(b'"', "a.csv")
@example(b"name\n\x00", "a.csv")
def test_no_bytes_bring_the_reader_down(tmp_path_factory, content, name):
    reading = read_text(tmp_path_factory.mktemp("bytes"), content, name=name)
    assert reading.outcome == "rows" or reading.why
