"""Days that are told without a number: by weekday, by feast, or so and so long before something."""

from collections.abc import Sequence
from dataclasses import replace

from repatria.claims.words.date_parts import month_at, year_at
from repatria.claims.words.dates import Said
from repatria.claims.words.durations import duration
from repatria.claims.words.languages import Language
from repatria.claims.words.languages.days import NEXT_DAY, SAME, SAME_DAY
from repatria.claims.words.lexicon import forms
from repatria.claims.words.numbers import Duration, Spoken, lookup
from repatria.claims.words.tokens import Token


def last(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """ "last September", "минулого четверга"; Arabic puts the word behind."""
    if tokens[at].text in language.last | language.this and at + 1 < len(tokens):
        last = tokens[at].text in language.last
        month = month_at(tokens, at + 1, language)
        weekday = lookup(language.weekdays, tokens[at + 1].text)
        if month or weekday is not None:
            return Spoken(Said(month=month, weekday=weekday, last=last), 2)
    words = [t.text for t in tokens[at : at + 2]]
    month_first = [words[-1], words[0]] if words[0] not in language.last else words
    if len(words) == 2 and month_first[0] in language.last and month_first[1] in _MONTH_WORDS:
        return Spoken(Said(back=Duration(1, "month")), 2)
    return None


_MONTH_WORDS = frozenset("month місяця месяца الشهر".split())


def relative(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """ "nine days ago", "a day earlier", "двенадцатью днями раньше", "قبل خمسة أيام", "بعد ذلك بشهرين"."""
    if language.code == "ar" and (told := _arabic_beside(tokens, at, language)):
        return told
    if at + 1 < len(tokens) and any(form in language.prefixed for form in forms(tokens[at].text)):
        after = duration(tokens, at + 1, language)
        if after and isinstance(after.value, Duration):
            end = at + 1 + after.length
            of_that = next((len(p.split()) for p in language.earlier if _is_here(tokens, end, p)), 0)
            return Spoken(Said(back=after.value, anchor="event" if of_that else "report"), end + of_that - at)
    spoken = duration(tokens, at, language)
    if not spoken or not isinstance(spoken.value, Duration):
        return None
    end = at + spoken.length
    for anchor, words in (("report", language.ago), ("event", language.earlier)):
        for phrase in words:
            if _is_here(tokens, end, phrase):
                return Spoken(Said(back=spoken.value, anchor=anchor), spoken.length + len(phrase.split()))
    return None


def _is_here(tokens: Sequence[Token], at: int, phrase: str) -> bool:
    return [t.text for t in tokens[at : at + len(phrase.split())]] == phrase.split()


_BEFORE_OR_AFTER = {"قبل": 1, "سبق": 1, "بعد": -1, "عقب": -1}
_THAT_EVENT = {"ذلك", "هذا", "التبادل", "العمليه"}
_PRONOUNS = {"ه", "ها", "هم", "هما"}


def _arabic_beside(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """ "قبل ذلك بيومين", "بعدها بشهر": so long before or after what was told of, the length with "by" in front."""
    word = tokens[at].text.removeprefix("و").removeprefix("ف")
    stem = next((s for s in _BEFORE_OR_AFTER if word.startswith(s) and word[len(s) :] in {"", *_PRONOUNS}), None)
    if stem is None:
        return None
    start = at + 1
    if stem == "سبق" and word != stem:
        return None  # "سبقتها بيومين" ranks the exchange before
    if word == stem:
        if start >= len(tokens) or tokens[start].text not in _THAT_EVENT:
            return None
        start += 1
    if start >= len(tokens) or not tokens[start].text.startswith("ب"):
        return None
    found = duration(tokens, start, language)
    if found is None or not isinstance(found.value, Duration):
        return None
    amount = found.value.amount * _BEFORE_OR_AFTER[stem]
    length = start - at + found.length
    if found.value.unit == "day":
        return Spoken(Said(days=-amount, anchor="event"), length)
    return Spoken(Said(back=replace(found.value, amount=amount), anchor="event"), length)


# "The eve of Ukraine's Independence Day" in words and signs.
LONGEST_NAME = 8


def named(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """Read a feast, or "yesterday", "today"."""
    for length in range(min(LONGEST_NAME, len(tokens) - at), 0, -1):
        phrase = " ".join(t.text for t in tokens[at : at + length])
        if phrase in language.holidays:
            year = year_at(tokens, at + length)
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


def day_after(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """ "The next day", "на следующий день": after the exchange that was told of just now."""
    for length in range(min(4, len(tokens) - at), 1, -1):
        after = tokens[at + length].text if at + length < len(tokens) else ""
        if " ".join(t.text for t in tokens[at : at + length]) in NEXT_DAY and after not in _AFTER:
            return Spoken(Said(days=1, anchor="event"), length)
    return None


def same_day(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """ "That same day", "того ж четверга": the day that was told of just now."""
    for length in range(min(4, len(tokens) - at), 1, -1):
        words = [t.text for t in tokens[at : at + length]]
        if " ".join(words) in SAME_DAY:
            return Spoken(Said(days=0, anchor="event"), length)
        day = lookup(language.weekdays, words[-1])
        if day is not None and " ".join(words[:-1]) in SAME:
            return Spoken(Said(weekday=day, anchor="event"), length)
    return None


_THAT = {"ذلك", "هذاك"}
_NTH_DAY = {"الاخير", "الاول", "الثاني", "الثالث", "الرابع", "التالي", "نفسه", "ذاته"}


def _of_a_series(tokens: Sequence[Token], at: int) -> bool:
    """Arabic "the day" is "today", unless it is "the last day" or "day 1443"."""
    day = tokens[at - 1].text.endswith("اليوم") if at else False
    return at < len(tokens) and (tokens[at].text in _NTH_DAY or (day and tokens[at].kind == "number"))


def weekday(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """Read the name of a weekday."""
    day = lookup(language.weekdays, tokens[at].text)
    if day is None or (language.code == "en" and len(tokens[at].text) == 3):
        return None
    return Spoken(Said(weekday=day), 1)
