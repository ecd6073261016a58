"""Dates as two offices write them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from repatria.matching.dates import DateLevel, levels, parse


def level(one: str, other: str) -> DateLevel:
    a, b = (np.array([y * 10000 + m * 100 + d], np.int32) for y, m, d in (parse(one), parse(other)))
    return DateLevel(int(levels(a, b)[0]))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1990-03-04", (1990, 3, 4)),
        ("04.03.1990", (1990, 3, 4)),
        ("04/03/1990", (1990, 3, 4)),
        ("19900304", (1990, 3, 4)),
        ("1990", (1990, 0, 0)),
        ("1990-03", (1990, 3, 0)),
        ("03.1990", (1990, 3, 0)),
        ("03/25/1990", (1990, 3, 25)),
        ("unknown", (0, 0, 0)),
        ("", (0, 0, 0)),
        ("99.99.1990", (1990, 0, 0)),
    ],
)
def test_dates_are_read_in_the_ways_lists_write_them(text: str, read: tuple[int, int, int]) -> None:
    assert parse(text) == read


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1990-03-04", "04.03.1990", DateLevel.SAME),
        ("1990-03-04", "1990-04-03", DateLevel.SWAPPED),
        ("1990-03-04", "1990-03-14", DateLevel.ONE_SLIP),
        ("1990-03-04", "1990-03-07", DateLevel.ONE_SLIP),
        ("1989-12-04", "1990-12-04", DateLevel.YEAR_OFF),
        ("1979-02-10", "1979-01-31", DateLevel.DAYS_OFF),
        ("1984-04-10", "1983-04-11", DateLevel.TWO_SLIPS),
        ("1990-03-04", "1990", DateLevel.SAME_YEAR_ONLY),
        ("1990-03-04", "1990-01-01", DateLevel.SAME_YEAR_ONLY),
        ("1990-03-04", "1991", DateLevel.NEAR_YEAR_ONLY),
        ("1990-03-04", "1990-11-27", DateLevel.SAME_YEAR),
        ("1990-03-04", "1992-11-27", DateLevel.NEAR),
        ("1990-03-04", "1997-11-27", DateLevel.FAR),
        ("1990-03-04", "1966-11-27", DateLevel.GENERATION),
        ("1990-03-04", "", DateLevel.MISSING),
    ],
)
def test_common_mistakes_are_named(one: str, other: str, expected: DateLevel) -> None:
    assert level(one, other) == expected
    assert level(other, one) == expected


@given(st.dates(), st.dates())
def test_comparison_does_not_depend_on_the_side(one: object, other: object) -> None:
    assert level(str(one), str(other)) == level(str(other), str(one))


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_none(text: str) -> None:
    year, month, day = parse(text)
    assert 0 <= year <= 9999
    assert 0 <= month <= 12
    assert 0 <= day <= 31
