"""The page for tablets: a handful of plain files, no build, nothing from outside.

The service worker's text holds a hash of all of them, so that a tablet takes a new version whole or not at all.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from repatria.hub.words import words
from repatria.i18n import LANGUAGES, RIGHT_TO_LEFT

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
    "Cache-Control": "no-cache",
}
_TYPES = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml",
    "json": "application/json",
    "webmanifest": "application/manifest+json",
}


@cache
def files() -> dict[str, bytes]:
    """Give every file of the page by its path; `/` is the page itself."""
    found = dict(_below(resources.files("repatria.hub").joinpath("static"), ""))
    found["/"] = found.pop("/index.html")
    for code in LANGUAGES:
        spoken = {"direction": "rtl" if code in RIGHT_TO_LEFT else "ltr", "words": words(code)}
        found[f"/words-{code}.json"] = json.dumps(spoken, ensure_ascii=False).encode()
    version = sha256(
        b"\0".join(part for path in sorted(found) for part in (path.encode(), found[path]))
    ).hexdigest()
    listed = json.dumps(sorted(path for path in found if path != "/worker.js"))
    found["/worker.js"] = (
        found["/worker.js"].replace(b"__VERSION__", version[:16].encode()).replace(b"[/*FILES*/]", listed.encode())
    )
    return found


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for one in folder.iterdir():
        here = f"{path}/{one.name}"
        if one.is_dir():
            yield from _below(one, here)
        elif here.rpartition(".")[2] in _TYPES:  # a library's licence stays beside it and is not served
            yield here, one.read_bytes()


def page_routes() -> Iterable[Route]:
    """Give a route for each file."""
    return [Route(path, _serve, methods=["GET"]) for path in files()]


async def _serve(request: Request) -> Response:
    path = request.url.path
    kind = path.rpartition(".")[2] if "." in path else "html"
    return Response(files()[path], headers=HEADERS, media_type=_TYPES[kind])
