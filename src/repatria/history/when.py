"""A day, or a month of which the day was never published."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from repatria.history.errors import BadExchange
from repatria.i18n import _

_FORM = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class When:
    """A calendar day, or (``day`` is None) a month: nothing in between is made up."""

    year: int
    month: int
    day: int | None = None

    @classmethod
    def parse(cls, text: str, column: str = "date") -> "When":
        """Read ``2026-02-05`` or ``2026-06``.

        Raises:
            BadExchange: it is neither, or no such day exists.
        """
        found = _FORM.fullmatch(text)
        if found:
            year, month, day = (int(part) if part else None for part in found.groups())
            try:
                date(year or 0, month or 0, day or 1)
            except ValueError:
                pass
            else:
                return cls(year or 0, month or 0, day)
        raise BadExchange(column, _("not a date; write 2026-02-05, or 2026-02 if the day is not known"))

    @classmethod
    def on(cls, day: date) -> "When":
        """The exact day `day`."""
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        month = f"{self.year:04}-{self.month:02}"
        return month if self.day is None else f"{month}-{self.day:02}"

    @property
    def exact(self) -> bool:
        """Is the day known?"""
        return self.day is not None

    @property
    def earliest(self) -> date:
        """The first day it can have been."""
        return date(self.year, self.month, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can have been."""
        return date(self.year, self.month, self.day or calendar.monthrange(self.year, self.month)[1])

    def holds(self, day: date) -> bool:
        """Can it have been on `day`?"""
        return self.earliest <= day <= self.latest
