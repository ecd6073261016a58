"""Days, gaps, ranks and the age of the war, a sentence each: what is found in it, and in some nothing.

A line of ``time_and_rank.txt`` is a language, the type of the claim (``-`` for none) and the sentence; the claim
must touch one of the stretches in double brackets, and no other claim of these types may be found.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from repatria.claims import Claim, check
from repatria.history import History, load

TYPES = {"date_of_exchange", "date_announced", "first_since", "largest_since", "months_of_war"}
OPENINGS = {
    "en": "KYIV — Ukraine and Russia, 157 for 157.\n",
    "ru": "Украина и Россия: 157 на 157.\n",
    "uk": "Україна і Росія: 157 на 157.\n",
    "ar": "أوكرانيا وروسيا: 157 مقابل 157.\n",
}


def sentences() -> Iterator[tuple[str, str, str]]:
    for line in (Path(__file__).parent / "time_and_rank.txt").read_text("utf-8").splitlines():
        language, kind, marked = line.split("|")
        yield language, kind, marked


@cache
def _history() -> History:
    return load()


def _of_these_types(language: str, marked: str) -> tuple[list[Claim], list[tuple[int, int]]]:
    text, stretches = OPENINGS[language], []
    for number, part in enumerate(marked.replace("]]", "[[").split("[[")):
        if number % 2:
            stretches.append((len(text), len(text) + len(part)))
        text += part
    found = check(text, _history(), date(2026, 2, 6)).claims
    return [c for c in found if c.claim_type in TYPES and c.start >= len(OPENINGS[language])], stretches


@pytest.mark.parametrize(("language", "kind", "marked"), list(sentences()))
def test_a_sentence_gives_its_claim_and_no_other(language: str, kind: str, marked: str):
    found, stretches = _of_these_types(language, marked)
    assert {c.claim_type for c in found} == ({kind} - {"-"})
    assert all(any(c.start < end and start < c.end for start, end in stretches) for c in found)


VERDICTS = [
    ("No prisoners had been exchanged since 2 October.", "true"),
    ("No prisoners had been exchanged since 24 August.", "false"),
    ("It came four months after the exchange of 2 October.", "true"),
    ("It came nine months after the exchange of 2 October.", "false"),
    ("Four months separate this exchange from the previous one.", "true"),
    ("Seven months separate this exchange from the previous one.", "false"),
    ("Россия напала почти четыре года назад.", "true"),
    ("Россия напала почти три года назад.", "false"),
    ("Війна завершила свій 47-й місяць.", "true"),
    ("Війна завершила свій 48-й місяць.", "false"),
    ("Never had more prisoners crossed in a single day.", "false"),
    ("No larger exchange has been held this year.", "true"),
]


@pytest.mark.parametrize(("sentence", "verdict"), VERDICTS)
def test_a_wide_pattern_is_judged_by_what_it_says(sentence: str, verdict: str):
    language = "en" if sentence.isascii() else "uk" if "і" in sentence else "ru"
    found, _stretches = _of_these_types(language, sentence)
    assert [c.verdict for c in found] == [verdict]
