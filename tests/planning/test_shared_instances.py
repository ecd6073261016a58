"""The instances of the shared folder, judged by their checker and compared with their keys."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from repatria.planning import Wishes, parse_instance, solve
from repatria.planning.document import load_document
from repatria.planning.verify import Checker
from tests.planning.worlds import random_world

pytestmark = pytest.mark.shared

SOLVED = [
    "d-two-100-1", "d-two-100-2", "d-two-100-3", "d-two-100-wishes", "d-two-5000", "d-two-5000-ratio3",
    "d-hard-5000", "d-party7-24", "d-party7-200",
]  # fmt: skip
IMPOSSIBLE = [
    "group_split", "named_chain", "net_trap", "owed_excluded", "parity_trap", "rank_trap", "three_counts",
    "too_few", "two_at_once",
]  # fmt: skip


@pytest.fixture(scope="module")
def judge(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_plan", shared / "bench" / "check_plan.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def problem(shared: Path, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    folder = shared / "data" / "planning"
    path = next(path for path in (folder / f"{name}.json", folder / f"{name}.json.gz") if path.exists())
    return load_document(path), json.loads((folder / f"{name}.key.json").read_text())


def faults(judge: ModuleType, document: dict[str, Any], go: list[str]) -> list[str]:
    broken: list[str] = []
    judge.check_terms(judge.Instance(document), set(go), broken)
    return broken


@pytest.mark.parametrize("name", SOLVED)
def test_the_plan_is_accepted_and_as_good_as_the_key(shared: Path, judge: ModuleType, name: str) -> None:
    document, key = problem(shared, name)
    plan = solve(document)
    assert plan.status == "optimal"
    assert list(plan.objective or ()) == key["objective"]
    assert faults(judge, document, list(plan.go)) == []
    values = judge.objective(judge.Instance(document), set(plan.go), {})
    assert [value for _name, _sense, value in values] == key["objective"]


@pytest.mark.parametrize("name", ["d-two-100-1", "d-two-100-2", "d-two-100-wishes", "d-party7-24"])
def test_every_counterfactual_of_the_key_is_answered_alike(shared: Path, name: str) -> None:
    document, key = problem(shared, name)
    plan = solve(document, Wishes(counterfactuals=[asked["id"] for asked in key["counterfactuals"]]))
    going = set(plan.go)
    answers = {(one.id, one.go): one.objective for one in plan.counterfactuals or ()}
    for asked in key["counterfactuals"]:
        objective = None if asked["objective"] is None else tuple(asked["objective"])
        if asked["go"] == (asked["id"] in going):
            assert objective == plan.objective
        else:
            assert answers[asked["id"], asked["go"]] == objective


@pytest.mark.parametrize("name", ["d-two-100-1", "d-two-100-2"])
def test_the_front_is_that_of_the_key(shared: Path, name: str) -> None:
    document, key = problem(shared, name)
    points = solve(document, Wishes(pareto=True)).pareto or ()
    assert sorted(list(point.net.values()) for point in points) == sorted(key["pareto"])


@pytest.mark.parametrize("recipe", IMPOSSIBLE)
def test_all_conflicts_of_the_key_are_found(shared: Path, recipe: str) -> None:
    document, key = problem(shared, f"d-infeasible-{recipe}")
    plan = solve(document)
    assert plan.status == "infeasible"
    assert sorted(sorted(one["terms"]) for one in plan.extra["conflicts"]) == sorted(map(sorted, key["conflicts"]))
    assert sorted(plan.conflict or ()) in [sorted(conflict) for conflict in key["conflicts"]]


@pytest.mark.parametrize("seed", range(60))
def test_our_verifier_and_the_judge_agree_on_any_going(judge: ModuleType, seed: int) -> None:
    document = random_world(seed)
    checker = Checker(parse_instance(document))
    for go in (list(checker.people), list(checker.people)[::2], []):
        broken_by_judge = {
            "law" if " law:" in f" {line}" else line.split()[1] for line in faults(judge, document, go)
        }
        assert {fault.rule for fault in checker.faults(go)} == broken_by_judge
        values = judge.objective(judge.Instance(document), set(go), {})
        assert list(checker.objective(go)) == [value for _name, _sense, value in values]
