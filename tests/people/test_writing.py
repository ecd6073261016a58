import csv
import re
import unicodedata

import openpyxl
import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from repatria.people import CannotWriteList, neutral, restored, write_list, write_rows
from repatria.people.neutral import GUARD
from repatria.whole_file import CannotWrite
from tests.people.builders import read

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠x", " =1", "\u200b=1", "﹦1"]
HARMLESS = ["Мельник", "O'Brien", "'=1+1", "1-2", "a=b", "", "%0A-1", "_x0041_", "2026-11-23"]


def texts() -> st.SearchStrategy[str]:
    """Any text that a list may hold once it is read: NFC, trimmed, no control signs, no non-characters."""
    letters = st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufffd\u202d\u202e")
    odd = st.sampled_from([*DANGEROUS, *HARMLESS, GUARD, GUARD + "=1", "\n", "\r", "\t", '"', ",", ";", "_x000D_"])
    made = st.lists(st.one_of(st.text(letters, max_size=8), odd), max_size=4).map("".join)
    return made.map(lambda text: unicodedata.normalize("NFC", text).strip())


@pytest.mark.parametrize("text", DANGEROUS)
def test_what_a_spreadsheet_could_run_is_guarded(text):
    assert neutral(text) == GUARD + text


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_only_text_is_left_alone(text):
    assert neutral(text) == text


@settings(deadline=None)
@given(texts())
@example(GUARD)
def test_restoring_undoes_the_guard(text):
    assert restored(neutral(text)) == text


@settings(deadline=None)
@given(
    rows=st.lists(st.tuples(texts(), texts()), min_size=1, max_size=5), ending=st.sampled_from([".csv", ".xlsx"])
)
@example(rows=[("=1+1", "'=1+1"), ("\u2060", "a\rb"), ("_x0041_", '"')], ending=".xlsx")
def test_what_we_write_we_read(tmp_path_factory, rows, ending):
    path = tmp_path_factory.mktemp("round") / f"list{ending}"
    # The third column keeps every row apart and no row blank.
    whole = [[*row, f"R-{number}"] for number, row in enumerate(rows)]
    write_rows(path, ["name", "unit", "number"], whole)
    reading = read(path)
    ours = [r for r in reading.rejected if "ruined" not in r.why and "nobody" not in r.why]
    assert ours == []
    assert list(reading.rows()) == whole


@settings(deadline=None)
@given(st.lists(texts(), min_size=1, max_size=5))
def test_nothing_live_stands_in_what_we_write(tmp_path_factory, names):
    folder = tmp_path_factory.mktemp("live")
    for ending in (".csv", ".xlsx"):
        write_rows(folder / f"list{ending}", ["name"], [[name] for name in names])
    with (folder / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        written = [text for row in csv.reader(file) for text in row]
    assert not [text for text in written if re.match(r"\s*[=+\-@＝＋－＠]", text)]
    cells = [cell for row in openpyxl.load_workbook(folder / "list.xlsx").active.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_restricted_and_foreign_columns_stay_at_home(tmp_path):
    people = pl.DataFrame({"id": ["R-1"], "surname": ["Мельник"], "site": ["Camp 7"], "health": ["x"], "row": [2]})
    write_list(tmp_path / "list.csv", people)
    assert read(tmp_path / "list.csv").header == ["id", "surname"]


@pytest.mark.parametrize("name", ["list.ods", "list"])
def test_other_endings_are_refused(tmp_path, name):
    with pytest.raises(CannotWriteList):
        write_rows(tmp_path / name, ["name"], [])


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize("text", ["\x07", "\ud800", "\ufffe", "x" * 32_768])
def test_what_cannot_be_written_leaves_the_old_file_whole(tmp_path, ending, text):
    path = tmp_path / f"list{ending}"
    path.write_text("old")
    with pytest.raises(CannotWriteList):
        write_rows(path, ["name"], [["Мельник"], [text]])
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CannotWrite, match="cannot be written"):
        write_rows(tmp_path / "nowhere" / "list.csv", ["name"], [])
