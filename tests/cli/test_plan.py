"""`repatria plan` from the command line: exit codes, files, JSON, tables."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from repatria.cli import repatria
from repatria.errors import RepatriaError
from tests.planning.worlds import captive, one_for_one, world


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    people = [captive(f"{side}-{n}", days=100 * n) for side in "NS" for n in range(1, 6)]
    most = {"id": "most", "type": "count", "select": {}, "max": 4}
    aims = [{"type": "count"}, {"type": "longest_held", "bucket_days": 200, "buckets": 3}]
    return write(tmp_path / "instance.json", world(people, [one_for_one(), most], aims))


def write(path: Path, document: dict[str, Any]) -> Path:
    path.write_text(json.dumps(document))
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(repatria, ["plan", *map(str, words)])


def test_a_plan_is_written_and_told(instance: Path, tmp_path: Path) -> None:
    result = run(instance, "--out", tmp_path / "plan.json", "--why")
    assert result.exit_code == 0
    assert "Proven" in result.stdout
    plan = json.loads((tmp_path / "plan.json").read_text())
    assert plan["status"] == "optimal"
    assert set(plan["why"]) == {f"{side}-{n}" for side in "NS" for n in range(1, 6)}


def test_json_is_one_document_and_nothing_else(instance: Path) -> None:
    result = run(
        instance,
        "--json",
        "--alternatives",
        1,
        "--keep",
        1,
        "--pareto",
        "--counterfactuals",
        "N-1,S-5",
        "--term-costs",
    )
    plan = json.loads(result.stdout)
    assert len(plan["counterfactuals"]) == 2
    assert len(plan["alternatives"]) == 1
    assert plan["pareto"]


def test_compressed_plans_are_the_same_every_time(instance: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert run(instance, "--out", tmp_path / f"{name}.json.gz").exit_code == 0
    assert (tmp_path / "a.json.gz").read_bytes() == (tmp_path / "b.json.gz").read_bytes()


def test_an_impossible_agreement_is_a_result_with_its_conflict(instance: Path, tmp_path: Path) -> None:
    document = json.loads(instance.read_text())
    document["terms"].append({"id": "least", "type": "count", "select": {}, "min": 5})
    result = run(write(tmp_path / "impossible.json", document), "--json")
    assert result.exit_code == 0
    plan = json.loads(result.stdout)
    assert plan["status"] == "infeasible"
    assert sorted(plan["conflict"]) == ["least", "most"]


def test_bad_input_is_a_message_and_nothing_is_written(instance: Path, tmp_path: Path) -> None:
    document = json.loads(instance.read_text())
    document["terms"][0]["type"] = "barter"
    result = run(write(tmp_path / "bad.json", document), "--out", tmp_path / "plan.json")
    assert isinstance(result.exception, RepatriaError)
    assert "term balance, type" in str(result.exception)
    assert not (tmp_path / "plan.json").exists()


def test_one_person_is_explained_with_what_the_opposite_would_mean(instance: Path) -> None:
    result = run(instance, "--explain", "N-1", "--json")
    explained = json.loads(result.stdout)["explained"]
    assert explained["code"] == "not_chosen"
    assert explained["otherwise"]["joins"] == ["N-1"]
    assert "If this person went" in run(instance, "--explain", "N-1").stdout


def test_what_if_tells_the_first_aim_to_change(instance: Path) -> None:
    result = run(instance, "--what-if", "most.max=2")
    assert "persons freed: 4 to 2" in result.stdout


def test_replanning_keeps_the_rest_still(instance: Path, tmp_path: Path) -> None:
    assert run(instance, "--out", tmp_path / "first.json").exit_code == 0
    words = ["--replan-without", "N-5", "--previous", tmp_path / "first.json", "--out", tmp_path / "second.json"]
    assert run(instance, *words).exit_code == 0
    first, second = (set(json.loads((tmp_path / f"{n}.json").read_text())["go"]) for n in ("first", "second"))
    assert first - second == {"N-5"}
    assert len(second - first) == 1
    compared = run(instance, "--compare", tmp_path / "first.json", tmp_path / "second.json")
    assert "2 persons differ" in compared.stdout


def test_replanning_that_becomes_impossible_names_the_conflict(instance: Path, tmp_path: Path) -> None:
    document = json.loads(instance.read_text())
    document["terms"].append({"id": "named", "type": "include", "select": {"ids": ["N-5"]}})
    result = run(write(tmp_path / "named.json", document), "--replan-without", "N-5")
    assert result.exit_code == 0
    assert "named" in result.stdout
    assert "against his or her will" in " ".join(result.stdout.split())


def test_a_simulated_year_is_told_and_drawn(tmp_path: Path) -> None:
    result = run("simulate", "--months", 4, "--people", 60, "--svg", tmp_path / "year.svg")
    assert result.exit_code == 0
    assert "longest first" in result.stdout
    assert "<title" in (tmp_path / "year.svg").read_text()
