"""Requests that leave at fixed moments, whatever the answers do: a site that falls behind shows it in the times."""

import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from statistics import median, quantiles
from urllib.parse import urlencode

from benchmarks.figures import Figure

THREADS = 64
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and how long after the moment it was due; status 0: nothing."""

    status: int
    seconds: float
    text: str = ""


class Visitor:
    """A browser with an address of its own (of the loopback network) and the cookie that forms need."""

    def __init__(self, port: int, number: int) -> None:
        self._port, self._address = port, f"127.0.{1 + number // 250}.{2 + number % 250}"
        self._token = ""

    def get(self, path: str) -> Answer:
        """Ask for a page; keep its cookie."""
        return self._ask("GET", path)

    def send(self, path: str, **fields: str) -> Answer:
        """Send a form."""
        return self._ask("POST", path, urlencode({**fields, "csrfmiddlewaretoken": self._token}))

    def _ask(self, method: str, path: str, body: str | None = None) -> Answer:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=60, source_address=(self._address, 0))
        headers = {"Host": f"localhost:{self._port}", "Cookie": f"csrf={self._token}", "Content-Type": FORM}
        start = time.perf_counter()
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
        except OSError:
            return Answer(0, 0.0)
        finally:
            connection.close()
        for cookie in SimpleCookie(answer.headers.get("Set-Cookie", "")).values():
            self._token = cookie.value
        return Answer(answer.status, time.perf_counter() - start, text)


def at_a_pace(requests: Iterable[Callable[[], Answer]], a_second: float) -> list[Answer]:
    """Let each request leave at its moment; `seconds` of an answer count from then."""
    start = time.perf_counter() + 0.5

    def one(numbered: tuple[int, Callable[[], Answer]]) -> Answer:
        due = start + numbered[0] / a_second
        time.sleep(max(0.0, due - time.perf_counter()))
        found = numbered[1]()
        return Answer(found.status, time.perf_counter() - due, found.text)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(one, enumerate(requests)))


def figure(name: str, answers: list[Answer], a_second: float, goal: str = "0 lost") -> Figure:
    """Say how long the answers took and which they were."""
    times = [one.seconds * 1000 for one in answers if one.status]
    said = ", ".join(
        f"{n} × {status or 'lost'}" for status, n in sorted(Counter(a.status for a in answers).items())
    )
    value = f"p50 {median(times):.0f} ms, p95 {quantiles(times, n=20)[18]:.0f} ms; {said}"
    return Figure(
        f"{name} at {a_second:g} requests/s", value, goal, f"{len(answers)} requests, from when each was due"
    )
