"""The first examination: files that honest programs stumble over, with what an honest import does."""

import csv
import json
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from repatria.people import DateStyle, Decisions, Effect, read_date, read_lists, write_list
from tests.conftest import SHARED
from tests.people.builders import decided, read

pytestmark = pytest.mark.shared

OWN = SHARED / "data" / "badinput" / "own"
PUBLIC = SHARED / "data" / "badinput" / "public"
CASES = json.loads((OWN / "expected.json").read_text("utf-8")) if OWN.is_dir() else []
FILES = [case for case in CASES if not case["file"].endswith(".json")]
LOOK_ALIKE = str.maketrans("ABCEHIKMOPTXaceiopxy", "АВСЕНІКМОРТХасеіорху")


def outcome_of(readings):
    outcomes = {reading.outcome for reading in readings}
    return "refuse" if "refuse" in outcomes else "ask" if "ask" in outcomes else "rows"


def compared(rows, how):
    """Rows in the form in which the examination compares them."""
    if how == "visible":
        return [["".join(c for c in text if unicodedata.category(c) != "Cf") for text in row] for row in rows]
    if how == "skeleton":
        return [[text.translate(LOOK_ALIKE) for text in row] for row in rows]
    return rows


@pytest.mark.parametrize("case", FILES, ids=[case["file"] for case in FILES])
def test_each_file_comes_out_as_expected(case):
    readings = read_lists(OWN / case["file"], decided())
    assert outcome_of(readings) == case["expect"]
    if case["expect"] == "refuse":
        assert readings[0].why
        assert readings[0].count == 0
        return
    reading = readings[0]
    if "bad_rows" in case:
        assert len(reading.rejected) == case["bad_rows"]
    if "rows" in case:
        found = [reading.header, *reading.rows()]
        how = case.get("compare")
        assert compared(found, how) == compared(case["rows"], how)


@pytest.mark.parametrize(
    "case", [c for c in FILES if c["expect"] == "ask" and "encoding" in c and "rows" in c], ids=lambda c: c["file"]
)
def test_an_encoding_named_by_a_person_is_used(case):
    reading = read(OWN / case["file"], encoding=case["encoding"])
    assert reading.outcome == "rows"
    assert [reading.header, *reading.rows()] == case["rows"]


@pytest.mark.parametrize("case", [c for c in FILES if "export" in c], ids=lambda c: c["file"])
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_formulas_are_neutral_when_written_again(case, ending, tmp_path):
    reading = read(OWN / case["file"])
    written = tmp_path / f"again{ending}"
    write_list(written, reading.frame())
    again = read(written)
    assert list(again.rows()) == case["rows"][1:]
    if ending == ".csv":
        cells = [text for row in csv.reader(written.open(encoding="utf-8-sig", newline="")) for text in row]
        assert not [text for text in cells if re.match(r"[\s]*[=+\-@\t\r＝]", text)]


DATES = json.loads((OWN / "dates.json").read_text("utf-8")) if OWN.is_dir() else {"cases": []}


@pytest.mark.parametrize("case", DATES["cases"], ids=lambda case: case["text"])
def test_each_date_is_read_or_asked_about(case):
    style = DateStyle(DATES["day_first"], reference_day=date.fromisoformat(DATES["reference_day"]))
    found = read_date(case["text"], style)
    assert found.ambiguous == (case["expect"] == "ask")
    assert found.value == case.get("value", "")
    assert found.text == case["text"]


def names_and_naughty_strings():
    names = json.loads((OWN / "names.json").read_text("utf-8"))["names"]
    naughty = json.loads((PUBLIC / "blns.json").read_text("utf-8"))
    return names + naughty + (PUBLIC / "csv-injection.txt").read_text("utf-8").splitlines()


def test_names_and_naughty_strings_stay_as_they_are_or_are_named(shared, tmp_path):
    strings = names_and_naughty_strings()
    path = tmp_path / "strings.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = ([text, "1990-01-13", f"R-{i}"] for i, text in enumerate(strings))
        csv.writer(file).writerows([["name", "born", "number"], *rows])
    reading = read(path)
    found = {row[2]: row[0] for row in reading.rows()}
    left_out = {f"R-{r.row - 2}" for r in reading.rejected if r.effect is Effect.LEFT_OUT}
    for i, text in enumerate(strings):
        kept = found.get(f"R-{i}")
        assert (kept is None) == (f"R-{i}" in left_out)
        assert kept in (None, unicodedata.normalize("NFC", text).strip())
    assert len(left_out) < 10


PUBLIC_FILES = sorted(p for p in PUBLIC.rglob("*") if p.is_file()) if PUBLIC.is_dir() else []


def test_no_public_file_brings_the_reader_down(shared):
    assert len(PUBLIC_FILES) > 200
    for path in PUBLIC_FILES:
        for reading in read_lists(path, Decisions()):
            list(reading.rows())
            assert reading.outcome == "rows" or reading.why, path.name


@pytest.mark.parametrize(
    "path",
    [p for p in PUBLIC_FILES if p.parent.name == "csvs" and p.name != "newlines_crlf.csv"],
    ids=lambda p: p.name,
)
def test_public_csv_means_what_its_json_says(path: Path):
    # newlines_crlf.csv lies here with plain newlines, its JSON speaks of the original.
    reading = read(path)
    meant = json.loads((path.parents[1] / "json" / f"{path.stem}.json").read_text("utf-8"))
    assert [dict(zip(reading.header, row, strict=True)) for row in reading.rows()] == meant
