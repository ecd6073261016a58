"""Every kind of claim in many wordings, one a line: is a claim of that kind found in it?

A line is ``kind[,kind]|sentence``; all tell of the exchange of 5 February 2026, most of them the truth.
"""

from functools import cache
from pathlib import Path

import pytest

from repatria.claims import Claim, check
from repatria.history import load
from tests.claims.world import DAY

FOLDER = Path(__file__).parent / "kinds"
OPENINGS = {
    "en": "Ukraine and Russia have exchanged prisoners.",
    "uk": "Україна і Росія обмінялися полоненими.",
    "ru": "Украина и Россия обменялись пленными.",
    "ar": "تبادلت روسيا وأوكرانيا الأسرى.",
}
LEAST_FOUND = 0.90


@cache
def read(language: str) -> list[tuple[str, set[str], list[Claim]]]:
    """The sentences of a language: text, kinds wanted, claims found."""
    found = []
    for line in (FOLDER / f"{language}.txt").read_text("utf-8").splitlines():
        kinds, sentence = line.split("|", 1)
        start = len(OPENINGS[language])
        claims = check(f"{OPENINGS[language]} {sentence}", load(), DAY).claims
        found.append((sentence, set(kinds.split(",")), [c for c in claims if c.end > start]))
    return found


@pytest.mark.parametrize("language", OPENINGS)
def test_kinds_are_found_in_many_wordings(language):
    sentences = read(language)
    missed = [text for text, kinds, claims in sentences if kinds - {c.claim_type for c in claims}]
    assert len(missed) <= (1 - LEAST_FOUND) * len(sentences), missed


@pytest.mark.parametrize("language", OPENINGS)
def test_a_side_s_own_number_is_never_called_false(language):
    told = [
        (text, c)
        for text, kinds, claims in read(language)
        for c in claims
        if c.claim_type in kinds == {"per_side"} and "157" in text
    ]
    assert len(told) > 10
    assert [text for text, c in told if c.verdict == "false"] == []
