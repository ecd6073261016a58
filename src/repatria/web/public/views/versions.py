"""One released version of a statement: its text, its proof from the record, and both in the verifier."""

from csp.decorators import csp_exempt
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language

from repatria.record import RecordError, prove_unchanging
from repatria.record.verifier import verifier_page
from repatria.web import gate
from repatria.web.public.models import Statement
from repatria.web.public.statement_acts import document


def released(number: int) -> Statement:
    """Give a released version by its number, also one that was corrected since.

    Raises:
        Http404: there is none.
    """
    statement = gate.public(Statement).filter(pk=number).select_related("entry").first()
    if statement is None:
        raise Http404
    return statement


def text(request: HttpRequest, number: int) -> HttpResponse:
    """Give figures and text of one version, byte by byte what the hash in the record belongs to."""
    statement = released(number)
    response = HttpResponse(document(statement), content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{statement.reference}.json"'
    return response


def proof(request: HttpRequest, number: int) -> HttpResponse:
    """Give the proof that this version stands in the record: one page of text."""
    statement = released(number)
    response = HttpResponse(_proof_of(statement), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{statement.reference}.proof"'
    return response


@csp_exempt()
def verifier(request: HttpRequest, number: int = 0) -> HttpResponse:
    """Give the verifier in the reader's language, with the proof of a statement in it if one is asked for.

    It is one page, which brings its own rules, works offline once it is there and sends nothing.
    """
    language = get_language() or "en"
    if number:
        statement = released(number)
        proven = _proof_of(statement)
        keys = (settings.RECORD_FOLDER / "keys.txt").read_text(encoding="utf-8")
        page = verifier_page(language, proven, keys, document(statement))
    else:
        page = verifier_page(language)
    response = HttpResponse(page)
    response["Content-Security-Policy"] = "frame-ancestors 'none'"  # the page's own rules stand in its head
    return response


def _proof_of(statement: Statement) -> str:
    """Give the page of proof of a statement. It does not tell how the record has grown since: see `record.file`.

    Raises:
        Http404: its entry is still on its way into the record.
    """
    if statement.entry is None or statement.entry.index is None:
        raise Http404
    try:
        return prove_unchanging(settings.RECORD_FOLDER, statement.entry.index).format()
    except RecordError:
        raise Http404 from None
