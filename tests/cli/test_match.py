"""`repatria match`: two files in, proposals out."""

import json
import shutil
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from repatria.cli import repatria
from repatria.errors import RepatriaError
from repatria.people import Limits, list_frame
from repatria.people.for_matching import WHOLE_REGISTERS
from tests.matching.conftest import office_pair


def match(*arguments: object) -> Result:
    return CliRunner().invoke(repatria, ["match", *map(str, arguments)])


def files(folder: Path) -> tuple[Path, Path, set[tuple[str, str]]]:
    left, right, truth = office_pair(40)
    left.write_csv(folder / "north.csv")
    right.write_csv(folder / "south.csv")
    return folder / "north.csv", folder / "south.csv", truth


def test_pairs_are_written_with_probability_decision_and_reason(tmp_path: Path) -> None:
    left, right, truth = files(tmp_path)
    result = match(left, right, "--out", tmp_path / "out.csv")
    assert result.exit_code == 0, result.output
    table = pl.read_csv(tmp_path / "out.csv")
    assert table.columns == ["left_id", "right_id", "probability", "decision", "because"]
    matches = table.filter(pl.col("decision") == "match")
    assert set(matches.select("left_id", "right_id").iter_rows()) == truth


def test_all_adds_the_rejected(tmp_path: Path) -> None:
    left, right, _ = files(tmp_path)
    match(left, right, "--out", tmp_path / "some.csv")
    match(left, right, "--out", tmp_path / "all.csv", "--all")
    everything = pl.read_csv(tmp_path / "all.csv")
    assert "no" in everything["decision"]
    assert everything.height > pl.read_csv(tmp_path / "some.csv").height


def test_json_prints_one_document_and_nothing_else(tmp_path: Path) -> None:
    left, right, truth = files(tmp_path)
    result = match(left, right, "--out", tmp_path / "out.csv", "--json")
    document = json.loads(result.stdout)
    assert document["match"] == len(truth)
    assert document["left_rows"] == 40


def test_a_missing_file_is_an_error_and_nothing_is_written(tmp_path: Path) -> None:
    left, _, _ = files(tmp_path)
    result = match(left, tmp_path / "nowhere.csv", "--out", tmp_path / "out.csv")
    assert isinstance(result.exception, RepatriaError)
    assert not (tmp_path / "out.csv").exists()


def test_a_heading_map_without_equals_is_wrong_usage(tmp_path: Path) -> None:
    left, right, _ = files(tmp_path)
    result = match(left, right, "--out", tmp_path / "out.csv", "--columns", "surname")
    assert result.exit_code == 2


def test_a_list_against_itself_is_searched_for_repeats(tmp_path: Path) -> None:
    left, _, _ = files(tmp_path)
    result = match(left, left, "--out", tmp_path / "out.csv")
    assert result.exit_code == 0, result.output
    table = pl.read_csv(tmp_path / "out.csv")
    assert (table["left_id"] < table["right_id"]).all()


def test_decisions_hold_and_what_is_wrong_with_them_is_said(tmp_path: Path) -> None:
    left, right, truth = files(tmp_path)
    parted, joined = min(truth), ("N-1", "S-2")
    lines = [
        f"{parted[0]},{parted[1]},different",
        "N-1,S-2,same",
        "N-1,nobody,same",
        "N-3,S-4,same",
        "N-3,S-4,different",
    ]
    decisions = tmp_path / "decisions.csv"
    decisions.write_text("\n".join(["left_id,right_id,decision", *lines]), "utf-8")
    result = match(left, right, "--out", tmp_path / "out.csv", "--decisions", decisions)
    assert result.exit_code == 0, result.output
    assert "1 decision is about a row that is not in these lists" in result.stderr
    assert "1 pair is said to be same and different" in result.stderr
    table = pl.read_csv(tmp_path / "out.csv")
    assert parted not in set(table.select("left_id", "right_id").iter_rows())
    assert joined in set(table.filter(pl.col("decision") == "match").select("left_id", "right_id").iter_rows())


def test_matches_that_contradict_each_other_are_named_by_their_ids(tmp_path: Path) -> None:
    left, right, _ = files(tmp_path)
    decisions = tmp_path / "decisions.csv"
    decisions.write_text("left_id,right_id,decision\nN-0,S-2,same\nN-0,S-4,same\n", "utf-8")
    result = match(left, right, "--out", tmp_path / "out.csv", "--decisions", decisions, "--json")
    document = json.loads(result.stdout)
    assert any(text.startswith("S-2 = N-0 = S-4, but") for text in document["contradictions"])


def test_repeats_inside_each_list_are_written_beside(tmp_path: Path) -> None:
    left, right, _ = files(tmp_path)
    frame = pl.read_csv(left, infer_schema=False).fill_null("")
    again = frame.head(1).with_columns(id=pl.lit("again"), unit=pl.lit("47 ОМБр"))
    pl.concat([frame, again]).write_csv(left)
    result = match(left, right, "--out", tmp_path / "out.csv", "--repeats", tmp_path / "repeats.csv", "--json")
    assert json.loads(result.stdout)["repeats"] == {"left": 1}
    table = pl.read_csv(tmp_path / "repeats.csv")
    assert table.select("list", "id", "id2", "decision").row(0) == ("left", "N-0", "again", "match")


def test_further_columns_of_both_lists_count_unless_they_are_to_be_ignored(tmp_path: Path) -> None:
    left, right, truth = files(tmp_path)
    for path in (left, right):
        frame = pl.read_csv(path, infer_schema=False).fill_null("")
        number = pl.col("id").str.extract(r"(\d+)").alias("Service card")
        frame.select("id", "surname", number, pl.lit("x").alias(f"only {path.stem}")).write_csv(path)
    result = match(left, right, "--out", tmp_path / "out.csv")
    assert "also compared, as both lists have them: service card" in result.stderr
    table = pl.read_csv(tmp_path / "out.csv").filter(pl.col("decision") == "match")
    assert set(table.select("left_id", "right_id").iter_rows()) == truth
    assert "same service card" in table["because"][0]
    ignored = match(left, right, "--out", tmp_path / "out.csv", "--columns", "Service card=ignore")
    assert "also compared" not in ignored.stderr
    assert "service card" not in (tmp_path / "out.csv").read_text("utf-8")


def test_bounded_memory_gives_the_same_file_or_says_what_is_needed(tmp_path: Path) -> None:
    left, right, _ = files(tmp_path)
    match(left, right, "--out", tmp_path / "free.csv")
    assert match(left, right, "--out", tmp_path / "bound.csv", "--memory", "1G").exit_code == 0
    assert (tmp_path / "bound.csv").read_bytes() == (tmp_path / "free.csv").read_bytes()
    refused = match(left, right, "--out", tmp_path / "none.csv", "--memory", "10M")
    assert isinstance(refused.exception, RepatriaError)
    assert "--memory" in str(refused.exception)
    assert match(left, right, "--out", tmp_path / "none.csv", "--memory", "much").exit_code == 2
    assert not (tmp_path / "none.csv").exists()


@pytest.mark.slow
def test_the_spark_engine_writes_the_same_file(tmp_path: Path) -> None:
    pytest.importorskip("pyspark", reason="LEFT OUT: pyspark is not installed (extra repatria[spark])")
    if shutil.which("java") is None:
        pytest.skip("LEFT OUT: Java is not on this machine")
    left, right, _ = files(tmp_path)
    match(left, right, "--out", tmp_path / "here.csv", "--all")
    result = match(left, right, "--out", tmp_path / "there.csv", "--all", "--engine", "spark")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "there.csv").read_bytes() == (tmp_path / "here.csv").read_bytes()


def test_without_spark_its_engine_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left, right, _ = files(tmp_path)
    monkeypatch.setattr("repatria.matching.spark.sql", None)
    result = match(left, right, "--out", tmp_path / "out.csv", "--engine", "spark")
    assert isinstance(result.exception, RepatriaError)
    assert "repatria[spark]" in str(result.exception)


def test_lists_longer_than_a_spreadsheet_are_read(tmp_path: Path) -> None:
    # The usual bound on a list is one spreadsheet; lists that are compared have none of that kind.
    left, _, _ = files(tmp_path)
    with pytest.raises(RepatriaError, match="more than 10 rows"):
        list_frame(left, limits=Limits(rows=10))
    assert list_frame(left)[0].height == 40
    assert WHOLE_REGISTERS.rows > 100_000_000
