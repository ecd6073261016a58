"""Which characters reach the paper, and what stands for those that cannot.

Nothing is left out in silence that a reader could have seen. A character that the fonts do not have, and a control
character, stand as their Unicode number in brackets: ``[U+4E2D]``. Characters that show nothing (zero-width
marks, byte order marks, direction controls) are dropped: the paper shows the letters in the order in which they are
stored, and a hidden override cannot turn a name around.
"""

import json
import unicodedata
from bisect import bisect_right
from functools import cache
from pathlib import Path

import regex  # type: ignore[import-untyped]

_COVERAGE = Path(__file__).parent / "fonts" / "coverage.json"
_BROAD = frozenset("wmжшщюфмы@—…%")
_JOINERS = "\u200c\u200d"
_SPACES = regex.compile(r"[\s\u200b]+")
_BREAKS = regex.compile(r"([ \n]|(?<=\w)-(?=\w))")
_CLUSTER = regex.compile(r"\X")

BREAK = "\u200b"
"""Stands in a text where a line may break inside an over-long word; it leaves no trace on the paper."""


@cache
def _ranges() -> tuple[list[int], list[int]]:
    ranges = json.loads(_COVERAGE.read_text(encoding="ascii"))
    return [first for first, _last in ranges], [last for _first, last in ranges]


def has_glyph(letter: str) -> bool:
    """Whether one of the fonts that come with the package can draw `letter`."""
    firsts, lasts = _ranges()
    at = bisect_right(firsts, ord(letter)) - 1
    return at >= 0 and ord(letter) <= lasts[at]


def printable(text: str, *, lines: bool = False) -> str:
    """Give `text` as it can stand on paper.

    Every run of white space becomes one space; with `lines` the line breaks stay (addresses, articles).
    """
    if lines:
        kept = (printable(line) for line in text.splitlines())
        return "\n".join(kept).strip("\n")
    spaced = _SPACES.sub(" ", text).strip()
    return "".join(map(_printable, spaced))


@cache
def _printable(letter: str) -> str:
    if letter in _JOINERS:
        return letter
    if unicodedata.category(letter) == "Cf" or letter == "\u034f" or _selects_variant(letter):
        return ""
    if unicodedata.category(letter) in ("Cc", "Cs") or not has_glyph(letter):
        return f"[U+{ord(letter):04X}]"
    return letter


def _selects_variant(letter: str) -> bool:
    return "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"


def breakable(text: str, longest: int) -> str:
    """Let stretches wider than `longest` common letters break, so that no name runs over the edge of its field.

    Where a line may break anyway (a space, a hyphen), nothing is added.
    """
    return "".join(_broken(part, longest) if _width(part) > longest else part for part in _BREAKS.split(text))


def _width(word: str) -> float:
    return sum(1.5 if letter in _BROAD or letter.isupper() else 1.0 for letter in word)


def _broken(word: str, longest: int) -> str:
    clusters = _CLUSTER.findall(word)
    step = max(longest // 3, 1)
    return BREAK.join("".join(clusters[at : at + step]) for at in range(0, len(clusters), step))


def direction(text: str) -> str:
    """Give ``rtl`` or ``ltr`` by the first letter that has a direction (UAX 9, P2 and P3); ``ltr`` if none has."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"
