"""Programs beside the pages: what dies is started again, and all end together."""

from pathlib import Path

import pytest

from repatria.cli.beside import Beside

STEPS = "import pathlib, sys, time; pathlib.Path(sys.argv[1]).open('a').write('x'); time.sleep(60)"


@pytest.fixture
def sleeper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    (tmp_path / "sleeper.py").write_text(STEPS)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return ("sleeper", str(tmp_path / "starts"))


def test_what_is_killed_is_started_again(sleeper: tuple[str, ...]) -> None:
    beside = Beside([sleeper])
    beside.look()
    first = beside.processes[sleeper]
    beside.look()
    assert beside.processes[sleeper] is first
    first.kill()
    first.wait()
    beside.look()
    second = beside.processes[sleeper]
    assert second is not first
    assert second.poll() is None
    beside.stop()
    assert second.poll() is not None


def test_nothing_is_started_after_the_end(sleeper: tuple[str, ...]) -> None:
    beside = Beside([sleeper])
    beside.look()
    beside.stop()
    process = beside.processes[sleeper]
    beside.look()
    assert beside.processes[sleeper] is process
