"""The hub's small HTTP face: enrol, sync, the table's own acts, and the page for tablets.

One process, one event loop. The ledger is touched by the loop alone; the disk by one thread, which commits together
what arrives together. An answer that acknowledges leaves only after the disk has.
"""

import asyncio
import io
import json
from bisect import bisect_right
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import wraps
from typing import Any

import segno
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from repatria.errors import RepatriaError
from repatria.handover import BadEvent, Event, Kind, Ledger, Role
from repatria.handover.events import moment
from repatria.handover.ledger import admissible
from repatria.hub.devices import Device, Devices
from repatria.hub.errors import NotEnrolled
from repatria.hub.pack import expires, folding, pack
from repatria.hub.page import page_routes
from repatria.hub.store import Row, Store, Told
from repatria.i18n import _, language

MOST_BYTES = 4 << 20
MOST_EVENTS = 1000
MOST_ROWS = 2000
_BREATH = 50  # events read before the loop lets others speak

Clock = Callable[[], datetime]


@dataclass
class _Waiting:
    events: list[Event]
    done: "asyncio.Future[None]"


class Hub:
    """The running hub: store, devices, ledger, and the rows it gives out again."""

    def __init__(self, store: Store, clock: Clock, address: str = "") -> None:
        self.store, self.clock, self.address = store, clock, address
        self.manifest = store.manifest()
        self.devices = Devices(store, self.manifest)
        self.rows = store.rows()
        events = [Event.parse(row.body) for row in self.rows]
        self._for_parties = list(map(for_parties, self.rows, events))
        self.ledger = Ledger(self.manifest, events)
        self.expires = expires(self.manifest, store.opened_at())
        self.pack = pack(self.manifest, store.opened_at()) | {"folding": folding()}
        self.heard: dict[str, datetime] = {}
        self._made = store.made()
        self._made_new: dict[str, int] = {}
        self._waiting: list[_Waiting] = []
        self._writer: asyncio.Task[None] | None = None

    def heard_by(self, device: Device, n: int) -> list[Row]:
        """Give the rows after number `n` as this tablet may read them, at most MOST_ROWS."""
        start = bisect_right(self.rows, n, key=lambda row: row.n)
        rows = self.rows if device.role in (Role.ICRC, Role.MEDIATOR) else self._for_parties
        return rows[start : start + MOST_ROWS]

    def note(self, device: Device, made: int) -> None:
        """Remember that a tablet spoke, and how many check-ins it says it has made."""
        self.heard[device.device] = self.clock()
        if made > self._made.get(device.device, 0):
            self._made[device.device] = self._made_new[device.device] = made

    async def keep(self, events: list[Event]) -> None:
        """Wait until these check-ins, and what was noted, are on the disk."""
        if not events and not self._made_new:
            return
        done = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(events, done))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
        await done

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            everything = [event for one in batch for event in one.events]
            made, self._made_new = self._made_new, {}
            try:
                new = await asyncio.to_thread(self.store.keep, everything, self.clock(), made)
            except Exception as fault:  # a full disk: nobody is acknowledged, every tablet keeps and tries again
                self._made_new = made | self._made_new
                for one in batch:
                    one.done.set_exception(fault)
                continue
            self._take_in(new)
            for one in batch:
                if not one.done.done():
                    one.done.set_result(None)

    def _take_in(self, new: list[Told]) -> None:
        self.rows += [row for row, _event in new]
        self._for_parties += [for_parties(row, event) for row, event in new]
        self.ledger.merge(event for _row, event in new)


def for_parties(row: Row, event: Event) -> Row:
    """Give a check-in as the sides' tablets read it: why somebody stays is the ICRC's alone.

    Not wanting to go and not being fit to are one word there, and the ICRC's notes are left out.
    """
    withheld = event.kind is Kind.NOT_FIT or event.outcome == Kind.NOT_FIT or event.note
    if event.role not in (Role.ICRC, Role.MEDIATOR) or not withheld:
        return row
    kind = Kind.DOES_NOT_TRAVEL if event.kind is Kind.NOT_FIT else event.kind
    outcome = Kind.DOES_NOT_TRAVEL.value if event.outcome == Kind.NOT_FIT else event.outcome
    return replace(row, body=replace(event, kind=kind, outcome=outcome, note="").format())


def application(hub: Hub) -> Starlette:
    """Build the application of a hub."""
    api = [
        Route("/api/enrol", _answer(hub, _enrol), methods=["POST"]),
        Route("/api/pack", _answer(hub, _pack), methods=["POST"]),
        Route("/api/sync", _answer(hub, _sync), methods=["POST"]),
        Route("/api/codes", _answer(hub, _codes), methods=["POST"]),
        Route("/api/devices", _answer(hub, _devices), methods=["POST"]),
        Route("/api/end", _answer(hub, _end), methods=["POST"]),
    ]
    return Starlette(routes=[*api, *page_routes()])


Handler = Callable[[Hub, Request, Any], Awaitable[dict[str, Any]]]


def _answer(hub: Hub, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """Read the JSON of a request, speak its language, and turn our errors into answers."""

    @wraps(handler)
    async def endpoint(request: Request) -> Response:
        with language(request.headers.get("accept-language", "en")[:2]):
            try:
                answer = await handler(hub, request, await _document(request))
            except NotEnrolled as fault:
                return _json({"why": str(fault)}, 401)
            except RepatriaError as fault:
                return _json({"why": str(fault)}, 400)
        return _json(answer)

    return endpoint


async def _document(request: Request) -> Any:
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        # A page of another origin cannot send this type unasked: it could not speak for a tablet.
        raise BadEvent(_("send JSON"))
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise BadEvent(_("too much at once; send fewer check-ins in one message"))
    try:
        document = json.loads(body or b"{}")
    except (ValueError, RecursionError) as cause:
        raise BadEvent(_("not JSON")) from cause
    if not isinstance(document, dict):
        raise BadEvent(_("not a JSON object"))
    return document


def _json(document: dict[str, Any], status: int = 200) -> Response:
    return JSONResponse(document, status, headers={"Cache-Control": "no-store"})


def _device(hub: Hub, request: Request) -> Device:
    return hub.devices.of(request.headers.get("authorization", "").removeprefix("Bearer "))


def _text(document: Any, name: str) -> str:
    value = document.get(name, "")
    return value if isinstance(value, str) else ""


async def _enrol(hub: Hub, request: Request, document: Any) -> dict[str, Any]:
    device, token = hub.devices.let_in(_text(document, "code"), _text(document, "device"), hub.clock())
    return {"token": token, "role": device.role, "party": device.party, "manifest": hub.manifest.sha256}


async def _pack(hub: Hub, request: Request, document: Any) -> dict[str, Any]:
    _device(hub, request)
    if hub.clock() > hub.expires:
        raise NotEnrolled(_("the day is over: names are not given out any more"))
    return hub.pack


async def _sync(hub: Hub, request: Request, document: Any) -> dict[str, Any]:
    """Take in what a tablet has made, give back what it has not heard. Acknowledged means on the disk."""
    device = _device(hub, request)
    sent, made, after = document.get("events", []), document.get("made", 0), document.get("after", 0)
    if not isinstance(sent, list) or len(sent) > MOST_EVENTS or type(made) is not int or type(after) is not int:
        raise BadEvent(_("events: a list of at most {n}").format(n=MOST_EVENTS))
    good: list[Event] = []
    refused: list[dict[str, Any]] = []
    for place, one in enumerate(sent):
        try:
            good.append(_one(hub, device, one))
        except BadEvent as fault:
            number = one.get("sequence") if isinstance(one, dict) else None
            refused.append({"sequence": number, "why": str(fault)})
        if place % _BREATH == _BREATH - 1:
            await asyncio.sleep(0)
    hub.note(device, made)
    await hub.keep(good)
    rows = hub.heard_by(device, after)
    return {
        "kept": [event.sequence for event in good],
        "refused": refused,
        "heard": [[row.n, row.body] for row in rows],
        "more": bool(rows) and rows[-1].n < hub.rows[-1].n,
        "time": moment(hub.clock()),
    }


def _one(hub: Hub, device: Device, document: Any) -> Event:
    event = Event.read(document)
    if (event.device, event.role, event.party) != (device.device, device.role, device.party):
        raise BadEvent(_("this tablet may not say that: it is enrolled in another role"))
    admissible(hub.manifest, event)
    return event


def _at_the_table(hub: Hub, request: Request) -> None:
    if _device(hub, request).role is not Role.MEDIATOR:
        raise NotEnrolled(_("only the mediator's table does this"))


async def _codes(hub: Hub, request: Request, document: Any) -> dict[str, Any]:
    _at_the_table(hub, request)
    role = _text(document, "role")
    if role not in set(Role):
        raise NotEnrolled(_("no such role"))
    code = hub.devices.new_code(Role(role), _text(document, "party"), hub.clock())
    return {"code": code, "address": hub.address, "qr": qr(f"{hub.address}/#{code}")}


async def _devices(hub: Hub, request: Request, document: Any) -> dict[str, Any]:
    _at_the_table(hub, request)
    gaps = hub.ledger.gaps(hub.store.made())
    return {
        "devices": hub.devices.all(hub.heard),
        "gaps": [{"device": gap.device, "first": gap.first, "last": gap.last} for gap in gaps],
        "address": hub.address,
    }


async def _end(hub: Hub, request: Request, document: Any) -> dict[str, Any]:
    _at_the_table(hub, request)
    hub.devices.end(_text(document, "device"))
    return {}


def qr(content: str) -> str:
    """Give a QR code as an SVG document."""
    out = io.BytesIO()
    segno.make(content, error="m", micro=False).save(out, kind="svg", scale=6, border=3, dark="#000", light="#fff")
    return out.getvalue().decode()
