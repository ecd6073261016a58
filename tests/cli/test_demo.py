"""The demo runs the whole way, and its numbers agree with each other."""

import csv
import json
from collections import Counter
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner

from repatria.cli import repatria
from repatria.demo import Demo
from repatria.demo.replies import Answer
from repatria.handover import Event, Ledger, Outcome, parse_manifest
from repatria.planning import parse_instance, read_plan
from repatria.planning.verify import Checker
from repatria.record import entries_of, verify_folder


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    result = CliRunner().invoke(
        repatria, ["--lang", "en", "demo", "--no-serve", "--people", "2000"], env={"REPATRIA_DATA": str(folder)}
    )
    return folder, result


def test_it_ends_well_and_names_its_folder(ran):
    folder, result = ran
    assert result.exit_code == 0, result.output
    assert str(folder) in result.output.replace("\n", "")


def test_every_file_that_it_names_is_there(ran):
    _folder, result = ran
    named = [line.strip().removeprefix("→ ") for line in result.output.splitlines() if line.strip().startswith("→")]
    assert len(named) > 5
    assert all(Path(name).exists() for name in named)


def test_157_go_each_way_and_the_owed_stand_beside_them(ran):
    folder, _result = ran
    problem = json.loads((folder / "plan" / "instance.json").read_text())
    captives = {row[0]: dict(zip(problem["columns"], row, strict=True)) for row in problem["captives"]}
    plan = read_plan(folder / "plan" / "plan.json")
    free = [captives[one] for one in plan.go if captives[one]["health"] != "grave"]
    assert plan.status == "optimal"
    assert Counter(one["holder"] for one in free) == {"north": 157, "south": 157}
    owed = {one for one, row in captives.items() if row["health"] == "grave" and row["consent"] != "no"}
    assert owed
    assert owed <= set(plan.go)


def test_every_captive_of_the_plan_has_a_reply_that_says_held(ran):
    folder, _result = ran
    held = set()
    for path in (folder / "replies").glob("*.csv"):
        with path.open(encoding="utf-8") as file:
            held |= {row["register_id"] for row in csv.DictReader(file) if row["answer"] == Answer.HELD}
    problem = json.loads((folder / "plan" / "instance.json").read_text())
    assert {row[0] for row in problem["captives"]} == held


def test_the_plan_keeps_its_terms(ran):
    folder, _result = ran
    instance = parse_instance(json.loads((folder / "plan" / "instance.json").read_text()))
    plan = read_plan(folder / "plan" / "plan.json")
    assert Checker(instance).faults(plan.go) == []


def test_the_day_does_not_go_as_written_and_the_sum_still_comes_out(ran):
    folder, result = ran
    manifest = parse_manifest((folder / "handover" / "manifest.json").read_bytes())
    lines = (folder / "handover" / "check-ins.jsonl").read_text(encoding="utf-8").splitlines()
    ledger = Ledger(manifest, map(Event.parse, lines))
    assert {"does_not_travel", "not_fit", "absent", "not_on_list", "same_person", "resolved"} <= {
        event.kind.value for event in ledger.events()
    }
    assert ledger.gaps() == ()
    assert ledger.disagreements() == ()
    returned = sum(one.outcome is Outcome.RECEIVED for one in ledger.everybody())
    assert returned == len(manifest.lines)  # two fell away, two of the reserve stepped in
    stored = b"".join(path.read_bytes() for path in (folder / "record").rglob("*") if path.is_file())
    assert stored.count(b'"act":"receipt given"') == returned
    assert b"receipts disagree" in stored
    assert "of these do not travel" in result.output


def test_the_statement_says_the_number_of_receipts(ran):
    folder, result = ran
    text = (folder / "statement" / "statement.en.txt").read_text()
    assert "157 + 157 = 314" in text
    assert "157 + 157 = 314" in result.output


def test_the_record_verifies_and_holds_no_name_and_no_row(ran):
    folder, _result = ran
    assert verify_folder(folder / "record").in_order
    stored = b"".join(path.read_bytes() for path in (folder / "record").rglob("*") if path.is_file())
    assert b"receipt given" in stored
    with (folder / "lists" / "south-holds.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows[:200]:
        assert row["id"].encode() not in stored
        assert row["surname"] == "" or row["surname"].encode() not in stored


def test_the_same_seed_gives_the_same_plan_and_statement(ran, tmp_path):
    folder, _result = ran
    for _step in Demo(tmp_path / "again", people=2000, seed=314, threads=1).run():
        pass
    for name in ("plan/plan.json", "statement/statement.uk.txt", "matches/south-seeks.csv"):
        assert (tmp_path / "again" / name).read_bytes() == (folder / name).read_bytes()


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "diary.txt").write_text("mine")
    result = CliRunner().invoke(repatria, ["demo", "--no-serve"], env={"REPATRIA_DATA": str(tmp_path)})
    assert result.exit_code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]


def test_too_few_people_for_314_is_wrong_usage(tmp_path):
    result = CliRunner().invoke(
        repatria, ["demo", "--no-serve", "--people", "10"], env={"REPATRIA_DATA": str(tmp_path / "d")}
    )
    assert result.exit_code == 2
    assert not (tmp_path / "d").exists()


def test_the_exchange_joins_the_public_history_from_its_record_and_only_once(ran, tmp_path):
    folder, _result = ran
    call = ["history", "join", str(folder / "record"), "--conflict", "North-South", "--code", "NTH=NOR"]
    environment = {"REPATRIA_DATA": str(tmp_path), "COLUMNS": "120"}
    first = CliRunner().invoke(repatria, ["--lang", "en", *call], env=environment)
    again = CliRunner().invoke(repatria, ["--lang", "en", *call], env=environment)
    assert (first.exit_code, again.exit_code) == (0, 0), first.output + again.output
    assert "(known already)" in again.output
    shown = CliRunner().invoke(repatria, ["history", "--json", "--conflict", "North-South"], env=environment)
    (row,) = json.loads(shown.stdout)["exchanges"]
    receipts = Counter(e["by"] for e in entries_of(folder / "record") if e["act"] == "receipt given")
    assert row["id"] == "nor-sth-2026-02-05-exchange-314"
    assert {side["party"][0]: side["total"] for side in row["returned"]} == {
        "NOR": receipts["NTH"], "STH": receipts["STH"],
    }  # fmt: skip
    assert row["both_sides"] == sum(receipts.values()) >= 314


def test_a_record_that_was_tampered_with_does_not_join(ran, tmp_path):
    folder, _result = ran
    copy = tmp_path / "record"
    copytree(folder / "record", copy)
    bundle = next((copy / "tile" / "entries").rglob("000*"))
    bundle.write_bytes(bundle.read_bytes().replace(b'"by":"NTH"', b'"by":"STH"', 1))
    result = CliRunner().invoke(repatria, ["history", "join", str(copy)], env={"REPATRIA_DATA": str(tmp_path)})
    assert result.exit_code != 0
    assert not (tmp_path / "history").exists()
