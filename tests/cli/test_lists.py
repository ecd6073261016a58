import json
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from repatria.cli.lists import command
from repatria.errors import RepatriaError
from repatria.people import DEFAULT, FIELDS
from tests.people.builders import HEADER, NORTHERNERS, as_text, sheet, workbook, zipped

FOREIGN = ["ПІБ", "Дата народження", "Номер"]
MAP = "ПІБ=full_name_native,Дата народження=date_of_birth,Номер=id"


@pytest.fixture
def call(tmp_path, monkeypatch):
    monkeypatch.setenv("REPATRIA_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "160")

    def run(*args):
        return CliRunner().invoke(command, [str(a) for a in args])

    return run


@pytest.fixture
def file(tmp_path):
    def write(text, name="list.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def answer(result):
    return json.loads(result.stdout)["files"]


def test_a_list_in_order_exits_with_0(call, file):
    result = call("check", file(as_text(NORTHERNERS)))
    assert result.exit_code == 0
    assert "3 rows" in result.stdout
    assert "name → full_name_native" in result.stdout


def test_a_list_that_waits_exits_with_0_and_says_the_next_step(call, file):
    result = call("check", file(as_text(NORTHERNERS, FOREIGN)))
    assert result.exit_code == 0
    assert MAP in result.stdout
    assert "Next:" in result.stdout


def test_a_refused_list_exits_with_1_and_the_others_are_still_read(call, file, tmp_path):
    result = call("check", tmp_path / "nothing.csv", file(as_text(NORTHERNERS)), "--json")
    assert result.exit_code == 1
    assert [f["outcome"] for f in answer(result)] == ["refuse", "rows"]


def test_wrong_usage_exits_with_2(call, file):
    assert call("check").exit_code == 2
    assert call("check", file(as_text(NORTHERNERS)), "--remember").exit_code == 2
    assert call("check", file(as_text(NORTHERNERS)), "--columns", "name=shoe_size").exit_code == 2
    assert call("write", file(as_text(NORTHERNERS)), "out.xml").exit_code == 2


def test_json_is_one_document_with_what_other_programs_rely_on(call, file):
    rows = [*NORTHERNERS, ["Мельник Юрій", "03/04/1990", "R-1"], ["Два", "1990"]]
    (found,) = answer(call("check", file(as_text(rows)), "--json", "--rows"))
    assert found["outcome"] == "ask"
    assert found["encoding"] == "utf-8"
    assert found["header"] == HEADER
    assert found["count"] == len(found["rows"]) == 4
    assert found["rows"] == rows[:4]
    assert [(r["row"], r["column"], r["effect"]) for r in found["rejected"]] == [
        (5, "born", "open"),
        (6, "", "left out"),
    ]
    assert all(r["why"] and r["remedy"] for r in found["rejected"])


def test_rows_are_only_given_when_asked_for(call, file):
    (found,) = answer(call("check", file(as_text(NORTHERNERS)), "--json"))
    assert "rows" not in found


def test_a_list_of_a_guessed_encoding_is_read_once_it_is_named(call, file):
    path = file(as_text(NORTHERNERS).encode("cp1251"))
    (asked,) = answer(call("check", path, "--json"))
    assert (asked["outcome"], asked["encoding"]) == ("ask", "cp1251")
    (named,) = answer(call("check", path, "--json", "--rows", "--encoding", "cp1251"))
    assert (named["outcome"], named["rows"]) == ("rows", NORTHERNERS)


def test_what_is_confirmed_for_a_sender_is_remembered(call, file):
    path = file(as_text(NORTHERNERS, FOREIGN).encode("cp1251"))
    assert (
        call("check", path, "--sender", "north", "--columns", MAP, "--encoding", "cp1251", "--remember").exit_code
        == 0
    )
    (again,) = answer(call("check", path, "--sender", "north", "--json"))
    (stranger,) = answer(call("check", path, "--sender", "south", "--json"))
    assert (again["outcome"], stranger["outcome"]) == ("rows", "ask")


def test_a_confirmed_order_of_day_and_month_settles_dates(call, file):
    path = file(as_text([["Мельник Юрій", "03/04/1990", "R-1"]]))
    (asked,) = answer(call("check", path, "--json"))
    (settled,) = answer(call("check", path, "--json", "--dates", "day-first"))
    assert (asked["outcome"], settled["outcome"]) == ("ask", "rows")


def test_no_heading_and_a_heading_further_down_are_settled_by_options(call, file):
    bare = file(as_text(NORTHERNERS, header=[]))
    columns = "1=full_name_native,2=date_of_birth,3=id"
    low = file("Список\r\n" + as_text(NORTHERNERS), "low.csv")
    for path, options in ((bare, ["--heading-row", 0, "--columns", columns]), (low, ["--heading-row", 2])):
        assert [f["outcome"] for f in answer(call("check", path, "--json"))] == ["ask"]
        assert [f["outcome"] for f in answer(call("check", path, "--json", *options))] == ["rows"]


def test_a_sheet_can_be_named(call, file):
    book = workbook({"notes": sheet([["read", "me"]]), "list": sheet([HEADER, *NORTHERNERS])})
    path = file(book, "list.xlsx")
    assert [f["outcome"] for f in answer(call("check", path, "--json", "--sheet", "list"))] == ["rows"]


def test_each_list_in_a_zip_is_answered(call, file):
    path = file(zipped({"a.csv": as_text(NORTHERNERS).encode(), "b.csv": b""}), "lists.zip")
    result = call("check", path, "--json")
    assert [f["outcome"] for f in answer(result)] == ["rows", "refuse"]
    assert result.exit_code == 1


def test_the_report_is_saved(call, file, tmp_path):
    result = call("check", file(as_text([["Два", "1990"]])), "--report", tmp_path / "report.csv")
    assert result.exit_code == 0
    assert "left out" in (tmp_path / "report.csv").read_text("utf-8-sig")


def test_the_preview_shows_nothing_that_steers_the_terminal(call, file):
    result = call("check", file(as_text(NORTHERNERS, FOREIGN).replace("Михайло", "[red]\x9b31m")), "--rows")
    assert "\x9b" not in result.stdout
    shown = call("check", file(as_text([["[bold]Юрій", "1990", "R-1"]])), "--rows")
    assert "[bold]Юрій" in shown.stdout


def test_lists_are_written_in_every_form(call, file, tmp_path):
    path = file(as_text(NORTHERNERS))
    for name, more in (
        ("a.csv", []),
        ("a.xlsx", []),
        ("a.xml", ["--domain", "north.example", "--author", "North"]),
    ):
        assert call("write", path, tmp_path / name, *more).exit_code == 0
        (found,) = answer(call("check", tmp_path / name, "--json"))
        assert (found["outcome"], found["count"]) == ("rows", 3)


def test_an_unsettled_list_is_not_written(call, file, tmp_path):
    result = call("write", file(as_text(NORTHERNERS, FOREIGN)), tmp_path / "out.csv")
    assert isinstance(result.exception, RepatriaError)
    assert not (tmp_path / "out.csv").exists()


def test_rows_that_wait_are_not_written_and_that_is_said(call, file, tmp_path):
    result = call("write", file(as_text([*NORTHERNERS, NORTHERNERS[0]])), tmp_path / "out.csv")
    assert "1 row does not go on" in result.stderr
    assert "3 rows written" in result.stderr


MANUAL = Path(__file__).parents[2] / "docs" / "manual" / "lists.md"


@pytest.mark.parametrize("name", sorted(command.commands))
def test_the_manual_names_every_option(name):
    text = MANUAL.read_text("utf-8")
    options = [
        option for param in command.commands[name].params for option in param.opts if option.startswith("--")
    ]
    assert f"repatria lists {name}" in text
    assert not [option for option in options if option not in text]


def test_the_manual_names_every_field_and_limit():
    text = MANUAL.read_text("utf-8")
    assert not [name for name in FIELDS if f"`{name}`" not in text]
    assert not [limit.name for limit in fields(DEFAULT) if f"`{limit.name}`" not in text]


def test_the_example_of_the_manual_comes_out_as_the_manual_says(call, file):
    text = MANUAL.read_text("utf-8")
    example = file(text.partition("```csv\n")[2].partition("```")[0])
    (found,) = answer(call("check", example, "--json"))
    assert (found["count"], len(found["rejected"])) == (3, 4)
    assert not [r["why"] for r in found["rejected"] if r["why"] not in text]
