"""`repatria record` from the outside: what it prints, what it leaves, and how it ends."""

import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from repatria.cli.record import command
from repatria.errors import RepatriaError
from repatria.record import ACTS, Note, RecordError

ENTRIES = [act.example() for act in ACTS if act.name not in ("record opened", "keys changed")]


@pytest.fixture(autouse=True)
def _state(tmp_path, monkeypatch):
    """What is remembered outside the record goes into the test's own folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def run(*args: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(command, [str(a) for a in args], input=stdin)


def answer(*args: object, stdin: str | None = None):
    done = run(*args, "--json", stdin=stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return json.loads(done.stdout)


@pytest.fixture
def record(tmp_path) -> Path:
    folder = tmp_path / "record"
    made = answer("init", folder, "--origin", "mediator.example/x", "--party", "NTH", "--party", "STH")
    assert (made["origin"], made["size"], len(made["keys"])) == ("mediator.example/x", 1, 2)
    answer("append", folder, stdin="\n".join(map(json.dumps, ENTRIES)))
    answer("checkpoint", folder)
    return folder


def test_from_init_to_verify(record):
    done = run("verify", record)
    assert done.exit_code == 0
    assert done.stdout.endswith("The record is in order.\n")
    assert "The keys came with the folder" in done.stdout
    assert "The keys came" not in run("verify", record, "--keys", record / "keys.txt").stdout
    report = answer("verify", record)
    assert (report["in_order"], report["fault"], report["size"]) == (True, None, len(ENTRIES) + 1)


def test_init_needs_nothing_but_a_folder(tmp_path):
    done = run("init", tmp_path / "r")
    assert done.exit_code == 0
    assert run("verify", tmp_path / "r").exit_code == 0
    assert run("init", tmp_path / "q", "--no-memory").exit_code == 0
    assert len(list((tmp_path / "state/repatria/record").glob("*.signed"))) == 1


def test_entries_come_from_files_or_standard_input_in_any_layout(record, tmp_path):
    one, many = tmp_path / "one.json", tmp_path / "many.jsonl"
    one.write_text(json.dumps(ENTRIES[0], indent=3))
    many.write_text("\n".join(map(json.dumps, ENTRIES[:3])) + "\n\n")
    first = len(ENTRIES) + 1
    assert answer("append", record, one, many)["numbers"] == list(range(first, first + 4))
    assert answer("append", record, "-", stdin=json.dumps(ENTRIES[1]))["numbers"] == [first + 4]
    assert run("append", record, one).exit_code == 0


@pytest.mark.parametrize(
    "text", ["", "nonsense", "[]", '{"act":"free text","v":1}', '{"a":1,"a":2}', json.dumps(ENTRIES[0]) + "\n{"]
)
def test_a_refused_entry_ends_with_an_error_and_leaves_nothing(record, text):
    done = run("append", record, stdin=text)
    assert isinstance(done.exception, RecordError)
    assert answer("checkpoint", record)["size"] == len(ENTRIES) + 1


def test_a_damaged_record_ends_with_1_and_says_what_is_wrong(record):
    path = record / "tile/entries/000.p" / str(len(ENTRIES) + 1)
    head, middle, tail = path.read_bytes().rpartition(b"exchange-1")
    path.write_bytes(head + b"exchange-2" + tail)
    assert middle
    last = max(n for n, entry in enumerate(ENTRIES, start=1) if "exchange-1" in json.dumps(entry))
    done = run("verify", record)
    assert done.exit_code == 1
    assert f"✗ NOT in order: entry {last} is not the one whose hash is in tile/0/000.p" in done.stdout
    assert answer("verify", record)["in_order"] is False


def test_an_older_checkpoint_that_was_kept_is_checked(record, tmp_path):
    assert answer("verify", record, "--older", record / "checkpoints/1")["in_order"]
    answer("init", tmp_path / "other", "--origin", "mediator.example/x")
    report = answer("verify", record, "--older", tmp_path / "other/checkpoint")
    assert "none of the keys you trust" in report["fault"]


def test_one_page_of_proof(record, tmp_path):
    page = tmp_path / "page.txt"
    assert run("prove", record, 3, "--out", page).exit_code == 0
    assert run("prove", record, 3).stdout == page.read_text()
    assert run("prove", record, 3, "--short").stdout != page.read_text()
    assert answer("verify", page, "--keys", record / "keys.txt")["in_order"]
    page.write_text(page.read_text().replace("index 3", "index 4"))
    assert run("verify", page, "--keys", record / "keys.txt").exit_code == 1
    assert run("verify", page).exit_code == 2
    assert run("prove", record).exit_code == 2
    assert isinstance(run("prove", record, 9999).exception, RecordError)


def test_a_log_of_another_program(shared):
    tessera = shared / "data/record/tessera-log"
    keys = ("--keys", tessera / "vkey", "--foreign")
    report = answer(
        "verify", tessera, *keys, *(x for n in range(16) for x in ("--older", tessera / f"checkpoint.{n}"))
    )
    assert (report["in_order"], report["size"]) == (True, 15)
    assert answer("verify", tessera, "--keys", tessera / "vkey")["in_order"] is False


def test_a_fact_is_committed_and_opened(record, tmp_path):
    fact, opening = tmp_path / "fact.json", tmp_path / "opening.json"
    fact.write_text('{"line": 7, "given_to": "S-01"}')
    commitment = run("commit", fact, "--opening", opening).stdout.strip()
    assert opening.stat().st_mode & 0o777 == 0o600
    [receipt] = [e for e in ENTRIES if e["act"] == "receipt given"]
    [number] = answer("append", record, stdin=json.dumps({**receipt, "receipt": commitment}))["numbers"]
    assert isinstance(run("open", opening, record).exception, RecordError)
    answer("checkpoint", record)
    shown = answer("open", opening, record)
    assert (shown["number"], shown["fact"]) == (number, {"line": 7, "given_to": "S-01"})
    assert answer("prove", record, "--holding", commitment)["number"] == number
    opening.unlink()
    assert answer("verify", record)["in_order"]


def test_every_act_is_listed_with_an_example_that_is_accepted(record):
    listed = answer("acts")
    assert [a["example"]["act"] for a in listed] == [act.name for act in ACTS]
    answer("append", record, stdin="\n".join(json.dumps(a["example"]) for a in listed[2:]))
    assert "receipt given: " in run("acts").stdout


def test_a_passphrase_file_is_needed_again(tmp_path):
    secret = tmp_path / "passphrase"
    secret.write_text("слово\n")
    answer("init", tmp_path / "r", "--passphrase-file", secret)
    answer("append", tmp_path / "r", stdin=json.dumps(ENTRIES[0]))
    assert "locked" in str(run("checkpoint", tmp_path / "r").exception)
    assert answer("checkpoint", tmp_path / "r", "--passphrase-file", secret)["size"] == 2


def test_a_policy_with_witnesses_goes_into_keys_txt(tmp_path):
    keys = answer("init", tmp_path / "other")["keys"]
    (tmp_path / "bad").write_text(f"witness Noor {keys[0]}\nquorum Noor\n")
    assert "cannot cosign" in str(run("init", tmp_path / "r", "--policy", tmp_path / "bad").exception)
    (tmp_path / "good").write_text(f"witness Noor {keys[1]}\nquorum Noor\n")
    assert run("init", tmp_path / "r", "--policy", tmp_path / "good").exit_code == 0
    assert "not cosigned by Noor" in answer("verify", tmp_path / "r")["fault"]


def test_a_private_folder_may_lie_elsewhere(tmp_path):
    private = ("--private", tmp_path / "vault")
    answer("init", tmp_path / "r", *private)
    assert not (tmp_path / "r.private").exists()
    answer("append", tmp_path / "r", *private, stdin=json.dumps(ENTRIES[0]))
    assert answer("checkpoint", tmp_path / "r", *private)["size"] == 2
    assert "only its keeper" in str(run("append", tmp_path / "r", stdin=json.dumps(ENTRIES[0])).exception)


def test_a_missing_folder_is_said(tmp_path):
    one = json.dumps(ENTRIES[0])
    for args in (("append", tmp_path / "none"), ("prove", tmp_path / "none", 0), ("verify", tmp_path / "none")):
        assert isinstance(run(*args, stdin=one).exception, RepatriaError)


class Running:
    """A command that goes on until it is stopped."""

    def __init__(self, tmp_path: Path, *args: object) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from repatria.cli import main; main()", "record", *map(str, args)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "REPATRIA_LANG": "en", "PYTHONUNBUFFERED": "1", "XDG_STATE_HOME": str(tmp_path)},
        )

    def __enter__(self) -> "Running":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=20)

    def json(self):
        text = ""
        while not text.endswith("}\n"):
            text += self.process.stdout.readline()
        return json.loads(text)

    def address(self) -> str:
        return self.process.stderr.readline().split()[-1]


def test_a_witness_on_loopback_cosigns(record, tmp_path):
    witness = ("witness", tmp_path / "noor", "--name", "noor.example", "--log", record / "keys.txt", "--json")
    with Running(tmp_path, *witness) as noor:
        told = noor.json()
        assert run("checkpoint", record, "--witness", told["url"]).exit_code == 0
    assert len(told["keys"]) == 2
    assert all(
        "noor.example" not in line.name for line in Note.parse((record / "checkpoint").read_bytes()).signatures
    )


def test_serve_shows_the_public_folder_and_nothing_else(record, tmp_path):
    (record / "letter").write_text("not part of the record")
    with Running(tmp_path, "serve", record) as served:
        url = served.address()
        for name in ("checkpoint", "keys.txt", "checkpoints/1", f"tile/0/000.p/{len(ENTRIES) + 1}"):
            with urllib.request.urlopen(url + name, timeout=5) as got:
                assert got.read() == (record / name).read_bytes()
        with urllib.request.urlopen(url, timeout=5) as page:
            assert "text/html" in page.headers["Content-Type"]
        for name in (
            "letter",
            "../record.private/keys",
            "tile/0/001",
            "tile",
            "checkpoints/",
            "%2e%2e/x",
            "tile/0/000?x",
        ):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(url + name, timeout=5)
        with pytest.raises(urllib.error.HTTPError, match="501"):
            urllib.request.urlopen(url + "checkpoint", data=b"x", timeout=5)


@pytest.mark.parametrize("name", sorted(command.commands))
def test_every_command_is_in_the_manual(name):
    manual = Path(__file__).parents[2] / "docs" / "manual" / "record.md"
    assert f"repatria record {name}" in manual.read_text()
