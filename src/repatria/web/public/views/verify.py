"""The verifier, and the record itself for whoever wants to check it with his own program."""

import re
from importlib import resources
from pathlib import Path

from csp.decorators import csp_exempt
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from repatria.web.public import readiness

# What of the record's folder is public: the checkpoint, the keys, tiles and bundles of entries.
_PUBLIC = re.compile(r"checkpoint|keys\.txt|tile/(?:entries|\d{1,2})/(?:x\d{3}/)*\d{3}(?:\.p/\d{1,3})?")


@csp_exempt()
def page(request: HttpRequest) -> HttpResponse:
    """Give the verifier: one page, which brings its own rules, works offline and sends nothing."""
    text = (resources.files("repatria.record") / "verifier.html").read_text(encoding="utf-8")
    response = HttpResponse(text)
    response["Content-Security-Policy"] = "frame-ancestors 'none'"  # the page's own rules stand in its head
    return response


def record(request: HttpRequest, path: str) -> HttpResponse:
    """Give a file of the record. While an exchange is being carried out the record stays closed.

    Its growing number of receipts would tell of a movement before it is completed, and the press before families.
    """
    if not _PUBLIC.fullmatch(path) or readiness.record_is_closed():
        raise Http404
    file = Path(settings.RECORD_FOLDER) / path
    try:
        data = file.read_bytes()
    except OSError:
        raise Http404 from None
    text = path in ("checkpoint", "keys.txt")
    return HttpResponse(data, content_type="text/plain; charset=utf-8" if text else "application/octet-stream")
