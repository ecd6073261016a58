"""Who tells what: sources behind the number, headings, both sides; and days, lists and kinds told beside it."""

from datetime import date

from tests.claims.world import claim, read


def types(sentence: str, **how: date) -> list[str]:
    return [c.claim_type for c in read(sentence, **how).claims]


def test_a_number_according_to_somebody_is_two_claims():
    report = read("According to President Zelensky, 157 Ukrainians came home.")
    kinds = {c.claim_type: c.verdict for c in report.claims}
    assert kinds["attribution"] == "true"
    assert kinds["per_side"] == "true"


def test_a_capital_as_the_address_of_a_number_is_the_number_alone():
    assert "attribution" not in types("According to Kyiv, 157 Ukrainians came home.")


def test_a_count_of_an_office_is_no_attribution():
    assert "attribution" not in types("By Kyiv's count, 157 Ukrainians came home.")


def test_a_source_may_stand_behind_the_number():
    found = claim("Ukraine received 157 people, if you trust the Coordination Headquarters.", "attribution")
    assert found.value["speaker"] == "Coordination Headquarters"


def test_what_an_unnamed_source_says_is_unknown():
    found = claim("Forty were captured in Mariupol, a Ukrainian official said.", "attribution")
    assert found.verdict == "unknown"


def test_both_sides_confirm_what_both_announced():
    assert claim("Both capitals have confirmed it.", "attribution").verdict == "true"


def test_what_neither_side_confirms_is_not_called_true():
    assert claim("Neither government confirms it.", "attribution").verdict == "unknown"


def test_both_sides_are_no_mediator():
    assert "mediator" not in types("Neither government mediated, said both capitals.")


def test_the_day_of_the_exchange_before_is_told_by_its_rank_alone():
    told = types("It was the first exchange since 2 October, when 185 servicemen came home.")
    assert "first_since" in told
    assert told.count("date_of_exchange") == 1  # the opening's own


def test_the_day_of_speaking_is_no_day_of_exchange():
    told = types("Kyrylo Budanov, on 3 February, spoke of 157 people.")
    assert told.count("date_of_exchange") == 1  # the opening's own


def test_number_for_number_may_be_hyphened():
    assert claim("It was a 157-for-157 swap.", "per_side").verdict == "true"


def test_last_month_is_a_month_of_the_calendar():
    found = claim("The deal was struck last month in Geneva.", "date_announced", as_of=date(2026, 3, 7))
    assert found.value == "2026-02"
    assert found.verdict == "true"


def test_rows_of_a_list_are_one_claim():
    told = types("By service:\nNational guard: 59\nNavy: 30\nArmy: 28\n", as_of=date(2022, 6, 30))
    assert told.count("breakdown") == 1


def test_people_of_one_side_in_the_other_s_country_are_held():
    found = claim("There were 6,465 Ukrainians in Russia.", "still_in_captivity", as_of=date(2024, 6, 29))
    assert found.value


def test_ways_and_years_are_no_people():
    assert "per_side" not in types("What Moscow received is told in two ways.")
    assert "total" not in types("واستمر الأسر بين عامي 2020 و2023.")
