"""Numbers of people, a sentence each, after one that says that prisoners were exchanged that day.

A line of ``quantities.txt`` is the day, a language and the sentence; a claim stands in braces with its type
and, where the record tells it, its verdict. No other claim about numbers of people may be found.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from repatria.claims import check
from repatria.history import History, load

OPENINGS = {
    "en": "Ukraine and Russia exchanged prisoners of war today. ",
    "uk": "Україна та Росія сьогодні провели обмін полоненими. ",
    "ru": "Украина и Россия сегодня провели обмен пленными. ",
    "ar": "أجرت أوكرانيا وروسيا اليوم عملية تبادل للأسرى. ",
}
TYPES = {"per_side", "total", "breakdown", "still_in_captivity"}
_MARK = re.compile(r"\{(\w+)(?:=(\w+))?\|([^{}]*)\}")


def sentences() -> Iterator[tuple[str, str, str]]:
    for line in (Path(__file__).parent / "quantities.txt").read_text("utf-8").splitlines():
        day, language, marked = line.split("|", 2)
        yield day, language, marked


@cache
def _history() -> History:
    return load()


def _marked(language: str, marked: str) -> tuple[str, list[tuple[str, str | None, int, int]]]:
    text, claims, position = OPENINGS[language], [], 0
    for m in _MARK.finditer(marked):
        text += marked[position : m.start()]
        claims.append((m[1], m[2], len(text), len(text) + len(m[3])))
        text, position = text + m[3], m.end()
    return text + marked[position:], claims


@pytest.mark.parametrize(("day", "language", "marked"), list(sentences()))
def test_numbers_of_people_are_found_with_their_sense_and_judged(day, language, marked):
    text, wanted = _marked(language, marked)
    report = check(text, _history(), date.fromisoformat(day))
    found = [c for c in report.claims if c.claim_type in TYPES and c.start >= len(OPENINGS[language])]
    for kind, verdict, start, end in wanted:
        hit = next((c for c in found if c.claim_type == kind and c.start < end and start < c.end), None)
        assert hit is not None, (kind, text[start:end])
        assert verdict in (None, hit.verdict), hit.because
        found.remove(hit)
    assert not found
