"""HTTP for the record: the one module of the library that opens a socket, and only on this machine's loopback.

The server is Python's own `http.server`: a witness gets a few requests an hour from a program on the same
machine (see docs/adr/0032). Whoever offers one to the world puts a web server in front.
"""

import re
import urllib.error
import urllib.request
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from repatria.i18n import _
from repatria.record import layout
from repatria.record.errors import CannotKeep, Refused, WouldFork
from repatria.record.files import read_file
from repatria.record.formats.note import LARGEST_NOTE, SignatureLine
from repatria.record.formats.policy import LARGEST_POLICY
from repatria.record.formats.text import from_decimal
from repatria.record.log import Log
from repatria.record.tree_files import LARGEST_BUNDLE
from repatria.record.verifier import verifier_page
from repatria.record.witness import TEXT_TYPE, Answer, Witness

LOOPBACK = "127.0.0.1"
LARGEST_BODY = 1_000_000
SECONDS_OF_PATIENCE = 10

_BYTES_TYPE = "application/octet-stream"
_ARCHIVED = re.compile(r"checkpoints/(0|[1-9][0-9]{0,18})")


class _Quiet(BaseHTTPRequestHandler):
    """What both servers share: keep-alive, a limit on silence, no log of who asked."""

    protocol_version = "HTTP/1.1"
    timeout = SECONDS_OF_PATIENCE
    server_version, sys_version = "repatria", ""

    def answer(self, status: int, body: bytes, content_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        if status == 200 and content_type == _BYTES_TYPE:
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        else:
            self.send_header("Cache-Control", "no-store")
        if status >= 400:
            self.close_connection = True
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep no log of requests."""


def witness_server(witness: Witness, port: int, now: Callable[[], int]) -> ThreadingHTTPServer:
    """Make a server for ``POST /add-checkpoint``; call its ``serve_forever``. Port 0 takes a free one."""

    class Handler(_Quiet):
        def do_POST(self) -> None:
            answer = self._answer()
            self.answer(answer.status, answer.body.encode(), answer.content_type)

        def _answer(self) -> Answer:
            if self.path != "/add-checkpoint":
                return Answer(404, _("only /add-checkpoint is here") + "\n")
            try:
                length = from_decimal(self.headers.get("Content-Length", ""))
            except ValueError:
                return Answer(400, _("the request states no length") + "\n")
            if length > LARGEST_BODY:
                return Answer(400, _("the request is too large") + "\n")
            try:
                return witness.add_checkpoint(self.rfile.read(length), now())
            except CannotKeep:
                return Answer(500, _("the witness cannot keep its memory; nothing was cosigned") + "\n")

    return ThreadingHTTPServer((LOOPBACK, port), Handler)


def folder_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Make a server that shows a public folder, read-only, and the verifier page at ``/``."""

    class Handler(_Quiet):
        def do_GET(self) -> None:
            found = _resource(folder, self.path.removeprefix("/"))
            if found is None:
                self.answer(404, b"not here\n", TEXT_TYPE)
            else:
                self.answer(200, *found)

        do_HEAD = do_GET  # noqa: N815

    return ThreadingHTTPServer((LOOPBACK, port), Handler)


def _resource(folder: Path, name: str) -> tuple[bytes, str] | None:
    """Give a file of the record by its address; nothing else in the folder can be asked for."""
    if name == "":
        return verifier_page(), "text/html; charset=utf-8"
    if name in (layout.CHECKPOINT, layout.KEYS) or _ARCHIVED.fullmatch(name):
        data, kind = read_file(folder / name, max(LARGEST_NOTE, LARGEST_POLICY)), TEXT_TYPE
    elif layout.tile_path(name) is not None:
        data, kind = read_file(folder / name, LARGEST_BUNDLE), _BYTES_TYPE
    else:
        return None
    return None if data is None else (data, kind)


def ask_witness(log: Log, url: str) -> bool:
    """Ask one witness to cosign the published checkpoint; say whether a cosignature was added.

    Raises:
        WouldFork: the witness has seen a larger tree than there is here: an old backup was put back.
        Refused: the witness refuses for another reason, or cannot be reached.
    """
    before = log.add_cosignatures([])
    status, body = _post(url, log.request(log.published_size).format())
    if status == 409:
        seen = _stated_size(body)
        if seen > log.published_size:
            raise WouldFork(
                _(
                    "the witness has seen {seen} entries, but only {here} are here: an old backup was put back"
                ).format(seen=seen, here=log.published_size)
            )
        status, body = _post(url, log.request(seen).format())
    if status != 200:
        raise Refused(_("the witness refused with status {n}").format(n=status))
    lines = [SignatureLine.parse(line) for line in body.decode("utf-8", "replace").splitlines()]
    return log.add_cosignatures(lines) != before


def _stated_size(body: bytes) -> int:
    try:
        return from_decimal(body.decode("ascii", "replace").removesuffix("\n"))
    except ValueError as cause:
        raise Refused(_("the witness answered with something that is no size")) from cause


def _post(url: str, body: bytes) -> tuple[int, bytes]:
    if not re.match(r"https?://", url):
        raise Refused(_("the address of a witness begins with http:// or https://"))
    request = urllib.request.Request(url.rstrip("/") + "/add-checkpoint", data=body, method="POST")  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=SECONDS_OF_PATIENCE) as answer:  # noqa: S310
            return answer.status, answer.read(LARGEST_BODY)
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.read(LARGEST_BODY)
    except OSError as cause:
        raise Refused(_("the witness cannot be reached")) from cause
