"""Real tablets for a real hub: Chromium with a profile on the disk, driven by Playwright."""

import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from playwright.sync_api import BrowserContext, Page, Playwright

from repatria.handover import Manifest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--disable-default-apps", "--disable-dev-shm-usage",
]  # fmt: skip
PIN = "271828"


def plain(text: str) -> str:
    """Leave out the marks that keep codes readable inside Arabic."""
    return re.sub("[\u2066\u2069]", "", text)


def free_ports(number: int = 2) -> list[int]:
    taken = [socket.socket() for _ in range(number)]
    try:
        for one in taken:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in taken]
    finally:
        for one in taken:
            one.close()


class RunningHub:
    """`repatria hub` as a program of its own, to be stopped, killed and started again."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder = folder
        self.manifest_file = folder.with_suffix(".json")
        self.manifest_file.write_bytes(manifest.canonical())
        self.port, self.trust_port = free_ports()
        self.table_code = ""
        self.start()

    @property
    def address(self) -> str:
        return f"https://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from repatria.cli import main; main()", "--lang", "en", "hub",
                  "--manifest", str(self.manifest_file), "--folder", str(self.folder), "--address", "127.0.0.1",
                  "--port", str(self.port), "--trust-port", str(self.trust_port)],
            stderr=subprocess.PIPE,
            text=True,
        )  # fmt: skip
        told = ""
        while "under “Tablets”" not in told:
            line = self.process.stderr.readline()
            assert line, f"the hub ended: {told}"
            told += line
        self.table_code = re.search(r"code ([A-Z0-9]{8})", told).group(1)
        self.told = told
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.02)

    def stop(self) -> None:
        self._end(signal.SIGINT)

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def _end(self, how: int) -> None:
        self.process.send_signal(how)
        self.process.wait(30)
        self.process.stderr.close()

    def key_pin(self) -> str:
        """The hash of the server's key, by which Chromium lets this one certificate pass."""
        server = x509.load_pem_x509_certificate((self.folder / "server.crt").read_bytes())
        spki = server.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return b64encode(hashlib.sha256(spki).digest()).decode()


def _camera(film: Path | None) -> list[str]:
    """Flags by which Chromium sees a film (MJPEG) where a tablet has its camera."""
    if film is None:
        return []
    return [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    ]


class Browser:
    """One tablet: a Chromium with its own profile, and the page in it."""

    def __init__(
        self,
        playwright: Playwright,
        hub: RunningHub,
        profile: Path,
        language: str = "en",
        camera: Path | None = None,
    ) -> None:
        self.playwright, self.hub, self.profile, self.language = playwright, hub, profile, language
        self.camera = _camera(camera)
        self.asked: list[str] = []
        self.open()

    def open(self) -> None:
        self.context: BrowserContext = self.playwright.chromium.launch_persistent_context(
            str(self.profile),
            executable_path=CHROMIUM,
            args=[*QUIET, *self.camera, f"--ignore-certificate-errors-spki-list={self.hub.key_pin()}"],
            viewport={"width": 900, "height": 1100},
            locale=self.language,
        )
        self.page: Page = self.context.pages[0]
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.faults: list[str] = []
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))

    def close(self) -> None:
        self.context.close()

    def crash(self) -> None:
        """The battery falls out: every process of this browser is killed."""
        for folder in Path("/proc").iterdir():
            if not folder.name.isdigit():
                continue
            try:
                command = (folder / "cmdline").read_bytes().decode(errors="replace")
            except OSError:
                continue
            if f"--user-data-dir={self.profile}\0" in command:
                os.kill(int(folder.name), signal.SIGKILL)
        try:
            self.context.close()
        except Exception:
            return

    def go(self, code: str = "") -> None:
        self.page.goto(f"{self.hub.address}/#{code}" if code else f"{self.hub.address}/")

    def enrol(self, code: str, pin: str = PIN) -> None:
        self.go(code)
        self.page.fill("#pin", pin)
        self.page.fill("#again", pin)
        self.page.click("#enrol")
        self.page.wait_for_selector("#search, #tab-tablets")
        self.page.wait_for_function("() => navigator.serviceWorker.controller || navigator.serviceWorker.ready")

    def unlock(self, pin: str = PIN) -> None:
        self.page.fill("#pin", pin)
        self.page.click("#unlock")
        self.page.wait_for_selector("#status")

    def code_for(self, role: str, party: str = "") -> str:
        """At the table: make a code for another tablet."""
        self.page.click("#tab-tablets")
        self.page.select_option("#new-role", f"{role} {party}")
        before = self.page.locator("#shown-code").all_inner_texts()
        self.page.click("#make-code")
        self.page.wait_for_function(
            "before => { const e = document.getElementById('shown-code'); return e && e.textContent !== before; }",
            arg=before[0] if before else "",
        )
        return self.page.inner_text("#shown-code")

    def show(self, line: int | str) -> None:
        if (
            self.page.locator("#tab-find").get_attribute("aria-pressed") != "true"
            or self.page.locator("#back").count()
        ):
            self.page.click("#tab-find")
        self.page.fill("#search", str(line))
        self.page.locator("#results .line").first.click()
        self.page.wait_for_selector("#person")

    def answer(self, line: int | str, answer: str) -> None:
        self.show(line)
        before = self.page.locator(".history li").count()
        self.page.click(f'[data-answer="{answer}"]')
        self.page.wait_for_function(
            "before => document.querySelectorAll('.history li').length > before", arg=before
        )

    def status(self) -> str:
        return plain(self.page.inner_text("#waiting"))

    def wait_sent(self) -> None:
        self.page.wait_for_selector("#status.sent", timeout=20_000)


@contextmanager
def several(playwright: Playwright, hub: RunningHub, folder: Path) -> Iterator[Callable[..., Browser]]:
    """Give a maker of tablets; the first one is the table, which lets the others in."""
    opened: list[Browser] = []

    def make(name: str, role: str, party: str = "", **more: Any) -> Browser:
        one = Browser(playwright, hub, folder / name, **more)
        opened.append(one)
        one.enrol(hub.table_code if role == "mediator" else opened[0].code_for(role, party))
        return one

    yield make
    for one in opened:
        one.close()
        assert one.faults == []
        assert {url.split("/")[2] for url in one.asked if url.startswith("http")} == {f"127.0.0.1:{hub.port}"}


@contextmanager
def tablet(playwright: Playwright, hub: RunningHub, profile: Path, **more: Any) -> Iterator[Browser]:
    one = Browser(playwright, hub, profile, **more)
    try:
        yield one
    finally:
        one.close()
