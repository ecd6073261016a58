"""`repatria match`: two files in, proposals out."""

import json
from pathlib import Path

import polars as pl
from click.testing import CliRunner, Result

from repatria.cli import repatria
from repatria.errors import RepatriaError
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
