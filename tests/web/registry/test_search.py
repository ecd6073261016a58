"""One name in any spelling: what a register is searched by."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repatria.web.registry.search import codes_of, read_query


def values(**texts: str) -> list[dict[str, Any]]:
    return [{"kind": kind, "text": text} for kind, text in texts.items()]


SHEVCHENKO = values(surname="Шевченко", given_name="Володимир", date_of_birth="1990-02")
HOUTHI = values(full_name_native="أحمد علي صالح الحوثي")
KOVALSKA = values(surname="Ковальская", given_name="Николай", callsign="Сокол", service_number="АБ-00 12")
MOHAMMED = values(surname="Ali", given_name="Mohammed")


@pytest.mark.parametrize(
    ("query", "person"),
    [("Shevchenko", SHEVCHENKO), ("Szewczenko Wołodymyr", SHEVCHENKO), ("Володимир Шевченко", SHEVCHENKO),
     ("ШЕВЧЕНКО ВЛАДИМИР", SHEVCHENKO), ("شيفتشينكو", SHEVCHENKO), ("Schewtschenko 1990", SHEVCHENKO),
     ("Ahmad al-Huthi", HOUTHI), ("Ahmed Ali Saleh", HOUTHI), ("الحوثي", HOUTHI),
     ("Kovalsky Mykola", KOVALSKA), ("сокол", KOVALSKA), ("Sokol", KOVALSKA), ("аб0012", KOVALSKA),
     ("كوفالسكي", KOVALSKA), ("محمد علي", MOHAMMED), ("Muhammad Ali", MOHAMMED)],
)  # fmt: skip
def test_he_is_found_by_another_spelling(query: str, person: list[dict[str, Any]]) -> None:
    assert codes_of(person) & read_query(query).codes


@pytest.mark.parametrize(
    ("query", "person"),
    [("Shevchuk", SHEVCHENKO), ("Шевченко Олексій", SHEVCHENKO), ("Shevchenko 1991", SHEVCHENKO),
     ("Mahmoud Saleh", MOHAMMED)],
)  # fmt: skip
def test_somebody_else_is_not_found(query: str, person: list[dict[str, Any]]) -> None:
    assert not codes_of(person) & read_query(query).codes


def test_who_shares_one_name_alone_comes_second() -> None:
    query = read_query("Шевченко Олексій")
    assert codes_of(SHEVCHENKO) & query.looser


def test_an_earlier_spelling_still_finds_him() -> None:
    corrected = [*values(surname="Шевчук", given_name="Володимир"), *SHEVCHENKO]
    assert codes_of(corrected) & read_query("Shevchuk Volodymyr").codes
    assert codes_of(corrected) & read_query("Shevchenko Volodymyr").codes


def test_other_spellings_that_were_entered_find_him() -> None:
    person = [*SHEVCHENKO, *values(alternate_names="Chaika Ivan; Kobzar Taras")]
    assert codes_of(person) & read_query("Чайка Іван").codes
    assert codes_of(person) & read_query("Кобзар Тарас").codes


@given(st.text(max_size=60))
def test_any_text_can_be_asked_for(text: str) -> None:
    query = read_query(text)
    assert query.empty == (not text.split())


@given(st.dictionaries(st.sampled_from(["surname", "given_name", "full_name_native"]), st.text(max_size=40)))
def test_any_person_has_codes(texts: dict[str, str]) -> None:
    assert all("|" in code for code in codes_of(values(**texts)))
