"""A keeper that is killed, or whose file calls fail, and what must hold afterwards.

A child process appends and signs, and says over a pipe what was acknowledged. It dies by kill -9 at a random
moment, or one of its system calls is made to fail with `strace -e inject`. Then the record is opened again:
nothing that was acknowledged may be missing or changed, and the folder must verify.
"""

import os
import random
import re
import select
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from repatria.record import Log, Note, RecordError, create_log, encode, verify_folder
from tests.record.conftest import NOW, ORIGIN, receipt

# What a program can do to files; what strace counts and makes fail.
FILE_CALLS = (
    "openat,read,pread64,write,fsync,ftruncate,rename,unlink,rmdir,mkdir,fchmod,newfstatat,fstat,getdents64,"
    "flock,lseek,close"
)
GO = signal.SIGUSR1
FAULTS = ("error=EIO", "error=ENOSPC", "signal=SIGKILL")


def prepare(place: Path) -> Path:
    """A record just below a full tile, so that both kinds of tile are written."""
    with create_log(place / "record", ORIGIN, at=NOW, memory=place / "memory") as log:
        log.append_all(receipt(n) for n in range(253))
        log.checkpoint(NOW)
        log.append(receipt(254))
    return place / "record"


def copy_of(place: Path, to: Path) -> Path:
    """A fresh copy of the record, its private folder and its memory."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(place, to)
    settings = to / "record.private" / "settings.json"
    settings.write_text(settings.read_text().replace(str(place), str(to)))
    return to / "record"


def steps(folder: Path, tell: Callable[[str], None], endless: bool) -> None:
    """Open, append, sign; tell each thing that was acknowledged. A refusal is told too, and work goes on."""

    def attempt(what: Callable[[], str]) -> None:
        try:
            tell(what())
        except RecordError:
            tell("refused")

    with Log(folder, wait=30) as log:

        def append() -> str:
            n = log.size
            return f"entry {log.append(receipt(n))} {n}"

        def checkpoint() -> str:
            return "checkpoint " + log.checkpoint(NOW).text.replace("\n", "|")

        while True:
            for what in (append, append, checkpoint, append):
                attempt(what)
            if not endless:
                return


def spawn(folder: Path, endless: bool) -> tuple[int, int]:
    """Start a child that waits for the signal GO; give its pid and the pipe it tells by."""
    tell_out, tell_in = os.pipe()
    signal.pthread_sigmask(signal.SIG_BLOCK, [GO])
    pid = os.fork()
    if pid:
        os.close(tell_in)
        return pid, tell_out
    code = 3  # an error that is not ours, unless something better is known below

    def say(line: str) -> None:
        try:
            os.write(tell_in, (line + "\n").encode())
        except OSError:
            os._exit(0)  # the injected fault hit the pipe of this test, not the record

    try:
        signal.sigwait([GO])  # a signal, because a read could be the call that is made to fail
        steps(folder, say, endless)
        code = 0
    except RecordError:
        code = 0
    except BaseException:  # the child must never return into the parent's test run
        traceback.print_exc()
    finally:
        os._exit(code)


def read_all(pipe: int) -> list[str]:
    with os.fdopen(pipe, "r") as lines:
        told = lines.read()
    return told.split("\n")[:-1]  # a line without its end was not told


def problems(folder: Path, told: list[str]) -> list[str]:
    """Open the record again and give what is wrong: missing, changed, forked, not in order."""
    found = []
    try:
        with Log(folder) as log:
            log.checkpoint(NOW)
            entries = {int(line.split()[1]): int(line.split()[2]) for line in told if line.startswith("entry")}
            for number, content in entries.items():
                if log.prove(number).extra != encode(receipt(content)):
                    found.append(f"entry {number} is not what was acknowledged")
    except RecordError as fault:
        return [f"cannot be opened again: {fault}"]
    report = verify_folder(folder)
    if not report.in_order:
        found.append(f"not in order: {report.fault}")
    kept = {str(Note.parse(path.read_bytes()).text) for path in (folder / "checkpoints").iterdir()}
    signed = [line.removeprefix("checkpoint ").replace("|", "\n") for line in told if line.startswith("checkpoint")]
    found += ["a signed checkpoint was forgotten" for text in signed if text not in kept]
    return found


def kill_rounds(place: Path, rounds: int, seed: int) -> tuple[int, list[str]]:
    """Kill a keeper `rounds` times on one record; give how many entries were acknowledged, and the problems."""
    chance = random.Random(seed)
    folder = prepare(place)
    acknowledged, found = 0, []
    for number in range(rounds):
        pid, tell = spawn(folder, endless=True)
        os.kill(pid, GO)
        if number % 2:  # half of them die at work, the other half anywhere, also while opening
            select.select([tell], [], [], 30)
        time.sleep(chance.uniform(0.0, 0.15))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        told = read_all(tell)
        acknowledged += sum(line.startswith("entry") for line in told)
        found += problems(folder, told)
    return acknowledged, found


def traced(folder: Path, *strace: str) -> tuple[list[str], str, int]:
    """Run the steps once under strace; give what was told, strace's own output, and the exit status."""
    pid, tell = spawn(folder, endless=False)
    log = folder.parent / "strace.out"
    tracer = subprocess.Popen(
        ["strace", "-q", "-p", str(pid), "-o", str(log), *strace],
        stderr=subprocess.PIPE,
        text=True,
    )
    while not log.exists() or f"TracerPid:\t{tracer.pid}" not in Path(f"/proc/{pid}/status").read_text():
        time.sleep(0.002)
        if tracer.poll() is not None:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            raise RuntimeError(f"strace cannot attach: {tracer.stderr.read() if tracer.stderr else ''}")
    os.kill(pid, GO)
    _pid, status = os.waitpid(pid, 0)
    told = read_all(tell)
    tracer.wait()
    if tracer.stderr:
        tracer.stderr.close()
    return told, log.read_text(), status


def calls_of_one_run(place: Path, work: Path) -> Counter[str]:
    """Count the file calls that the steps make."""
    _told, output, status = traced(copy_of(place, work), "-e", f"trace={FILE_CALLS}")
    assert status == 0, output[-2000:]
    return Counter(re.findall(r"^(?:\d+ +)?(\w+)\(", output, re.MULTILINE))


def all_faults(calls: Counter[str]) -> list[tuple[str, int, str]]:
    return [(call, n, fault) for call in sorted(calls) for n in range(1, calls[call] + 1) for fault in FAULTS]


def inject(place: Path, work: Path, fault: tuple[str, int, str]) -> list[str]:
    """Make one call fail, and give the problems."""
    call, n, how = fault
    folder = copy_of(place, work)
    told, _output, status = traced(folder, "-e", f"trace={call}", "-e", f"inject={call}:{how}:when={n}")
    found = problems(folder, told)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        found.append("ended by an error that is not ours")
    return [f"{call} number {n}, {how}: {problem}" for problem in found]


def main() -> None:
    """Run all faults: `python -m tests.record.crashing PLACE`."""
    place, work = Path(sys.argv[1]) / "first", Path(sys.argv[1]) / "work"
    place.mkdir(parents=True)
    prepare(place)
    faults = all_faults(calls_of_one_run(place, work))
    found = [problem for fault in faults for problem in inject(place, work, fault)]
    print(len(faults), "faults", *found, sep="\n")


if __name__ == "__main__":
    main()
