"""A witness refuses rollback, fork, gap, wrong key and wrong origin, and keeps what it saw before it answers."""

import http.client
import json
import threading
from pathlib import Path

import pytest

from repatria.record.errors import CannotKeep, RecordBusy, Refused, WouldFork
from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.keys import ED25519, SigningKey, VerifierKey
from repatria.record.formats.note import Note, SignatureLine
from repatria.record.formats.policy import Policy
from repatria.record.formats.policy import Witness as Watching
from repatria.record.formats.request import AddCheckpoint
from repatria.record.formats.signatures import check_signatures, sign, time_of
from repatria.record.merkle import EMPTY_ROOT, Tree, leaf_hash
from repatria.record.transport import ask_witness, witness_server
from repatria.record.verify import verify_folder
from repatria.record.witness import Witness
from tests.record.conftest import NOW, receipt

LOG = SigningKey("log.example", ED25519, b"\1" * 32)
TREE = Tree(leaf_hash(b"%d" % n) for n in range(40))
LETTER = Note("a letter\n")
FORK = Tree(leaf_hash(b"other %d" % n) for n in range(40))


@pytest.fixture
def witness(tmp_path):
    noor = Witness(tmp_path / "noor", "noor.example", [LOG.verifier])
    yield noor
    noor.close()


def checkpoint(size: int, tree: Tree = TREE, key: SigningKey = LOG, origin: str = "log.example") -> str:
    note = Note(Checkpoint(origin, size, tree.root(size)).format())
    return note.with_signatures([sign(note, key, 0)]).format()


def request(old: int, size: int, tree: Tree = TREE, **how) -> bytes:
    proof = tree.consistency_proof(old, size) if 0 < old < size else []
    return AddCheckpoint(old, tuple(proof), checkpoint(size, tree, **how)).format()


def status(witness: Witness, body: bytes) -> int:
    return witness.add_checkpoint(body, 1000).status


def test_it_cosigns_what_extends_what_it_saw(witness):
    for old, size in [(0, 5), (5, 5), (5, 8), (8, 40)]:
        answer = witness.add_checkpoint(request(old, size), 1000 + size)
        assert answer.status == 200
        lines = tuple(SignatureLine.parse(line) for line in answer.body.splitlines())
        note = Note(Checkpoint("log.example", size, TREE.root(size)).format(), lines)
        assert check_signatures(note, witness.verifiers) == witness.verifiers
        assert [time_of(line, key) for line, key in zip(lines, witness.verifiers, strict=True)] == [1000 + size] * 2
        assert witness.seen("log.example").size == size


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (request(5, 3), 400),
        (request(0, 8), 409),
        (request(4, 8), 409),
        (request(6, 8), 409),
        (request(5, 5, FORK), 409),
        (request(5, 8, FORK), 422),
        (AddCheckpoint(5, (), checkpoint(8)).format(), 422),
        (AddCheckpoint(5, (bytes(32),) * 4, checkpoint(8)).format(), 422),
        (AddCheckpoint(5, (bytes(32),), checkpoint(5)).format(), 422),
        (request(5, 8, key=SigningKey("log.example", ED25519, b"\2" * 32)), 403),
        (request(5, 8, origin="other.example"), 404),
        (request(5, 8, origin="other.example", key=SigningKey("other.example", ED25519, LOG.seed)), 404),
        (request(5, 8).replace(b"old 5", b"old 05"), 400),
        (request(5, 8).replace(b"old 5", b"OLD 5"), 400),
        (request(5, 8).replace(b"log.example\n8", b"log.example\n9"), 403),
        (request(5, 8).replace(b"\n\n", b"\n", 1), 400),
        (request(5, 8) + b"\n", 400),
        (request(5, 8)[:-1], 400),
        (AddCheckpoint(5, (bytes(32),) * 64, checkpoint(8)).format(), 400),
        (b"", 400),
        (b"\xff", 400),
        (b"old 5\n\n" + LETTER.with_signatures([sign(LETTER, LOG, 0)]).format().encode(), 400),
    ],
)  # fmt: skip
def test_it_refuses_everything_else_and_stays_where_it_was(witness, body, wanted):
    assert status(witness, request(0, 5)) == 200
    assert status(witness, body) == wanted
    assert witness.seen("log.example").size == 5
    assert witness.seen("other.example") is None


def test_a_conflict_states_the_size_it_saw(witness):
    status(witness, request(0, 5))
    answer = witness.add_checkpoint(request(0, 8), 1000)
    assert (answer.status, answer.body, answer.content_type) == (409, "5\n", "text/x.tlog.size")


def test_a_first_checkpoint_needs_no_proof_and_takes_none(witness):
    assert status(witness, AddCheckpoint(0, (bytes(32),), checkpoint(8)).format()) == 422
    assert status(witness, request(0, 0)) == 200
    assert status(witness, request(0, 8)) == 200


def test_an_empty_tree_has_one_root(witness):
    note = Note(Checkpoint("log.example", 0, b"\7" * 32).format())
    body = AddCheckpoint(0, (), note.with_signatures([sign(note, LOG, 0)]).format()).format()
    assert status(witness, body) == 409
    assert TREE.root(0) == EMPTY_ROOT


def test_a_signature_in_loose_base64_is_no_signature(witness):
    good = request(0, 5)
    last = good[-3:-2]  # before "=\n"
    loose = good[:-3] + bytes([last[0] + 1]) + good[-2:]
    assert status(witness, loose) == 403


def test_it_remembers_after_a_restart(tmp_path, witness):
    status(witness, request(0, 8))
    keys = witness.verifiers
    witness.close()
    again = Witness(tmp_path / "noor", "noor.example", [LOG.verifier])
    assert again.verifiers == keys
    assert status(again, request(0, 5)) == 409
    assert status(again, request(8, 8, FORK)) == 409
    assert status(again, request(8, 9)) == 200
    again.close()


def test_its_public_keys_lie_in_a_file_to_hand_out(witness):
    lines = (witness.folder / "public-keys.txt").read_text().splitlines()
    assert lines == [key.format() for key in witness.verifiers]
    assert (witness.folder / "keys").stat().st_mode & 0o777 == 0o600


def test_two_programs_cannot_be_one_witness(tmp_path, witness):
    with pytest.raises(RecordBusy):
        Witness(tmp_path / "noor", "noor.example", [LOG.verifier])


def test_a_folder_belongs_to_one_name(tmp_path, witness):
    witness.close()
    with pytest.raises(CannotKeep, match="another name"):
        Witness(tmp_path / "noor", "other.example", [LOG.verifier])


@pytest.mark.parametrize("damage", [b"", b"nonsense", checkpoint(2).encode()])
def test_a_damaged_memory_silences_it(witness, damage):
    status(witness, request(0, 8))
    [memory] = (witness.folder / "logs").iterdir()
    memory.write_bytes(damage)
    with pytest.raises(CannotKeep, match="memory of this witness"):
        witness.add_checkpoint(request(0, 2), 1000)


def test_what_it_saw_is_kept_before_it_answers(witness, monkeypatch):
    def broken(*_args: object) -> None:
        raise CannotKeep("the disk is full")

    status(witness, request(0, 5))
    monkeypatch.setattr(witness._staging, "put_now", broken)
    with pytest.raises(CannotKeep):
        witness.add_checkpoint(request(5, 8), 1000)
    assert witness.seen("log.example").size == 5


def test_many_at_once_never_roll_it_back(witness):
    status(witness, request(0, 1))
    told: list[int] = []

    def push(size: int) -> None:
        for _ in range(40):
            seen = witness.seen("log.example").size
            if seen < size and status(witness, request(seen, size)) == 200:
                told.append(size)
                return

    threads = [threading.Thread(target=push, args=(size,)) for size in range(2, 12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == sorted(told)
    assert witness.seen("log.example").size == max(told)


@pytest.mark.shared
def test_the_public_requests_get_the_answers_of_the_specification(shared, tmp_path):
    vectors = json.loads((shared / "data" / "record" / "witness-add-checkpoint.json").read_text())
    origin = next(r["request"] for r in vectors["in_this_order"]).split("\n")[2]
    key = VerifierKey(origin, ED25519, bytes.fromhex(vectors["log_ed25519_public_key_hex"]))
    noor = Witness(tmp_path / "public", "noor.example", [key])
    wanted = [r["status"] for r in vectors["in_this_order"]]
    wanted[2] = 404  # litewitness said 403 to an unknown log; tlog-witness 1.0.0 says 404
    assert [status(noor, r["request"].encode()) for r in vectors["in_this_order"]] == wanted
    noor.close()


# ---------------------------------------------------------------- over HTTP


@pytest.fixture
def url(witness):
    server = witness_server(witness, 0, lambda: 1000)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def post(url: str, path: str, body: bytes, headers: dict[str, str] | None = None):
    connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=5)
    connection.request("POST", path, body, headers or {})
    answer = connection.getresponse()
    return answer.status, answer.getheader("Content-Type"), answer.read()


def test_over_http_it_answers_the_same(url):
    assert post(url, "/add-checkpoint", request(0, 5))[0] == 200
    assert post(url, "/add-checkpoint", request(0, 8)) == (409, "text/x.tlog.size", b"5\n")
    assert post(url, "/add-checkpoint", request(5, 8, FORK))[0] == 422
    assert post(url, "/elsewhere", request(5, 8))[0] == 404
    assert post(url, "/add-checkpoint", b"", {"Content-Length": "1000001"})[0] == 400
    assert post(url, "/add-checkpoint", b"", {"Content-Length": "-1"})[0] == 400


def test_a_connection_is_kept_for_the_next_request(url):
    connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=5)
    for old, size in [(0, 5), (5, 8)]:
        connection.request("POST", "/add-checkpoint", request(old, size))
        answer = connection.getresponse()
        assert answer.status == 200
        answer.read()


def test_a_witness_that_cannot_write_says_so(url, witness, monkeypatch):
    def broken(*_args: object) -> None:
        raise CannotKeep("the disk is full")

    monkeypatch.setattr(witness._staging, "put_now", broken)
    assert post(url, "/add-checkpoint", request(0, 5))[0] == 500


def watched_log(make_log, tmp_path: Path, name: str = "record"):
    """A log whose policy asks for Noor, and Noor watching it over HTTP."""
    noor = Witness(tmp_path / f"noor of {name}", "noor.example", [])
    watching = tuple(Watching(f"Noor{k.kind}", k) for k in noor.verifiers)
    log = make_log(3, name=name, policy=Policy(witnesses=watching, quorum=watching[0].name), memory=False)
    noor.logs = [known.key for known in log.policy.logs]
    server = witness_server(noor, 0, lambda: 1000)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return log, noor, server, f"http://127.0.0.1:{server.server_port}"


def test_a_log_gets_its_checkpoint_cosigned_and_only_then_is_the_policy_met(make_log, tmp_path):
    log, noor, server, url = watched_log(make_log, tmp_path)
    assert "policy is not met" in verify_folder(log.folder).fault
    assert ask_witness(log, url)
    assert verify_folder(log.folder).signed_by == [log.origin, "Noor4", "Noor6"]
    log.append(receipt(77))
    log.checkpoint(NOW)
    assert ask_witness(log, url)
    assert verify_folder(log.folder).in_order
    server.shutdown()
    server.server_close()
    noor.close()


def test_a_witness_that_saw_more_than_we_have_stops_us(make_log, tmp_path):
    log, noor, server, url = watched_log(make_log, tmp_path)
    old = log.request(0).checkpoint
    log.append(receipt(77))
    log.checkpoint(NOW)
    ask_witness(log, url)
    with pytest.raises(Refused):  # it is not even a web address
        ask_witness(log, "file:///etc/passwd")

    class Restored:
        published_size = 4

        def add_cosignatures(self, lines):
            return Note.parse(old)

        def request(self, size):
            return AddCheckpoint(4, (), old)

    with pytest.raises(WouldFork, match="old backup"):
        ask_witness(Restored(), url)
    server.shutdown()
    server.server_close()
    with pytest.raises(Refused, match="cannot be reached"):
        ask_witness(log, url)
    noor.close()
