"""A row's name cells become readings: surname, given name, father, grandfather.

One row may have several readings: the cells and the native spelling may differ (one of them holds a slip),
two halves of a double surname, an order that nobody can tell. All are kept; comparison takes the best.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from repatria.names import arabic, slavic
from repatria.names.groups import arabic_given, english_given, slavic_given
from repatria.names.script import clean, one_script
from repatria.names.word import Tradition, Word, family, father, given

MOST_READINGS = 4
_PARTS = re.compile(r"[\s,.;:/()_]+")
_DASHES = re.compile(r"[-‐–—]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a row's name; a part that is not there is None."""

    family: Word | None = None
    given: Word | None = None
    father: Word | None = None
    grandfather: Word | None = None


def readings(surname: str, given_name: str, patronymic: str, full_name: str, tradition: Tradition) -> list[Reading]:
    """Read the four name cells of a row; at most MOST_READINGS, the likeliest first; none if all are empty."""
    family_cell, given_cell, father_cell, whole = (
        clean(cell) if cell else "" for cell in (surname, given_name, patronymic, full_name)
    )
    if tradition == "arabic":
        return _distinct(_arabic(family_cell, given_cell, father_cell, whole))
    return _distinct(_western(family_cell, given_cell, father_cell, whole, tradition))


def _distinct(found: list[Reading]) -> list[Reading]:
    if len(found) == 1:
        return found
    kept: list[Reading] = []
    for reading in found:
        if reading == Reading():
            continue
        for at, other in enumerate(kept):
            merged = _merged(other, reading)
            if merged is not None:
                kept[at] = merged
                break
        else:
            kept.append(reading)
    return kept[:MOST_READINGS]


def _merged(one: Reading, other: Reading) -> Reading | None:
    """Give one reading where two agree in two parts and contradict each other in none (each may lack a part)."""
    parts, common = [], 0
    for a, b in zip(_parts(one), _parts(other), strict=True):
        if a is not None and b is not None:
            if a.code != b.code and not (a.initial or b.initial):
                return None
            common += 1
        parts.append(b if a is None or (a.initial and b is not None) else a)
    return Reading(*parts) if common > 1 else None


def _parts(reading: Reading) -> tuple[Word | None, ...]:
    return reading.family, reading.given, reading.father, reading.grandfather


def _western(surname: str, given_name: str, patronymic: str, full_name: str, tradition: Tradition) -> list[Reading]:
    found: list[Reading] = []
    if surname and (given_name or " " not in surname):
        found += _from_parts(surname, given_name, patronymic, tradition)
    elif surname or given_name:
        found += _from_full(" ".join(filter(None, (surname, given_name, patronymic))), tradition)
    if full_name and not _says_the_same(full_name, surname, given_name, patronymic):
        # Where nobody can tell the order, the cells have told it already.
        found += _from_full(full_name, tradition)[: 1 if found else None]
    return found


def _says_the_same(full_name: str, surname: str, given_name: str, patronymic: str) -> bool:
    if full_name == f"{surname} {given_name} {patronymic}".rstrip():
        return True
    written = set(_words(surname) + _words(given_name) + _words(patronymic))
    return written.issuperset(_words(full_name))


def _words(text: str) -> list[str]:
    """Split at spaces and stops; hyphens hold a word together."""
    if text.isalpha():
        return [text]
    return [word for word in _PARTS.split(text) if word]


def _from_parts(surname: str, given_name: str, patronymic: str, tradition: Tradition) -> list[Reading]:
    names = _words(given_name)
    if not patronymic and len(names) > 1:
        names, patronymic = names[:1], names[1]
    first = names[0] if names else ""
    if not patronymic and is_patronymic(first, tradition):
        first, patronymic = "", first
    parent = father(_words(patronymic)[0], tradition) if _words(patronymic) else None
    found: list[Reading] = []
    for whole, name in _orders(surname, first, tradition):
        found += [
            Reading(part, given(name, tradition) if name else None, parent) for part in _families(whole, tradition)
        ]
    return found


def _orders(surname: str, first: str, tradition: Tradition) -> list[tuple[str, str]]:
    """Give (surname, given name) in the order of the cells, exchanged, or both where it cannot be told."""
    as_written, exchanged = (surname, first), (first, surname)
    if not first or not surname:
        return [as_written]
    if len(surname.strip(".")) <= 1 < len(first.strip(".")):
        return [exchanged]
    if len(first.strip(".")) <= 1 or is_known(first, tradition):
        return [as_written]
    if tradition != "slavic":  # Many English given names are surnames as well.
        return [as_written, exchanged] if is_known(surname, tradition) else [as_written]
    if is_known(surname, tradition):
        return [exchanged] if not given(first, tradition).groups else [as_written]
    if given(surname, tradition).groups and not given(first, tradition).groups:
        return [exchanged, as_written]
    return [as_written]


def _families(surname: str, tradition: Tradition) -> list[Word | None]:
    """Read a surname whole and, where it is double, each half: a list may hold one half only."""
    if not surname:
        return [None]
    if surname.isalpha():
        return [family(surname, tradition)]
    halves = [half for half in _DASHES.split(surname) if len(half) > 1]
    words = [p for half in halves for p in _PARTS.split(half) if len(p) > 1]
    joined = family("".join(words) or surname, tradition)
    if len(words) < 2:
        return [joined]
    return [joined, *(family(word, tradition) for word in words[:3])]


def _from_full(text: str, tradition: Tradition) -> list[Reading]:
    words = _words(text)
    if not words:
        return []
    if len(words) == 1:
        return [Reading(family(words[0], tradition))]
    at = next((i for i, word in enumerate(words) if i and is_patronymic(word, tradition)), None)
    if at is not None:
        return _around_patronymic(words, at, tradition)
    return _by_known_name(words, tradition)


def _around_patronymic(words: list[str], at: int, tradition: Tradition) -> list[Reading]:
    first, rest = words[at - 1], [w for i, w in enumerate(words) if i not in (at - 1, at)]
    return [
        Reading(whole, given(first, tradition), father(words[at], tradition))
        for whole in _families("-".join(rest[:3]), tradition)
    ]


def _by_known_name(words: list[str], tradition: Tradition) -> list[Reading]:
    initials = [w for w in words if len(w) == 1]
    if initials and len(initials) < len(words):
        surname = next(w for w in words if len(w) > 1)
        second = initials[1] if len(initials) > 1 else ""
        return _from_parts(surname, initials[0], second, tradition)
    known = [is_known(word, tradition) for word in words]
    given_first = Reading(
        family(words[-1], tradition),
        given(words[0], tradition),
        father(words[1], tradition) if len(words) > 2 else None,
    )
    surname_first = Reading(
        family(words[0], tradition),
        given(words[1], tradition),
        father(words[2], tradition) if len(words) > 2 else None,
    )
    if tradition == "plain" or (known[0] and not known[1]):
        return [given_first]
    if known[1] and not known[0]:
        return [surname_first]
    return [surname_first, given_first]


@lru_cache(maxsize=1 << 17)
def is_known(word: str, tradition: Tradition) -> bool:
    """Tell whether a clean word stands in the tables of given names."""
    if tradition == "slavic":
        return bool(slavic_given().of(slavic.sounds(word)))
    return tradition == "plain" and bool(english_given().of(word))


# Patronymics without the possessive -ов-, -ев- that tells them from surnames in -ич (Бабич).
_BARE_PATRONYMICS = frozenset({"iliC", "kuzmiC", "lukiC", "homiC", "fomiC", "saviC", "mikitiC", "nikitiC"})


@lru_cache(maxsize=1 << 17)
def is_patronymic(word: str, tradition: Tradition) -> bool:
    """Tell whether a clean word has the ending of a patronymic."""
    if tradition != "slavic" or len(word) < 5:
        return False
    spelled = slavic.sounds(one_script(word))
    return spelled.endswith(("oviC", "iviC", "ivna", "ovna", "iCna")) or spelled in _BARE_PATRONYMICS


def _arabic(surname: str, given_name: str, patronymic: str, full_name: str) -> list[Reading]:
    found: list[Reading] = []
    if given_name or patronymic or surname:
        found += _arabic_parts(arabic.words(surname), arabic.words(given_name), arabic.words(patronymic))
    chain = arabic.words(full_name)
    if not set(chain) <= {word for cell in (surname, given_name, patronymic) for word in arabic.words(cell)}:
        found += _arabic_chain(chain)
    return found + [_skipping(reading) for reading in found if reading.grandfather]


def _skipping(reading: Reading) -> Reading:
    """Give the reading of a list that leaves the father out and names the grandfather."""
    return Reading(reading.family, reading.given, reading.grandfather)


def _arabic_parts(surname: list[str], names: list[str], fathers: list[str]) -> list[Reading]:
    if names and arabic.has_article(names[0]) and not (surname and arabic.has_article(surname[-1])):
        surname, names = names, surname  # A family name stands in the given name's cell.
    if surname and not names:
        return _arabic_chain([*fathers, *surname]) if not fathers else [_without_given(surname, fathers)]
    chain = names + fathers
    whole = family(surname[-1], "arabic") if surname else None
    return [_of_chain(chain, whole)]


def _without_given(surname: list[str], fathers: list[str]) -> Reading:
    names = [given(word, "arabic") for word in fathers[:2]] + [None]
    return Reading(family(surname[-1], "arabic"), None, names[0], names[1])


def _arabic_chain(words: list[str]) -> list[Reading]:
    """Given name, father, grandfather, family, in this order; the family may be missing."""
    if not words:
        return []
    last = words[-1]
    with_family = _of_chain(words[:-1], family(last, "arabic"))
    without = _of_chain(words, None)
    if len(words) == 1:
        return [without]
    if arabic.has_article(last) or len(words) > 3 or not _is_arabic_given(last):
        return [with_family]
    return [without, with_family]


def _of_chain(chain: list[str], whole: Word | None) -> Reading:
    names = [given(word, "arabic") for word in chain[:3]] + [None] * 3
    return Reading(whole, names[0], names[1], names[2])


def _is_arabic_given(word: str) -> bool:
    return bool(arabic_given().of("|".join(arabic.code_and_vowels(word))))
