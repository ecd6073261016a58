"""The demo as a whole process: a newcomer's first minute."""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.figures import Figure, stopwatch

SIZES = (4000, 20_000)


def run() -> list[Figure]:
    return [_run(people) for people in SIZES]


def _run(people: int) -> Figure:
    with tempfile.TemporaryDirectory() as folder, stopwatch() as clock:
        subprocess.run(
            [Path(sys.executable).with_name("repatria"), "demo", "--no-serve", "--people", str(people)],
            env={**os.environ, "REPATRIA_DATA": str(Path(folder, "data"))},
            check=True,
            stdout=subprocess.DEVNULL,
        )
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    goal = "under 60 s" if people == SIZES[0] else ""
    return Figure(f"demo, {people:,} people", f"{clock.seconds:.1f} s, {megabytes:.0f} MB", goal, "whole process")
