"""Days, gaps, ranks and the age of the war, a sentence each: what is found in it, and in some nothing."""

import pytest

from repatria.claims import Claim
from tests.claims.marked import Stretch, found_in, gives_its_claim_and_no_other, sentences

TYPES = {"date_of_exchange", "date_announced", "first_since", "largest_since", "months_of_war"}
OPENINGS = {
    "en": "KYIV — Ukraine and Russia, 157 for 157.\n",
    "ru": "Украина и Россия: 157 на 157.\n",
    "uk": "Україна і Росія: 157 на 157.\n",
    "ar": "أوكرانيا وروسيا: 157 مقابل 157.\n",
}


def _found(language: str, marked: str) -> tuple[list[Claim], list[Stretch]]:
    return found_in(OPENINGS, language, marked, TYPES)


@pytest.mark.parametrize(("language", "kind", "marked"), list(sentences("time_and_rank.txt")))
def test_a_sentence_gives_its_claim_and_no_other(language: str, kind: str, marked: str):
    found, stretches = _found(language, marked)
    assert gives_its_claim_and_no_other(kind, found, stretches), found


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
    found, _stretches = _found(language, sentence)
    assert [c.verdict for c in found] == [verdict]
