"""Duties as a calendar (iCalendar, RFC 5545): a day, how many duties are due on it, under which articles.

No person, place or number of a register stands in it, because a calendar lies open on telephones.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from repatria.conventions import Duties

_OCTETS = 74
DAYS_AHEAD = 120


def calendar(duties: Duties, now: datetime, name: str) -> str:
    """Give the calendar of the days ahead on which duties that somebody may know of are due."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Repatria//Duties//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}", *_events(duties, now), "END:VCALENDAR",
    ]  # fmt: skip
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _events(duties: Duties, now: datetime) -> Iterator[str]:
    ahead = duties.due_within(DAYS_AHEAD)
    days: dict[Any, Counter[str]] = {}
    for due, rule, number in ahead.by_day():
        days.setdefault(due, Counter())[rule.article] += number
    for day, articles in sorted(days.items()):
        yield from _event(day, articles, now, duties)


def _event(day: Any, articles: "Counter[str]", now: datetime, duties: Duties) -> Iterator[str]:
    total = sum(articles.values())
    mark = sha256(f"{day}|{sorted(articles)}".encode()).hexdigest()[:16]
    yield "BEGIN:VEVENT"
    yield f"UID:{day:%Y%m%d}-{mark}@repatria"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield "TRANSP:TRANSPARENT"
    yield "SUMMARY:" + _text(ngettext("{n} duty is due", "{n} duties are due", total).format(n=total))
    counted = ", ".join(f"{article}: {number}" for article, number in sorted(articles.items()))
    yield "DESCRIPTION:" + _text(_("Articles: {articles}").format(articles=counted))
    yield "END:VEVENT"


def _text(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Fold a line at 75 octets, never within a letter."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > _OCTETS:
            yield piece
            piece = " "
        piece += letter
    yield piece
