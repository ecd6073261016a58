"""A day, a month or a year: as much of a date as the record gives, and the days it may have been."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from repatria.conventions.errors import BadEvent
from repatria.i18n import _

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_YEARS = range(1900, 2200)


@dataclass(frozen=True, slots=True)
class Span:
    """The days, first to last and both included, on which something can have happened."""

    first: date
    last: date

    @classmethod
    def on(cls, day: date) -> "Span":
        """Exactly `day`."""
        return cls(day, day)

    @classmethod
    def parse(cls, text: str) -> "Span":
        """Read ``2026``, ``2026-03`` or ``2026-03-04``.

        Raises:
            BadEvent: it is none of these, no such day exists, or the year is not between 1900 and 2199.
        """
        return _parse(text)

    @property
    def exact(self) -> bool:
        """Is the day known?"""
        return self.first == self.last


@lru_cache(maxsize=65_536)
def _parse(text: str) -> Span:
    found = _FORM.fullmatch(text)
    if found and int(found[1]) in _YEARS:
        year, month, day = (int(part) if part else None for part in found.groups())
        try:
            return _span(year or 0, month, day)
        except ValueError:
            pass
    raise BadEvent(_("not a date between 1900 and 2199; write 2026, 2026-03 or 2026-03-04"))


def _span(year: int, month: int | None, day: int | None) -> Span:
    first = date(year, 1 if month is None else month, 1 if day is None else day)
    if month is None:
        return Span(first, date(year, 12, 31))
    if day is None:
        return Span(first, date(year, month, calendar.monthrange(year, month)[1]))
    return Span.on(first)
