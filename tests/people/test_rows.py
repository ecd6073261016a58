"""What is looked at in rows once they are read."""

import pytest

from repatria.people import Effect, read_list
from tests.people.builders import HEADER, NORTHERNERS, TODAY, as_text, read_text


def effects(reading):
    return [(r.row, r.column, r.effect) for r in reading.rejected]


def test_a_row_said_twice_is_told_and_read_once(tmp_path):
    reading = read_text(tmp_path, as_text([*NORTHERNERS, NORTHERNERS[1]]))
    assert effects(reading) == [(5, "", Effect.LEFT_OUT)]
    assert "row 3" in reading.rejected[0].why
    assert reading.count == 3


def test_one_number_for_two_persons_holds_both(tmp_path):
    reading = read_text(tmp_path, as_text([*NORTHERNERS, ["Інший Олег", "1990-01-13", NORTHERNERS[0][2]]]))
    assert effects(reading) == [(2, "number", Effect.HELD), (5, "number", Effect.HELD)]
    assert reading.count == 4
    assert reading.frame().height == 2


def test_a_doubtful_date_stays_as_written_and_its_row_goes_on(tmp_path):
    reading = read_text(tmp_path, as_text([["Мельник Юрій", "03/04/1990", "R-1"]]))
    assert effects(reading) == [(2, "born", Effect.OPEN)]
    assert reading.frame()["date_of_birth"].to_list() == ["03/04/1990"]


def test_unseen_signs_that_turn_letters_round_hold_the_row(tmp_path):
    reading = read_text(tmp_path, as_text([["\u202eчесний\u202c Мельник", "1990-01-13", "R-1"]]))
    assert effects(reading) == [(2, "name", Effect.HELD)]


@pytest.mark.parametrize("sign", ["\x07", "\x1b", "\x85", "\ufffe", "\U0010ffff"])
def test_control_signs_and_non_characters_leave_the_row_out(tmp_path, sign):
    reading = read_text(tmp_path, as_text([*NORTHERNERS, [f"Мель{sign}ник", "1990-01-13", "R-1"]]))
    assert effects(reading) == [(5, "name", Effect.LEFT_OUT)]
    assert reading.count == 3


def test_a_row_about_nobody_is_held(tmp_path):
    reading = read_text(tmp_path, as_text([*NORTHERNERS, ["", "1990-01-13", "R-1"]]))
    assert effects(reading) == [(5, "", Effect.HELD)]


def test_a_number_that_a_spreadsheet_has_rounded_is_held(tmp_path):
    reading = read_text(tmp_path, as_text([["Мельник Юрій", "1990-01-13", "1.23457E+11"]]))
    assert effects(reading) == [(2, "number", Effect.HELD)]


def test_no_remark_quotes_a_cell(tmp_path):
    rows = [
        ["Таємний Юрій", "03/04/1990", "R-1"],
        ["Таємний Юрій", "31.04.1990", "R-1"],
        ["Таємний\u202e", "таємно", "R-2"],
        ["Таємний", "1990", "R-3", "таємно"],
    ]
    reading = read_text(tmp_path, as_text(rows))
    said = " ".join([reading.why, *(f"{r.why} {r.remedy}" for r in reading.rejected)])
    assert len(reading.rejected) >= 6
    assert not [word for word in ("Таємний", "таємно", "R-1", "31.04", "03/04") if word in said]


def test_cleaning_keeps_the_original_beside_it(tmp_path):
    reading = read_text(tmp_path, as_text([[" Ковальчук\u0438\u0306 ", "1990-01-13", "R-1"], NORTHERNERS[0]]))
    assert next(reading.rows())[0] == "Ковальчукй"
    assert reading.original(2)[0] == " Ковальчук\u0438\u0306 "
    assert reading.original(3) == NORTHERNERS[0]
    with pytest.raises(KeyError):
        reading.original(9)


def test_a_frame_names_our_fields_and_where_each_row_came_from(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(as_text(NORTHERNERS), "utf-8")
    reading = read_list(path, reference_day=TODAY)
    frame = reading.frame()
    assert frame.columns == ["full_name_native", "date_of_birth", "id", "row", "sheet", "file"]
    assert frame.row(0) == (*NORTHERNERS[0], 2, "", str(path))
    assert len(reading.sha256) == 64


def test_columns_nobody_knows_are_kept_and_said(tmp_path):
    reading = read_text(tmp_path, as_text([[*NORTHERNERS[0], "43"]], [*HEADER, "shoe size"]))
    assert reading.outcome == "rows"
    assert "shoe size" in reading.notes[0]
    assert next(reading.rows())[3] == "43"
