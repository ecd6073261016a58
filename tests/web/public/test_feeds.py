"""Feeds, robots and sitemap, read as programs read them: by the rules of each format."""

import json
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.test import Client

from repatria.history import load

ATOM = "{http://www.w3.org/2005/Atom}"
NEWEST = 30
CODES = ["", "/uk", "/ar"]


def xml(path: str) -> ElementTree.Element:
    answer = Client().get(path)
    assert answer.status_code == 200
    return ElementTree.fromstring(answer.content)


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_the_atom_feed_keeps_rfc_4287(code: str) -> None:
    feed = xml(f"{code}/feed.atom")
    assert feed.tag == f"{ATOM}feed"
    for required in ("id", "title", "updated"):
        assert len(feed.findall(ATOM + required)) == 1
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    own = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == [f"{settings.SITE_URL}{code}/feed.atom"]
    entries = feed.findall(f"{ATOM}entry")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries) == NEWEST
    for entry in entries:
        assert entry.findtext(f"{ATOM}title")
        assert datetime.fromisoformat(entry.findtext(f"{ATOM}updated") or "").tzinfo


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_the_rss_feed_keeps_rss_2(code: str) -> None:
    feed = xml(f"{code}/feed.rss")
    assert (feed.tag, feed.get("version")) == ("rss", "2.0")
    [channel] = feed
    assert all(channel.findtext(required) for required in ("title", "link", "description"))
    assert channel.findtext("language") == (code.strip("/") or "en")
    items = channel.findall("item")
    assert len({item.findtext("guid") for item in items}) == len(items) == NEWEST
    for item in items:
        assert item.findtext("title")
        assert parsedate_to_datetime(item.findtext("pubDate") or "").tzinfo


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_the_json_feed_keeps_version_1_1(code: str) -> None:
    answer = Client().get(f"{code}/feed.json")
    assert answer["Content-Type"] == "application/feed+json"
    feed = json.loads(answer.content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{settings.SITE_URL}{code}/feed.json"
    assert len({item["id"] for item in feed["items"]}) == NEWEST
    for item in feed["items"]:
        assert item["content_text"]
        assert datetime.fromisoformat(item["date_published"]).tzinfo


@pytest.mark.django_db
def test_every_address_of_the_sitemap_is_there_in_every_language() -> None:
    namespace = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    places = [place.text or "" for place in xml("/sitemap.xml").iter(f"{namespace}loc")]
    assert len(places) == len(set(places)) == len(settings.LANGUAGES) * (4 + len(load()))
    for place in places[:25] + places[-5:]:
        assert Client().get(urlsplit(place).path).status_code == 200


@pytest.mark.django_db
def test_robots_are_kept_from_the_desk_and_led_to_the_sitemap() -> None:
    lines = Client().get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /desk/" in lines
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in lines
