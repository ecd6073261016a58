"""Running the hub: certificates for today's addresses, the tablets' page over HTTPS, the trust page over HTTP."""

import asyncio
import signal
import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from repatria.handover import Manifest, Role
from repatria.hub.addresses import own_addresses
from repatria.hub.authority import Files, fingerprint, make_authority, make_server
from repatria.hub.errors import CannotListen
from repatria.hub.pack import expires
from repatria.hub.server import Hub, application
from repatria.hub.store import Store
from repatria.hub.trust import trust_application
from repatria.i18n import _

ADDRESS = "address.txt"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the terminal shows when the hub is up."""

    address: str
    trust_address: str
    fingerprint: str
    table_code: str
    lines: int
    check_ins: int
    known_as: str = ""  # the address that tablets know, where this laptop has another one now


def now() -> datetime:
    """Give the hub's own time."""
    return datetime.now(UTC)


def serve(
    folder: Path,
    manifest: Manifest | None,
    tell: Callable[[Shown], None],
    addresses: Sequence[str] = (),
    ports: tuple[int, int] = (8443, 8080),
) -> None:
    """Run a hub in `folder` until it is told to stop. With `manifest` it is made if it is not there yet.

    Raises:
        NotAHub: the folder holds no hub, or one of another manifest.
        CannotListen: a port is taken.
    """
    store = Store(folder)
    try:
        if manifest is not None:
            store.put_manifest(manifest, now())
        until = max(expires(store.manifest(), store.opened_at()), now())
        known = _known_address(folder)
        here = _likeliest(list(addresses) or own_addresses(), known, ports[0])
        files = Files(folder)
        make_authority(files, now(), until)
        make_server(files, here, now(), until)
        hub = Hub(store, now, f"https://{here[0]}:{ports[0]}")
        sockets = [_listen(port) for port in ports]
        if not known:
            (folder / ADDRESS).write_text(hub.address)
        trust = trust_application(files, hub.address)
        shown = _shown(hub, files, f"http://{here[0]}:{ports[1]}")
        with suppress(KeyboardInterrupt):  # before the loop listens for it
            tell(replace(shown, known_as=known if known not in ("", hub.address) else ""))
            asyncio.run(_both(_config(application(hub), files), _config(trust), sockets))
    finally:
        store.close()


def _known_address(folder: Path) -> str:
    """Give the address under which tablets first met this hub. A page's storage belongs to its address."""
    place = folder / ADDRESS
    return place.read_text().strip() if place.exists() else ""


def _likeliest(here: list[str], known: str, port: int) -> list[str]:
    """Put the address that tablets know first, if this laptop still has it."""
    return sorted(here, key=lambda one: f"https://{one}:{port}" != known)


def _shown(hub: Hub, files: Files, trust_address: str) -> Shown:
    return Shown(
        address=hub.address,
        trust_address=trust_address,
        fingerprint=fingerprint(files),
        table_code=hub.devices.new_code(Role.MEDIATOR, "", now()),
        lines=len(hub.manifest.lines),
        check_ins=len(hub.rows),
    )


def _config(app: Starlette, files: Files | None = None) -> uvicorn.Config:
    # No access log: who spoke of whom, and when, is nobody's business on the terminal.
    config = uvicorn.Config(
        app, access_log=False, log_level="warning", lifespan="off", server_header=False, timeout_keep_alive=75
    )
    if files is not None:
        config.ssl_certfile, config.ssl_keyfile = str(files.server), str(files.server_key)
    config.load()
    if config.ssl is not None:
        config.ssl.minimum_version = ssl.TLSVersion.TLSv1_2
    return config


class _Server(uvicorn.Server):
    """One of two servers in one loop: signals are the loop's, not each server's."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals alone."""
        yield


async def _both(page: uvicorn.Config, trust: uvicorn.Config, sockets: Sequence[socket.socket]) -> None:
    servers = [_Server(page), _Server(trust)]

    def stop() -> None:
        for one in servers:
            one.should_exit = True

    for told in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(told, stop)
    running = [asyncio.create_task(one.serve([own])) for one, own in zip(servers, sockets, strict=True)]
    await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
    stop()
    await asyncio.gather(*running)


def _listen(port: int) -> socket.socket:
    one = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        one.bind(("0.0.0.0", port))  # noqa: S104 - tablets come over the laptop's own network
    except OSError as cause:
        one.close()
        raise CannotListen(
            _("port {port} is taken on this machine; name another with --port").format(port=port)
        ) from cause
    one.listen(128)
    return one
