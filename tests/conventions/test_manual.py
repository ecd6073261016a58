"""The manual's page on duties says what the code does."""

import json
import shlex
from pathlib import Path

from click.testing import CliRunner

from repatria.cli.duties import command
from repatria.conventions import RULES
from repatria.conventions.manual import in_step, tables

from .casebook import cases

PAGE = Path(__file__).parents[2] / "docs" / "manual" / "duties.md"


def test_the_table_is_in_step_with_the_code():
    page = PAGE.read_text()
    assert in_step(page) == page, "write it anew: put in_step(page) of repatria.conventions.manual into the page"


def test_every_rule_and_its_article_stand_in_the_table_with_a_test_that_exists():
    tested = {case.rule for case in cases()}
    for rule in RULES.values():
        assert f"| {rule.article} | `{rule.id}` |" in tables()
        assert rule.id in tested


def test_the_example_comes_out_as_the_page_says(tmp_path, monkeypatch):
    lines = [line.removeprefix("    ") for line in PAGE.read_text().splitlines() if line.startswith("    ")]
    events = lines[lines.index("$ cat > repatria-data/events.jsonl <<'END'") + 1 : lines.index("END")]
    assert all(json.loads(line) for line in events)
    (tmp_path / "events.jsonl").write_text("\n".join(events))
    monkeypatch.setenv("REPATRIA_DATA", str(tmp_path))
    asked = next(line for line in lines if line.startswith("$ repatria duties"))
    result = CliRunner().invoke(command, shlex.split(asked)[3:])
    said = [line for line in result.stdout.splitlines() if line]
    assert said == [line for line in lines if line][len(events) + 4 :][: len(said)]
