"""Public pages a second on this machine: beside a bare Django view, and beside the exported files.

The site runs as it is served (``repatria serve``, two processes); a bounded number of requests comes over loopback
from threads. A page's weight is what a first visit loads.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import quantiles

from benchmarks.figures import Figure

PROGRAM = Path(sys.executable).with_name("repatria")
PORT, REQUESTS, AT_ONCE = 8461, 400, 8
PAGES = {
    "the newest exchange": "/", "one exchange": "/exchanges/ru-ua-2026-02-05/", "the history": "/history/",
    "families": "/families/",
}  # fmt: skip


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder)):
        bare = _rate(PORT, "/robots.txt")
        figures = [Figure("a page that asks nothing (robots.txt)", f"{bare[0]:.0f}/s, p95 {bare[1]:.0f} ms")]
        for name, path in PAGES.items():
            rate, p95 = _rate(PORT, path)
            weight = _weight(path)
            figures.append(
                Figure(
                    f"{name}, live",
                    f"{rate:.0f}/s, p95 {p95:.0f} ms",
                    "",
                    f"{weight / 1000:.0f} kB with its styles",
                )
            )
        figures += _exported(Path(folder))
    return figures


def _exported(folder: Path) -> Iterator[Figure]:
    target = folder / "public"
    began = time.perf_counter()
    subprocess.run([str(PROGRAM), "public", "export", str(target)], check=True,
                   env=_environment(folder), capture_output=True)  # fmt: skip
    files = sum(1 for file in target.rglob("*") if file.is_file())
    yield Figure("public export", f"{files} files in {time.perf_counter() - began:.0f} s")
    handler: Callable[..., SimpleHTTPRequestHandler] = partial(_Quiet, directory=str(target))
    server = ThreadingHTTPServer(("127.0.0.1", PORT + 1), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    rate, p95 = _rate(PORT + 1, "/exchanges/ru-ua-2026-02-05/index.html")
    server.shutdown()
    yield Figure("one exchange, from the exported files (Python's own server)", f"{rate:.0f}/s, p95 {p95:.0f} ms")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "REPATRIA_DATA": str(folder / "data"), "REPATRIA_URL": f"http://localhost:{PORT}"}


@contextmanager
def _served(folder: Path) -> Iterator[None]:
    command = [str(PROGRAM), "serve", "--port", str(PORT)]
    server = subprocess.Popen(
        command, env=_environment(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _try in range(240):
            try:
                _get(PORT, "/robots.txt")
                break
            except OSError:
                time.sleep(0.5)
        yield
    finally:
        server.terminate()
        server.wait(60)  # requests that are under way are answered first


def _get(port: int, path: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path, headers={"Host": "localhost", "Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise OSError(f"{path} answers {answer.status}")
        return len(body)
    finally:
        connection.close()


def _rate(port: int, path: str) -> tuple[float, float]:
    """Give requests a second and the 95th percentile in milliseconds."""
    times: list[float] = []

    def one(_number: int) -> None:
        began = time.perf_counter()
        _get(port, path)
        times.append((time.perf_counter() - began) * 1000)

    _get(port, path)
    began = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(one, range(REQUESTS)))
    return REQUESTS / (time.perf_counter() - began), quantiles(times, n=20)[-1]


def _weight(path: str) -> int:
    styles = ("/static/web/site.css", "/static/web/public.css", "/static/web/icon.svg", "/history/timeline.css")
    return sum(_get(PORT, one) for one in (path, *styles))
