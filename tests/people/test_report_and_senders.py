import csv

import pytest

from repatria.people import BadColumns, Sender, recall, remember, write_report
from repatria.people.senders import CannotRemember
from tests.people.builders import NORTHERNERS, as_text, read, read_text


def report_lines(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_report_says_which_row_why_and_what_to_do(tmp_path):
    text = as_text([*NORTHERNERS, ["Мельник Юрій", "03/04/1990", "R-1"], ["Мельник", "1990"]])
    reading = read_text(tmp_path, text)
    write_report(tmp_path / "report.csv", [reading])
    first, second = report_lines(tmp_path / "report.csv")
    assert (first["file"], first["row"], first["id"], first["column"]) == ("list.csv", "5", "R-1", "born")
    assert first["why"]
    assert first["what to do"]
    assert (second["row"], second["id"], second["the row"]) == ("6", "", "left out")


def test_the_report_names_nobody(tmp_path):
    reading = read_text(tmp_path, as_text([["Мельник Юрій", "03/04/1990", "R-1"]]))
    write_report(tmp_path / "report.csv", [reading])
    written = (tmp_path / "report.csv").read_text("utf-8-sig")
    assert "Мельник" not in written
    assert "03/04/1990" not in written


def test_a_refusal_and_a_question_are_reported_for_the_whole_list(tmp_path):
    refused = read(tmp_path / "nothing.csv")
    asked = read_text(tmp_path, as_text(NORTHERNERS).encode("cp1251"))
    write_report(tmp_path / "report.xlsx", [refused, asked])
    said = list(read(tmp_path / "report.xlsx", heading_row=1, columns={"file": "remarks"}).rows())
    assert said[0][5] == refused.why
    assert "cp1251" in said[1][5]


def test_what_is_confirmed_once_is_remembered(tmp_path):
    remember(tmp_path / "data", "north", Sender({"ПІБ": "full_name_native"}, "cp1251"))
    remember(tmp_path / "data", "north", Sender({"Номер": "id"}, day_first=True))
    known = recall(tmp_path / "data", "north")
    assert known == Sender({"ПІБ": "full_name_native", "Номер": "id"}, "cp1251", True)
    assert recall(tmp_path / "data", "south") == Sender()


@pytest.mark.parametrize(
    "text", ["", "[]", '{"north": []}', '{"north": {"shoe": 1}}', '{"north": {"columns": {"a": "b"}}}']
)
def test_a_damaged_memory_is_said_and_not_overwritten(tmp_path, text):
    (tmp_path / "senders.json").write_text(text)
    with pytest.raises(CannotRemember):
        remember(tmp_path, "north", Sender())
    assert (tmp_path / "senders.json").read_text() == text


def test_an_unknown_field_is_not_remembered(tmp_path):
    with pytest.raises(BadColumns):
        remember(tmp_path, "north", Sender({"ПІБ": "shoe_size"}))
