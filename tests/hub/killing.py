"""The hub dies by kill -9 while tablets speak to it. What it has acknowledged must be there.

A child process is forked that is the real hub: certificates, HTTPS, one file. Tablets are threads that send
check-ins one by one and in bundles, as fast as they can, and note what was acknowledged.
"""

import http.client
import json
import os
import random
import select
import signal
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from repatria.handover import Kind, Manifest, Role
from repatria.hub.authority import Files
from repatria.hub.devices import Devices
from repatria.hub.serve import now, serve
from repatria.hub.store import Store
from tests.handover.cast import Tablet
from tests.hub.tablets import free_ports

TABLETS = 4


def fork_hub(folder: Path, ports: tuple[int, int]) -> int:
    """Start a hub and give its pid once it listens."""
    ready_out, ready_in = os.pipe()
    pid = os.fork()
    if pid == 0:
        with suppress(BaseException):
            serve(folder, None, lambda _shown: os.write(ready_in, b"!"), ["127.0.0.1"], ports)
        os._exit(1)
    os.close(ready_in)
    ready, _w, _x = select.select([ready_out], [], [], 30)
    assert ready, "the hub did not start"
    os.close(ready_out)
    return pid


class Speaker(threading.Thread):
    """A tablet that sends until the hub is gone."""

    def __init__(self, tablet: Tablet, token: str, folder: Path, port: int, seed: int) -> None:
        super().__init__(daemon=True)
        self.tablet, self.token, self.port = tablet, token, port
        self.context = ssl.create_default_context(cafile=str(Files(folder).authority))
        self.chance = random.Random(seed)
        self.acknowledged: list[str] = []
        self.waits: list[float] = []
        self.after = 0
        self.stop = threading.Event()

    def run(self) -> None:
        with suppress(OSError, http.client.HTTPException, ValueError):
            connection = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=10, context=self.context)
            for bundle in self.bundles():
                if self.stop.is_set():
                    return
                self.send(connection, bundle)

    def bundles(self) -> Iterator[list[dict[str, object]]]:
        while True:
            size = self.chance.choice((1, 1, 1, 30))
            yield [self.tablet.says(Kind.PRESENT, self.chance.randint(1, 6)).document() for _ in range(size)]

    def send(
        self, connection: http.client.HTTPSConnection, bundle: list[dict[str, object]], after: int = 0
    ) -> None:
        body = json.dumps({"events": bundle, "made": len(self.tablet.made), "after": after})
        head = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        began = time.monotonic()
        connection.request("POST", "/api/sync", body, head)
        answer = connection.getresponse()
        document = json.loads(answer.read())
        assert answer.status == 200, document
        self.waits.append(time.monotonic() - began)
        self.after = document["heard"][-1][0] if document["heard"] else self.after
        self.acknowledged += [f"{self.tablet.device}/{sequence}" for sequence in document["kept"]]


def prepared(folder: Path, manifest: Manifest, number: int = TABLETS) -> list[tuple[Tablet, str]]:
    """A hub that has let some tablets of the ICRC in."""
    store = Store(folder)
    store.put_manifest(manifest, now())
    devices = Devices(store, manifest)
    found = []
    for n in range(number):
        tablet = Tablet(f"iris{n:04d}", Role.ICRC, of=manifest)
        code = devices.new_code(Role.ICRC, "", now())
        found.append((tablet, devices.let_in(code, tablet.device, now())[1]))
    store.close()
    return found


def kill_rounds(folder: Path, manifest: Manifest, rounds: int, seed: int) -> tuple[int, list[str]]:
    """Kill one hub `rounds` times; give how many check-ins were acknowledged, and those that are missing."""
    chance = random.Random(seed)
    tablets = prepared(folder, manifest)
    acknowledged: set[str] = set()
    missing: list[str] = []
    for number in range(rounds):
        ports = free_ports()
        pid = fork_hub(folder, (ports[0], ports[1]))
        speakers = [Speaker(tablet, token, folder, ports[0], chance.randrange(2**32)) for tablet, token in tablets]
        for one in speakers:
            one.start()
        if number % 2:  # half of the rounds die at work for sure, the other half anywhere, also at the start
            deadline = time.monotonic() + 10
            while not any(one.acknowledged for one in speakers) and time.monotonic() < deadline:
                time.sleep(0.005)
        time.sleep(chance.uniform(0.0, 0.25))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        for one in speakers:
            one.stop.set()
            one.join(20)
            acknowledged |= set(one.acknowledged)
        missing += sorted(acknowledged - kept_ids(folder))
    return len(acknowledged), missing


def kept_ids(folder: Path) -> set[str]:
    store = Store(folder)
    try:
        return {row.id for row in store.rows()}
    finally:
        store.close()
