"""The field evidence beside the name, coded: place, unit, rank, call sign. Each function reads one clean cell."""

import re
from functools import cache, lru_cache

from repatria.matching import tables
from repatria.names import Tradition, clean, place_code

_NUMBER = re.compile(r"\d+")
_REGION = re.compile(
    r"\b(?:обл\.?|область|області|области|oblast|region|province|губернія|край|muhafaza|governorate|محافظة)\b|\bобл\.",
    re.I,
)
_KIND_OF_PLACE = re.compile(
    r"^(?:м|г|с|смт|пгт|пос|селище|село|місто|город|дер|ст|city|town|village|city of|مدينة|قرية)\.?\s+", re.I
)
_SPACES = re.compile(r"[\s.\-]+")


@cache
def _renamed(tradition: Tradition) -> dict[str, str]:
    known: dict[str, str] = {}
    for forms in tables.lines("places.tsv"):
        first = place_code(forms[0], tradition)
        for form in forms:
            known.setdefault(place_code(form, tradition), first)
    return known


@lru_cache(maxsize=1 << 18)
def place(text: str, tradition: Tradition) -> tuple[str, bool]:
    """Give the code of a place under its present name, and whether only a region is named."""
    text = clean(text)
    code = place_code(_KIND_OF_PLACE.sub("", text), tradition)
    region = bool(_REGION.search(text))
    return ("~" if region else "") + _renamed(tradition).get(code, code), region


@cache
def _kinds() -> list[tuple[str, int]]:
    spelled = [
        (_plain(word), number)
        for number, (_kind, words) in enumerate(tables.lines("unit_kinds.tsv"), start=1)
        for word in words.split("|")
    ]
    return sorted(spelled, key=lambda pair: -len(pair[0]))


def _plain(text: str) -> str:
    return " ".join(_SPACES.split(clean(text))).strip()


@lru_cache(maxsize=1 << 18)
def unit(text: str) -> tuple[int, int]:
    """Give the number of a unit and its kind (a line of unit_kinds.tsv), 0 for what is not said."""
    plain = _plain(text)
    numbers = _NUMBER.findall(plain)
    words = f" {_NUMBER.sub(' ', plain)} "
    kind = next((kind for word, kind in _kinds() if word in words), 0)
    return int(numbers[0][:6]) if numbers else 0, kind


@cache
def _ladder() -> dict[str, int]:
    return {_plain(word): int(step) for step, words in tables.lines("ranks.tsv") for word in words.split("|")}


@lru_cache(maxsize=1 << 16)
def rank(text: str) -> int:
    """Give the step of a rank on the ladder of ranks.tsv, 0 if it is not there."""
    return _ladder().get(_plain(text), 0)
