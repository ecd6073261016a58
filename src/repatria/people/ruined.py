"""Names that were ruined on their way: read once in the wrong encoding and saved so."""

from functools import cache
from typing import NamedTuple

from repatria.people.letters import plausibility

_READ_AS = (
    "cp1252",
    "latin-1",
    "cp1251",
    "koi8-u",
    "koi8-r",
    "cp866",
    "iso8859-5",
    "mac-cyrillic",
    "cp1256",
    "mac-roman",
)
_WERE = ("utf-8", "cp1251", "koi8-u", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic", "cp1256", "iso8859-6")
_GAIN = 2.0
"""How much likelier (in log-frequency per letter) the repaired text must be before anybody is bothered."""
_GOOD = -4.2
_FEWEST_LETTERS = 8
"""Fewer prove nothing: abbreviations of units (ОБрМП) hold capitals inside words too."""

SUSPICIOUS = (
    "[а-яґєіїё][А-ЯҐЄІЇЁ]"  # a capital inside a word
    "|[\u2500-\u259f]"  # box drawing
    "|[\u0080-\u009f]"  # control signs of ISO 6429
    "|[\u00c0-\u00ff][\u0080-\u00bf\u0152-\u0178\u2013-\u2122]"  # UTF-8 read as cp1252
    "|[\u00c0-\u00ff]{3}"  # Cyrillic or Arabic read as cp1252
    "|[РС][\u0090-\u00bf\u0402-\u040f\u0451-\u045f\u2013-\u2122]"  # UTF-8 read as cp1251
    "|[ШЩ][\u00a0-\u00bf\u0080-\u009f§©†]"  # Arabic UTF-8 read as cp1251
    "|[طظ][\u00a0-\u00bf\u0152-\u0192\u2013-\u2122]"  # Arabic UTF-8 read as cp1256
)
"""A cheap sign that a text may be ruined; :func:`ruined_by` then looks closely."""


class Ruin(NamedTuple):
    """How a text was ruined: written as `were`, read as `read_as`, and saved so."""

    were: str
    read_as: str


@cache
def ruined_by(text: str) -> Ruin | None:
    """Say how `text` was ruined, or None when it was not.

    The proof is that undoing it gives words that look much more like names.
    """
    words = _words(text)
    if sum(map(len, words)) < _FEWEST_LETTERS:
        return None
    best, how = max(plausibility(" ".join(words)) + _GAIN, _GOOD), None
    for read_as in _READ_AS:
        # Which words could have been read so does not depend on what they were.
        possible = [word for word in words if _could_be_read(word, read_as)]
        for were in _WERE if 2 * len(possible) > len(words) else ():
            repaired = _repaired(possible, Ruin(were, read_as))
            # A word or two may hold a letter that was lost for good.
            if 2 * len(repaired) > len(words) and (score := plausibility(" ".join(repaired))) > best:
                best, how = score, Ruin(were, read_as)
    return how


def is_ruined_by(text: str, how: Ruin) -> bool:
    """Say whether undoing `how` makes `text` look more like names; asked where the file is known to be ruined."""
    words = _words(text)
    repaired = _repaired(words, how)
    return bool(repaired) and plausibility(" ".join(repaired)) > plausibility(" ".join(words))


def _words(text: str) -> list[str]:
    return [word for word in text.split() if not word.isascii() and "\ufffd" not in word]


def _repaired(words: list[str], how: Ruin) -> list[str]:
    return [repaired for word in words if (repaired := _undone(word, how))]


def _could_be_read(word: str, read_as: str) -> bool:
    try:
        word.encode(read_as)
    except UnicodeEncodeError:
        return False
    return True


def _undone(word: str, how: Ruin) -> str:
    try:
        return "" if how.were == how.read_as else word.encode(how.read_as).decode(how.were)
    except UnicodeError:
        return ""
