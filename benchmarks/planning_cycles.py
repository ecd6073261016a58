"""Offers among n parties: PrefLib's pools beside kep_solver, and larger invented pools of the same shape.

kep_solver (AGPL) runs as a program of its own, `python -m benchmarks.planning_cycles peer FILE`, and nowhere else.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, skip_aloud

SHARED = Path(os.environ.get("REPATRIA_SHARED") or Path(__file__).resolve().parents[2] / "shared")
DATA = SHARED / "data" / "planning"
PEER_SECONDS = 600
BLOOD = {"O": 0.48, "A": 0.34, "B": 0.14, "AB": 0.04}
SENSITISED = {0.05: 0.7, 0.45: 0.2, 0.9: 0.1}


@dataclass(frozen=True, slots=True)
class Run:
    seconds: float
    cpu: float  # seconds of processor time: what remains comparable on a busy machine
    megabytes: float
    value: int | None
    proven: bool


def run() -> list[Figure]:
    if DATA.is_dir():
        figures = [*beside_kep_solver(), *keys()]
    else:
        skip_aloud(f"{DATA} is not there: PrefLib's pools and the keys were left out")
        figures = [*beside_kep_solver_invented()]
    return [*figures, *large()]


def beside_kep_solver() -> list[Figure]:
    figures, slower = [], 0
    paths = sorted(path for path in DATA.glob("preflib/*.json.gz"))
    for path in paths:
        ours, peer = measured("ours", path), measured("peer", path)
        agreed = ours.proven and ours.value == key_of(path) and peer.value in (ours.value, None)
        slower += ours.seconds >= peer.seconds
        figures.append(figure(path.name.removesuffix(".json.gz"), ours, peer, agreed))
    note = "the whole process each: start, read, solve"
    figures.append(
        Figure("PrefLib files where we are faster", f"{len(paths) - slower} of {len(paths)}", "all", note)
    )
    return figures


def beside_kep_solver_invented() -> list[Figure]:
    figures = []
    for size in (64, 256):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "pool.json"
            path.write_text(json.dumps(invented_pool(size, size // 16, max_chain=3)))
            ours, peer = measured("ours", path), measured("peer", path)
        figures.append(figure(f"invented, {size} offers", ours, peer, ours.proven and ours.value == peer.value))
    return figures


def figure(name: str, ours: Run, peer: Run, agreed: bool) -> Figure:
    ratio = f"{peer.seconds / ours.seconds:.1f}x ({peer.cpu / ours.cpu:.1f}x of processor time)"
    value = f"{ours.seconds:.2f} s, {ours.megabytes:.0f} MB; {ratio}"
    goal = {"0151": "at least 8x", "0171": "at least 8x", "0191": "at least 40x, 200 MB"}
    found = next((text for part, text in goal.items() if part in name), "faster")
    they = f"kep_solver {peer.seconds:.2f} s, {peer.megabytes:.0f} MB" + (
        "" if peer.value is not None else ", no end"
    )
    return Figure(name, value, found, they + ("; same optimum, proven" if agreed else "; VALUES DIFFER"))


def keys() -> list[Figure]:
    paths = [path for path in sorted(DATA.glob("d-cycles*.json*")) if ".key." not in path.name]
    runs = {path.name: measured("ours", path) for path in paths}
    good = sum(runs[path.name].proven and runs[path.name].value == key_of(path) for path in paths)
    gaps = max(one.seconds for name, one in runs.items() if "gap" in name)
    return [
        Figure("seven-party pools equal to the key, proven", f"{good} of {len(paths)}", "all"),
        Figure("slowest pool whose bound is not met", f"{gaps:.2f} s", "at most 3 s"),
    ]


def large() -> list[Figure]:
    figures = []
    for size, starts, max_chain in ((512, 32, 3), (1024, 0, 0), (1024, 64, 3)):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "pool.json"
            path.write_text(json.dumps(invented_pool(size, starts, max_chain)))
            ours = measured("ours", path)
        name = f"invented, {size} offers and {starts} that ask for nothing, chains of {max_chain}"
        value = f"{ours.seconds:.2f} s ({ours.cpu:.2f} s of processor time), {ours.megabytes:.0f} MB"
        value += ", proven" if ours.proven else ", NOT PROVEN"
        figures.append(Figure(name, value, "proven within 30 s" if size == 1024 else ""))
    return figures


def key_of(path: Path) -> int:
    key = path.with_name(path.name.partition(".")[0] + ".key.json")
    value: int = json.loads(key.read_text())["objective"][0]
    return value


def measured(who: str, path: Path) -> Run:
    """Run a whole process that prints its value and whether it is proven."""
    command = [sys.executable, "-m", "benchmarks.planning_cycles", who, str(path)]
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as answer:
        process = subprocess.Popen(command, stdout=answer, stderr=subprocess.DEVNULL)
        usage = finished(process, start + PEER_SECONDS)
        seconds = time.perf_counter() - start
        answer.seek(0)
        words = (answer.read().splitlines() or [""])[-1].split()
    value = int(words[0]) if len(words) == 2 else None
    cpu = usage.ru_utime + usage.ru_stime
    return Run(seconds, cpu, usage.ru_maxrss / 1024, value, words[-1:] == ["proven"])


def finished(process: subprocess.Popen[bytes], until: float) -> Any:
    while True:
        pid, _status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            return usage
        if time.perf_counter() > until:
            process.kill()
            return os.wait4(process.pid, 0)[2]
        time.sleep(0.01)


def invented_pool(size: int, starts: int, max_chain: int) -> dict[str, Any]:
    """A pool of the shape of Saidman and others (2006), on which PrefLib's dataset 0036 is modelled."""
    chance = random.Random(size)

    def blood() -> str:
        return chance.choices(list(BLOOD), list(BLOOD.values()))[0]

    pairs: list[tuple[str, str, float]] = []
    while len(pairs) < size:
        wants, gives, refuses = blood(), blood(), chance.choices(list(SENSITISED), list(SENSITISED.values()))[0]
        if not (suits(gives, wants) and chance.random() >= refuses):
            pairs.append((wants, gives, refuses))
    givers = [gives for _wants, gives, _refuses in pairs] + [blood() for _start in range(starts)]
    arcs = [
        [f"V{n}", f"V{m}", 1]
        for n, gives in enumerate(givers)
        for m, (wants, _gives, refuses) in enumerate(pairs)
        if n != m and suits(gives, wants) and chance.random() >= refuses
    ]
    offers = [{"id": f"V{n}", "unconditional": n >= size} for n in range(len(givers))]
    head = {"format": "repatria-plan-instance/1", "name": f"invented-{size}", "kind": "cycles", "parties": []}
    return head | {"max_cycle": 3, "max_chain": max_chain, "vertices": offers, "arcs": arcs}


def suits(gives: str, wants: str) -> bool:
    return gives in ("O", wants) or wants == "AB"


def solve_ours(path: Path) -> None:
    from repatria.planning.cycles import solve_cycles
    from repatria.planning.document import load_document

    plan = solve_cycles(load_document(path))
    assert plan.objective is not None
    print(plan.objective[0], "proven" if plan.status == "optimal" else "open")


def solve_peer(path: Path) -> None:
    from kep_solver.entities import Donor, Instance, Recipient, Transplant
    from kep_solver.model import PICEF, TransplantCount
    from kep_solver.programme import Programme

    from repatria.planning.document import load_document

    document = load_document(path)
    pool, donors, recipients = Instance(), {}, {}
    for offer in document["vertices"]:
        donors[offer["id"]] = donor = Donor(offer["id"])
        if offer.get("unconditional"):
            donor.NDD = True
            pool.addDonor(donor)
        else:
            recipients[offer["id"]] = donor.recipient = recipient = Recipient(offer["id"])
            recipient.addDonor(donor)
            pool.addRecipient(recipient)  # and with it the donor
    for tail, head, weight in document["arcs"]:
        pool.addTransplant(Transplant(donors[tail], recipients[head], weight))
    # It counts the last gift, to its waiting list, as part of every chain: in the length and in the value.
    longest = document["max_chain"] + 1 if document["max_chain"] else 0
    limits = {"maxCycleLength": document["max_cycle"], "maxChainLength": longest}
    programme = Programme([TransplantCount()], **limits, description="", full_details=False, model=PICEF)
    found = programme.solve_single(pool)
    solution = found[0] if isinstance(found, tuple) else None
    starts = sum(1 for offer in document["vertices"] if offer.get("unconditional")) if longest else 0
    print(round(solution.values[0]) - starts if solution else "none", "proven")


if __name__ == "__main__":
    {"ours": solve_ours, "peer": solve_peer}[sys.argv[1]](Path(sys.argv[2]))
