"""Running the hub: certificates for today's addresses, the tablets' page over HTTPS, the trust page over HTTP."""

import asyncio
import socket
import ssl
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Shown:
    """What the terminal shows when the hub is up."""

    address: str
    trust_address: str
    fingerprint: str
    table_code: str
    lines: int
    check_ins: int


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
        here = list(addresses) or own_addresses()
        files = Files(folder)
        make_authority(files, now(), until)
        make_server(files, here, now(), until)
        hub = Hub(store, now, f"https://{here[0]}:{ports[0]}")
        sockets = [_listen(port) for port in ports]
        trust = trust_application(files, hub.address)
        tell(_shown(hub, files, f"http://{here[0]}:{ports[1]}"))
        with suppress(KeyboardInterrupt):
            asyncio.run(_both(_config(application(hub), files), _config(trust), sockets))
    finally:
        store.close()


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


async def _both(page: uvicorn.Config, trust: uvicorn.Config, sockets: Sequence[socket.socket]) -> None:
    servers = [uvicorn.Server(page), uvicorn.Server(trust)]
    running = [asyncio.create_task(one.serve([own])) for one, own in zip(servers, sockets, strict=True)]
    _done, _pending = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
    for one in servers:
        one.should_exit = True
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
