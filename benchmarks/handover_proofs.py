"""The promises of handover day that are kept or broken, not fast or slow: counted one by one."""

import random
import subprocess
import sys
import tempfile
from pathlib import Path
from time import process_time

from benchmarks.figures import Figure, skip_aloud
from tests.handover.cast import manifest
from tests.handover.little_world import ACTS, LINES, World, other_orders, problems, result, two_hubs
from tests.hub.killing import kill_rounds
from tests.hub.tablets import CHROMIUM

DAYS, KILLS = 10_000, 200
IN_A_BROWSER = ("outages", "wrong_pins", "disagree", "not_on_the_list", "second_window")


def random_days(number: int = DAYS) -> Figure:
    """Live random days; count those with one and the same result in every order, nobody twice, nobody lost."""
    began = process_time()
    good = sum(_comes_out(seed) for seed in range(number))
    note = (
        f"4 tablets, 2 hubs that meet, restarts, loss, repeats, clocks ±48 h, all three rules for who falls away; "
        f"{(process_time() - began) / number * 1000:.1f} ms of processor a day"
    )
    return Figure("handover: random days with one result for every order", f"{good:,} of {number:,}", "all", note)


def _comes_out(seed: int) -> bool:
    chance = random.Random(seed)
    acts = [
        (chance.randrange(len(ACTS)), chance.randrange(4), chance.randrange(LINES))
        for _ in range(chance.randint(15, 60))
    ]
    world = World(seed).live(acts)
    told = result(world.hub.ledger)
    others = (*other_orders(world, 2), two_hubs(world))
    return not problems(world) and all(result(other) == told for other in others)


def killed(rounds: int = KILLS) -> Figure:
    """Kill a hub at work, again and again; count acknowledged check-ins that are not there afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        acknowledged, missing = kill_rounds(Path(folder, "hub"), manifest(), rounds, seed=3)
    note = f"{acknowledged:,} acknowledged"
    return Figure(f"handover: check-ins lost by {rounds} times kill -9", str(len(missing)), "0", note)


def in_a_browser() -> Figure | None:
    """Run the journeys of real tablets: outages, a dead battery, an ended enrolment, wrong PINs, the bare disk."""
    if CHROMIUM is None:
        skip_aloud("no Chromium: the journeys of real tablets were not run")
        return None
    chosen = " or ".join(IN_A_BROWSER)
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--no-header", "-k", chosen, "tests/hub/test_tablets.py"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    last = next((line for line in told.stdout.splitlines() if "%]" in line), "")
    passed, failed = last.count("."), last.count("F") + last.count("E")
    note = "network cut, reload, battery, hub killed, enrolment ended, PIN wrong 5 times, disk searched"
    return Figure(
        "handover: journeys of real tablets, queue whole and sent once",
        f"{passed} of {passed + failed}",
        "all",
        note,
    )
