"""What a date says, and the days of the calendar it means in a report of a given day."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from repatria.claims.words.numbers import Duration


@dataclass(frozen=True, slots=True)
class Said:
    """A date as it was said, not yet placed in the calendar.

    Attributes:
        back: a length of time before ``anchor``: ``report`` ("nine days ago") or ``event`` ("six days earlier").
        anchor: ``month`` for a day whose month was told before ("on the 24th"; see ``months_told``).
        last: "last September": the one before the present one.
        until_day: the second day of "14 to 16 April".
        part: ``early``, ``mid`` or ``late`` in a month.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    until_day: int | None = None
    weekday: int | None = None
    holiday: str | None = None
    back: Duration | None = None
    days: int | None = None
    anchor: str = "report"
    last: bool = False
    part: str | None = None

    @property
    def full(self) -> bool:
        """Does it name year, month and day?"""
        return None not in (self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days in the calendar, one day where `first` equals `last`."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Is it one day?"""
        return self.first == self.last

    def __str__(self) -> str:
        if self.exact:
            return self.first.isoformat()
        days = calendar.monthrange(self.first.year, self.first.month)[1]
        if self.first.day == 1 and self.last == self.first.replace(day=days):
            return self.first.isoformat()[:7]
        return f"{self.first}/{self.last}"


def place(said: Said, as_of: date, event: date | None = None) -> Period | None:
    """Find the days that `said` means in a report of `as_of`; a day after the report is not meant.

    Args:
        event: the day of the event that "earlier" looks back from.
    """
    if said.back:
        period = _back(said.back, event if said.anchor == "event" and event else as_of)
        return _one(period.first.replace(day=min(said.day, period.last.day))) if said.day else period
    if said.days is not None:
        as_of = event if event and said.anchor == "event" else as_of
        return _one(as_of + timedelta(days=said.days))
    if said.weekday is not None:
        as_of = event if event and said.anchor == "event" else as_of
        days = (as_of.weekday() - said.weekday) % 7
        return _one(as_of - timedelta(days=days + (7 if said.last and days == 0 else 0)))
    if said.holiday:
        return _holiday(said.holiday, said.year, as_of)
    if said.month is None:
        return Period(date(said.year, 1, 1), date(said.year, 12, 31)) if said.year else None
    return _by_month(said, as_of)


def _one(day: date) -> Period:
    return Period(day, day)


def _back(length: Duration, start: date) -> Period:
    if length.unit in ("day", "week"):
        return _one(start - timedelta(days=length.amount * (7 if length.unit == "week" else 1)))
    months = length.amount * (12 if length.unit == "year" else 1) + length.months
    total = start.year * 12 + start.month - 1 - months
    year, month = divmod(total, 12)
    return _whole_month(year, month + 1)


def _whole_month(year: int, month: int) -> Period:
    return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _by_month(said: Said, as_of: date) -> Period | None:
    assert said.month is not None
    year = said.year or as_of.year
    if said.year is None and date(year, said.month, min(said.day or 1, 28)) > as_of:
        year -= 1
    if said.last and said.year is None and (year, said.month) == (as_of.year, as_of.month):
        year -= 1
    if said.day is None:
        return _part_of(_whole_month(year, said.month), said.part)
    try:
        first = date(year, said.month, said.day)
        return Period(first, date(year, said.month, said.until_day or said.day))
    except ValueError:
        return None


def _part_of(month: Period, part: str | None) -> Period:
    """The days that may be called the beginning, middle or end of a month: they overlap."""
    if part is None:
        return month
    first, last = {"early": (1, 12), "mid": (9, 21), "late": (19, month.last.day)}[part]
    return Period(month.first.replace(day=first), month.first.replace(day=last))


# Month and day; and days from Orthodox Easter.
_FIXED_FEASTS = {
    "independence_ua": (8, 24), "new_year_eve": (12, 31), "new_year": (1, 1), "christmas": (12, 25),
    "victory_day": (5, 9), "constitution_ua": (6, 28), "russia_day": (6, 12),
}  # fmt: skip
_MOVABLE_FEASTS = {"good_friday": -2, "holy_saturday": -1, "easter": 0, "easter_monday": 1}


def _holiday(name: str, year: int | None, as_of: date) -> Period | None:
    eve, feast = name.startswith("eve:"), name.removeprefix("eve:")

    def in_year(y: int) -> date:
        month_day = _FIXED_FEASTS.get(feast)
        day = date(y, *month_day) if month_day else orthodox_easter(y) + timedelta(days=_MOVABLE_FEASTS[feast])
        return day - timedelta(days=eve)

    if year:
        return _one(in_year(year))
    this = in_year(as_of.year)
    return _one(this if this <= as_of + timedelta(days=1) else in_year(as_of.year - 1))


def orthodox_easter(year: int) -> date:
    """Easter by the Julian reckoning, as a day of today's calendar (Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)
