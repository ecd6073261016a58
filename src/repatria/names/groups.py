"""Which given names are one name: groups read from the tables, found by code.

A short form may belong to several groups (Саша is Олександр or Олександра; Слава four names): two names are
one when they share a group.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz.distance import OSA

from repatria.names import arabic, plain, slavic, tables
from repatria.names.script import clean, script_of

_SHORTEST_MISSPELT = 4  # A shorter name one letter off may be another name (Ян, Яна; Лев, Леон).
_MOST_GROUPS = 3


@dataclass(slots=True)
class Groups:
    """Groups of given names; a group is an integer, its letters are the first letters of its codes."""

    by_code: dict[str, tuple[int, ...]] = field(default_factory=dict)
    letters: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    _shortened: dict[str, list[str]] = field(default_factory=dict)

    def new(self, title: str) -> int:
        """Open a group named after its first form."""
        self.letters.append("")
        self.titles.append(title)
        return len(self.letters) - 1

    def add(self, code: str, groups: Iterable[int]) -> None:
        """Say that `code` is a name of `groups`."""
        if not code:
            return
        known = self.by_code.get(code, ())
        self.by_code[code] = (known + tuple(g for g in groups if g not in known))[:_MOST_GROUPS]
        for group in groups:
            if code[0] not in self.letters[group]:
                self.letters[group] += code[0]

    def of(self, code: str) -> tuple[int, ...]:
        """Give the groups of `code`, empty if the name is not in the tables."""
        return self.by_code.get(code, ())

    def nearest(self, code: str) -> tuple[int, ...]:
        """Give the groups of the one known code that is one slip away; empty if there is none or a choice."""
        if len(code) < _SHORTEST_MISSPELT:
            return ()
        if not self._shortened:
            self._index()
        near = {known for short in _shortened(code) for known in self._shortened.get(short, ())}
        found = {self.by_code[known] for known in near if OSA.distance(code, known, score_cutoff=1) <= 1}
        return next(iter(found)) if len(found) == 1 else ()

    def _index(self) -> None:
        for known in self.by_code:
            if len(known) >= _SHORTEST_MISSPELT:
                for short in _shortened(known):
                    self._shortened.setdefault(short, []).append(known)


def _shortened(code: str) -> set[str]:
    """Give `code` and all that is left of it without one letter: two codes one slip apart share one of these."""
    return {code, *(code[:at] + code[at + 1 :] for at in range(len(code)))}


def _read(groups: Groups, table: str, code: Callable[[str], str]) -> None:
    for forms in tables.rows(table):
        number = groups.new(forms[0])
        for form in forms:
            groups.add(code(clean(form)), [number])


def _join_pairs(groups: Groups, table: str, code: Callable[[str], str | None]) -> None:
    for one, other in tables.rows(table):
        codes = [c for c in (code(one), code(other)) if c]
        known = next((groups.of(c) for c in codes if groups.of(c)), None) or (groups.new(one),)
        for each in codes:
            if not groups.of(each):
                groups.add(each, known)


@cache
def slavic_given() -> Groups:
    """Give the groups of Ukrainian and Russian given names, by sound code."""
    groups = Groups()
    _read(groups, "given_slavic.tsv", slavic.sounds)
    _join_pairs(groups, "given_uk_ru.tsv", slavic.sounds)
    return groups


@cache
def slavic_fathers() -> Groups:
    """Give the groups of fathers' names, by the code that is left of a patronymic."""
    given = slavic_given()
    groups = Groups(letters=list(given.letters), titles=list(given.titles))
    for code, numbers in given.by_code.items():
        groups.add(slavic.stem(code), numbers)
    _join_pairs(groups, "patronymics_uk_ru.tsv", slavic.father_code)
    return groups


@cache
def arabic_given() -> Groups:
    """Give the groups of Arabic given names, by consonants and vowels (``code|vowels``) and by written form."""
    groups = Groups()
    for forms in tables.rows("given_arabic.tsv"):
        number = groups.new(forms[0])
        for form in forms:
            groups.add("|".join(arabic.code_and_vowels(clean(form))), [number])
    return groups


@cache
def _arabic_forms() -> dict[str, list[tuple[str, bool, int]]]:
    """Give for each consonant code the known spellings: vowels, whether in Arabic script, group."""
    forms: dict[str, list[tuple[str, bool, int]]] = {}
    for number, row in enumerate(tables.rows("given_arabic.tsv")):
        for form in row:
            code, vowels = arabic.code_and_vowels(clean(form))
            forms.setdefault(code, []).append((vowels, script_of(form) == "arabic", number))
    return forms


def arabic_groups(code: str, vowels: str, is_arabic: bool) -> tuple[int, ...]:
    """Give the groups of an Arabic given name: those of this very spelling, else those its vowels allow."""
    known = arabic_given().of(f"{code}|{vowels}")
    if known:
        return known
    allowed = (
        group
        for other, other_arabic, group in _arabic_forms().get(code, ())
        if not arabic.vowel_clashes(vowels, other, is_arabic, other_arabic)
    )
    return tuple(dict.fromkeys(allowed))[:_MOST_GROUPS]


@cache
def english_given() -> Groups:
    """Give the groups of English given names, by plain code."""
    groups = Groups()
    _read(groups, "given_english.tsv", plain.code)
    return groups
