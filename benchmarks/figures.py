"""A measured figure, beside its goal and its peer."""

import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the benchmark's report."""

    name: str
    value: str
    goal: str = ""
    note: str = ""


@dataclass(slots=True)
class Clock:
    """Seconds of wall time spent inside a ``with stopwatch()`` block."""

    seconds: float = field(default=0.0)


@contextmanager
def stopwatch() -> Iterator[Clock]:
    clock, start = Clock(), time.perf_counter()
    try:
        yield clock
    finally:
        clock.seconds = time.perf_counter() - start


def peak_megabytes() -> float:
    """Largest resident size of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def skip_aloud(why: str) -> None:
    print(f"LEFT OUT: {why}", file=sys.stderr)
