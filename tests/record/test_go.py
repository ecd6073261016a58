"""Go's own sumdb/note and sumdb/tlog, an independent implementation, accept what we write."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from repatria.demo import Demo

LIBRARIES = Path("/usr/share/gocode")  # Debian: golang-golang-x-mod-dev
PROGRAM = Path(__file__).parent / "go" / "check.go"


@pytest.fixture(scope="session")
def go_check(tmp_path_factory) -> Path:
    """The Go program, built without a network."""
    if shutil.which("go") is None or not (LIBRARIES / "src/golang.org/x/mod/sumdb/tlog").is_dir():
        pytest.skip("GO ABSENT: apt-get install golang-go golang-golang-x-mod-dev; this check was left out")
    place = tmp_path_factory.mktemp("go")
    settings = {
        "GO111MODULE": "off",
        "GOPATH": str(LIBRARIES),
        "GOCACHE": str(place / "cache"),
        "GOFLAGS": "",
        "CGO_ENABLED": "0",
    }
    subprocess.run(
        ["go", "build", "-o", place / "check", PROGRAM], check=True, env={**os.environ, **settings}, timeout=300
    )
    return place / "check"


def run(program: Path, *args: Path) -> tuple[int, str]:
    done = subprocess.run([program, *args], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout + done.stderr


def test_go_accepts_a_record_with_its_older_checkpoints(go_check, make_log):
    log = make_log(3, 250, 300, 1000)
    code, said = run(go_check, log.folder)
    assert (code, "1554 entries" in said, "5 checkpoints: in order" in said) == (0, True, True), said
    assert run(go_check, log.folder, log.folder / "keys.txt")[0] == 0


def test_go_accepts_the_record_of_the_demo(go_check, tmp_path):
    for _step in Demo(tmp_path / "data", people=1500, seed=314, threads=1).run():
        pass
    code, said = run(go_check, tmp_path / "data" / "record")
    assert (code, "in order" in said) == (0, True), said


@pytest.mark.parametrize(
    "name", ["checkpoint", "checkpoints/254", "tile/entries/000", "tile/0/002.p/42", "tile/1/000.p/2"]
)
def test_go_refuses_what_we_refuse(go_check, make_log, name):
    log = make_log(253, 300)
    path = log.folder / name
    good = path.read_bytes()
    path.write_bytes(good[:5] + bytes([good[5] ^ 1]) + good[6:])
    assert run(go_check, log.folder)[0] == 1
    path.write_bytes(good)
    assert run(go_check, log.folder)[0] == 0


def test_go_refuses_a_record_under_other_keys(go_check, make_log):
    log, other = make_log(3), make_log(3, name="other")
    assert run(go_check, log.folder, other.folder / "keys.txt")[0] == 1
