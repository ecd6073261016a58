"""Which exchange a number is judged by, where its sentence names a day or only seems to look back."""

from datetime import date

import pytest

from repatria.claims import check
from repatria.history import load

OPENING = "Three Russian pilots and 45 Ukrainian soldiers went home on Saturday. "


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("On 10 April, a week before Easter, Russia had taken back 106 people and Ukraine one hundred.", "true"),
        ("On 10 April, a week before Easter, Russia had taken back 106 people and Ukraine 130.", "false"),
        ("On 16 April, at Easter, Ukraine got 130 people back.", "true"),
    ],
)
def test_words_behind_a_day_say_which_it_is(sentence: str, verdict: str) -> None:
    claims = check(OPENING + sentence, load(), date(2023, 5, 7)).claims
    assert [c.verdict for c in claims if c.claim_type == "per_side" and c.start > len(OPENING)] == [verdict]


def test_this_weekend_is_no_other_week() -> None:
    text = "Kyiv and Moscow exchanged prisoners on Friday, 75 for 75. In all, 146 people are free this weekend."
    totals = [c for c in check(text, load(), date(2024, 6, 1)).claims if c.claim_type == "total"]
    assert [c.verdict for c in totals] == ["false"]
