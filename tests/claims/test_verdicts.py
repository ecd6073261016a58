"""The rules of the verdicts, one by one (docs/manual/claims.md)."""

from datetime import date

import pytest

from repatria.claims.judge.places import handover
from repatria.history import load
from tests.claims.world import claim, read


def test_the_formula_is_true_and_the_people_are_said_beside_it():
    found = claim("In all 314 people went home.", "total")
    assert found.verdict == "true"
    assert "317" in found.because


def test_the_sum_of_both_sides_is_not_the_number_of_one():
    found = claim("Each side freed 314 prisoners.", "per_side")
    assert found.verdict == "false"
    assert "both sides together" in found.because


def test_a_side_s_own_number_is_true():
    assert claim("Russia received 160 people.", "per_side").verdict == "true"


def test_the_number_of_one_side_alone_is_unknown_where_the_sides_differ():
    found = claim(
        "189 Ukrainians came home.",
        "per_side",
        date(2024, 12, 31),
        opening="Prisoners were exchanged on Monday between Russia and Ukraine.",
    )
    assert found.verdict == "true"
    disputed = claim(
        "150 Ukrainians came home.",
        "per_side",
        date(2024, 12, 31),
        opening="Prisoners were exchanged on Monday between Russia and Ukraine.",
    )
    assert disputed.verdict == "unknown"
    assert "Russia" in disputed.because


def test_an_attribution_is_judged_apart_from_its_number():
    report = read("Witkoff called it the first exchange in five months.")
    verdicts = {c.claim_type: c.verdict for c in report.claims if c.claim_type in ("attribution", "first_since")}
    assert verdicts == {"attribution": "true", "first_since": "false"}


def test_a_number_put_into_the_wrong_mouth():
    found = claim(
        "The Russian defence ministry said 80 of them were sailors.",
        "attribution",
        date(2022, 10, 18),
        opening="Ukraine and Russia exchanged prisoners on Monday.",
    )
    assert found.verdict == "false"
    assert "72" in found.because


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("It was the first exchange since 2 October.", "true"),
        ("It was the first exchange since September.", "false"),
        ("It was the first exchange since 24 August.", "false"),
        ("It was the first exchange in four months.", "true"),
        ("It was the first exchange in five months.", "false"),
        ("It was the first exchange in almost five months.", "false"),
        ("The previous swap was on 2 October.", "true"),
        ("Це перший обмін з 2 жовтня.", "true"),
        ("Это первый обмен с 24 августа.", "false"),
        ("وهو أول تبادل منذ الثاني من أكتوبر.", "true"),
    ],
)
def test_first_since(sentence, verdict):
    found = claim(sentence, "first_since")
    assert found.verdict == verdict
    assert "126 days" in found.because


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("The war is in its 48th month.", "true"),
        ("The war is in its 47th month.", "false"),
        ("It comes 47 months into the war.", "true"),
        ("The invasion began four years ago.", "true"),
        ("The war is exactly four years old.", "false"),
        ("It is the fourth year of the war.", "true"),
        ("Война идет 48-й месяц.", "true"),
    ],
)
def test_the_age_of_the_war(sentence, verdict):
    assert claim(sentence, "months_of_war").verdict == verdict


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("It was the 71st exchange by Kyiv's count.", "true"),
        ("It was the 70th exchange by Kyiv's count.", "false"),
        ("It was the first exchange of the year.", "true"),
        ("The UAE called it its eighteenth mediation.", "true"),
        ("Це 71-й обмін від початку війни.", "true"),
    ],
)
def test_an_ordinal_is_judged_by_whose_count_it_is(sentence, verdict):
    assert claim(sentence, "ordinal").verdict == verdict


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("The UAE mediated.", "true"),
        ("The exchange was brokered by the UAE and the United States.", "true"),
        ("The exchange was brokered by the UAE and Qatar.", "false"),
        ("There was no mediator.", "false"),
        ("Посередником були ОАЕ.", "true"),
    ],
)
def test_mediators(sentence, verdict):
    assert claim(sentence, "mediator").verdict == verdict


def test_largest_names_the_larger_one():
    found = claim("It was the largest exchange of the war.", "largest_since")
    assert found.verdict == "false"
    assert "2025-05-23" in found.because


def test_people_still_held_are_one_side_s_claim():
    as_of = date(2026, 3, 7)
    said = claim("President Zelensky said Russia held about 7,000 Ukrainians.", "still_in_captivity", as_of)
    bare = claim("Russia still holds about 7,000 Ukrainians.", "still_in_captivity", as_of)
    assert (said.verdict, bare.verdict) == ("true", "unknown")


def test_an_exchange_after_the_report_does_not_exist_yet():
    assert (
        claim(
            "It was the largest exchange of the war.",
            "largest_since",
            date(2025, 4, 20),
            opening="Ukraine and Russia exchanged prisoners on Saturday.",
        ).verdict
        == "true"
    )


def test_every_reason_names_rows_and_sources_or_says_why_there_are_none():
    report = read("It was the first exchange since September, mediated by the UAE. Each side freed 314 prisoners.")
    assert report.claims
    for found in report.claims:
        assert found.because
        assert "ru-ua-" in found.because
        assert found.document()["sources"]


@pytest.mark.parametrize(
    ("sentence", "claim_type"),
    [
        ("The sides swapped 160 for 150.", "per_side"),
        ("Kyiv got back 155 people and Moscow 160.", "per_side"),
        ("Ukraine received 151 servicemen and seven civilians.", "breakdown"),
        ("The previous exchange was on 3 October.", "first_since"),
        ("They had last swapped prisoners a month earlier; the previous exchange was in January.", "first_since"),
        ("So far 4,945 people have been freed through its mediation, the UAE said.", "total"),
        ("It was the 17th exchange mediated by the UAE.", "ordinal"),
    ],
)
def test_a_number_that_is_off_is_never_true(sentence, claim_type):
    verdicts = [c.verdict for c in read(sentence).claims if c.claim_type == claim_type]
    assert verdicts
    assert "true" not in verdicts


def test_a_number_with_its_partner_is_true_whichever_stands_first():
    assert claim("The sides swapped 160 for 157.", "per_side").verdict == "true"
    assert claim("The sides swapped 157 for 160.", "per_side").verdict == "true"


def test_a_sum_that_rests_on_one_side_s_number_is_unknown():
    found = claim(
        "In all 300 people went home.",
        "total",
        date(2024, 12, 31),
        opening="Prisoners were exchanged on Monday between Russia and Ukraine.",
    )
    assert found.verdict == "unknown"
    assert "339" in found.because


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The exchange was brokered by the UAE and Oman.", "Oman"),
        ("Посредничали при обмене ОАЭ и Оман.", "Oman"),
        ("За посередництва ОАЕ та Йорданії сторони обмінялися полоненими.", "Jordan"),
        ("تم التبادل بوساطة الإمارات وإيران.", "Iran"),
    ],
)
def test_a_state_that_did_not_mediate_is_named_in_words(text: str, named: str) -> None:
    found = claim(text, "mediator")
    assert found.verdict == "false"
    assert found.because.startswith(f"{named}: not a mediator")


def test_a_number_of_those_of_whom_the_record_has_none_is_unknown():
    stage = date(2025, 6, 10)
    assert claim("Among the Ukrainians were 50 badly wounded.", "breakdown", stage).verdict == "unknown"


def test_a_group_without_a_name_is_true_by_its_number():
    day, opening = date(2025, 10, 13), "Israel and Hamas exchanged captives on Monday."
    right = claim("Seven of the Israelis were driven over first.", "breakdown", day, opening=opening)
    wrong = claim("Six of the Israelis were driven over first.", "breakdown", day, opening=opening)
    assert (right.verdict, wrong.verdict) == ("true", "unknown")


def test_a_state_named_for_a_city_is_not_called_wrong():
    rows = [load().exchange("us-ru-2022-12-08")]
    told = {place: handover(place, rows).verdict for place in ("Abu Dhabi", "United Arab Emirates", "Turkey")}
    assert told == {"Abu Dhabi": "true", "United Arab Emirates": "unknown", "Turkey": "false"}


@pytest.mark.parametrize(
    "text",
    [
        "By nightfall it was over.",
        "By the afternoon the exchange had taken place: the buses were back.",
        "К вечеру процедура была завершена.",
        "До вечора обмін було завершено.",
    ],
)
def test_an_hour_of_the_reports_day_is_a_day_of_the_exchange(text: str) -> None:
    assert claim(text, "date_of_exchange", opening="Ukraine and Russia agreed on an exchange.").verdict == "true"


def test_talks_that_ended_by_evening_are_no_exchange():
    report = read("By evening the talks were over.", opening="Ukraine and Russia agreed on an exchange.")
    assert not [c for c in report.claims if c.claim_type == "date_of_exchange"]


@pytest.mark.parametrize(
    ("states", "verdict"),
    [
        ("Russia, Belarus, Germany, Poland, Slovenia, Norway and the United States", "true"),
        ("Russia, Belarus, Germany, Poland, Sweden, Norway and the United States", "false"),
    ],
)
def test_states_in_which_people_were_held(states: str, verdict: str) -> None:
    told = claim(f"Jails in {states} had to open their doors.", "breakdown", date(2024, 8, 2), opening=MANY_STATES)
    assert told.verdict == verdict
    assert "Slovenia" in told.because


MANY_STATES = (
    "Russia and Western states including the United States and Germany exchanged 26 prisoners on Thursday."
)


def test_many_of_a_kind_is_told_without_a_number():
    day, opening = date(2024, 8, 24), "Ukraine and Russia exchanged prisoners on Saturday, 115 for 115."
    assert claim("Many of the Ukrainians are conscripts.", "breakdown", day, opening=opening).verdict == "true"
