"""Ranks, numbers of exchanges and the age of the war, a sentence each: what is found in it, and in some nothing."""

import pytest

from repatria.claims import Claim
from tests.claims.marked import Stretch, found_in, gives_its_claim_and_no_other, sentences

TYPES = {"first_since", "largest_since", "ordinal", "months_of_war"}
OPENINGS = {
    "en": "KYIV — Ukraine and Russia, 157 for 157 on 5 February.\n",
    "ru": "Украина и Россия: 157 на 157, 5 февраля.\n",
    "uk": "Україна і Росія: 157 на 157, 5 лютого.\n",
    "ar": "أوكرانيا وروسيا: 157 مقابل 157 في 5 فبراير.\n",
}


def _found(language: str, marked: str) -> tuple[list[Claim], list[Stretch]]:
    return found_in(OPENINGS, language, marked, TYPES)


@pytest.mark.parametrize(("language", "kind", "marked"), list(sentences("ranks_and_ages.txt")))
def test_a_sentence_gives_its_claim_and_no_other(language: str, kind: str, marked: str):
    found, stretches = _found(language, marked)
    assert gives_its_claim_and_no_other(kind, found, stretches), found


VERDICTS = [
    ("en", "It was preceded by the one of 2 October.", "true"),
    ("en", "It was preceded by the one of 24 August.", "false"),
    ("en", "Before it came October's, when 205 men and women went home.", "true"),
    ("en", "The 69th was carried out on 2 October.", "true"),
    ("en", "The 69th was carried out on 24 August.", "false"),
    ("en", "Neither side had released prisoners since 2 October.", "true"),
    ("en", "Neither side had released prisoners since 24 August.", "false"),
    ("en", "It was entered under number 71.", "true"),
    ("en", "It was entered under number 70.", "false"),
    ("en", "Such operations number 71.", "true"),
    ("en", "Such operations number 70.", "false"),
    ("en", "The third case since the week began.", "false"),
    ("en", "It was the first exchange of the war.", "false"),
    ("en", "The war will turn four in 18 days.", "true"),
    ("en", "The war will turn three in 18 days.", "false"),
    ("en", "The war will turn four in 8 days.", "false"),
    ("en", "In less than three weeks the war will be four years old.", "true"),
    ("en", "The war is approaching its fifth anniversary.", "false"),
    ("en", "The exchange took place as the war neared the end of its fourth year.", "true"),
    ("en", "The exchange took place as the war neared the end of its fifth year.", "false"),
    ("uk", "Повних місяців великої війни вже 47.", "true"),
    ("uk", "Повних місяців великої війни вже 48.", "false"),
    ("uk", "Через дві з лишком тижні війні виповниться чотири роки.", "true"),
    ("ru", "Через три с лишним недели войне исполнится четыре года.", "false"),
    ("ru", "Больше людей освободили лишь в мае.", "false"),
    ("ru", "Войне 47 месяцев.", "true"),
    ("ar", "وتكمل الحرب بعد أيام شهرها الثامن والأربعين.", "true"),
    ("ar", "وتكمل الحرب بعد أيام شهرها التاسع والأربعين.", "false"),
    ("ar", "وتعدهما كييف العمليتين الحادية والسبعين والثانية والسبعين.", "false"),
]


@pytest.mark.parametrize(("language", "sentence", "verdict"), VERDICTS)
def test_a_wide_rule_is_judged_by_what_it_says(language: str, sentence: str, verdict: str):
    found, _stretches = _found(language, sentence)
    assert [c.verdict for c in found] == [verdict]


def test_a_year_that_is_over_is_counted_by_itself():
    found, _stretches = _found("en", "In 2024 alone the UAE carried out ten mediations.")
    assert [c.verdict for c in found] == ["true"]
    found, _stretches = _found("en", "In 2024 alone the UAE carried out twelve mediations.")
    assert [c.verdict for c in found] == ["false"]


def test_a_day_that_does_not_lie_before_the_exchange_confirms_nothing():
    found, _stretches = _found("uk", "Минулий обмін був 5 лютого.")
    assert all(c.verdict != "true" for c in found)
