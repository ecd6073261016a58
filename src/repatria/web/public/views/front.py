"""The front page: the newest exchange, what is still open, the way to everything else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from repatria.history import Exchange, History, words
from repatria.web import gate
from repatria.web.public.models import Statement
from repatria.web.public.sources import is_own, public_history
from repatria.web.public.views.exchange import paragraphs, statement_of, title, written_in


def home(request: HttpRequest) -> HttpResponse:
    """Show the newest exchange first; then what was agreed and not yet carried out, and who is said to be held."""
    history = public_history()
    newest = _newest(history)
    statement = statement_of(newest[0])
    agreed = gate.public(Statement).filter(state=Statement.State.RELEASED, kind=Statement.Kind.AGREED)
    return render(
        request,
        "public/home.html",
        {
            "lead": newest[0],
            "title": title(newest[0]),
            "paragraphs": paragraphs(statement),
            "written_in": written_in(newest[0]),
            "first": words.first_since(history.first_since(newest[0])),
            "largest": words.largest_since(history.largest_since(newest[0])),
            "mediators": history.mediators(newest[0]),
            "others": [(e, title(e)) for e in newest[1:]],
            "agreed": agreed.select_related("exchange"),
            "held": history.still_held()[:4],
        },
    )


def _newest(history: History) -> list[Exchange]:
    """Give the exchange of the statement released last, if one was run here; then the newest on record."""
    newest = [e for e in reversed(history.exchanges) if e.date.exact]
    own = [e for e in newest if is_own(e)]
    first = own[:1] or newest[:1]
    return [*first, *(e for e in newest if e not in first)][:7]
