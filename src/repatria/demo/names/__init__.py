"""Invented names in the spelling of both sides: parts drawn separately, so that nobody real is meant."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

# A careless passport-like romanisation: what clerks write, not one clean standard.
_LETTERS = "а б в г ґ д е ж з и й к л м н о п р с т у ф х ц ч ш щ ы ь ъ э ю я і ї є ё".split()
_ROMAN = "a b v h g d e zh z y i k l m n o p r s t u f kh ts ch sh shch y - - e iu ia i i ie e".split()
_LATIN = {letter: roman.strip("-") for letter, roman in zip(_LETTERS, _ROMAN, strict=True)}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name or a place in Ukrainian and in Russian spelling."""

    uk: str
    ru: str

    def spelled(self, script: str) -> str:
        """Give the word in `script`: ``uk``, ``ru`` or ``latin``."""
        return {"uk": self.uk, "ru": self.ru}.get(script) or latin(self.uk)


@dataclass(frozen=True, slots=True)
class FullName:
    """Surname, given name and patronymic."""

    surname: Word
    given: Word
    patronymic: Word


def latin(text: str) -> str:
    """Write Cyrillic `text` in Latin letters, keeping capitals at the beginning of words."""
    words = ("".join(_LATIN.get(letter, letter) for letter in word.lower()) for word in text.split())
    return " ".join(word[:1].upper() + word[1:] for word in words).replace("'", "")


@cache
def _table(name: str) -> list[dict[str, str]]:
    text = files("repatria.demo.names").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t"))


@cache
def _surname_parts(kind: str) -> list[Word]:
    return [Word(row["uk"], row["ru"]) for row in _table("surnames.tsv") if row["kind"] == kind]


def places() -> list[Word]:
    """Give the invented places."""
    return [Word(row["uk"], row["ru"]) for row in _table("places.tsv")]


def draw_name(random: Random) -> FullName:
    """Draw surname, given name and father's name separately."""
    stem, ending = random.choice(_surname_parts("stem")), random.choice(_surname_parts("suffix"))
    given, father = random.choice(_table("given.tsv")), random.choice(_table("given.tsv"))
    return FullName(
        Word(stem.uk + ending.uk, stem.ru + ending.ru),
        Word(given["uk"], given["ru"]),
        Word(father["uk_patronymic"], father["ru_patronymic"]),
    )


def draw_brother(name: FullName, random: Random) -> FullName:
    """Give a brother: the same surname and father, another given name."""
    while True:
        other = draw_name(random).given
        if other != name.given:
            return FullName(name.surname, other, name.patronymic)
