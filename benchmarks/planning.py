"""Planning who goes: proven plans beside a plain HiGHS model, conflicts, counterfactuals, fronts, brute force."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Figure, skip_aloud, stopwatch
from repatria.planning import Wishes, parse_instance, solve
from repatria.planning.document import load_document
from repatria.planning.selection import select
from repatria.planning.verify import Checker

SHARED = Path(os.environ.get("REPATRIA_SHARED") or Path(__file__).resolve().parents[2] / "shared")
DATA = SHARED / "data" / "planning"
JUDGE = SHARED / "bench" / "check_plan.py"
OURS = [str(Path(sys.executable).with_name("repatria")), "plan"]
PLAIN = [sys.executable, "-m", "benchmarks.plain_planning"]


@dataclass(frozen=True, slots=True)
class Run:
    seconds: float
    megabytes: float
    accepted: bool


def run() -> list[Figure]:
    if not DATA.is_dir():
        skip_aloud(f"{DATA} is not there: the planning instances were left out")
        return [brute_force()]
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan.json"
        return [
            accepted(plan),
            *beside_plain("d-two-50000", "50,000 x 50,000", "at least 4x, at most 6 s, 400 MB", plan),
            with_reasons("d-two-50000", plan),
            *beside_plain("d-hard-50000", "the same with site limits", "at least 5x", plan),
            *beside_plain("d-party7-2000", "7 parties x 2,000", "not slower", plan),
            conflicts(),
            counterfactuals_and_fronts(),
            brute_force(),
            threads(plan),
        ]


def instances(*patterns: str) -> list[Path]:
    found = [path for pattern in patterns for path in sorted(DATA.glob(pattern)) if ".key." not in path.name]
    return [path for path in found if "staged" not in path.name]


def key_of(path: Path) -> Path:
    return path.with_name(path.name.partition(".")[0] + ".key.json")


def measured(command: list[str], instance: Path, plan: Path) -> Run:
    """Run a whole process and let the judge compare its plan with the key."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    judged = [sys.executable, str(JUDGE), str(instance), str(plan), "--key", str(key_of(instance)), "--quiet"]
    accepted = status == 0 and subprocess.run(judged, stdout=subprocess.DEVNULL).returncode == 0
    return Run(seconds, usage.ru_maxrss / 1024, accepted)


def ours(instance: Path, plan: Path, *more: str) -> Run:
    return measured([*OURS, str(instance), "--out", str(plan), *more], instance, plan)


def accepted(plan: Path) -> Figure:
    paths = instances("d-two*", "d-hard*", "d-party7*", "d-infeasible*")
    good = sum(ours(path, plan).accepted for path in paths)
    return Figure("selection instances accepted, equal to the key", f"{good} of {len(paths)}", "all")


def beside_plain(name: str, what: str, goal: str, plan: Path) -> list[Figure]:
    path = instances(f"{name}.json*")[0]
    mine, peer = ours(path, plan), measured([*PLAIN, str(path), str(plan)], path, plan)
    note = f"plain HiGHS {peer.seconds:.1f} s, {peer.megabytes:.0f} MB" + (
        "" if peer.accepted else " (not accepted)"
    )
    value = f"{mine.seconds:.2f} s, {mine.megabytes:.0f} MB, {peer.seconds / mine.seconds:.1f}x"
    return [Figure(f"{what}: file to checked plan", value if mine.accepted else "NOT ACCEPTED", goal, note)]


def with_reasons(name: str, plan: Path) -> Figure:
    path = instances(f"{name}.json*")[0]
    mine = ours(path, plan, "--why")
    value = f"{mine.seconds:.2f} s, {mine.megabytes:.0f} MB" if mine.accepted else "NOT ACCEPTED"
    return Figure("the same with a reason for each of 100,000", value, "at most 15 s")


def conflicts() -> Figure:
    right, slowest, paths = 0, 0.0, instances("d-infeasible*")
    for path in paths:
        with stopwatch() as clock:
            plan = solve(load_document(path))
        want = json.loads(key_of(path).read_text())["conflicts"]
        found = sorted(sorted(one["terms"]) for one in plan.extra["conflicts"])
        right += found == sorted(map(sorted, want))
        slowest = max(slowest, clock.seconds)
    value = f"{right} of {len(paths)}, slowest {slowest:.2f} s"
    return Figure("conflicting terms: all minimal sets of the key", value, "each at most 2 s")


def counterfactuals_and_fronts() -> Figure:
    right = asked = fronts = whole = 0
    with stopwatch() as clock:
        for path in instances("d-two-100*", "d-party7-24*", "d-party7-200.*"):
            key = json.loads(key_of(path).read_text())
            wanted = key.get("counterfactuals", [])
            plan = solve(
                load_document(path), Wishes(counterfactuals=[c["id"] for c in wanted], pareto="pareto" in key)
            )
            answers = {(c.id, c.go): c.objective for c in plan.counterfactuals or ()}
            for one in wanted:
                objective = None if one["objective"] is None else tuple(one["objective"])
                right += answers.get((one["id"], one["go"]), plan.objective) == objective
                asked += 1
            if "pareto" in key:
                fronts += 1
                whole += sorted(list(p.net.values()) for p in plan.pareto or ()) == sorted(key["pareto"])
    value = f"{right} of {asked}; {whole} of {fronts} fronts; {clock.seconds:.0f} s"
    return Figure("counterfactuals and Pareto fronts of the keys", value, "all right")


def brute_force(number: int = 1000) -> Figure:
    from tests.planning.worlds import best_by_enumeration, random_world

    right = 0
    for seed in range(10_000, 10_000 + number):
        instance = parse_instance(random_world(seed))
        best, outcome = best_by_enumeration(instance), select(instance, Checker(instance))
        right += (None if outcome.go is None else outcome.objective) == best
    return Figure("random instances against every subset", f"{right} of {number}", "all")


def threads(plan: Path) -> Figure:
    path = instances("d-two-100-1.json")[0]
    written = set()
    for number in ("1", "2", "4"):
        ours(path, plan, "--threads", number, "--why", "--term-costs", "--alternatives", "2")
        written.add(plan.read_bytes())
    return Figure("different plans for 1, 2 and 4 threads", str(len(written)), "1")
