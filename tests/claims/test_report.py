"""Whole reports: their day, their language, their contradictions, and what is wrong with them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repatria.claims import check
from repatria.claims.report import LONGEST_TEXT
from repatria.history import load


def checked(text, **how):
    return check(text, load(), **how)


def test_a_full_dateline_dates_the_report():
    report = checked("KYIV, 31 December 2024 — Ukraine and Russia exchanged prisoners on Monday.")
    assert (report.as_of, report.how_dated) == (date(2024, 12, 31), "dateline")


def test_a_dateline_without_a_year_is_told_by_its_numbers_and_weekday():
    report = checked("KYIV, Feb 5 (AP) — Ukraine and Russia agreed on Thursday to exchange 314 prisoners.")
    assert report.as_of == date(2026, 2, 5)


def test_a_given_day_wins_and_the_other_is_told():
    report = checked("KYIV, 31 December 2024 — Ukraine and Russia met.", as_of=date(2025, 1, 2))
    assert report.as_of == date(2025, 1, 2)
    assert "2024-12-31" in report.how_dated


def test_the_date_of_the_page_is_used_where_the_text_has_none():
    report = checked("Ukraine and Russia exchanged 157 prisoners each.", page_date=date(2026, 2, 5))
    assert report.as_of == date(2026, 2, 5)


def test_without_any_date_nothing_is_called_true():
    report = checked("Ukraine and Russia exchanged prisoners on Thursday, the first exchange since March.")
    assert report.as_of is None
    assert {c.verdict for c in report.claims} == {"unknown"}


def test_offsets_point_into_the_text():
    text = "KYIV, 5 February 2026 — Ukraine and Russia exchanged 157 prisoners each on Thursday."
    for claim in checked(text).claims:
        assert text[claim.start : claim.end] == claim.text_span


def test_several_languages_in_one_report():
    report = checked(
        "KYIV, 5 February 2026 — Ukraine and Russia exchanged 157 prisoners each on Thursday. "
        "Посредником выступили Эмираты. Це 71-й обмін від початку війни."
    )
    assert set(report.languages) == {"en", "ru", "uk"}
    assert {"per_side", "mediator", "ordinal"} <= {c.claim_type for c in report.claims}


def test_a_sum_that_is_not_that_of_its_parts():
    report = checked(
        "1 June 2024 — Ukraine and Russia exchanged prisoners on Friday, 75 for 75. In all, 146 people are free."
    )
    assert [n for n in ("150", "146") if n in report.contradictions[0].why] == ["150", "146"]


def test_byline_against_credit_line():
    report = checked(
        "By Ann Example | Editor\n\nUkraine and Russia met.\n\n(Reporting by Bob Other; Editing by C D)"
    )
    assert [c.why for c in report.contradictions] == ["byline and credit line name different authors"]


def test_motives_and_experts_cannot_be_checked():
    report = checked(
        'KYIV, 5 February 2026 — Ukraine and Russia exchanged prisoners.\nIris Doe, Analyst: "A gesture of peace."'
    )
    assert any("quoted opinion" in u.why for u in report.cannot_be_checked)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n",
        "The weather was fine on Thursday; 200 people visited the fair.",
        "Paris, 5 février 2026 — La Russie et l'Ukraine ont échangé 157 prisonniers chacune jeudi.",
        "俄罗斯和乌克兰星期四交换了314名战俘。",
        ", " * 5000,
    ],
)
def test_where_there_is_nothing_to_check_nothing_is_found(text):
    assert checked(text).claims == ()


def test_another_war_is_unknown_and_never_true():
    report = checked(
        "DELHI, 5 May 2025 — India and Pakistan swapped 40 prisoners each, the first swap since March."
    )
    assert report.conflict is None
    assert {c.verdict for c in report.claims} == {"unknown"}


def test_marks_of_direction_do_not_hide_a_number():
    report = checked("KYIV, 5 February 2026 — Ukraine and Russia exchanged 31\u200f4 prisoners on Thursday.")
    assert next(c for c in report.claims if c.claim_type == "total").verdict == "true"


def test_a_very_long_text_is_cut_and_says_so():
    report = checked("Ukraine met Russia. " * (LONGEST_TEXT // 10))
    assert any(str(LONGEST_TEXT) in note for note in report.notes)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text):
    for claim in checked(text, as_of=date(2026, 2, 5)).claims:
        assert claim.because


_WORDS = st.sampled_from(
    (
        "Ukraine Russia exchanged 157 314 prisoners each first since October last Thursday the in all of them "
        'civilians mediated by UAE said Zelensky , ; . — " 71st exchange war month '
        "обмін з 5 лютого по 20 полонених تبادل منذ أسرى"
    ).split()
)


@settings(max_examples=80, deadline=None)
@given(st.lists(_WORDS, max_size=60))
def test_any_jumble_of_telling_words_gets_an_answer(words):
    text = " ".join(words)
    for claim in checked(text, as_of=date(2026, 2, 5)).claims:
        assert text[claim.start : claim.end] == claim.text_span
