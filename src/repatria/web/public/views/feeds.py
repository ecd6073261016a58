"""Feeds, robots, sitemap: the same exchanges for programs."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from repatria.history import Exchange
from repatria.history.history import History
from repatria.web.public.sources import public_history
from repatria.web.public.views.exchange import paragraphs, statement_of, title

NEWEST = 30


def _newest(history: History) -> list[Exchange]:
    return list(reversed(history.exchanges))[:NEWEST]


def _address(name: str, *args: Any) -> str:
    return settings.SITE_URL + reverse(name, args=args)


def _items() -> Iterator[dict[str, Any]]:
    for e in _newest(public_history()):
        statement = statement_of(e)
        published = statement.released_at if statement else datetime.combine(e.until, time(), tzinfo=UTC)
        text = "\n\n".join(paragraphs(statement)) or e.note
        yield {"id": e.id, "title": title(e), "link": _address("exchange", e.id), "date": published, "text": text}


def atom(request: HttpRequest) -> HttpResponse:
    """Give the newest exchanges as Atom."""
    return _feed(Atom1Feed, "feed-atom")


def rss(request: HttpRequest) -> HttpResponse:
    """Give the newest exchanges as RSS."""
    return _feed(Rss201rev2Feed, "feed-rss")


def _feed(kind: type[SyndicationFeed], name: str) -> HttpResponse:
    feed = kind(
        title=_("Exchanges of captives"), link=_address("home"),
        description=_("Counted numbers, with their sources"), language=get_language(), feed_url=_address(name),
        author_name="Repatria",
    )  # fmt: skip
    for item in _items():
        feed.add_item(
            title=item["title"], link=item["link"], description=item["text"], unique_id=item["link"],
            pubdate=item["date"], updateddate=item["date"],
        )  # fmt: skip
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def as_json(request: HttpRequest) -> HttpResponse:
    """Give the newest exchanges as JSON Feed 1.1."""
    return JsonResponse(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": _("Exchanges of captives"),
            "language": get_language(),
            "home_page_url": _address("home"),
            "feed_url": _address("feed-json"),
            "items": [
                {
                    "id": item["link"],
                    "url": item["link"],
                    "title": item["title"],
                    "content_text": item["text"],
                    "date_published": item["date"].isoformat(),
                }
                for item in _items()
            ],
        },
        json_dumps_params={"ensure_ascii": False, "indent": 1},
        content_type="application/feed+json",
    )


def robots(request: HttpRequest) -> HttpResponse:
    """Say what may be indexed: the public rooms and nothing else."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in ("/desk/", "/account/", "/api/", "/families/"))]
    return HttpResponse(
        "\n".join([*lines, "Allow: /", f"Sitemap: {settings.SITE_URL}/sitemap.xml", ""]), content_type="text/plain"
    )


def sitemap(request: HttpRequest) -> HttpResponse:
    """List the public pages in every language."""
    paths = [reverse(name) for name in ("home", "history", "press", "verify")]
    paths += [reverse("exchange", args=[e.id]) for e in public_history()]
    codes = ["", *(f"/{code}" for code, _name in settings.LANGUAGES if code != "en")]
    rows = [f"<url><loc>{settings.SITE_URL}{code}{path}</loc></url>" for path in paths for code in codes]
    body = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return HttpResponse("\n".join([body, *rows, "</urlset>"]), content_type="application/xml")
