"""The site as a program of its own: what the tests of `repatria serve` and of the served demonstration share."""

import contextlib
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

PATIENCE_SECONDS = 60


def environment_of(folder: Path) -> dict[str, str]:
    """Give the environment of a program whose site lies in `folder`, on SQLite."""
    mine = {**os.environ, "REPATRIA_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "repatria.web.settings"}
    mine.pop("DATABASE_URL", None)
    return mine


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def start(
    command: Sequence[str], environment: Mapping[str, str], says: Path | None = None
) -> "subprocess.Popen[bytes]":
    """Start a program that leads a group of its own; what it prints goes to the file `says`."""
    with contextlib.ExitStack() as stack:
        out = stack.enter_context(says.open("wb")) if says else None
        return subprocess.Popen(command, env=environment, start_new_session=True, stdout=out)


def end(process: "subprocess.Popen[bytes]") -> None:
    """Kill a program and everything in its group."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def within_patience(ask: Callable[[], str], seconds: float = PATIENCE_SECONDS) -> str:
    """Ask again and again until there is an answer."""
    end = time.monotonic() + seconds
    while True:
        try:
            return ask()
        except (URLError, HTTPException, OSError):
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def page(address: str, session: str = "") -> str:
    """Give the text of a page, for nobody or for whoever has `session`."""
    headers = {"Cookie": f"session={session}"} if session else {}
    with urlopen(Request(address, headers=headers), timeout=PATIENCE_SECONDS) as answer:
        return str(answer.read().decode())


def group(leader: int) -> set[int]:
    """Give the running processes of a group."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            state, _parent, group = (folder / "stat").read_text().rpartition(")")[2].split()[:3]
            if int(group) == leader and state != "Z":
                found.add(int(folder.name))
    return found
