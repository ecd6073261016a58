"""The kinds of value an entry may hold. There is no kind for text, so nobody can write a name into the record.

Each kind is a regular expression over canonical JSON (RFC 8785): what matches is both allowed and written the one
way it is written. A kind is a closed list of words, a number, a date, a short code, or 64 hexadecimal digits;
:func:`admits_text` tries each with words, names and telephone numbers, and an act with such a field cannot exist.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_DAY = (
    r"2[0-9]{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))"
)
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: its pattern as canonical JSON, what to write there, and an example."""

    pattern: str
    meaning: str
    example: Any

    def holds(self, canonical: bytes) -> bool:
        """Say whether a value, in canonical JSON, is of this kind."""
        return re.fullmatch(self.pattern.encode(), canonical) is not None


def _quoted(pattern: str) -> str:
    return f'"{pattern}"'


MOMENT = Kind(_quoted(f"{_DAY}T{_TIME}Z"), "a moment in UTC, as 2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z")
DAY = Kind(_quoted(_DAY), "a day, as 2026-11-23", "2026-11-23")
COUNT = Kind("(?:0|[1-9][0-9]{0,8})", "a whole number from 0 to 999,999,999", 157)
ENTRY = Kind("(?:0|[1-9][0-9]{0,14})", "the number of an earlier entry", 12)
PARTY = Kind(_quoted("[A-Z]{2,4}"), "the code of a party: 2 to 4 capital letters", "NTH")
COMMITMENT = Kind(
    _quoted("[0-9a-f]{64}"),
    "a commitment (SHA-256 over 32 random bytes and the fact), 64 hexadecimal digits",
    "1f" * 32,
)
DIGEST = Kind(_quoted("[0-9a-f]{64}"), "the SHA-256 of a published file, 64 hexadecimal digits", "2e" * 32)
CELL = Kind('(?:[5-9]|[1-9][0-9]{1,8}|"withheld")', 'a whole number of at least 5, or "withheld"', 12)


def one_of(*words: str) -> Kind:
    """A closed list of words."""
    choice = "|".join(re.escape(word) for word in words)
    return Kind(_quoted(f"(?:{choice})"), "one of: " + ", ".join(words), words[0])


def reference(to: str) -> Kind:
    """A numbered thing, such as ``manifest-3``."""
    return Kind(_quoted(f"{to}-[1-9][0-9]{{0,5}}"), f"a number such as {to}-1", f"{to}-1")


def several(kind: Kind, least: int = 1, most: int = 64) -> Kind:
    """A list of values of one kind."""
    pattern = rf"\[{kind.pattern}(?:,{kind.pattern}){{{least - 1},{most - 1}}}\]"
    meaning = f"a list of {least} to {most}: {kind.meaning}"
    return Kind(pattern, meaning, [kind.example] * least)


def different_commitments(least: int, most: int) -> Kind:
    """A list of commitments, none of them twice: one person cannot approve in two places."""
    loose = several(COMMITMENT, least, most)
    before, after = r"\[(?:[^\]]*,)?", r",(?:[^\]]*,)?"
    pattern = rf"(?!{before}(?P<twice>{COMMITMENT.pattern}){after}(?P=twice)[,\]]){loose.pattern}"
    example = [f"{number:x}f" * 32 for number in range(1, least + 1)]
    return Kind(pattern, loose.meaning + "; no two alike", example)


def breakdown(rows: Sequence[str]) -> Kind:
    """Counts by a closed list of classes. No cell under 5, and never one hidden cell alone.

    One cell withheld alone could be worked out from the total, so there are none or at least two.
    """
    cells = ",".join(f'"{row}":{CELL.pattern}' for row in sorted(rows))
    other = r'(?:(?!"withheld")[^}])*'
    pattern = rf'(?!\{{{other}"withheld"{other}\}})\{{{cells}\}}'
    meaning = "counts by " + ", ".join(sorted(rows)) + '; under 5 is "withheld", and never just one'
    return Kind(pattern, meaning, dict.fromkeys(sorted(rows), 12))


_PROBES = (
    "Vasyl Verbytskyi", "vasyl-verbytskyi", "VERBYTSKYI", "Vasyl", "vasyl", "Вербицький", "вербицький", "يوسف",
    "born 1990", "19900304-12345", "UA-000123", "+380501234567", "380501234567890123", "note: see file",
    "A. B.", "",
)  # fmt: skip


def admits_text(kind: Kind) -> bool:
    """Say whether somebody could write a name, a sentence or a personal number into a field of this kind."""
    texts = [json.dumps(probe, ensure_ascii=False) for probe in _PROBES] + ["380501234567890123"]
    shapes = ("{0}", "[{0}]", "[{0},{0}]", '{{"x":{0}}}', "{{{0}:5}}")
    return any(kind.holds(shape.format(text).encode()) for text in texts for shape in shapes)
