"""The manual cannot lie: its example runs, and what it says of files and commands is so."""

import re
from pathlib import Path

import pytest

from repatria.cli.record import command
from repatria.record import verify_folder
from repatria.record.layout import Private

MANUAL = Path(__file__).parents[2] / "docs" / "manual"


def test_the_example_in_the_manual_runs(tmp_path, monkeypatch):
    [example] = re.findall(r"```python\n(.*?)```", (MANUAL / "record.md").read_text(), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "record.md", "exec"), {})
    assert verify_folder(tmp_path / "record").size == 2
    assert Private.beside(tmp_path / "record").keys.is_file()


@pytest.mark.parametrize("page", ["record.md", "check-us-yourself.md"])
def test_every_command_and_option_in_the_manual_exists(page):
    text = (MANUAL / page).read_text()
    named = set(re.findall(r"repatria record (\w+)", text))
    assert named <= set(command.commands)
    options = {o for c in command.commands.values() for p in c.params for o in p.opts}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) <= options


def test_the_files_the_pages_name_are_there():
    root = MANUAL.parents[1]
    for name in ("tests/record/go/check.go", "src/repatria/record/verifier.html"):
        assert name in (MANUAL / "check-us-yourself.md").read_text()
        assert (root / name).is_file()
