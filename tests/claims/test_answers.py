"""Words that lean on what stands before them: answers on questions, lines on their labels."""

from datetime import date

import pytest

from repatria.claims import check
from repatria.history import load

DAY = date(2026, 2, 5)


def claims(text):
    report = check(f"Ukraine and Russia exchanged prisoners on Thursday.\n{text}", load(), DAY)
    start = report.text.index("\n")
    return {c.claim_type: c for c in report.claims if c.start > start}


@pytest.mark.parametrize(
    ("text", "claim_type", "verdict"),
    [
        ("Q: Who mediated? A: The United Arab Emirates.", "mediator", "true"),
        ("Who mediated? Qatar.", "mediator", "false"),
        ("How many came home to Ukraine? 157 people.", "per_side", "true"),
        ("How many of them were civilians? Seven.", "breakdown", "true"),
        ("Когда был предыдущий обмен? 2 октября.", "first_since", "true"),
        ("Який це обмін? 71-й.", "ordinal", "true"),
        ("من الوسيط؟ قطر.", "mediator", "false"),
    ],
)
def test_a_short_answer_is_read_with_its_question(text, claim_type, verdict):
    assert claims(text)[claim_type].verdict == verdict


@pytest.mark.parametrize(
    ("text", "claim_type", "verdict"),
    [
        ("Mediators: United Arab Emirates and United States", "mediator", "true"),
        ("Mediator: Turkey", "mediator", "false"),
        ("Ukraine: 157 people", "per_side", "true"),
        ("- To Russia: 175 servicemen", "per_side", "false"),
        ("Previous exchange: 2 October", "first_since", "true"),
        ("Посредник: Катар", "mediator", "false"),
        ("Попередній обмін: 2 жовтня", "first_since", "true"),
        ("الوسيط: الإمارات", "mediator", "true"),
    ],
)
def test_a_line_is_read_with_its_label(text, claim_type, verdict):
    assert claims(text)[claim_type].verdict == verdict


def test_the_mark_stands_in_the_answer_and_not_in_the_question():
    found = claims("Who mediated? The United Arab Emirates.")["mediator"]
    assert "Who" not in found.text_span


def test_a_question_claims_no_rank():
    assert "largest_since" not in claims("Was it the largest exchange of the war?")


def test_a_clock_and_a_dateline_are_no_labels():
    found = claims("12:05 — 157 Ukrainians are home, the president writes.")
    assert found["per_side"].verdict == "true"
