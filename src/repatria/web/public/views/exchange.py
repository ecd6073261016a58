"""One page an exchange: statement, figures, timeline, firsts and largests, series, voices, law, proof, replies."""

import json
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page

from repatria.history import Exchange, UnknownExchange, load, table_words, words
from repatria.history.timeline import timeline_svg
from repatria.i18n import isolate
from repatria.web import gate
from repatria.web.public import link_picture, side_accounts, still_open
from repatria.web.public.forms import ReplyForm
from repatria.web.public.models import ReaderReply, Statement
from repatria.web.public.sources import id_of, is_own, public_history

NETWORKS = (
    ("Mastodon", "https://mastodonshare.com/?text={title}&url={address}"),
    ("Bluesky", "https://bsky.app/intent/compose?text={title}%20{address}"),
    ("Telegram", "https://t.me/share/url?url={address}&text={title}"),
    ("WhatsApp", "https://wa.me/?text={title}%20{address}"),
    ("X", "https://x.com/intent/post?text={title}&url={address}"),
)


@gzip_page
def show(request: HttpRequest, id: str) -> HttpResponse:
    """Show one exchange of the history; one that was run here comes with its statement and proof."""
    history = public_history()
    try:
        found = history.exchange(id)
    except UnknownExchange:
        raise Http404 from None
    return page(request, found, ReplyForm())


def page(request: HttpRequest, found: Exchange, form: ReplyForm, status: int = 200) -> HttpResponse:
    """Show the page of `found` with the reply form as it stands."""
    history = public_history()
    statement = statement_of(found)
    accounts = history.accounts(found)
    context = {
        "exchange": found,
        "title": title(found),
        "day": words.day(found),
        "statement": statement,
        "written_in": written_in(found),
        "paragraphs": paragraphs(statement),
        "own_words": side_accounts.of(statement.exchange, get_language() or "en") if statement else [],
        "still_open": still_open.of(statement) if statement else None,
        "versions": _versions(statement),
        "accounts": accounts,
        "sides": [_side(account) for account in accounts.sides],
        "said": [(words.party(s.speaker), words.statement(s)) for s in found.statements],
        "first": words.first_since(history.first_since(found)),
        "largest": words.largest_since(history.largest_since(found)),
        "neighbours": history.neighbours(found),
        "series": history.series_of(found),
        "mediators": history.mediators(found),
        "sources": history.sources(found),
        "voices": [(voice, _written_in(voice in load().voices)) for voice in history.voices_of(found)],
        "held": [one for one in history.still_held(as_of=found.until) if found.side_of(one.party)][:6],
        "picture": timeline_svg(history, highlight=found.id, years={found.date.year}, width=640, style=False),
        "replies": gate.public(ReaderReply).filter(about=found.id).order_by("sent_at"),
        "form": form,
        "networks": _networks(found),
        "address": settings.SITE_URL + reverse("exchange", args=[found.id]),
        "site": settings.SITE_URL,
        "picture_in_words": link_picture.in_words(found, get_language() or "en"),
        "data": _news_article(found, statement),
    }
    return render(request, "public/exchange.html", context, status=status)


def title(found: Exchange) -> str:
    """Give the headline: day, and both numbers where they are known."""
    numbers = " ↔ ".join(f"{isolate(words.party(side.name))} {words.number(side)}" for side in found.sides)
    return _("{day}: {numbers}").format(day=words.day(found), numbers=numbers)


def written_in(found: Exchange) -> str:
    """Give the language of notes and place, which as data are not translated, if it is not the page's."""
    return _written_in(not is_own(found))


def _written_in(packaged: bool) -> str:
    return table_words.LANGUAGE if packaged and get_language() != table_words.LANGUAGE else ""


def statement_of(found: Exchange) -> Statement | None:
    """Give the released statement of an exchange of the history, if it was run here."""
    if not is_own(found):
        return None
    stated = gate.public(Statement).filter(state=Statement.State.RELEASED, kind=Statement.Kind.CARRIED_OUT)
    return next(
        (s for s in stated.select_related("exchange__process__mediator", "entry") if id_of(s) == found.id), None
    )


def paragraphs(statement: Statement | None) -> list[str]:
    """Give the released paragraphs in the reader's language."""
    if statement is None:
        return []
    texts = statement.released_texts
    return texts.get(get_language() or "en") or texts.get("en", [])


def _versions(statement: Statement | None) -> list[Statement]:
    if statement is None:
        return []
    return list(gate.public(Statement).filter(exchange=statement.exchange).order_by("version"))


def _networks(found: Exchange) -> list[tuple[str, str]]:
    address, text = settings.SITE_URL + reverse("exchange", args=[found.id]), title(found)
    return [
        (name, link.format(address=quote(address, safe=""), title=quote(text, safe=""))) for name, link in NETWORKS
    ]


def _side(account: Any) -> dict[str, Any]:
    return {
        "party": words.party(account.own.name),
        "number": words.number(account.own),
        "military": account.own.military,
        "civilians": account.own.civilians,
        "others": [(words.party(s.speaker), words.statement(s)) for s in account.by_others],
    }


def _news_article(found: Exchange, statement: Statement | None) -> str:
    article: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title(found),
        "inLanguage": get_language(),
        "isBasedOn": [source for source in found.sources if source.startswith("http")],
        "publisher": {"@type": "Organization", "name": "Repatria"},
        "author": {"@type": "Organization", "name": "Repatria"},
        "mainEntityOfPage": settings.SITE_URL + reverse("exchange", args=[found.id]),
        "image": settings.SITE_URL + reverse("exchange-picture", args=[found.id]),
    }
    if statement and statement.released_at:
        article["datePublished"] = statement.released_at.isoformat()
        article["articleBody"] = "\n\n".join(paragraphs(statement))
    return json.dumps(article, ensure_ascii=False).replace("<", "\\u003c")


def agreed(request: HttpRequest, number: int) -> HttpResponse:
    """Show a statement on a signed agreement: agreed, not yet carried out."""
    statement = (
        gate.public(Statement)
        .filter(exchange=number, state=Statement.State.RELEASED, kind=Statement.Kind.AGREED)
        .first()
    )
    if statement is None:
        raise Http404
    context = {
        "statement": statement,
        "paragraphs": paragraphs(statement),
        "own_words": side_accounts.of(statement.exchange, get_language() or "en"),
    }
    return render(request, "public/agreed.html", context)
