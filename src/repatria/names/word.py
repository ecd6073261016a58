"""A word of a name in its role, ready to be compared; and the traditions that read words into it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from repatria.names import arabic, plain, slavic
from repatria.names.groups import Groups, arabic_groups, english_given, slavic_fathers, slavic_given
from repatria.names.script import clean, script_of

Tradition = Literal["slavic", "arabic", "plain"]
_CACHE = 1 << 19


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name.

    `code` holds the sounds (or consonants); `vowels` the vowels per gap, only in the Arabic tradition;
    `groups` the names it may be; `sure` is False where a group was found through a slip of the pen;
    `letters` are the letters the name may begin with, for comparison with an initial.
    """

    code: str
    vowels: str = ""
    groups: tuple[int, ...] = ()
    sure: bool = True
    letters: str = ""
    initial: bool = False
    arabic: bool = False

    def __hash__(self) -> int:
        """Words that are equal have equal codes; the code is enough to tell most apart."""
        return hash(self.code)


def family(word: str, tradition: Tradition) -> Word:
    """Read `word` as a surname (family name)."""
    return _FAMILY[tradition](word)


def given(word: str, tradition: Tradition) -> Word:
    """Read `word` as a given name."""
    return _GIVEN[tradition](word)


def father(word: str, tradition: Tradition) -> Word:
    """Read `word` as a patronymic or as the father's name."""
    return _FATHER[tradition](word)


def _with_groups(code: str, groups: Groups, key: str = "", **more: str | bool) -> Word:
    key = key or code
    found = groups.of(key)
    sure = bool(found)
    if not found:
        found = groups.nearest(key)
    letters = "".join(sorted({letter for group in found for letter in groups.letters[group]} | set(code[:1])))
    return Word(code, groups=found, sure=sure or not found, letters=letters, **more)  # type: ignore[arg-type]


@lru_cache(maxsize=_CACHE)
def _slavic_family(word: str) -> Word:
    return Word(slavic.surname_code(word))


@lru_cache(maxsize=_CACHE)
def _slavic_given(word: str) -> Word:
    code = slavic.sounds(clean(word))
    if len(code) <= 1 or len(word.strip(".")) <= 1:
        return Word(code, letters=code[:1], initial=True)
    return _with_groups(code, slavic_given())


@lru_cache(maxsize=_CACHE)
def _slavic_father(word: str) -> Word:
    code = slavic.sounds(clean(word))
    if len(code) <= 1 or len(word.strip(".")) <= 1:
        return Word(code, letters=code[:1], initial=True)
    return _with_groups(slavic.father_code(word) or slavic.stem(code), slavic_fathers())


@lru_cache(maxsize=_CACHE)
def _arabic_family(word: str) -> Word:
    code, vowels = arabic.code_and_vowels(word)
    return Word(code, vowels, arabic=script_of(word) == "arabic")


@lru_cache(maxsize=_CACHE)
def _arabic_given(word: str) -> Word:
    code, vowels = arabic.code_and_vowels(word)
    is_arabic = script_of(word) == "arabic"
    if len(word) <= 1:
        return Word(code, letters=code[:1], initial=True, arabic=is_arabic)
    return Word(code, vowels, arabic_groups(code, vowels, is_arabic), True, code[:1], False, is_arabic)


@lru_cache(maxsize=_CACHE)
def _plain_family(word: str) -> Word:
    return Word(plain.code(word))


@lru_cache(maxsize=_CACHE)
def _plain_given(word: str) -> Word:
    code = plain.code(word)
    if len(code) <= 1:
        return Word(code, letters=code, initial=True)
    groups = english_given()
    found = groups.of(code)
    letters = "".join(sorted({letter for group in found for letter in groups.letters[group]} | set(code[:1])))
    return Word(code, groups=found, letters=letters)


_FAMILY: dict[Tradition, Callable[[str], Word]] = {
    "slavic": _slavic_family,
    "arabic": _arabic_family,
    "plain": _plain_family,
}
_GIVEN: dict[Tradition, Callable[[str], Word]] = {
    "slavic": _slavic_given,
    "arabic": _arabic_given,
    "plain": _plain_given,
}
_FATHER: dict[Tradition, Callable[[str], Word]] = {
    "slavic": _slavic_father,
    "arabic": _arabic_given,
    "plain": _plain_given,
}


def place_code(text: str, tradition: Tradition) -> str:
    """Give the code of a place name: its sounds (or, in the Arabic tradition, consonants) in one word."""
    words = [word for word in re.split(r"[\s,.\-‐–—/()]+", clean(text)) if word]
    if tradition == "arabic":
        return "".join(arabic.code_and_vowels(word)[0] for word in arabic.words(" ".join(words)))
    return "".join(map(slavic.sounds if tradition == "slavic" else plain.code, words))
