"""Days for everybody: our timetables beside the plain model by types and days, solved by HiGHS as it is."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.figures import Figure, skip_aloud

SHARED = Path(os.environ.get("REPATRIA_SHARED") or Path(__file__).resolve().parents[2] / "shared")
DATA = SHARED / "data" / "planning"
JUDGE = SHARED / "bench" / "check_plan.py"
PLAIN_SECONDS = 120
GOALS = {"d-staging-5000": "at least 5x", "d-staging-50000": "at most 8 s, proven"}


@dataclass(frozen=True, slots=True)
class Run:
    seconds: float
    cpu: float  # seconds of processor time: what remains comparable on a busy machine
    megabytes: float
    ended: bool


def run() -> list[Figure]:
    if not DATA.is_dir():
        skip_aloud(f"{DATA} is not there: the staging instances were left out")
        return []
    return [staged(name) for name in ("d-staging-100", "d-staging-5000", "d-staging-50000", "d-two-100-staged")]


def staged(name: str) -> Figure:
    (instance,) = DATA.glob(f"{name}.json*")
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan.json"
        ours = measured("ours", instance, plan)
        key = DATA / f"{name}.key.json"
        judge = [sys.executable, str(JUDGE), str(instance), str(plan), "--key", str(key), "--quiet"]
        accepted = ours.ended and subprocess.run(judge, stdout=subprocess.DEVNULL).returncode == 0
        proven = accepted and json.loads(plan.read_text())["status"] == "optimal"
        value = f"{ours.seconds:.2f} s ({ours.cpu:.2f} s of processor time), {ours.megabytes:.0f} MB"
        value += ", proven" if proven else ", NOT ACCEPTED"
        if name.endswith("staged"):
            return Figure(name, value, "the key's 13 values")
        plain = measured("plain", instance, plan)
    ratio = f"{'' if plain.ended else 'more than '}{plain.seconds / ours.seconds:.1f}x"
    note = f"plain HiGHS {f'{plain.seconds:.2f} s' if plain.ended else f'stopped at {PLAIN_SECONDS} s'}"
    return Figure(name, f"{value}; {ratio}", GOALS.get(name, "accepted"), f"{note}, {plain.megabytes:.0f} MB")


def measured(who: str, instance: Path, plan: Path) -> Run:
    command = [sys.executable, "-m", "benchmarks.planning_staging", who, str(instance), str(plan)]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(process.pid, 0)
    cpu = usage.ru_utime + usage.ru_stime
    return Run(time.perf_counter() - start, cpu, usage.ru_maxrss / 1024, status == 0)


def solve_ours(instance: Path, plan: Path) -> None:
    from repatria.planning.instance import read_instance
    from repatria.planning.staging import solve_staging

    plan.write_bytes(solve_staging(read_instance(instance)).packed())


def solve_plain(file: Path, _plan: Path) -> None:
    """Exact at once, groups and all: S1, then S2 with S1 fixed. Ends with an error if the time is over."""
    import highspy

    from repatria.planning.instance import read_instance
    from repatria.planning.milp import highs
    from repatria.planning.staging.timetable import Timetable, with_groups
    from repatria.planning.staging.travellers import Travellers

    instance = read_instance(file)
    travellers = Travellers.of(instance, np.flatnonzero(instance.captives.eligible))
    timetable = Timetable(travellers, with_groups(travellers, travellers.groups))
    milp, s1_row = timetable.program()
    until = time.perf_counter() + PLAIN_SECONDS
    for days in (timetable.s1, timetable.s2):
        cost = timetable.cost(days, milp.columns)
        engine = highs(milp, cost, "min")
        engine.setOptionValue("time_limit", max(0.1, until - time.perf_counter()))
        engine.run()
        if engine.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            sys.exit("no end")
        value = round(engine.getObjectiveValue())
        milp.row_lower[s1_row] = milp.row_upper[s1_row] = value


if __name__ == "__main__":
    {"ours": solve_ours, "plain": solve_plain}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
