"""Fifty people at once for two minutes: what a page and a saved form take, and whether anything fails.

The site runs as `repatria serve` runs it, with its worker and its keeper, on SQLite in a folder of its own; with
``python -m tests.postgresql python -m benchmarks site_users`` on PostgreSQL, behind the second wall. Each has
a session of his own, looks at a page for three seconds, and does what his role does: about one click in six saves
something. ``REPATRIA_BENCH_SECONDS`` sets how long.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlencode

from benchmarks.figures import Figure
from benchmarks.site_users_acts import clicks

PROGRAM = Path(sys.executable).with_name("repatria")
PORT = int(os.environ.get("REPATRIA_BENCH_PORT", "8471"))
SECONDS = float(os.environ.get("REPATRIA_BENCH_SECONDS", "120"))
MOST_CLICKS = 20_000  # of all together, whatever happens
THINKS = (1.0, 5.0)
TOKEN = "k" * 32  # Django takes any secret of this length that comes twice, as cookie and as header
GOALS = {"reads": "p95 under 500 ms", "writes": "p95 under 1,000 ms"}


@dataclass
class Told:
    """What all clicks together have told: seconds by kind and address, and what failed."""

    times: dict[tuple[str, str], list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, kind: str, name: str, seconds: float, error: str) -> None:
        """Note one click."""
        with self.lock:
            self.times[kind, name].append(seconds)
            if error:
                self.errors[f"{name}: {error}"] += 1

    @property
    def clicks(self) -> int:
        """How many there were."""
        return sum(map(len, self.times.values()))


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        everybody = _filled(folder)
        before = _processor()
        with _served(folder):
            told, took = _work(everybody)
    return [*_figures(told, took, len(everybody)), _spent(_processor() - before, told.clicks)]


def _processor() -> float:
    """Seconds of the processor that programs started here, and theirs, have taken until they ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _spent(seconds: float, clicks: int) -> Figure:
    value = f"{seconds:.0f} s, {seconds / max(1, clicks) * 1000:.0f} ms a click"
    return Figure("processor of the site", value, "", "its start included")


def _environment(folder: str) -> dict[str, str]:
    environment = {**os.environ, "REPATRIA_DATA": folder, "REPATRIA_URL": f"http://localhost:{PORT}"}
    environment.pop("DATABASE_URL", None)
    if address := os.environ.get("TEST_DATABASE_URL"):
        environment["DATABASE_URL"] = address
    return environment


def _filled(folder: str) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "benchmarks.site_users_world", folder, str(PORT)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=_environment(folder))
    everybody: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return everybody


@contextmanager
def _served(folder: str) -> Iterator[None]:
    log = Path(folder, "serve.log")
    with log.open("wb") as out:
        command = [str(PROGRAM), "serve", "--port", str(PORT)]
        server = subprocess.Popen(command, env=_environment(folder), stdout=out, stderr=out)
        try:
            _wait()
            yield
        finally:
            server.terminate()
            server.wait(30)
            print(_complaints(log), file=sys.stderr)


def _complaints(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines()
    return "\n".join(line for line in lines if "Error" in line or "ERROR" in line or "WARNING" in line)[:4_000]


def _wait() -> None:
    for _try in range(240):
        if _ask("GET", "/robots.txt", "", None)[0] == 200:
            return
        time.sleep(0.5)
    sys.exit("the site does not answer")


def _work(everybody: list[dict[str, Any]]) -> tuple[Told, float]:
    told, began = Told(), time.perf_counter()
    threads = [
        threading.Thread(target=_person, args=(one, told, began + SECONDS, seed))
        for seed, one in enumerate(everybody)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told, time.perf_counter() - began


def _person(who: dict[str, Any], told: Told, ends: float, seed: int) -> None:
    """Click, wait, think, until the time is over."""
    random = Random(seed)
    time.sleep(random.uniform(0, THINKS[1]))
    for name, address, form in clicks(who, random):
        if time.perf_counter() > ends or told.clicks >= MOST_CLICKS:
            return
        began = time.perf_counter()
        status, error = _ask("POST" if form is not None else "GET", address, who["session"], form)
        seconds = time.perf_counter() - began
        told.note(_kind(name, form), name, seconds, error or _wrong(status))
        time.sleep(random.uniform(*THINKS))


def _kind(name: str, form: Any) -> str:
    return "reads" if form is None or name.startswith("search") else "writes"


def _wrong(status: int) -> str:
    return "" if status < 400 else str(status)


def _ask(method: str, address: str, session: str, form: dict[str, Any] | None) -> tuple[int, str]:
    """Ask for one page, as a browser without a kept connection would. Gives (status, what failed)."""
    headers = {"Host": "localhost", "Cookie": f"session={session}; csrf={TOKEN}" if session else f"csrf={TOKEN}"}
    if form is not None:
        headers |= {"X-CSRFToken": TOKEN, "Content-Type": "application/x-www-form-urlencoded"}
    connection = HTTPConnection("127.0.0.1", PORT, timeout=60)
    try:
        connection.request(method, address, urlencode(form) if form is not None else None, headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status, ""
    except OSError as error:
        return 0, type(error).__name__
    finally:
        connection.close()


def _figures(told: Told, took: float, people: int) -> Iterator[Figure]:
    rate = f"{told.clicks / took:.0f} a second"
    yield Figure("clicks", f"{told.clicks:,} in {took:.0f} s", "", f"{people} people, {rate}")
    for kind, goal in GOALS.items():
        times = [one for (of, _name), some in told.times.items() if of == kind for one in some]
        yield Figure(f"{kind}: {len(times):,}", _shown(times), goal, "")
    failed = ", ".join(f"{what} ({n})" for what, n in told.errors.most_common(8))
    yield Figure("errors", f"{told.errors.total()}", "0", failed)
    slowest = sorted(told.times.items(), key=lambda one: -_p95(one[1]))[:8]
    for (_kind, name), times in slowest:
        yield Figure(f"among the slowest: {name}", _shown(times), "", f"{len(times)} clicks")


def _shown(times: list[float]) -> str:
    return f"median {median(times) * 1000:.0f} ms, p95 {_p95(times) * 1000:.0f} ms" if times else "none"


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
