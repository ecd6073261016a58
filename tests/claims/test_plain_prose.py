"""Turns of plain news prose in which numbers, days and ranks are told."""

from datetime import date

import pytest

from repatria.claims import Claim, check
from repatria.history import load


def found(opening: str, sentence: str, day: date, claim_type: str) -> list[Claim]:
    text = f"{opening} {sentence}"
    return [c for c in check(text, load(), day).claims if c.claim_type == claim_type and c.start >= len(opening)]


SWAP_OF_115 = ("Russia and Ukraine exchanged prisoners on Saturday.", date(2024, 8, 25))
SWAP_OF_WOMEN = ("Ukraine and Russia exchanged prisoners on Monday.", date(2022, 10, 18))


def test_what_follows_a_colon_divides_the_number_before_it():
    opening, day = "Russia and Ukraine exchanged prisoners on Wednesday.", date(2022, 9, 22)
    sentence = "Moscow received 56 people: 55 servicemen and a politician."
    (whole,) = found(opening, sentence, day, "per_side")
    (part,) = found(opening, sentence, day, "breakdown")
    assert (whole.verdict, part.text_span) == ("true", "55 servicemen")


def test_people_held_by_one_side_came_home_to_the_other():
    opening, day = "Russia and Ukraine exchanged prisoners on Wednesday.", date(2022, 9, 22)
    (claim,) = found(opening, "215 people held by Russia were set free.", day, "per_side")
    assert claim.value == {"UKR": 215}
    assert claim.verdict == "true"


def test_kin_and_neighbours_are_no_number_of_a_side():
    opening, day = "Росія та Україна обмінялися полоненими 14 вересня.", date(2024, 9, 15)
    for sentence in ("Троє наших земляків теж повернулися.", "Повернулася ще одна група захисників."):
        assert not found(opening, sentence, day, "per_side")


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("It was the second largest exchange of the war.", "false"),
        ("It was the third largest exchange of the war.", "true"),
    ],
)
def test_the_nth_largest_has_one_fewer_before_it(sentence, verdict):
    opening, day = SWAP_OF_WOMEN
    (claim,) = found(opening, sentence, day, "largest_since")
    assert claim.verdict == verdict


def test_neither_side_that_names_a_mediator_is_a_claim_of_none():
    opening, day = SWAP_OF_WOMEN
    (claim,) = found(opening, "Neither side mentioned a mediator.", day, "mediator")
    assert claim.value == []


def test_the_first_since_an_event_needs_no_exchange_on_that_day():
    opening, day = "Ukraine and Russia exchanged prisoners on Wednesday.", date(2024, 2, 1)
    sentence = "It was the first swap since a transport plane crashed on 24 January."
    (claim,) = found(opening, sentence, day, "first_since")
    assert claim.verdict == "true"
    assert not found(opening, sentence, day, "date_of_exchange")


def test_the_first_since_an_event_is_refuted_by_one_in_between():
    opening, day = "Ukraine and Russia exchanged prisoners on Thursday.", date(2024, 2, 8)
    (claim,) = found(
        opening, "It was the first swap since a transport plane crashed on 24 January.", day, "first_since"
    )
    assert claim.verdict == "false"


def test_eleven_is_two_words_in_arabic():
    opening, day = "تبادلت روسيا وأوكرانيا الأسرى يوم السبت.", date(2023, 2, 5)
    (claim,) = found(opening, "وقد مضى على الغزو أحد عشر شهراً.", day, "months_of_war")
    assert claim.verdict == "true"


def test_a_thousand_who_stay_are_never_an_attributed_number():
    opening, day = SWAP_OF_115
    for claim in found(opening, "Dmytro Lubinets wrote that thousands remain in captivity.", day, "attribution"):
        assert claim.verdict == "unknown"
