"""Dates as two parties write them, and what a pair of dates says.

A date is (year, month, day), 0 for what is not known. A first of January counts as "only the year is known"
when it differs from the other side's day: registers write it for want of a better one.
"""

import re
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

Dates = NDArray[np.int32]
_YEAR_FIRST = re.compile(r"^\s*(\d{4})(?:[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?)?(?:[T ].*)?\s*$")
_DAY_FIRST = re.compile(r"^\s*(?:(\d{1,2})[-./ ])?(\d{1,2})[-./ ](\d{4})(?:\s.*)?\s*$")
_EIGHT_DIGITS = re.compile(r"^\s*((?:1[89]|20)\d\d)(\d\d)(\d\d)\s*$")
_SLIP_YEARS = 2
_FORTNIGHT = 14
_GENERATION = 12  # Years between two persons of one name: father and son rather than a slip.


class DateLevel(IntEnum):
    """What two dates say of each other."""

    MISSING = 0
    SAME = 1
    SWAPPED = 2  # Day and month stand in each other's place.
    ONE_SLIP = 3  # One digit differs, or two neighbours are exchanged.
    YEAR_OFF = 4  # Same day and month, the year one or two off.
    DAYS_OFF = 5  # Less than a fortnight apart.
    TWO_SLIPS = 6  # The year one, two or ten off, and the day one off.
    SAME_YEAR_ONLY = 7  # One side knows only the year, and it agrees.
    NEAR_YEAR_ONLY = 8  # One side knows only the year: one, two or ten off.
    SAME_YEAR = 9  # Both know the day; only the year agrees.
    NEAR = 10  # Both know the day; nothing agrees, the years are near.
    FAR = 11
    GENERATION = 12


def parse(text: str) -> tuple[int, int, int]:
    """Read a date as (year, month, day), 0 for what is not given or cannot be."""
    found = _EIGHT_DIGITS.match(text) or _YEAR_FIRST.match(text)
    if found:
        year, month, day = (int(part or 0) for part in found.groups())
    else:
        found = _DAY_FIRST.match(text)
        if not found:
            return 0, 0, 0
        day, month, year = (int(part or 0) for part in found.groups())
    if month > 12 >= day:
        day, month = month, day
    if month > 12 or day > 31:
        month = day = 0
    return year, month, day


def levels(a: Dates, b: Dates) -> NDArray[np.int8]:
    """Compare dates written as the integers yyyymmdd (0 unknown), pair by pair, into DateLevel."""
    ya, ma, da = a // 10000, a // 100 % 100, a % 100
    yb, mb, db = b // 10000, b // 100 % 100, b % 100
    years = np.abs(ya - yb)
    full = (da > 0) & (db > 0)
    vague = ~full | ((ma == 1) & (da == 1)) | ((mb == 1) & (db == 1))
    misread = (years <= _SLIP_YEARS) | (years == 10)
    same_day = full & (ma == mb) & (da == db)
    rules = [  # The first that holds decides.
        ((ya == 0) | (yb == 0), DateLevel.MISSING),
        (full & (a == b), DateLevel.SAME),
        (full & (years == 0) & (ma == db) & (da == mb), DateLevel.SWAPPED),
        (same_day & (years <= _SLIP_YEARS), DateLevel.YEAR_OFF),
        (full & _one_slip(a, b), DateLevel.ONE_SLIP),
        (vague & (years == 0), DateLevel.SAME_YEAR_ONLY),
        (full & (np.abs(day_number(a) - day_number(b)) < _FORTNIGHT), DateLevel.DAYS_OFF),
        (full & misread & (ma == mb) & (np.abs(da - db) <= 1), DateLevel.TWO_SLIPS),
        (vague & misread, DateLevel.NEAR_YEAR_ONLY),
        (years == 0, DateLevel.SAME_YEAR),
        (years <= _SLIP_YEARS, DateLevel.NEAR),
        (years >= _GENERATION, DateLevel.GENERATION),
    ]
    return np.select([rule for rule, _ in rules], [level for _, level in rules], DateLevel.FAR).astype(np.int8)


_DAYS_BEFORE_MONTH = np.array([0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334], np.int32)


def day_number(date: Dates) -> Dates:
    """Number days one after another (to a day or two: leap days are spread over the years)."""
    year, month, day = date // 10000, date // 100 % 100, date % 100
    return year * 365 + year // 4 + _DAYS_BEFORE_MONTH[month] + day


_PLACES = 10 ** np.arange(8, dtype=np.int32)


def _one_slip(a: Dates, b: Dates) -> NDArray[np.bool_]:
    """Tell where exactly one of eight digits differs, or two neighbouring digits are exchanged."""
    differing = np.zeros(len(a), np.int8)
    at_sum = np.zeros(len(a), np.int8)
    for place, power in enumerate(_PLACES):
        different = a // power % 10 != b // power % 10
        differing += different
        at_sum += different * np.int8(place)
    two = np.flatnonzero(differing == 2)
    exchanged = np.zeros(len(a), bool)
    for place in range(7):
        here = two[at_sum[two] == 2 * place + 1]
        low_a, high_a = a[here] // _PLACES[place] % 10, a[here] // _PLACES[place + 1] % 10
        low_b, high_b = b[here] // _PLACES[place] % 10, b[here] // _PLACES[place + 1] % 10
        exchanged[here] |= (low_a == high_b) & (high_a == low_b) & (low_a != low_b)
    return np.asarray((differing == 1) | exchanged)
