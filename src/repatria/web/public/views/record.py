"""The record itself, for whoever wants to check it with his own program."""

import re
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from repatria.web.public import readiness

# What of the record's folder is public: its checkpoints, the keys, tiles and bundles of entries.
_PUBLIC = re.compile(
    r"checkpoint|checkpoints/(?:0|[1-9]\d{0,18})|keys\.txt|tile/(?:entries|\d{1,2})/(?:x\d{3}/)*\d{3}(?:\.p/\d{1,3})?"
)


def file(request: HttpRequest, path: str) -> HttpResponse:
    """Give a file of the record. While an exchange is being carried out the record stays closed.

    Its growing number of receipts would tell of a movement before it is completed, and the press before families.
    """
    if not _PUBLIC.fullmatch(path) or readiness.record_is_closed():
        raise Http404
    try:
        data = (Path(settings.RECORD_FOLDER) / path).read_bytes()
    except OSError:
        raise Http404 from None
    text = not path.startswith("tile/")
    return HttpResponse(data, content_type="text/plain; charset=utf-8" if text else "application/octet-stream")
