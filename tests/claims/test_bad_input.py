"""What the issue of bad input asks: an honest answer, no traceback, nothing executed."""

from datetime import date
from pathlib import Path

import pytest

from repatria.claims import CannotReadReport, check, fragment, parse
from repatria.claims.report import LONGEST_TEXT
from repatria.history import load

HISTORY = load()
TEXT = "KYIV, 5 February 2026 — Ukraine and Russia exchanged 157 prisoners each on Thursday."


def verdicts(text, **how):
    return {c.claim_type: c.verdict for c in check(text, HISTORY, **how).claims}


def test_five_megabytes_are_read_as_far_as_is_told():
    report = check(f"{TEXT} " * (5_000_000 // len(TEXT)), HISTORY)
    assert any(str(LONGEST_TEXT) in note for note in report.notes)
    assert report.claims
    assert all(c.end <= LONGEST_TEXT for c in report.claims)


def test_five_megabytes_without_a_space():
    assert check("ж" * 5_000_000, HISTORY).claims == ()


def test_a_file_beyond_the_limit_is_refused():
    with pytest.raises(CannotReadReport, match="PDF"):
        parse(b"%PDF-1.7" + b"0" * 100, "report.pdf")


@pytest.mark.parametrize("digits", ["١٥٧", "۱۵۷", "１５７", "l57", "1б7", "𝟏𝟓𝟕"])
def test_digits_of_other_scripts_and_letters_like_digits_are_read_and_never_make_a_false_true(digits):
    right = verdicts(TEXT.replace("157", digits))
    wrong = verdicts(
        TEXT.replace("157", digits.replace("7", "8").replace("٧", "٨").replace("۷", "۸").replace("７", "８"))
    )
    assert right.get("per_side") in ("true", "false", None)
    if right.get("per_side") == "true" and digits != digits.replace("7", "8"):
        assert wrong.get("per_side") != "true"


def test_letters_that_pass_for_digits_are_told():
    report = check(TEXT.replace("157", "l57"), HISTORY)
    assert any("letters that look like digits" in note for note in report.notes)


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\ufeff", "\u00ad"])
def test_marks_of_direction_change_neither_claims_nor_offsets(mark):
    marked = TEXT.replace("157", f"{mark}157{mark}").replace("Thursday", f"Thurs{mark}day")
    report = check(marked, HISTORY)
    assert {c.claim_type: c.verdict for c in report.claims} == verdicts(TEXT)
    assert all(marked[c.start : c.end] == c.text_span for c in report.claims)


def test_a_weekday_against_its_date_is_false_and_not_bent():
    text = "KYIV, 6 February 2026 — Ukraine and Russia exchanged 157 prisoners each on Monday, 5 February 2026."
    assert check(text, HISTORY).as_of == date(2026, 2, 6)
    assert "true" in {c.verdict for c in check(text, HISTORY).claims if c.claim_type == "per_side"}


def test_two_datelines_are_told():
    report = check(TEXT, HISTORY, page_date=date(2024, 2, 5))
    assert report.as_of == date(2026, 2, 5)
    assert "2024-02-05" in report.how_dated


def test_a_day_that_does_not_exist_is_no_day():
    report = check("KYIV, 31 February 2026 — Ukraine and Russia exchanged 157 prisoners each.", HISTORY)
    assert report.as_of is None or report.as_of.month != 2 or report.as_of.day <= 28


@pytest.mark.parametrize(
    "text",
    [
        "TEL AVIV, 5 May 2025 — India and Pakistan swapped 40 prisoners each, the largest swap since March.",
        "ADDIS ABABA, 5 February 2026 — Ethiopia and Eritrea exchanged 157 prisoners each on Thursday.",
        "KHARTOUM, 5 February 2026 — The army and the RSF freed 314 captives, the first exchange since October.",
    ],
)
def test_another_war_is_never_true(text):
    assert "true" not in {c.verdict for c in check(text, HISTORY).claims}


@pytest.mark.parametrize(
    "text",
    [
        "Paris, 5 février 2026 — Moscou et Kiev ont échangé 157 prisonniers de guerre chacun, le premier échange.",
        "Berlin, 5. Februar 2026 — Russland und die Ukraine haben je 157 Gefangene ausgetauscht, wie es hieß.",
        "Стамбул, 2026 жылғы 5 ақпан",
        "战俘交换 157 名",
        "キエフ 2026年2月5日 捕虜交換 157人",
    ],
)
def test_a_language_it_cannot_read_is_said_or_yields_no_truth(text):
    report = check(text, HISTORY)
    assert "true" not in {c.verdict for c in report.claims}


def test_markup_in_a_text_is_text():
    report = check(f"<script>alert(1)</script><img src=x onerror=alert(1)> {TEXT}", HISTORY)
    piece = fragment(report)
    assert "<script" not in piece
    assert "<img" not in piece


def test_a_page_whose_script_tells_another_number():
    page = (
        f"<html><head><script>var t='exchanged 900 prisoners each'</script></head><body><p>{TEXT} It was "
        "mediated by the United Arab Emirates and the United States, both capitals said.</p>"
        "<style>p:after{content:'800 prisoners each'}</style><noscript>700 prisoners each</noscript></body></html>"
    )
    source = parse(page.encode())
    assert not [n for n in ("900", "800", "700") if n in source.text]
    assert "157 prisoners each" in source.text


def test_a_page_that_nests_without_end():
    source = parse(("<html><body>" + "<div>" * 20_000 + TEXT + "</body></html>").encode())
    assert isinstance(source.text, str)


REPORTS = sorted((Path(__file__).parent / "apart").rglob("*.txt"))[::6]


@pytest.mark.parametrize("line", range(5))
def test_a_line_may_end_behind_any_word(line):
    for file in REPORTS:
        words = file.read_text("utf-8").split()
        text = " ".join(word + ("\n" if at % 5 == line else "") for at, word in enumerate(words))
        assert all(text[c.start : c.end] == c.text_span for c in check(text, HISTORY).claims), file.name


@pytest.mark.parametrize(
    "text",
    ["Обмен пленными прошел сегодня", "prisoners were exchanged the next day", "free after a year and"],
)
def test_a_text_may_end_with_a_day_or_a_length_of_time(text):
    assert check(text, HISTORY).text == text
