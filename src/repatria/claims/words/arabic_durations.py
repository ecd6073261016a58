"""Lengths of time in Arabic: "شهرين", "شهر واحد", "عام ونصف العام", "ثلاث سنوات وخمسة أشهر"."""

from collections.abc import Sequence
from dataclasses import replace

from repatria.claims.words.languages import Language
from repatria.claims.words.languages.language import words
from repatria.claims.words.lexicon import forms
from repatria.claims.words.numbers import Duration, Number, Spoken, hedge, number
from repatria.claims.words.tokens import Token

# "One" or "whole" behind a unit; and words that only stress that not a day is missing.
_ONE = words("واحد واحدا واحدة كامل كاملا كاملة")
_WHOLE = words("كامل كاملا كاملة كاملين كاملان كاملتين كاملتان بالتمام والكمال تماما بالضبط متتالية متواصلة فقط")
_HALF = words("ونصف ونصفا")
_DAYS_OF_HALF = {"week": 4, "month": 15, "day": 1}


def arabic_duration(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """Read a length of time that is counted: in a dual, by "one", or by a number; with what is added to it."""
    how, skip = hedge(tokens, at, language)
    core = _half_a_unit(tokens, at + skip, language) or _core(tokens, at + skip, language)
    if core is None or not isinstance(core.value, Duration):
        return None
    told = replace(core.value, how=how) if how else core.value
    end = at + skip + core.length
    end += _stress(tokens, end)
    told, end = _with_more(tokens, end, told, language)
    return Spoken(told, end + _stress(tokens, end) - at)


def _core(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    if at >= len(tokens):
        return None
    if two := next((language.dual_units[f] for f in forms(tokens[at].text) if f in language.dual_units), None):
        return Spoken(Duration(*two), 1)
    named = _unit(tokens, at, language)
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if named and (following in _ONE or following in _HALF):
        return Spoken(Duration(1, named), 2 if following in _ONE else 1)
    spoken = number(tokens, at, language)
    counted = spoken.value if spoken else None
    if spoken is None or not isinstance(counted, Number) or counted.n is None:
        return None
    end = at + spoken.length
    named = _unit(tokens, end, language)
    if named is None or _names_a_day(tokens, end + 1, language):
        return None
    return Spoken(Duration(counted.n, named, counted.how), spoken.length + 1)


def _names_a_day(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "307 *on Saturday*": the word for a day before its name counts nothing."""
    following = tokens[at].text if at < len(tokens) else ""
    return following in language.weekdays or following in ("امس", "الامس")


def _half_a_unit(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    """ "Half a year"."""
    half = at + 1 < len(tokens) and "نصف" in forms(tokens[at].text)
    return Spoken(Duration(6, "month"), 2) if half and _unit(tokens, at + 1, language) == "year" else None


def _unit(tokens: Sequence[Token], at: int, language: Language) -> str | None:
    if at >= len(tokens):
        return None
    return next((language.units[f] for f in forms(tokens[at].text) if f in language.units), None)


def _stress(tokens: Sequence[Token], at: int) -> int:
    end = at
    while end < len(tokens) and tokens[end].text in _WHOLE:
        end += 1
    return end - at


def _with_more(tokens: Sequence[Token], at: int, told: Duration, language: Language) -> tuple[Duration, int]:
    """A half, or months, that are added: "ونصف الشهر", "وخمسة أشهر"."""
    text = tokens[at].text if at < len(tokens) else ""
    if text in _HALF:
        end = at + 1 + (_unit(tokens, at + 1, language) == told.unit)
        if told.unit == "year":
            return replace(told, months=6), end
        days = {"week": 7, "month": 30.44, "day": 1}[told.unit] * told.amount + _DAYS_OF_HALF[told.unit]
        return Duration(round(days), "day", told.how), end
    start = at + 1 if text == "و" else at
    if told.unit != "year" or not text.startswith("و"):
        return told, at
    more = _core(tokens, start, language)
    if more and isinstance(more.value, Duration) and more.value.unit == "month":
        return replace(told, months=more.value.amount), start + more.length
    return told, at
