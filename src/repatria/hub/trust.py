"""The first step of a tablet: a page over plain HTTP that hands out the hub's certificate, and nothing else.

Whoever could change this page could hand out another certificate; so the person compares the fingerprint on the
tablet with the one on the laptop's screen.
"""

from html import escape

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from repatria.hub.authority import Files, authority_der, fingerprint
from repatria.i18n import LANGUAGES, RIGHT_TO_LEFT, _, language

CERTIFICATE = "/repatria-hub.crt"
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


def trust_application(files: Files, address: str) -> Starlette:
    """Build the page that helps a tablet to trust the hub at `address` (https)."""

    async def page(_request: Request) -> Response:
        return HTMLResponse(trust_page(fingerprint(files), address), headers=_HEADERS)

    async def certificate(_request: Request) -> Response:
        return Response(authority_der(files), media_type="application/x-x509-ca-cert", headers=_HEADERS)

    return Starlette(routes=[Route("/", page), Route(CERTIFICATE, certificate)])


def trust_page(print_of_it: str, address: str) -> str:
    """Write the page, each language under the other."""
    parts = [_in_language(code, print_of_it, address) for code in LANGUAGES]
    return (
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        "<title>Repatria</title><style>body{font:1.1rem/1.5 system-ui;max-width:40rem;margin:1rem auto;"
        "padding:0 1rem}code{font-size:1.1rem}section{border-block-start:1px solid #999}a{font-weight:bold}</style>"
        + "".join(parts)
    )


def _in_language(code: str, print_of_it: str, address: str) -> str:
    with language(code):
        steps = [
            (_("Install the hub's certificate"), CERTIFICATE),
            (_("Compare its fingerprint with the one on the laptop's screen; if they differ, stop"), ""),
            (_("Open the hub"), address),
        ]
    items = "".join(
        f"<li><a href='{escape(link)}'>{escape(text)}</a>"
        if link
        else f"<li>{escape(text)}<br><code dir=ltr>{escape(print_of_it)}</code>"
        for text, link in steps
    )
    way = "rtl" if code in RIGHT_TO_LEFT else "ltr"
    return f"<section lang={code} dir={way}><ol>{items}</ol></section>"
