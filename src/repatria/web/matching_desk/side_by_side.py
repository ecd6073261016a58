"""Two rows side by side, with the parts that differ marked."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from repatria.matching import Reason, in_words
from repatria.names import script_of
from repatria.people import DATES, FIELDS, read_date
from repatria.web.lists.labels import FIELD_WORDS

Part = tuple[str, bool]
"""A piece of text, and whether the other side says something else there."""
_NOT_COMPARED = frozenset({"id", "line", "source", "source_date", "reply", "reply_date"})


@dataclass(frozen=True, slots=True)
class Line:
    """One column of both rows."""

    label: Any
    left: tuple[Part, ...]
    right: tuple[Part, ...]
    differs: bool


def side_by_side(left: dict[str, str], right: dict[str, str]) -> list[Line]:
    """Give the columns that either row fills, in the usual order."""
    return [
        _line(name, left.get(name, ""), right.get(name, "")) for name in FIELDS if left.get(name) or right.get(name)
    ]


@dataclass(frozen=True, slots=True)
class Said:
    """A reason in the reader's language: its weight as written, whether it speaks for one person, and the words."""

    weight: str
    speaks_for: bool
    words: str


def reasons_in_words(because: list[list[Any]], left: dict[str, str], right: dict[str, str]) -> list[Said]:
    """Put kept reasons into words, the weightiest first; what says nothing is left out."""
    born = left.get("date_of_birth", ""), right.get("date_of_birth", "")
    found = []
    for reason in (Reason(*kept) for kept in because):
        if words := in_words(reason, *born):
            weight = f"{reason.weight:+.1f}".replace("-", "−")
            found.append(Said(weight, reason.weight > 0, words))
    return found


def _line(name: str, left: str, right: str) -> Line:
    if name in _NOT_COMPARED or not left or not right:
        return Line(FIELD_WORDS[name], ((left, False),), ((right, False),), False)
    # Letters of two alphabets always differ; what they mean is for the reasons to say.
    if left.casefold() == right.casefold() or script_of(left) != script_of(right) or _same_day(name, left, right):
        return Line(FIELD_WORDS[name], ((left, False),), ((right, False),), False)
    return Line(FIELD_WORDS[name], *_marked(left, right), True)


def _same_day(name: str, left: str, right: str) -> bool:
    """Whether both are one date, however each is written."""
    value = read_date(left).value if name in DATES else ""
    return bool(value) and value == read_date(right).value


def _marked(left: str, right: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    found = SequenceMatcher(None, left.casefold(), right.casefold(), autojunk=False).get_opcodes()
    if len(left.casefold()) != len(left) or len(right.casefold()) != len(right):
        return ((left, True),), ((right, True),)
    one = tuple((left[a:b], kind != "equal") for kind, a, b, _c, _d in found if b > a)
    other = tuple((right[c:d], kind != "equal") for kind, _a, _b, c, d in found if d > c)
    return one, other
