"""The parts a date is put together from: a month by its name, a year, the number of a day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from repatria.claims.words.dates import Said
from repatria.claims.words.languages import Language
from repatria.claims.words.numbers import Spoken, cardinal, integer, lookup, ordinal
from repatria.claims.words.tokens import Token

FIRST_YEAR, LAST_YEAR = 1990, 2100


def month_at(tokens: Sequence[Token], at: int, language: Language) -> int | None:
    """The number of the month whose name begins at `at`."""
    if at >= len(tokens):
        return None
    pair = " ".join(t.text for t in tokens[at : at + 2])
    return _MONTHS_OF_TWO_WORDS.get(pair.removeprefix("و")) or lookup(language.months, tokens[at].text)


# Syrian names of months.
_MONTHS_OF_TWO_WORDS = {"تشرين الاول": 10, "تشرين الثاني": 11, "كانون الاول": 12, "كانون الثاني": 1}


def after_month(tokens: Sequence[Token], at: int, language: Language) -> int:
    """The place behind the month that begins at `at`; its other name may follow ("يناير/كانون الثاني")."""
    end = at + _names_of_month(tokens, at)
    sign = tokens[end].text if end < len(tokens) else ""
    if sign not in ("/", "(") or not month_at(tokens, end + 1, language):
        return end
    behind = end + 1 + _names_of_month(tokens, end + 1)
    if sign == "(":
        return behind + 1 if behind < len(tokens) and tokens[behind].text == ")" else end
    return behind


def _names_of_month(tokens: Sequence[Token], at: int) -> int:
    return 2 if tokens[at].text.removeprefix("و") in ("تشرين", "كانون") else 1


def year_at(tokens: Sequence[Token], at: int) -> int | None:
    """The year in figures at `at`."""
    if at < len(tokens) and tokens[at].kind == "number" and len(tokens[at].text) == 4:
        value = integer(tokens[at].text)
        return value if FIRST_YEAR <= value < LAST_YEAR else None
    return None


def with_year(tokens: Sequence[Token], at: int, end: int, language: Language, said: Said) -> Spoken:
    """Give the date that began at `at`, with the year behind `end` if one is there."""
    skip = 1 if end < len(tokens) and tokens[end].text in (",", "of", "عام", "سنه") else 0
    year = year_at(tokens, end + skip)
    if year:
        end += skip + 1
        if end < len(tokens) and tokens[end].text in language.year_words:
            end += 1
    return Spoken(replace(said, year=year), end - at)


def day_number(tokens: Sequence[Token], at: int, language: Language) -> tuple[int, int] | None:
    """A day of a month and how many tokens it takes: 18, 5th, "الثاني"."""
    for reader in (ordinal, cardinal):
        spoken = reader(tokens, at, language) if at < len(tokens) else None
        if spoken and isinstance(spoken.value, int) and 1 <= spoken.value <= 31:
            return spoken.value, spoken.length
    return None


def checked(year: int, month: int, day: int, length: int) -> Spoken | None:
    """Give a whole date in figures, or None where the calendar has no such day."""
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Spoken(Said(year=year, month=month, day=day), length)
