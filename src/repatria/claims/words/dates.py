"""Dates as reports write them: absolute, by weekday, by feast, or so and so long before something."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from repatria.claims.words.durations import duration
from repatria.claims.words.languages import Language
from repatria.claims.words.languages.time_words import NEXT_DAY
from repatria.claims.words.lexicon import forms
from repatria.claims.words.numbers import Duration, Spoken, cardinal, integer, lookup, ordinal
from repatria.claims.words.tokens import Token

FIRST_YEAR, LAST_YEAR = 1990, 2100


@dataclass(frozen=True, slots=True)
class Said:
    """A date as it was said, not yet placed in the calendar.

    Attributes:
        back: a length of time before ``anchor``: ``report`` ("nine days ago") or ``event`` ("six days earlier").
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


# ---- reading -------------------------------------------------------------------------------------------


def read(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """Read a date that begins at `at`."""
    readers = (
        _iso,
        _dotted,
        _range,
        _day_month,
        _month_day,
        _last,
        _day_after,
        _relative,
        _named,
        _weekday,
        _month,
        _year,
    )
    found = (reader(tokens, at, language) for reader in readers)
    return next((spoken for spoken in found if spoken), None)


def _month_at(tokens: Sequence[Token], at: int, language: Language) -> int | None:
    if at >= len(tokens):
        return None
    pair = " ".join(t.text for t in tokens[at : at + 2])
    return _MONTHS_OF_TWO_WORDS.get(pair.removeprefix("و")) or lookup(language.months, tokens[at].text)


# Syrian names of months.
_MONTHS_OF_TWO_WORDS = {"تشرين الاول": 10, "تشرين الثاني": 11, "كانون الاول": 12, "كانون الثاني": 1}


def _after_month(tokens: Sequence[Token], at: int) -> int:
    """The place behind the month that begins at `at`."""
    return at + (2 if tokens[at].text.removeprefix("و") in ("تشرين", "كانون") else 1)


def _year_at(tokens: Sequence[Token], at: int) -> int | None:
    if at < len(tokens) and tokens[at].kind == "number" and len(tokens[at].text) == 4:
        value = integer(tokens[at].text)
        return value if FIRST_YEAR <= value < LAST_YEAR else None
    return None


def _with_year(tokens: Sequence[Token], at: int, end: int, language: Language, said: Said) -> Spoken:
    skip = 1 if end < len(tokens) and tokens[end].text in (",", "of", "عام", "سنه") else 0
    year = _year_at(tokens, end + skip)
    if year:
        end += skip + 1
        if end < len(tokens) and tokens[end].text in language.year_words:
            end += 1
    return Spoken(replace(said, year=year), end - at)


def _day_number(tokens: Sequence[Token], at: int, language: Language) -> tuple[int, int] | None:
    """A day of a month and how many tokens it takes: 18, 5th, "الثاني"."""
    for reader in (ordinal, cardinal):
        spoken = reader(tokens, at, language) if at < len(tokens) else None
        if spoken and isinstance(spoken.value, int) and 1 <= spoken.value <= 31:
            return spoken.value, spoken.length
    return None


def _iso(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    year = _year_at(tokens, at)
    texts = [t.text for t in tokens[at : at + 5]]
    if year and len(texts) == 5 and texts[1] == texts[3] == "-" and texts[2].isdigit() and texts[4].isdigit():
        return _checked(year, int(texts[2]), int(texts[4]), 5)
    return None


def _dotted(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    texts = [t.text for t in tokens[at : at + 5]]
    marked = len(texts) == 5 and texts[1] == texts[3] and texts[1] in "./"
    if marked and _year_at(tokens, at + 4) and texts[0].isdigit() and texts[2].isdigit():
        return _checked(int(texts[4]), int(texts[2]), int(texts[0]), 5)
    return None


def _checked(year: int, month: int, day: int, length: int) -> Spoken | None:
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Spoken(Said(year=year, month=month, day=day), length)


def _range(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    opening, inside = language.range_words
    start = at + 1 if tokens[at].text in opening else at
    first = _day_number(tokens, start, language)
    if not first:
        return None
    middle = start + first[1]
    if middle >= len(tokens) or not (tokens[middle].text in inside or tokens[middle].text in "-—"):
        return None
    last = _day_number(tokens, middle + 1, language)
    if not last:
        return None
    end = middle + 1 + last[1]
    month = _month_at(tokens, end, language)
    if not month:
        return None
    return _with_year(
        tokens, at, _after_month(tokens, end), language, Said(month=month, day=first[0], until_day=last[0])
    )


def _day_month(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    found = _day_number(tokens, at, language)
    if not found:
        return None
    end = at + found[1]
    if of_last := _of_last_month(tokens, at, end, found[0], language):
        return of_last
    if end < len(tokens) and tokens[end].text in ("of", "من"):
        end += 1
    month = _month_at(tokens, end, language)
    if not month:
        return None
    return _with_year(tokens, at, _after_month(tokens, end), language, Said(month=month, day=found[0]))


_OF_SAME_MONTH = [
    phrase.split()
    for phrase in (
        "of the same month", "of that month", "того же месяца", "того ж місяця", "того самого місяця",
        "من الشهر نفسه", "من الشهر ذاته", "من ذلك الشهر",
    )
]  # fmt: skip


def _of_last_month(tokens: Sequence[Token], at: int, end: int, day: int, language: Language) -> Spoken | None:
    """ "пятого числа прошлого месяца", "5-го числа минулого місяця", "the 25th of the same month"."""
    texts = [t.text for t in tokens[end : end + 4]]
    for phrase in _OF_SAME_MONTH:
        if texts[: len(phrase)] == phrase:
            return Spoken(Said(day=day, back=Duration(0, "month"), anchor="event"), end + len(phrase) - at)
    texts = texts[:3]
    told = len(texts) == 3 and texts[0] == "числа" and texts[1] in language.last | language.this
    if not told or language.units.get(texts[2]) != "month":
        return None
    return Spoken(Said(day=day, back=Duration(int(texts[1] in language.last), "month")), end + 3 - at)


def _month_day(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    month = _month_at(tokens, at, language)
    if not month or language.code != "en":
        return None
    dot = 1 if at + 1 < len(tokens) and tokens[at + 1].text == "." else 0
    found = _day_number(tokens, at + 1 + dot, language)
    if not found or tokens[at + 1 + dot].text == "one":  # "the March one" is an exchange
        return None
    return _with_year(tokens, at, at + 1 + dot + found[1], language, Said(month=month, day=found[0]))


def _last(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """ "last September", "минулого четверга"; Arabic puts the word behind."""
    if tokens[at].text in language.last | language.this and at + 1 < len(tokens):
        last = tokens[at].text in language.last
        month = _month_at(tokens, at + 1, language)
        weekday = lookup(language.weekdays, tokens[at + 1].text)
        if month or weekday is not None:
            return Spoken(Said(month=month, weekday=weekday, last=last), 2)
    words = [t.text for t in tokens[at : at + 2]]
    month_first = [words[-1], words[0]] if words[0] not in language.last else words
    if len(words) == 2 and month_first[0] in language.last and month_first[1] in _MONTH_WORDS:
        return Spoken(Said(back=Duration(1, "month")), 2)
    return None


_MONTH_WORDS = frozenset("month місяця месяца الشهر".split())


def _relative(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """ "nine days ago", "a day earlier", "двенадцатью днями раньше", "قبل خمسة أيام"."""
    if tokens[at].text in language.prefixed and at + 1 < len(tokens):
        after = duration(tokens, at + 1, language)
        if after and isinstance(after.value, Duration):
            return Spoken(Said(back=after.value), after.length + 1)
    spoken = duration(tokens, at, language)
    if not spoken or not isinstance(spoken.value, Duration):
        return None
    end = at + spoken.length
    for anchor, words in (("report", language.ago), ("event", language.earlier)):
        for phrase in words:
            length = len(phrase.split())
            if " ".join(t.text for t in tokens[end : end + length]) == phrase:
                return Spoken(Said(back=spoken.value, anchor=anchor), spoken.length + length)
    return None


def _named(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    for length in (5, 4, 3, 2, 1):
        phrase = " ".join(t.text for t in tokens[at : at + length])
        if phrase in language.holidays:
            year = _year_at(tokens, at + length)
            said = Said(holiday=language.holidays[phrase], year=year)
            return Spoken(said, length + (1 if year else 0))
        that_day = (at > 0 and tokens[at - 1].text in _THAT) or _eve_of(tokens, at + length, phrase)
        if phrase in language.days_by_name and not that_day and not _of_a_series(tokens, at + length):
            return Spoken(Said(days=language.days_by_name[phrase]), length)
    return None


# "Накануне Дня Победы" is the eve of a feast, and "накануне" alone is yesterday.
_EVE, _FEASTS = (
    {"накануне", "напередодні"},
    ("дня", "нов", "рожд", "різд", "праздник", "свят", "годовщ", "річниц", "пасх"),
)


def _eve_of(tokens: Sequence[Token], at: int, phrase: str) -> bool:
    return phrase in _EVE and at < len(tokens) and tokens[at].text.startswith(_FEASTS)


_AFTER = ("after", "после", "після", "بعد", "لـ", "от", "від")  # "the day after the telephone call"


def _day_after(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """ "The next day", "на следующий день": after the exchange that was told of just now."""
    for length in (4, 3, 2):
        after = tokens[at + length].text if at + length < len(tokens) else ""
        if " ".join(t.text for t in tokens[at : at + length]) in NEXT_DAY and after not in _AFTER:
            return Spoken(Said(days=1, anchor="event"), length)
    return None


_THAT = {"ذلك", "هذاك"}
_NTH_DAY = {"الاخير", "الاول", "الثاني", "الثالث", "الرابع", "التالي", "نفسه", "ذاته"}


def _of_a_series(tokens: Sequence[Token], at: int) -> bool:
    """Arabic "the day" is "today", unless it is "the last day" or "day 1443"."""
    return at < len(tokens) and (tokens[at].text in _NTH_DAY or tokens[at].kind == "number")


def _weekday(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    weekday = lookup(language.weekdays, tokens[at].text)
    if weekday is None or (language.code == "en" and len(tokens[at].text) == 3):
        return None
    return Spoken(Said(weekday=weekday), 1)


# "The March one", "a May exchange": a month, where the word alone might be a verb.
_EXCHANGES = frozenset("one exchange swap handover deal round release operation".split())


def _month(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    month = _month_at(tokens, at, language)
    if not month:
        return None
    before = tokens[at - 1].text if at else ""
    of_exchange = before in ("the", "a", "'s") and any(t.text in _EXCHANGES for t in tokens[at + 1 : at + 2])
    if tokens[at].text in ("may", "march", "mar", "sat", "sun") and not of_exchange and before not in (
        *language.on_words, "since", "last", "early", "late", "mid", "-", "until", "of",
    ):  # fmt: skip
        return None
    return _with_year(tokens, at, _after_month(tokens, at), language, Said(month=month, part=_part(tokens, at)))


_PARTS = {
    **dict.fromkeys("early start beginning начале начала початку أوائل اوائل مطلع بداية بدايه".split(), "early"),
    **dict.fromkeys("mid middle середине середины середині منتصف اواسط".split(), "mid"),
    **dict.fromkeys("late end конце конца кінці наприкінці اواخر نهايه".split(), "late"),
}


def _part(tokens: Sequence[Token], at: int) -> str | None:
    """ "Mid-December", "in the middle of December", "в начале июня", "في منتصف ديسمبر"."""
    before = [t.text for t in tokens[max(0, at - 2) : at] if t.text not in ("-", "of")]
    word = before[-1] if before else ""
    return _PARTS.get(word) or next((_PARTS[f] for f in forms(word) if f in _PARTS), None) if word else None


def _year(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    year = _year_at(tokens, at)
    if not year:
        return None
    before = tokens[at - 1].text if at else ""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    with_word = after in language.year_words or before in language.year_words
    if with_word or before in (*language.on_words, "since", "between", "of", "and", "منذ", "until", "during"):
        return Spoken(Said(year=year), (2 if after in language.year_words else 1) + _case_ending(tokens, at + 1))
    return None


def _case_ending(tokens: Sequence[Token], at: int) -> int:
    """How many tokens write out the case of a year: "2022-го"."""
    texts = [t.text for t in tokens[at : at + 2]]
    return 2 if len(texts) == 2 and texts[0] == "-" and texts[1] in ("го", "му", "м", "й", "року", "го") else 0


# ---- placing in the calendar ---------------------------------------------------------------------------


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


def _holiday(name: str, year: int | None, as_of: date) -> Period | None:
    def in_year(y: int) -> date:
        easter = orthodox_easter(y)
        return {
            "easter": easter,
            "holy_saturday": easter - timedelta(days=1),
            "independence_ua": date(y, 8, 24),
            "new_year_eve": date(y, 12, 31),
            "new_year": date(y, 1, 1),
            "christmas": date(y, 12, 25),
        }[name]

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
