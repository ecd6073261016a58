import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from repatria.cli import repatria
from repatria.handover import Kind
from repatria.hub.store import Store
from tests.handover.cast import Cast


@pytest.fixture
def folder(tmp_path):
    """A hub whose day is over: one came home, one does not travel, one is disputed, four are open."""
    cast = Cast()
    cast.south.says(Kind.RECEIVED, 1)
    cast.iris.says(Kind.RECEIVED, 1)
    cast.iris.says(Kind.DOES_NOT_TRAVEL, 2)
    cast.north.says(Kind.PRESENT, 3, note="zebra")
    cast.iris.says(Kind.ABSENT, 3)
    store = Store(tmp_path / "hub")
    at = datetime(2026, 2, 5, 12, tzinfo=UTC)
    store.put_manifest(cast.manifest, at)
    store.keep(cast.everything(), at)
    store.close()
    return tmp_path / "hub"


def run(*arguments):
    return CliRunner().invoke(repatria, ["--lang", "en", "hub", *map(str, arguments)])


def test_the_report_adds_up(folder):
    result = run("report", "--folder", folder, "--json")
    found = json.loads(result.stdout)
    sums = found["reconciliation"]
    assert sum(sums["ends"].values()) == sums["listed"] == 6
    assert (sums["returned"], sums["open"], sums["ends"]["does_not_travel"]) == (1, 4, 1)
    assert len(found["disputed"]) == 1
    assert found["check_ins"] == 5


def test_the_report_in_words_names_nobody(folder):
    result = run("report", "--folder", folder)
    assert result.exit_code == 0, result.output
    assert "signed lines: 6 = returned 1, does_not_travel 1, open 4" in result.output
    assert "Person" not in result.output


def test_every_check_in_is_carried_to_the_desk_with_both_times(folder, tmp_path):
    result = run("export", tmp_path / "day.jsonl", "--folder", folder)
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in (tmp_path / "day.jsonl").read_text().splitlines()]
    assert len(rows) == 5
    assert {row["heard_at"] for row in rows} == {"2026-02-05T12:00:00Z"}
    assert rows[0]["check_in"]["at"]


def test_two_hubs_that_meet_hold_the_same(folder, tmp_path):
    cast = Cast()
    cast.second.says(Kind.PRESENT, 4)
    store = Store(tmp_path / "other")
    store.put_manifest(cast.manifest, datetime(2026, 2, 5, 8, tzinfo=UTC))
    store.keep(cast.everything(), datetime(2026, 2, 5, 13, tzinfo=UTC))
    store.close()
    for source, target in ((folder, tmp_path / "other"), (tmp_path / "other", folder)):
        assert run("export", tmp_path / "x.jsonl", "--folder", source).exit_code == 0
        for _ in range(2):
            assert run("merge", tmp_path / "x.jsonl", "--folder", target).exit_code == 0
    reports = [json.loads(run("report", "--json", "--folder", one).stdout) for one in (folder, tmp_path / "other")]
    assert reports[0] == reports[1]
    assert reports[0]["check_ins"] == 6
    stores = [Store(one) for one in (folder, tmp_path / "other")]
    kept = [{row.event.id: row.heard_at for row in one.kept()} for one in stores]
    assert kept[0] == kept[1]  # each with the time at which its own hub first heard it
    for one in stores:
        one.close()


def test_a_damaged_export_names_its_line_and_takes_in_nothing(folder, tmp_path):
    run("export", tmp_path / "x.jsonl", "--folder", folder)
    whole = (tmp_path / "x.jsonl").read_text()
    (tmp_path / "x.jsonl").write_text(whole + '{"check_in":{},"heard_at":"x"}\n')
    result = run("merge", tmp_path / "x.jsonl", "--folder", folder)
    assert result.exit_code == 1
    assert "line 6" in str(result.exception)


def test_without_a_hub_the_error_says_how_to_make_one(tmp_path):
    for arguments in (("--folder", tmp_path / "no"), ("report", "--folder", tmp_path / "no")):
        result = run(*arguments)
        assert result.exit_code == 1
        assert "--manifest" in str(result.exception)


def test_a_file_that_is_no_manifest_is_refused(tmp_path):
    (tmp_path / "x.json").write_text("{}")
    result = run("--manifest", tmp_path / "x.json", "--folder", tmp_path / "hub")
    assert result.exit_code == 1
    assert "manifest" in str(result.exception)
