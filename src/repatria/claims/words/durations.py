"""Lengths of time: "four months", "three years and five months", "almost a year", "чотиримісячний", "شهرين"."""

from collections.abc import Sequence

from repatria.claims.words.arabic_durations import arabic_duration
from repatria.claims.words.languages import Language
from repatria.claims.words.lexicon import forms
from repatria.claims.words.numbers import Duration, Number, Spoken, article, hedge, number
from repatria.claims.words.tokens import Token


def duration(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """Read "four months", "three years and five months", "a week", "23-month", "شهرين"."""
    if language.code == "ar" and (counted := arabic_duration(tokens, at, language)):
        return counted
    if dual := language.dual_units.get(tokens[at].text):
        return Spoken(Duration(*dual), 1)
    compound = _compound(tokens[at].text, language)
    if compound is not None:
        return Spoken(compound, 1)
    if language.code == "ar" and (after := _counted_behind(tokens, at, language)):
        return after
    spoken = number(tokens, at, language)
    amount = spoken.value if spoken else None
    position = at + spoken.length if spoken else at
    if spoken and language.code == "ar":
        return None
    if amount is None and (hedged := _hedged_unit(tokens, at, language)):
        return hedged
    if amount is None:
        if tokens[at].text not in ("a", "an", "one") and unit(tokens, at, language) is None:
            return None
        amount = Number(1)
        position = at + article(tokens, at)
    if not isinstance(amount, Number) or amount.n is None:
        return None
    half = _phrase(tokens, position, language.halves)
    and_more = 0 if half else _phrase(tokens, position, language.and_more)
    how = "over" if and_more else amount.how
    position += half or and_more or _filler(tokens, position)
    named = unit(tokens, position, language)
    if named is None:
        return None
    if half and named == "year":
        return Spoken(Duration(amount.n, named, how, months=6), position + 1 - at)
    return _with_months(tokens, at, position + 1, Duration(amount.n, named, how), language)


_LENGTHS = {
    "одно": 1, "дво": 2, "двух": 2, "три": 3, "трех": 3, "чотири": 4, "четырех": 4, "п'яти": 5, "пяти": 5,
    "шести": 6, "семи": 7, "восьми": 8, "дев'яти": 9, "девяти": 9, "десяти": 10, "одинадцяти": 11,
    "одиннадцати": 11, "дванадцяти": 12, "двенадцати": 12,
}  # fmt: skip
_UNITS_OF_ADJECTIVES = {
    "месячн": "month", "недельн": "week", "дневн": "day", "летн": "year",
    "місячн": "month", "тижнев": "week", "денн": "day", "річн": "year",
}  # fmt: skip


def counts_itself(word: str, language: Language) -> bool:
    """Does the word hold its number: "four-month" as one Slavic adjective, an Arabic dual?"""
    return _compound(word, language) is not None or any(form in language.dual_units for form in forms(word))


def _compound(word: str, language: Language) -> Duration | None:
    """ "четырехмесячный", "чотиримісячної": a length of time as one adjective."""
    if language.code not in ("uk", "ru"):
        return None
    for stem, named in _UNITS_OF_ADJECTIVES.items():
        amount, found, _ending = word.partition(stem)
        if found and amount in _LENGTHS:
            return Duration(_LENGTHS[amount], named)
    return None


def _counted_behind(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """ "الأشهر الأربعة": with the article the number follows its unit."""
    named = unit(tokens, at, language)
    spoken = number(tokens, at + 1, language) if named and at + 1 < len(tokens) else None
    definite = all("ال" in t.text[:4] for t in tokens[at : at + 2])
    if not (spoken and definite and isinstance(spoken.value, Number) and spoken.value.n):
        return None
    return Spoken(Duration(spoken.value.n, str(named)), 1 + spoken.length)


def _hedged_unit(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """ "almost a year", "почти год": one, though no number says it."""
    how, length = hedge(tokens, at, language)
    end = at + length + article(tokens, at + length)
    named = unit(tokens, end, language) if how else None
    if named is None or tokens[end].text in ("years", "months", "weeks", "days"):
        return None
    return Spoken(Duration(1, named, how), end + 1 - at)


_FILLERS = {"-", "full", "whole", "long", "complete", "повних", "повні", "полных", "полные", "consecutive", "clear"}


def _phrase(tokens: Sequence[Token], at: int, phrases: Sequence[tuple[str, ...]]) -> int:
    """How many tokens say one of `phrases` here."""
    for phrase in phrases:
        if tuple(t.text for t in tokens[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _filler(tokens: Sequence[Token], at: int) -> int:
    return 1 if at < len(tokens) and tokens[at].text in _FILLERS else 0


def unit(tokens: Sequence[Token], at: int, language: Language) -> str | None:
    """The unit of time that the word at `at` names; behind a hyphen an adjective of it, "23-місячна"."""
    if at >= len(tokens):
        return None
    if at and tokens[at - 1].text == "-" and language.code in ("uk", "ru"):
        stems = (unit for stem, unit in _UNITS_OF_ADJECTIVES.items() if tokens[at].text.startswith(stem))
        return next(stems, None)
    return next((language.units[f] for f in forms(tokens[at].text) if f in language.units), None)


def _with_months(tokens: Sequence[Token], at: int, end: int, found: Duration, language: Language) -> Spoken:
    """ "three years *and five months*"."""
    if found.unit == "year" and end < len(tokens):
        skip = 1 if tokens[end].text in ("and", "і", "и", "та", "й", ",") else 0
        more = number(tokens, end + skip, language) if end + skip < len(tokens) else None
        if more and isinstance(more.value, Number) and more.value.n:
            after = end + skip + more.length
            if unit(tokens, after, language) == "month":
                whole = Duration(found.amount, "year", found.how, months=more.value.n)
                return Spoken(whole, after + 1 - at)
    return Spoken(found, end - at)
