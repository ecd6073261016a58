"""Handover day at full size: 1,000 persons, 8 tablets, one hub over HTTPS, every acknowledgement on the disk."""

import http.client
import os
import random
import signal
import tempfile
from pathlib import Path
from time import sleep

from playwright.sync_api import sync_playwright

from benchmarks.figures import Figure, skip_aloud, stopwatch
from benchmarks.handover_proofs import in_a_browser, killed, random_days
from repatria.handover import Kind, Ledger, Manifest, Role, board, reconcile
from repatria.hub.store import Store
from tests.handover.cast import Tablet, line, manifest
from tests.hub.killing import Speaker, fork_hub, prepared
from tests.hub.tablets import CHROMIUM, Browser, RunningHub, free_ports

PERSONS, TABLETS, QUEUED = 1000, 8, 1000
EACH = 250  # check-ins of each tablet, as fast as it can and paced like people
PAUSE = 0.4  # seconds between two persons at one tablet
BUNDLE = 500  # what the tablets' page sends at once


def run() -> list[Figure]:
    of = _manifest()
    figures: list[Figure | None] = [random_days(), killed(), in_a_browser()]
    for what, pause in (("as fast as they can", 0.0), ("one person every 0.4 s each", PAUSE)):
        with tempfile.TemporaryDirectory() as folder:
            figures += _acknowledged(Path(folder, "hub"), of, what, pause)
    with tempfile.TemporaryDirectory() as folder:
        figures += _queued(Path(folder, "hub"), of)
    figures.append(_in_a_browser(of))
    figures.append(_counted(of))
    return [one for one in figures if one is not None]


def _manifest() -> Manifest:
    half = PERSONS // 2
    return manifest(
        lines=tuple(
            line(n, "NTH" if n <= half else "STH", names=(f"Person {n}",), bus="", seat=0)
            for n in range(1, PERSONS + 1)
        ),
        reserve=(),
    )


class _Paced(Speaker):
    """A tablet with somebody at it: one check-in, then a pause."""

    pause = 0.0

    def run(self) -> None:
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=60, context=self.context)
        for _ in range(EACH):
            event = self.tablet.says(Kind.RECEIVED, self.tablet.manifest.lines[self.chance.randrange(PERSONS)].code)
            self.send(connection, [event.document()])
            sleep(self.pause and self.chance.uniform(0.5, 1.5) * self.pause)


def _acknowledged(folder: Path, of: Manifest, what: str, pause: float) -> list[Figure]:
    tablets = prepared(folder, of, TABLETS)
    ports = free_ports()
    pid = fork_hub(folder, (ports[0], ports[1]))
    try:
        speakers = [_Paced(tablet, token, folder, ports[0], n) for n, (tablet, token) in enumerate(tablets)]
        for one in speakers:
            one.pause = pause
        _all(speakers)
    finally:
        cpu = _end(pid)
    waits = sorted(wait for one in speakers for wait in one.waits)
    at = [waits[int(len(waits) * share)] * 1000 for share in (0.5, 0.95, 0.99)]
    name = f"handover: a check-in acknowledged, p95, {TABLETS} tablets, {what}"
    note = (
        f"p50 {at[0]:.0f} ms, p99 {at[2]:.0f} ms, n={len(waits)}; {cpu / len(waits) * 1000:.1f} ms of the hub's "
        f"processor each; load of the machine {os.getloadavg()[0]:.0f}"
    )
    return [Figure(name, f"{at[1]:.0f} ms", "< 200 ms", note)]


def _queued(folder: Path, of: Manifest) -> list[Figure]:
    tablets = prepared(folder, of, TABLETS)
    ports = free_ports()
    pid = fork_hub(folder, (ports[0], ports[1]))
    try:
        speakers = [_Full(tablet, token, folder, ports[0], n) for n, (tablet, token) in enumerate(tablets)]
        with stopwatch() as one:
            _all(speakers[:1])
        with stopwatch() as rest:
            _all(speakers[1:])
    finally:
        _end(pid)
    return [
        Figure(f"handover: sync of {QUEUED:,} queued items", f"{one.seconds:.2f} s", "< 5 s", "one tablet"),
        Figure(
            f"handover: sync of {QUEUED:,} queued items each", f"{rest.seconds:.2f} s", "", f"{TABLETS - 1} at once"
        ),
    ]


class _Full(Speaker):
    """A tablet that was away all day."""

    def __init__(self, tablet: Tablet, token: str, folder: Path, port: int, seed: int) -> None:
        super().__init__(tablet, token, folder, port, seed)
        chance = random.Random(seed)
        for _ in range(QUEUED):
            tablet.says(Kind.RECEIVED, tablet.manifest.lines[chance.randrange(PERSONS)].code)
        self.made = [event.document() for event in tablet.made]

    def run(self) -> None:
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=60, context=self.context)
        for start in range(0, QUEUED, BUNDLE):
            self.send(connection, self.made[start : start + BUNDLE])
        assert len(self.acknowledged) == QUEUED


_FILL = """async (n) => {
  const { say, state } = await import("/app.js");
  for (let at = 0; at < n; at += 1) await say("received", { subject: state.pack.lines[at % state.pack.lines.length].code });
}"""  # noqa: E501


def _in_a_browser(of: Manifest) -> Figure | None:
    if CHROMIUM is None:
        skip_aloud("no Chromium: the sync of a real tablet was not measured")
        return None
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        hub = RunningHub(Path(folder, "hub"), of)
        table = Browser(playwright, hub, Path(folder, "table"))
        table.enrol(hub.table_code)
        iris = Browser(playwright, hub, Path(folder, "iris"))
        iris.enrol(table.code_for("icrc"))
        table.close()
        iris.context.set_offline(True)
        iris.page.evaluate(_FILL, QUEUED)
        assert str(QUEUED) in iris.status()
        iris.context.set_offline(False)
        with stopwatch() as clock:
            iris.page.wait_for_selector("#status.sent", timeout=60_000)
        iris.close()
        hub.kill()
        store = Store(hub.folder)
        assert len(store.rows()) == QUEUED
        store.close()
    note = "Chromium, encrypted queue; its wait of up to 3 s for the next try is in it"
    return Figure(f"handover: sync of {QUEUED:,} queued items, real page", f"{clock.seconds:.2f} s", "< 5 s", note)


def _counted(of: Manifest) -> Figure:
    events = []
    for n in range(3):
        tablet = Tablet(f"iris{n:04d}", Role.RECEIVER if n == 2 else Role.ICRC, "STH" if n == 2 else "", of)
        lines = of.lines[: PERSONS // 2] if n == 2 else of.lines
        events += [tablet.says(Kind.RECEIVED, one.code) for one in lines]
    with stopwatch() as clock:
        ledger = Ledger(of, events)
        board(ledger)
        reconcile(ledger)
    note = f"{PERSONS:,} persons, {len(events):,} check-ins, from nothing"
    return Figure("handover: ledger, board, reconciliation", f"{clock.seconds * 1000:.0f} ms", "", note)


def _all(speakers: list[Speaker]) -> None:
    for one in speakers:
        one.start()
    for one in speakers:
        one.join()


def _end(pid: int) -> float:
    """Kill the hub; give the seconds of processor time it took."""
    os.kill(pid, signal.SIGKILL)
    _pid, _status, used = os.wait4(pid, 0)
    return used.ru_utime + used.ru_stime
