"""What leaves the site as a picture or on paper: the picture of a shared link, the printed statement."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from repatria.history import UnknownExchange
from repatria.paper import PublicStatementPaper, pdf
from repatria.web.public import link_picture
from repatria.web.public.models import Statement
from repatria.web.public.sources import public_history
from repatria.web.public.views.exchange import paragraphs
from repatria.web.public.views.versions import released
from repatria.web.templatetags.repatria import or_withheld


def exchange_picture(request: HttpRequest, id: str) -> HttpResponse:
    """Give the picture of one exchange for shared links (PNG, 1200 by 630)."""
    history = public_history()
    try:
        found = history.exchange(id)
    except UnknownExchange:
        raise Http404 from None
    data = link_picture.drawn(found, get_language() or "en")
    return HttpResponse(data, content_type="image/png", headers={"Cache-Control": "max-age=3600"})


def printed(request: HttpRequest, number: int) -> HttpResponse:
    """Give one version of a statement as PDF, with a square code that leads to its proof in the verifier."""
    statement = released(number)
    language = get_language() or "en"
    paper = PublicStatementPaper(
        headline=statement.exchange.title,
        paragraphs=paragraphs(statement),
        figures=_figures(statement),
        proof=settings.SITE_URL + reverse("verify-statement", args=[number]),
        day=statement.on.isoformat(),
        place=statement.place,
        issued_by=statement.exchange.process.mediator.name,
        entry=statement.reference,
    )
    data = pdf(paper, language_code=language, at=(statement.released_at or timezone.now()).replace(microsecond=0))
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{statement.reference}.{language}.pdf"'
    return response


def _figures(statement: Statement) -> list[tuple[str, int | str]]:
    """Give the table of the printed statement; a number that is withheld is a word."""
    figures = statement.figures
    rows = [(_("under the formula, all sides"), figures["formula"])]
    rows += [(_("to {party}").format(party=side["receiver"]), side["people"]) for side in figures["sides"]]
    return [(label, or_withheld(number)) for label, number in rows]
