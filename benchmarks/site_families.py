"""The families' pages under 100 requests a second, and whether time tells a receipt given out from a guess.

The site runs as it is served (``repatria serve``, two processes). Requests leave at fixed moments, whatever the
answers do: a site that falls behind shows it in the time an answer takes.
"""

import json
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles

from benchmarks.figures import Figure
from benchmarks.site_public import PORT, _environment, _served

A_SECOND, SECONDS, THREADS = 100, 10, 64
PAGES = {
    "families' first page": "/uk/families/",
    "the form": "/ar/families/request/",
    "check a notice": "/families/notice/",
}
LOOKUPS = 300


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder)):
        figures = [_under_load(name, path) for name, path in PAGES.items()]
        script = [sys.executable, "-m", "benchmarks.site_families"]
        done = subprocess.run(script, env=_environment(Path(folder)), check=True, capture_output=True, text=True)
    found = json.loads(done.stdout.splitlines()[-1])
    figures.append(
        Figure(
            "a receipt looked up: given out / a guess (medians)",
            f"{found['known']:.2f} ms / {found['unknown']:.2f} ms",
            "the same",
            f"{LOOKUPS} of each; half of the differences {found['low']:+.2f} to {found['high']:+.2f} ms",
        )
    )
    return figures


def _under_load(name: str, path: str) -> Figure:
    start = time.perf_counter() + 0.2
    moments = [start + number / A_SECOND for number in range(A_SECOND * SECONDS)]
    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(lambda moment: _at(moment, path), moments))
    times = [seconds for status, seconds in answers if status == 200]
    lost = len(answers) - len(times)
    p95 = quantiles(times, n=20)[18] * 1000 if len(times) > 20 else float("nan")
    value = f"p50 {median(times) * 1000:.0f} ms, p95 {p95:.0f} ms, {lost} lost"
    return Figure(
        f"{name} at {A_SECOND} requests/s",
        value,
        "0 lost",
        f"{len(answers)} requests, times from when each was due",
    )


def _at(moment: float, path: str) -> tuple[int, float]:
    time.sleep(max(0.0, moment - time.perf_counter()))
    try:
        connection = HTTPConnection("127.0.0.1", PORT, timeout=30)
        connection.request("GET", path, headers={"Host": f"localhost:{PORT}"})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status, time.perf_counter() - moment
    except OSError:
        return 0, 0.0


def _measure() -> dict[str, float]:
    """Look receipts up in turn: one that was given out, one that was not."""
    import os

    os.environ["DJANGO_SETTINGS_MODULE"] = "repatria.web.settings"
    import django

    django.setup()
    from repatria.web.families import reading, receipts, sending

    contents = {"sought": {"full_name_native": "Nobody Invented"}}
    for number in range(200):
        sending.send(contents, "case_workers", f"{number:032x}")
    pairs = [
        (
            _timed(reading.told, receipts.receipt_for(f"{n % 200:032x}")),
            _timed(reading.told, receipts.receipt_for(f"no{n}")),
        )
        for n in range(LOOKUPS)
    ]
    low, _middle, high = quantiles([known - unknown for known, unknown in pairs], n=4)
    return {
        "known": median(known for known, _unknown in pairs),
        "unknown": median(unknown for _known, unknown in pairs),
        "low": low, "high": high,
    }  # fmt: skip


def _timed(look, receipt: str) -> float:  # type: ignore[no-untyped-def]
    start = time.perf_counter()
    look(receipt)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    print(json.dumps(_measure()))
