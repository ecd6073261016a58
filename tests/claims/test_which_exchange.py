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


LEDE = "Russia and Ukraine exchanged prisoners on Saturday, 4 February 2023. "


@pytest.mark.parametrize(
    ("background", "kind", "verdict"),
    [
        # two exchanges lie in November: the number says which is meant
        ("In November 107 Ukrainian soldiers had come home in one exchange.", "per_side", "true"),
        ("In November 109 Ukrainian soldiers had come home in one exchange.", "per_side", "false"),
        # on 30 December there was none, on 31 December there was
        ("On 30 December 140 Ukrainian servicemen came home.", "per_side", "true"),
        ("On 30 December 141 Ukrainian servicemen came home.", "per_side", "false"),
        # the next sentence goes on about the day the one before named
        ("On 31 December there was another exchange. Home came 132 men and eight women.", "breakdown", "true"),
        ("On 31 December there was another exchange. Home came 132 men and nine women.", "breakdown", "false"),
    ],
)
def test_numbers_tell_which_exchange_is_meant(background: str, kind: str, verdict: str) -> None:
    claims = check(LEDE + background, load(), date(2023, 2, 5)).claims
    assert [c.verdict for c in claims if c.claim_type == kind and c.start > len(LEDE)] == [verdict]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("On 31 December 140 came home. Before that there had been no exchange for more than two weeks.", "true"),
        ("On 31 December 140 came home. Before that there had been no exchange for more than a month.", "false"),
    ],
)
def test_before_that_counts_from_the_exchange_told_of(text: str, verdict: str) -> None:
    claims = check(LEDE + text, load(), date(2023, 2, 5)).claims
    assert [c.verdict for c in claims if c.claim_type == "first_since"] == [verdict]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The largest exchange since the start of October remains that of 31 December.", "true"),
        ("The largest exchange since the start of October remains that of 8 January.", "false"),
    ],
)
def test_the_largest_may_be_an_older_one(text: str, verdict: str) -> None:
    claims = check(LEDE + text, load(), date(2023, 2, 5)).claims
    assert [c.verdict for c in claims if c.claim_type == "largest_since"] == [verdict]


def test_a_report_is_about_the_sides_it_names_first() -> None:
    text = (
        "Washington and Moscow exchanged one prisoner each in Abu Dhabi on Thursday. On Tuesday Moscow and Kyiv "
        "had exchanged 60 soldiers each, and last Thursday Russia and Ukraine 50 for 50."
    )
    report = check(text, load(), date(2022, 12, 8))
    assert report.conflict == "Russia-US"
    days = [c for c in report.claims if c.claim_type == "date_of_exchange"]
    assert days[0].verdict == "true"
    assert [e.id for e in days[0].exchanges] == ["us-ru-2022-12-08"]


def test_an_announcement_belongs_to_what_was_agreed_on_its_day() -> None:
    text = "Kyiv and Moscow exchanged prisoners on Friday. The deal for 314 was announced on {} February."
    for day, verdict in ((5, "true"), (3, "false")):
        report = check(text.format(day), load(), date(2026, 5, 16))
        assert [c.verdict for c in report.claims if c.claim_type == "date_announced"] == [verdict]


@pytest.mark.parametrize(
    ("number", "verdict"),
    [(538, "true"), (537, "false")],
)
def test_a_year_and_a_number_name_an_exchange(number: int, verdict: str) -> None:
    text = f"The mediators also arranged the Easter exchange of 2025, in which {number} captives were freed."
    opening = "Russia and Ukraine exchanged prisoners on Thursday, 5 February 2026. "
    totals = [c for c in check(opening + text, load(), date(2026, 2, 6)).claims if c.claim_type == "total"]
    assert [c.verdict for c in totals] == [verdict]


def test_it_ranks_the_exchange_told_of_just_now() -> None:
    opening = "Ukraine and Russia exchanged prisoners on Saturday, 103 for 103. On Friday 49 Ukrainians came home. "
    for day, verdict in ((24, "true"), (23, "false")):
        text = f"{opening}It was the first exchange since {day} August."
        first = [c for c in check(text, load(), date(2024, 9, 14)).claims if c.claim_type == "first_since"]
        assert [c.verdict for c in first] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "Со времени августовского обмена, в ходе которого домой вернулись по 146 военных, пленных не меняли.",
        "Попередній обмін був до того, 24 серпня. Тоді додому вирушили по 146 військових з кожного боку.",
        "It was the first since 24 August. On that occasion 146 servicemen went home on either side.",
        "Exchanges had been frozen since late August; back then both sides got 146 soldiers each.",
    ],
)
def test_what_is_told_of_the_day_a_pause_is_counted_from(text: str) -> None:
    opening = "Russia and Ukraine exchanged prisoners on Thursday, 5 February 2026. "
    parts = [c for c in check(opening + text, load(), date(2026, 2, 6)).claims if "146" in c.text_span]
    parts = [c for c in parts if c.claim_type == "breakdown"]
    assert [[e.id for e in c.exchanges] for c in parts] == [["ru-ua-2025-08-24"]]
    assert [c.verdict for c in parts] == ["true"]
