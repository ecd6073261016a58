from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repatria.people import DateStyle, Precision, read_date
from repatria.people.dates import plainly_certain

STYLE = DateStyle(reference_day=date(2026, 11, 23))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("05.12.1988", "1988-12-05"),
        ("5.12.1988 г.р.", "1988-12-05"),
        ("1988-12-05 00:00:00", "1988-12-05"),
        ("5 грудня 1988 року", "1988-12-05"),
        ("5 декабря 1988", "1988-12-05"),
        ("December 5, 1988", "1988-12-05"),
        ("5th Dec 1988", "1988-12-05"),
        ("05-Dec-1988", "1988-12-05"),
        ("٥ كانون الأول ١٩٨٨", "1988-12-05"),
        ("5 ديسمبر 1988م", "1988-12-05"),
        ("17 آب/أغسطس 1990", "1990-08-17"),
        ("грудень 1988", "1988-12"),
        ("12/1988", "1988-12"),
        ("1988-??-??", "1988"),
        ("??.12.1988", "1988-12"),
        ("04/04/1990", "1990-04-04"),
        ("31/12/1990", "1990-12-31"),
        ("۱۹۹۰/۰۸/۱۷", "1990-08-17"),
    ],
)
def test_a_certain_date_has_a_value(text, value):
    found = read_date(text, STYLE)
    assert found.value == value
    assert not found.ambiguous


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("03/04/1990", date(1990, 3, 4), date(1990, 4, 3)),
        ("00.00.1985", date(1985, 1, 1), date(1985, 12, 31)),
        ("29.02.1990", date(1990, 2, 1), date(1990, 2, 28)),
        ("01.02.05", date(1905, 2, 1), date(2005, 2, 1)),
        ("12/31/1990", date(1990, 12, 31), date(1990, 12, 31)),
        ("33102", date(1990, 8, 17), date(1994, 8, 18)),
        ("~1990", date(1990, 1, 1), date(1990, 12, 31)),
        ("1989-1991", date(1989, 1, 1), date(1991, 12, 31)),
        ("17-Aug-90", date(1990, 8, 17), date(1990, 8, 17)),
        ("17081990", date(1990, 8, 17), date(1990, 8, 17)),
        ("1988-1", date(1988, 1, 1), date(1988, 1, 31)),
    ],
)
def test_a_doubtful_date_keeps_the_range_it_can_mean(text, earliest, latest):
    found = read_date(text, STYLE)
    assert found.ambiguous
    assert found.value == ""
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text", ["12 رمضان 1410", "1410هـ", "17.13", "soon", "1/1/0000", "99999999", "²", "1.2.3.4"]
)
def test_what_is_no_date_is_asked_about(text):
    assert read_date(text, STYLE).doubt


def test_nothing_written_is_nothing_to_ask():
    found = read_date("  ", STYLE)
    assert (found.value, found.doubt, found.precision) == ("", "", Precision.NONE)


def test_a_confirmed_order_settles_day_and_month():
    assert read_date("03/04/1990", DateStyle(day_first=True, confirmed=True)).value == "1990-04-03"
    assert read_date("03/04/1990", DateStyle(day_first=False, confirmed=True)).value == "1990-03-04"


def test_dots_and_the_month_first_contradict_each_other():
    assert read_date("03.04.1990", DateStyle(day_first=False)).ambiguous


def test_the_future_is_only_known_to_who_knows_today():
    assert read_date("2031-05-17", STYLE).ambiguous
    assert read_date("2031-05-17").value == "2031-05-17"


@settings(deadline=None)
@given(
    st.dates(date(1900, 1, 1), date(2026, 11, 23)), st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%Y%m%d", "%Y/%m/%d"])
)
def test_what_we_write_we_read(day, form):
    found = read_date(day.strftime(form), STYLE)
    assert found.value == day.isoformat()
    assert found.earliest == found.latest == day


@settings(deadline=None)
@given(st.text(st.sampled_from("0123456789./-٠٩ гр?~січня augмТ:ه"), max_size=14))
def test_no_text_brings_the_reader_of_dates_down(text):
    found = read_date(text, STYLE)
    assert found.text == text
    if found.earliest:
        assert found.latest is not None
        assert found.earliest <= found.latest


@settings(deadline=None)  # The first call compiles; a busy machine is no fault.
@given(
    st.lists(st.dates().map(lambda day: day.strftime("%Y-%m-%d")) | st.from_regex(r"\A[0-3]\d\.[01]\d\.\d{4}\Z")),
    st.booleans(),
    st.none() | st.dates(),
)
def test_what_is_certain_at_a_glance_is_in_no_doubt(texts, day_first, today):
    style = DateStyle(day_first, reference_day=today)
    certain = plainly_certain(pl.Series(texts, dtype=pl.String), style)
    assert not any(read_date(text, style).doubt for text, sure in zip(texts, certain, strict=True) if sure)
