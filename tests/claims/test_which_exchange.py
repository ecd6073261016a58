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


def test_the_last_one_is_the_exchange_before() -> None:
    lead = "Ukraine brought 215 people home on Wednesday. "
    told = "It came 19 days after the last one, which got a mere {} Ukrainian soldiers home."
    for number, verdict in ((14, "true"), (13, "false")):
        claims = check(lead + told.format(number), load(), date(2022, 9, 23)).claims
        sides = [c for c in claims if c.claim_type == "per_side" and c.start > len(lead)]
        assert [c.verdict for c in sides] == [verdict]


def test_news_of_yesterday_may_name_only_the_day_of_an_earlier_exchange() -> None:
    text = "130 Ukrainians are free. Six days before, on 10 April, Ukraine had got 100 people back."
    claims = check(text, load(), date(2023, 4, 17)).claims
    assert [c.verdict for c in claims if c.claim_type == "per_side"] == ["true", "true"]
