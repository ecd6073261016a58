"""The record: speed beside pymerkle, tampering, kills and failing file calls. Figures of the manual and README.

Everything runs at its full number; `python -m benchmarks record` takes about ten minutes, most of it the faults.
"""

import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from benchmarks.figures import Clock, Figure, skip_aloud, stopwatch
from repatria.record import Log, create_log, encode, entry, verify_folder
from repatria.record.merkle import Tree, leaf_hash, verify_inclusion
from repatria.record.prove import Prover
from tests.record import crashing
from tests.record.test_verify import flips

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
MILLION = 1_000_000
PROOFS = 2_000
FLIPS = 10_000
KILLS = 200


def receipts(count: int) -> list[bytes]:
    """Entries of 193 bytes, each with another commitment."""
    filler = "0" * 64
    fields = {"by": "STH", "exchange": "exchange-1", "manifest": "manifest-1", "receipt": filler}
    model = encode(entry("receipt given", at=NOW, **fields))
    return [model.replace(filler.encode(), sha256(b"%d" % n).hexdigest().encode()) for n in range(count)]


def per_second(count: int, clock: Clock) -> str:
    return f"{count / clock.seconds:,.0f}/s"


def in_memory(entries: list[bytes]) -> list[Figure]:
    """Append a million entries to a tree in memory, ours and pymerkle's, in one run."""
    from pymerkle import InmemoryTree

    tree, theirs = Tree(), InmemoryTree(algorithm="sha256")
    with stopwatch() as ours:
        for data in entries:
            tree.append(leaf_hash(data))
    with stopwatch() as pymerkle:
        for data in entries:
            theirs.append_entry(data)
    assert tree.root() == theirs.get_root()
    some = range(0, len(entries), len(entries) // PROOFS)
    with stopwatch() as proving:
        proofs = [tree.inclusion_proof(n) for n in some]
    root = tree.root()
    with stopwatch() as checking:
        for n, proof in zip(some, proofs, strict=True):
            verify_inclusion(tree.node(0, n), n, tree.size, proof, root)
    ratio = pymerkle.seconds / ours.seconds
    return [
        Figure("append, 1M entries in memory", per_second(len(entries), ours)),
        Figure("the same, pymerkle 7", per_second(len(entries), pymerkle)),
        Figure("ours beside pymerkle", f"{ratio:.1f} times", "at least 5", "one run, same root"),
        Figure("inclusion proof at 1M", f"{1e3 * proving.seconds / len(some):.3f} ms", "at most 1 ms", "in memory"),
        Figure("checking it", f"{1e3 * checking.seconds / len(some):.3f} ms"),
    ]


def on_disk(entries: list[bytes], place: Path) -> list[Figure]:
    """Write the log of a million entries, verify it whole, prove entries from the folder."""
    with create_log(place / "million", "bench.example/1", at=NOW) as log:
        with stopwatch() as appending:
            log.append_encoded(entries[1:])
        with stopwatch() as signing:
            log.checkpoint(NOW)
    with stopwatch() as verifying:
        assert verify_folder(place / "million").in_order
    prover = Prover(place / "million")
    some = [int(sha256(b"%d" % n).hexdigest(), 16) % len(entries) for n in range(PROOFS)]
    with stopwatch() as proving:
        for n in some:
            prover.prove(n)
    return [
        Figure("append 1M entries durably, at once", per_second(len(entries), appending), "", "journal, one fsync"),
        Figure("checkpoint over them", f"{signing.seconds:.1f} s", "", "7,800 files, each fsynced"),
        Figure("full verify of 1M entries", f"{verifying.seconds:.1f} s", "at most 10 s", "with every schema"),
        Figure(
            "a proof, anywhere in 1M", f"{1e3 * proving.seconds / PROOFS:.2f} ms", "at most 1 ms", "from the files"
        ),
        go_check(place / "million"),
    ]


def go_check(folder: Path) -> Figure:
    """Let Go's own sumdb/note and tlog check the folder."""
    program = Path("tests/record/go/check.go")
    settings = {
        "GO111MODULE": "off",
        "GOPATH": "/usr/share/gocode",
        "GOCACHE": str(folder.parent / "go"),
        "PATH": "/usr/bin:/bin",
    }
    built = folder.parent / "check"
    if shutil.which("go") is None:
        skip_aloud("Go is not here: apt-get install golang-go golang-golang-x-mod-dev")
        return Figure("the same folder, checked by Go", "left out", "in order")
    subprocess.run(["go", "build", "-o", built, program], check=True, env=settings)
    with stopwatch() as clock:
        done = subprocess.run([built, folder], capture_output=True, text=True)
    said = "in order" if done.returncode == 0 else done.stderr
    return Figure(
        "the same folder, checked by Go", f"{said}, {clock.seconds:.1f} s", "in order", "sumdb/note, sumdb/tlog"
    )


def tampering(entries: list[bytes], place: Path) -> list[Figure]:
    """Ten thousand one-bit changes over all files of a log of 1,000 entries."""
    with create_log(place / "thousand", "bench.example/2", at=NOW) as log:
        for batch in (300, 400, 250, 49):
            log.append_encoded(entries[log.size : log.size + batch])
            log.checkpoint(NOW)
    with stopwatch() as clock:
        unseen = flips(place / "thousand", FLIPS, seed=1)
    note = f"{clock.seconds:.0f} s; false histories: tests/record/test_verify.py"
    return [Figure("one-bit changes refused", f"{FLIPS - len(unseen):,} of {FLIPS:,}", "all", note)]


def small_appends(place: Path) -> list[Figure]:
    """Single appends as the site makes them: each on the disk before it is acknowledged."""
    with create_log(place / "small", "bench.example/3", at=NOW) as log, stopwatch() as clock:
        for data in receipts(500):
            log.append_encoded([data])
    with stopwatch() as opening:
        Log(place / "small").close()
    return [
        Figure("single durable append", f"{1e3 * clock.seconds / 500:.2f} ms"),
        Figure("opening a record with 500 pending entries", f"{1e3 * opening.seconds:.0f} ms"),
    ]


def breaking(place: Path) -> list[Figure]:
    """Kill -9 at random, and every file call failing once in each way."""
    (place / "kills").mkdir()
    acknowledged, lost = crashing.kill_rounds(place / "kills", KILLS, seed=1)
    found = [Figure("kill -9", f"{KILLS} rounds, {acknowledged} acknowledged, {len(lost)} faults", "none lost")]
    if shutil.which("strace") is None:
        skip_aloud("strace is not here: failing file calls were not injected")
        return found
    (place / "first").mkdir()
    crashing.prepare(place / "first")
    faults = crashing.all_faults(crashing.calls_of_one_run(place / "first", place / "work"))
    damaged = [problem for fault in faults for problem in crashing.inject(place / "first", place / "work", fault)]
    note = "; ".join(damaged[:3]) or "EIO, ENOSPC, SIGKILL at each file call of open, append, checkpoint, close"
    return [*found, Figure("injected faults", f"{len(faults)}, {len(damaged)} harmful", "none harmful", note)]


def run() -> list[Figure]:
    """All figures of the record."""
    entries = receipts(MILLION)
    place = Path(tempfile.mkdtemp(prefix="record-bench-"))
    try:
        figures = in_memory(entries)
        figures += on_disk(entries, place)
        figures += tampering(entries, place)
        figures += small_appends(place)
        return figures + breaking(place)
    finally:
        shutil.rmtree(place)
