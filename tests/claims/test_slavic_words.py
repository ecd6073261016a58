"""What Ukrainian and Russian say alike, each with its own words."""

from datetime import date

import pytest

from repatria.claims import check
from repatria.history import load
from tests.claims.world import claim

UKRAINIAN, RUSSIAN = (
    "Україна та Росія 5 лютого провели обмін полоненими.",
    "Украина и Россия 5 февраля провели обмен пленными.",
)


def in_both(ukrainian, russian):
    return pytest.mark.parametrize(("opening", "text"), [(UKRAINIAN, ukrainian), (RUSSIAN, russian)])


def test_a_short_sentence_is_in_the_one_language_of_the_report():
    report = check(
        "Украина и Россия обменялись пленными 15 мая. Напоминаю, 52-й месяц пошёл.", load(), date(2026, 5, 16)
    )
    assert report.languages == ("ru",)
    assert [c.verdict for c in report.claims if c.claim_type == "months_of_war"] == ["false"]


@in_both(
    "Українська влада повідомила про 157 повернутих людей.", "Украинские власти сообщили о 157 вернувшихся людях."
)
def test_the_authorities_of_a_side_speak_for_it(opening, text):
    assert claim(text, "attribution", opening=opening).value["speaker"] == "Ukraine"


@in_both("Обмін відбувся вперше за чотири місяці.", "Обмен состоялся впервые за четыре месяца.")
def test_for_the_first_time_in_months_is_a_claim_of_rank(opening, text):
    assert claim(text, "first_since", opening=opening).verdict == "true"


@in_both("Такого великого обміну не було від серпня.", "Такого большого обмена не было с августа.")
def test_so_large_a_one_there_had_not_been_is_a_claim_of_size(opening, text):
    assert claim(text, "largest_since", opening=opening).verdict == "false"


@in_both("Росіян спершу прийняла Білорусь.", "Россиян сначала приняла Белоруссия.")
def test_who_took_people_in_is_the_place(opening, text):
    assert claim(text, "place", opening=opening).verdict == "true"


@in_both("Наших зустріли на Чернігівщині.", "Украинцев встретили в Черниговской области.")
def test_being_met_in_a_region_does_not_contradict_a_handover_in_belarus(opening, text):
    assert claim(text, "place", opening=opening).verdict == "unknown"


@in_both(
    "Торік, за підрахунками штабу, додому повернулися 1358 українців.",
    "Прошлый год, считают в штабе, вернул домой 1358 украинцев.",
)
def test_last_year_is_the_year_of_a_sum_wherever_it_stands(opening, text):
    day = date(2025, 1, 15)
    opening = opening.replace("5 лютого", "15 січня").replace("5 февраля", "15 января")
    assert claim(text, "total", as_of=day, opening=opening).verdict == "true"


@in_both(
    "Близько семи тисяч українців там, понад чотири тисячі росіян тут — казав Зеленський.",
    "Около семи тысяч украинцев там, больше четырёх тысяч россиян здесь — говорил Зеленский.",
)
def test_numbers_that_one_side_gave_of_people_held_are_known_for_it(opening, text):
    found = claim(text, "still_in_captivity", as_of=date(2026, 3, 7), opening=opening)
    assert found.verdict == "true"


def test_both_sides_numbers_after_a_dated_sentence_are_of_that_exchange():
    text = "Прошлый раз пленных меняли 30 декабря. Украинцев было 189, россиян 150."
    found = claim(
        text, "per_side", as_of=date(2025, 1, 15), opening="Украина и Россия обменялись пленными сегодня."
    )
    assert [e.id for e in found.exchanges] == ["ru-ua-2024-12-30"]
