"""One released version of a statement or of a side's own account: text, proof, and both in the verifier."""

from csp.decorators import csp_exempt
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language

from repatria.record import RecordError, prove_unchanging
from repatria.record.verifier import verifier_page
from repatria.web import gate
from repatria.web.public.models import SideAccount, Statement

Published = type[Statement] | type[SideAccount]


def released(number: int, of: Published = Statement) -> Statement | SideAccount:
    """Give a released version by its number, also one that was corrected since.

    Raises:
        Http404: there is none.
    """
    version = gate.public(of).filter(pk=number).select_related("entry").first()
    if version is None:
        raise Http404
    return version


def text(request: HttpRequest, number: int, of: Published = Statement) -> HttpResponse:
    """Give one version byte by byte as the hash in the record belongs to it."""
    version = released(number, of)
    response = HttpResponse(version.document, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{version.reference}.json"'
    return response


def proof(request: HttpRequest, number: int, of: Published = Statement) -> HttpResponse:
    """Give the proof that this version stands in the record: one page of text."""
    version = released(number, of)
    response = HttpResponse(_proof_of(version), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{version.reference}.proof"'
    return response


@csp_exempt()
def verifier(request: HttpRequest, number: int = 0, of: Published = Statement) -> HttpResponse:
    """Give the verifier in the reader's language, with the proof of a version in it if one is asked for.

    It is one page, which brings its own rules, works offline once it is there and sends nothing.
    """
    language = get_language() or "en"
    if number:
        version = released(number, of)
        proven = _proof_of(version)
        keys = (settings.RECORD_FOLDER / "keys.txt").read_text(encoding="utf-8")
        page = verifier_page(language, proven, keys, version.document)
    else:
        page = verifier_page(language)
    response = HttpResponse(page)
    response["Content-Security-Policy"] = "frame-ancestors 'none'"  # the page's own rules stand in its head
    return response


def _proof_of(version: Statement | SideAccount) -> str:
    """Give the page of proof of a version. It does not tell how the record has grown since: see `record.file`.

    Raises:
        Http404: its entry is still on its way into the record.
    """
    if version.entry is None or version.entry.index is None:
        raise Http404
    try:
        return prove_unchanging(settings.RECORD_FOLDER, version.entry.index).format()
    except RecordError:
        raise Http404 from None
