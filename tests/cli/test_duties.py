"""``repatria duties`` as a person and as a program reads it."""

import json

import pytest
from click.testing import CliRunner

from repatria.cli.duties import command
from repatria.cli.screen import CannotRead
from repatria.conventions import BadEventLine

CAPTURE = {
    "kind": "capture", "occurred_on": "2026-03-01", "entered_at": "2026-03-01", "person": "S-0007",
    "party": "north", "attributes": {"category": "pow"},
}  # fmt: skip
ARRIVAL = {**CAPTURE, "kind": "arrival_at_site", "occurred_on": "2026-03-03", "entered_at": "2026-03-03",
           "site": "N-3", "attributes": {}}  # fmt: skip


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("REPATRIA_DATA", str(tmp_path))
    write(tmp_path, CAPTURE, ARRIVAL)
    return tmp_path


def write(folder, *events):
    (folder / "events.jsonl").write_text("".join(json.dumps(one) + "\n" for one in events))


def run(*arguments):
    return CliRunner().invoke(command, arguments, catch_exceptions=True)


def duties_of(result):
    return {one["rule"]: one for one in json.loads(result.stdout)["duties"]}


def test_the_program_s_answer_is_one_document_with_articles(folder):
    result = run("--as-of", "2026-03-11", "--json")
    assert result.exit_code == 0
    card = duties_of(result)["III-70-card"]
    assert card["article"] == "GC III 70"
    assert (card["status"], card["due_on"], card["subject"]) == ("late", "2026-03-10", "S-0007")
    assert json.loads(result.stdout)["counts"]["III-70-card"] == {"due": 0, "late": 1, "met": 0, "cannot_tell": 0}


def test_the_person_s_answer_names_what_is_late_and_what_is_due_this_week(folder):
    late, due = run("--as-of", "2026-03-11"), run("--as-of", "2026-03-08")
    assert "Person S-0007 · GC III 70" in late.stdout
    assert "1 day late" in late.stdout
    assert "Due this week\nPerson S-0007 · GC III 70" in due.stdout


def test_a_target_of_the_mediator_makes_words_late_and_is_not_shown_as_law(folder):
    policy = {"format": "repatria-duties-policy/1", "targets": {"III-122-to-bureau": 3}}
    (folder / "policy.json").write_text(json.dumps(policy))
    told = duties_of(run("--as-of", "2026-03-11", "--json"))["III-122-to-bureau"]
    assert (told["status"], told["basis"], told["clock"]) == ("late", "policy", "S")
    assert "The treaty names no number of days" in told["because"]


def test_records_that_contradict_each_other_are_named_by_line(folder):
    death = {**CAPTURE, "kind": "death", "occurred_on": "2026-03-04", "entered_at": "2026-03-04", "attributes": {}}
    received = {**death, "kind": "received", "occurred_on": "2026-03-09", "entered_at": "2026-03-09"}
    write(folder, CAPTURE, death, received)
    assert "events.jsonl, line 2: A death" in run("--as-of", "2026-03-11").stdout
    problems = json.loads(run("--as-of", "2026-03-11", "--json").stdout)["problems"]
    assert [(one["line"], one["fault"]) for one in problems] == [(2, "death_or_life")]


def test_without_a_record_it_says_which_file_is_missing(folder):
    (folder / "events.jsonl").unlink()
    assert isinstance(run().exception, CannotRead)


def test_a_bad_line_is_an_error_that_quotes_nothing(folder):
    (folder / "events.jsonl").write_text('{"kind": "capture", "person": "Secret Name"}\n')
    error = run().exception
    assert isinstance(error, BadEventLine)
    assert "line 1" in str(error)
    assert "Secret" not in str(error)


def test_a_day_that_is_none_is_wrong_usage(folder):
    assert run("--as-of", "2026-02-30").exit_code == 2


def test_long_answers_are_cut_on_the_screen_and_say_so(folder):
    write(folder, *({**CAPTURE, "person": f"S-{n}", "attributes": {}} for n in range(60)))
    assert "And 20 more; --json gives all." in run("--as-of", "2026-03-11").stdout


def test_every_duty_belongs_to_exactly_one_status(folder):
    document = json.loads(run("--as-of", "2026-06-11", "--json").stdout)
    counted = sum(sum(each.values()) for each in document["counts"].values())
    assert counted == len(document["duties"]) > 0
