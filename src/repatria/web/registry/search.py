"""Finding a person by his name in any spelling: blind indexes of how names sound.

A register is searched without being opened. Each name is turned into codes of sound by :mod:`repatria.names`, each
code into a blind index that only this installation can make, and differently for each keeper. The forms:

``s``  surname by sound, Cyrillic and Latin spellings alike; ``sg`` with the given name's group (Микола, Николай);
``sy``  surname by sound and year of birth;
``a``, ``aa``  a name of Arabic tradition by its consonants, alone and two together, in Arabic or Latin letters;
``n``  the consonants of any other surname, asked for by an Arabic spelling alone;
``c``  call sign by sound; ``d``  service number.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Any

from repatria.names import Reading, Word, readings, script_of, search_key
from repatria.names.groups import arabic_given, slavic_given
from repatria.names.word import family, given
from repatria.people import read_date
from repatria.web.registry.kinds import NAMES
from repatria.web.vault.keys import blind

PURPOSE = "register search"
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOT_IN_NUMBERS = re.compile(r"[\W_]+")
_PARTS = re.compile(r"[;,،؛]")
_AFFRICATE = "tS"  # Arabic has no letter for "ch" and writes it as two (شيفتشينكو).


def codes_of(values: Iterable[dict[str, Any]]) -> set[str]:
    """Give the search codes of a person from all values ever kept: an earlier spelling finds him too."""
    by_kind: dict[str, list[str]] = {}
    for value in values:
        by_kind.setdefault(value["kind"], []).append(value["text"])
    found = set().union(*(_codes_of_name(row, _year(by_kind)) for row in _names(by_kind)))
    found |= {f"c|{code}" for text in by_kind.get("callsign", ()) if (code := _sound(text))}
    return found | {f"d|{number}" for text in by_kind.get("service_number", ()) if (number := plain_number(text))}


def keys_of(values: Iterable[dict[str, Any]], keeper: int) -> set[bytes]:
    """Give the blind indexes of a person in the register of `keeper`."""
    return {blind(keeper, PURPOSE, code) for code in codes_of(values)}


def plain_number(text: str) -> str:
    """Give a number without what clerks put between its signs, so that ``AB-00 12`` and ``ab0012`` meet."""
    return _NOT_IN_NUMBERS.sub("", text).casefold()


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked: codes of which one must fit, those that fit less well, the year, the number as written."""

    codes: frozenset[str]
    looser: frozenset[str]
    year: str
    number: str

    @property
    def empty(self) -> bool:
        """Nothing was asked."""
        return not self.number


def read_query(text: str) -> Query:
    """Read what somebody typed: a name in any script and order, perhaps with a year of birth; or a number."""
    text = " ".join(text.split())[:200]
    year = next(iter(_YEAR.findall(text)), "") if " " in text else ""
    name = " ".join(word for word in text.split() if not _is_number(word))
    codes, looser = _asked(name, year) if name else (set(), set())
    if number := plain_number(text):
        codes.add(f"d|{number}")
    return Query(frozenset(codes), frozenset(looser), year, text)


def _is_number(word: str) -> bool:
    return sum(sign.isdigit() for sign in word) * 2 >= len(word)


def keys_for(codes: Iterable[str], keepers: Iterable[int]) -> list[bytes]:
    """Give the blind indexes of `codes` in the registers of `keepers`."""
    return [blind(keeper, PURPOSE, code) for keeper in keepers for code in codes]


# ---------------------------------------------------------------- a person's codes


def _names(by_kind: dict[str, list[str]]) -> Iterator[tuple[str, str, str, str]]:
    newest = {kind: texts[-1] for kind, texts in by_kind.items()}
    surname, given_name, patronymic, full, _others = (newest.get(kind, "") for kind in NAMES)
    yield surname, given_name, patronymic, full
    for earlier in by_kind.get("surname", [])[:-1]:
        yield earlier, given_name, patronymic, ""
    for earlier in by_kind.get("given_name", [])[:-1]:
        yield surname, earlier, patronymic, ""
    for text in by_kind.get("full_name_native", [])[:-1]:
        yield "", "", "", text
    for text in by_kind.get("alternate_names", []):
        for part in _PARTS.split(text):
            yield "", "", "", part.strip()


def _codes_of_name(row: tuple[str, str, str, str], year: str) -> set[str]:
    if not any(row):
        return set()
    whole = " ".join(row)
    found = _arabic_codes(row) if is_arabic(whole) else set()
    if script_of(whole) == "arabic":
        return found
    for reading in readings(*row, "slavic"):
        found |= _slavic_codes(reading, year)
    surname = row[0] or next(iter(row[3].split()), "")
    bones = _bones(family(surname.lower(), "arabic")) if surname else ""
    return found | ({f"n|{bones}"} if bones else set())


def _slavic_codes(reading: Reading, year: str) -> set[str]:
    code = reading.family.code if reading.family else ""
    if not code:
        return {f"s|{reading.given.code}"} if reading.given and reading.given.code else set()
    found = {f"s|{code}", *(f"sg|{code}|{name}" for name in _given_names(reading.given))}
    return found | ({f"sy|{code}|{year}"} if year else set())


def _given_names(word: Word | None) -> list[str]:
    if word is None or word.initial or not word.code:
        return []
    titles = slavic_given().titles
    return [titles[group] for group in word.groups] or [word.code]


def _arabic_codes(row: tuple[str, str, str, str]) -> set[str]:
    found: set[str] = set()
    for reading in readings(*row, "arabic"):
        words = _consonants(reading)
        found |= {f"a|{word}" for word in words[:2]}
        found |= {_two(*pair) for pair in combinations(words[:3], 2)}
    return found


def _consonants(reading: Reading) -> list[str]:
    parts = (reading.family, reading.given, reading.father)
    return [code for part in parts if part is not None and (code := _bones(part))]


def _two(one: str, other: str) -> str:
    return "aa|" + "|".join(sorted((one, other)))


def _bones(word: Word) -> str:
    return word.code.replace(_AFFRICATE, "S")


def is_arabic(text: str) -> bool:
    """Say whether a name may be of Arabic tradition: in Arabic letters, or with a name that it knows."""
    if script_of(text) == "arabic":
        return True
    return any(_is_known(word) for word in text.lower().replace("-", " ").split() if len(word) > 3)


@lru_cache(maxsize=1 << 16)
def _is_known(word: str) -> bool:
    found = given(word, "arabic")
    return bool(arabic_given().of(f"{found.code}|{found.vowels}"))


def _year(by_kind: dict[str, list[str]]) -> str:
    born = read_date(by_kind.get("date_of_birth", [""])[-1])
    one_year = born.earliest and born.latest and born.earliest.year == born.latest.year
    return str(born.earliest.year) if one_year and born.earliest else ""


def _sound(text: str) -> str:
    return search_key(text, "arabic" if script_of(text) == "arabic" else "slavic")


# ---------------------------------------------------------------- what was asked


def _asked(name: str, year: str) -> tuple[set[str], set[str]]:
    exact: set[str] = {f"c|{_sound(name)}"} if _sound(name) else set()
    looser: set[str] = set()
    arabic = script_of(name) == "arabic"
    one_word = len(name.split()) == 1
    for reading in readings("", "", "", name, "arabic"):
        words = _consonants(reading)
        pairs = {_two(*pair) for pair in combinations(words[:3], 2)}
        exact |= pairs or {f"a|{word}" for word in words}
        looser |= {f"a|{word}" for word in words}
        if arabic:
            (exact if one_word else looser).update(f"n|{word}" for word in words)
    if not arabic:
        _ask_slavic(name, year, exact, looser)
    return exact, looser - exact


def _ask_slavic(name: str, year: str, exact: set[str], looser: set[str]) -> None:
    for reading in readings("", "", "", name, "slavic"):
        for part in (reading.family, reading.given):
            if part is not None and part.code:
                looser.add(f"s|{part.code}")
        code = reading.family.code if reading.family else reading.given.code if reading.given else ""
        names = _given_names(reading.given) if reading.family else []
        if not code:
            continue
        if names:
            exact.update(f"sg|{code}|{title}" for title in names)
        else:
            exact.add(f"sy|{code}|{year}" if year else f"s|{code}")
