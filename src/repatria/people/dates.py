"""Dates as lists write them: kept as written, with the range of days they can mean and every doubt named.

A doubtful date is never dropped and never settled in silence: a person decides, on the words of `doubt`.
"""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

import polars as pl

from repatria.i18n import _
from repatria.people.months import GREGORIAN, HIJRI

EARLIEST_YEAR = 1900
"""Nobody on a list of living captives was born before this year."""


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as written, and the days it can mean.

    `earliest` and `latest` include each other; both are None when nothing can be read. `doubt` says in words why a
    person must look at it, and is empty when the date is certain (to its precision).
    """

    text: str
    earliest: date | None = None
    latest: date | None = None
    precision: Precision = Precision.NONE
    doubt: str = ""

    @property
    def ambiguous(self) -> bool:
        """Whether a person must decide what is meant."""
        return bool(self.doubt)

    @property
    def value(self) -> str:
        """The certain date as ``1990``, ``1990-08`` or ``1990-08-17``; empty when in doubt or absent."""
        if self.doubt or self.earliest is None:
            return ""
        return self.earliest.isoformat()[: {"year": 4, "month": 7, "day": 10}[self.precision]]


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How a sender writes dates, and which days are believed.

    `confirmed` says that a person has settled the order of day and month: 03/04/1990 is then no longer in doubt.
    """

    day_first: bool = True
    confirmed: bool = False
    reference_day: date | None = None
    earliest_year: int = EARLIEST_YEAR


_SEPARATOR = r"\s*[-./\s]\s*"
_UNKNOWN = r"[?xх_]{1,2}"
_YMD = re.compile(rf"(\d{{4}})({_SEPARATOR})(\d{{1,2}})\2(\d{{1,2}})")
_DMY = re.compile(rf"(\d{{1,2}})({_SEPARATOR})(\d{{1,2}})\2(\d{{4}})")
_DMY_SHORT = re.compile(rf"(\d{{1,2}})({_SEPARATOR})(\d{{1,2}})\2(\d{{2}})")
_YM = re.compile(r"(\d{4})[-./](\d{1,2})")
_MY = re.compile(r"(\d{1,2})[-./](\d{4})")
_YEARS = re.compile(r"(\d{4})\s*[-/]\s*(\d{4})")
_UNKNOWN_DAY = re.compile(rf"(?:(\d{{4}})-(\d\d)-{_UNKNOWN}|{_UNKNOWN}\.(\d\d)\.(\d{{4}}))")
_UNKNOWN_MONTH = re.compile(rf"(?:(\d{{4}})-{_UNKNOWN}-{_UNKNOWN}|{_UNKNOWN}\.{_UNKNOWN}\.(\d{{4}}))")
_TIME = re.compile(r"(?<=\d)(?:t|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*z?$")
# "г.р.", "року", "م": words for "year" and "born" that follow a date and change nothing.
_YEAR_WORD = re.compile(r"(?<=\d)\s*(?:г\s*\.?\s*р|р\s*\.?\s*н|года|год|року|рік|г|р|م|ميلادي[ةه]?)\s*\.?$")
_ABOUT = re.compile(
    r"^(?:~|≈|c\.|ca\.?|circa|about|approx\.?|бл\.?|близько|біля|прибл\.?|ок\.?|около|прим\.?|حوالي)\s*|\s*\(?\?\)?$"
)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_LUNAR_MARK = re.compile(r"هـ|هجري|(?<=\d)\s*ه$|\b(?:ah|hijri)\b")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|-?го|-?е)\b")


def read_date(text: str, style: DateStyle = DateStyle()) -> PartialDate:
    """Read a date as a list writes it; never raises, whatever stands there.

    Examples: ``1990``, ``08.1990``, ``17 серпня 1990``, ``17.08.1990 р.``, ``٢٠٠٠-٠٨-١٧``.
    """
    words = _normal(text)
    if not words:
        return PartialDate(text)
    about = None if "?-" in words or "?." in words else _ABOUT.search(words)
    found = _read(text, _ABOUT.sub("", words) if about else words, style)
    if found.earliest is None or found.latest is None:
        return found
    if about and not found.doubt:
        return _doubted(found, _("the date is marked as uncertain"))
    return _within_span(found, style)


def plainly_certain(texts: pl.Series, style: DateStyle) -> pl.Series:
    """Tell which texts of a column are whole dates in the two usual shapes and in no doubt (others may be, too).

    For long lists: what this says of a text, :func:`read_date` says as well.
    """
    iso = pl.when(texts.str.contains(r"^\d{4}-\d\d-\d\d$")).then(texts.str.to_date("%Y-%m-%d", strict=False))
    dotted = pl.when(texts.str.contains(r"^\d\d\.\d\d\.\d{4}$") & style.day_first).then(
        texts.str.to_date("%d.%m.%Y", strict=False)
    )
    day = pl.select(pl.coalesce(iso, dotted)).to_series()
    known = day.is_not_null() & (day.dt.year() >= style.earliest_year)
    if style.reference_day:
        known &= day <= style.reference_day
    return known.fill_null(value=False)


def _normal(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).translate(_DASHES).casefold()
    seen = "".join(c for c in folded if unicodedata.category(c) != "Cf")
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in seen)
    return _YEAR_WORD.sub("", _TIME.sub("", digits.strip())).strip(" ,")


def _doubted(found: PartialDate, doubt: str) -> PartialDate:
    return PartialDate(found.text, found.earliest, found.latest, found.precision, doubt)


def _within_span(found: PartialDate, style: DateStyle) -> PartialDate:
    assert found.earliest is not None
    assert found.latest is not None
    if found.latest.year < style.earliest_year:
        lunar = 1300 <= found.latest.year <= 1500
        return _doubted(
            found,
            _("the year looks like one of the lunar calendar") if lunar else _("the year is too long ago"),
        )
    if style.reference_day and found.earliest > style.reference_day:
        return _doubted(found, _("the date lies in the future"))
    return found


def _read(text: str, words: str, style: DateStyle) -> PartialDate:
    if _LUNAR_MARK.search(words) or _months_of(_hijri_names(), words):
        return PartialDate(text, doubt=_("the date is of the lunar calendar; write the common one beside it"))
    if months := _months_of(_gregorian_names(), words):
        return _with_month_name(text, words, months, style)
    for shape, reader in _SHAPES:
        if match := shape.fullmatch(words):
            return reader(text, match, style)
    return PartialDate(text, doubt=_not_a_date())


def _not_a_date() -> str:
    return _("this is not a date")


# --- a year, a month, a day


def _year(text: str, year: int, doubt: str = "") -> PartialDate:
    if not 1 <= year <= 9999:
        return PartialDate(text, doubt=_not_a_date())
    return PartialDate(text, date(year, 1, 1), date(year, 12, 31), Precision.YEAR, doubt)


def _month(text: str, year: int, month: int, doubt: str = "") -> PartialDate:
    if not 1 <= month <= 12:
        whole = _("there is no month 0") if month == 0 else _("there is no such month")
        return _year(text, year, doubt or whole)
    if not 1 <= year <= 9999:
        return PartialDate(text, doubt=_not_a_date())
    last = monthrange(year, month)[1]
    return PartialDate(text, date(year, month, 1), date(year, month, last), Precision.MONTH, doubt)


def _day(text: str, year: int, month: int, day: int, doubt: str = "") -> PartialDate:
    try:
        found = date(year, month, day)
    except ValueError:
        return _month(text, year, month, doubt or _("there is no such day"))
    return PartialDate(text, found, found, Precision.DAY, doubt)


# --- shapes of figures


def _read_ymd(text: str, match: re.Match[str], style: DateStyle) -> PartialDate:
    return _day(text, int(match[1]), int(match[3]), int(match[4]))


def _read_dmy(text: str, match: re.Match[str], style: DateStyle) -> PartialDate:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    return _day_and_month(text, first, second, year, match[2].strip() == ".", style)


def _day_and_month(text: str, first: int, second: int, year: int, dotted: bool, style: DateStyle) -> PartialDate:
    day, month = (first, second) if style.day_first else (second, first)
    either = 1 <= first <= 12 and 1 <= second <= 12 and first != second
    # Nobody writes the month first with dots; with strokes both orders are written all over the world.
    settled = style.confirmed or (dotted and style.day_first)
    if 1 <= day <= 12 < month <= 31:
        exchanged = _day(text, year, day, month)
        return _doubted(exchanged, _("day and month stand in another order than in the rest of the list"))
    if not either or settled:
        return _day(text, year, month, day)
    if not 1 <= year <= 9999:
        return PartialDate(text, doubt=_not_a_date())
    both = sorted([date(year, first, second), date(year, second, first)])
    return PartialDate(text, both[0], both[1], Precision.DAY, _("day and month could be exchanged"))


def _read_short_year(text: str, match: re.Match[str], style: DateStyle) -> PartialDate:
    first, second, short = int(match[1]), int(match[3]), int(match[4])
    last = style.reference_day.year if style.reference_day else 2099
    years = [y for y in range(style.earliest_year, last + 1) if y % 100 == short]
    loose = [_day_and_month(text, first, second, y, match[2].strip() == ".", style) for y in years]
    days = [d for found in loose for d in (found.earliest, found.latest) if d]
    if not days:
        return PartialDate(text, doubt=_not_a_date())
    return PartialDate(text, min(days), max(days), Precision.DAY, _("the year has two figures"))


def _read_ym(text: str, match: re.Match[str], style: DateStyle) -> PartialDate:
    return _year_and_month(text, int(match[1]), match[2])


def _read_my(text: str, match: re.Match[str], style: DateStyle) -> PartialDate:
    return _year_and_month(text, int(match[2]), match[1])


def _year_and_month(text: str, year: int, month: str) -> PartialDate:
    return _month(text, year, int(month), "" if len(month) == 2 else _("the date may have been cut short"))


def _read_year(text: str, match: re.Match[str], style: DateStyle) -> PartialDate:
    return _year(text, int(match[0]))


def _read_years(text: str, match: re.Match[str], style: DateStyle) -> PartialDate:
    years = sorted((int(match[1]), int(match[2])))
    if years[0] < 1:
        return PartialDate(text, doubt=_not_a_date())
    doubt = _("two years are given")
    return PartialDate(text, date(years[0], 1, 1), date(years[1], 12, 31), Precision.YEAR, doubt)


def _read_unknown_day(text: str, match: re.Match[str], style: DateStyle) -> PartialDate:
    return _month(text, int(match[1] or match[4]), int(match[2] or match[3]))


def _read_unknown_month(text: str, match: re.Match[str], style: DateStyle) -> PartialDate:
    return _year(text, int(match[1] or match[2]))


def _read_eight(text: str, match: re.Match[str], style: DateStyle) -> PartialDate:
    figures = match[0]
    found = _day(text, int(figures[:4]), int(figures[4:6]), int(figures[6:]))
    if found.precision is Precision.DAY and found.earliest and found.earliest.year >= style.earliest_year:
        return found
    other = _day(text, int(figures[4:]), int(figures[2:4]), int(figures[:2]))
    if other.precision is Precision.DAY and other.earliest and other.earliest.year >= style.earliest_year:
        return _doubted(other, _("eight figures without order: write the year first"))
    return PartialDate(text, doubt=_not_a_date())


def _read_serial(text: str, match: re.Match[str], style: DateStyle) -> PartialDate:
    """A spreadsheet's day number that has lost its format (day 1 is 1 January 1900 or 2 January 1904)."""
    day = date(1899, 12, 30) + timedelta(days=int(match[0]))
    later = day + timedelta(days=1462)
    doubt = _("a number, perhaps a spreadsheet's date that has lost its format")
    return PartialDate(text, day, later, Precision.DAY, doubt)


_SHAPES = (
    (_YMD, _read_ymd),
    (_DMY, _read_dmy),
    (_DMY_SHORT, _read_short_year),
    (_YM, _read_ym),
    (_MY, _read_my),
    (_YEARS, _read_years),
    (_UNKNOWN_DAY, _read_unknown_day),
    (_UNKNOWN_MONTH, _read_unknown_month),
    (re.compile(r"\d{8}"), _read_eight),
    (re.compile(r"\d{5}"), _read_serial),
    (re.compile(r"\d{4}"), _read_year),
)


# --- names of months


@cache
def _gregorian_names() -> tuple[re.Pattern[str], dict[str, int]]:
    names = {
        name.replace("_", " ").casefold(): number
        for months in GREGORIAN.values()
        for number, words in enumerate(months, 1)
        for name in words.split()
    }
    return _any_of(names), names


@cache
def _hijri_names() -> tuple[re.Pattern[str], dict[str, int]]:
    names = dict.fromkeys((name.replace("_", " ") for name in HIJRI.split()), 0)
    return _any_of(names), names


def _any_of(names: dict[str, int]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, longest_first))})(?![^\W\d_])")


def _months_of(known: tuple[re.Pattern[str], dict[str, int]], words: str) -> list[int]:
    pattern, numbers = known
    return [numbers[name] for name in pattern.findall(words)]


def _with_month_name(text: str, words: str, months: list[int], style: DateStyle) -> PartialDate:
    rest = _gregorian_names()[0].sub(" ", _ORDINAL.sub("", words))
    figures = re.split(r"[\s,./-]+", rest.strip(" ,./-"))
    if len(set(months)) != 1 or not all(f.isdecimal() and len(f) <= 4 for f in figures):
        return PartialDate(text, doubt=_not_a_date())
    years = [f for f in figures if len(f) == 4]
    days = [f for f in figures if len(f) <= 2]
    if len(figures) == 2 and len(days) == 2:
        return _named_month_short_year(text, months[0], int(days[0]), days[1], style)
    if len(years) != 1 or len(years) + len(days) != len(figures) or len(days) > 1:
        return PartialDate(text, doubt=_not_a_date())
    if days:
        return _day(text, int(years[0]), months[0], int(days[0]))
    return _month(text, int(years[0]), months[0])


def _named_month_short_year(text: str, month: int, day: int, year: str, style: DateStyle) -> PartialDate:
    match = _DMY_SHORT.fullmatch(
        f"{day:02}.{month:02}.{year}" if style.day_first else f"{month:02}.{day:02}.{year}"
    )
    assert match
    return _read_short_year(text, match, DateStyle(style.day_first, True, style.reference_day, style.earliest_year))
