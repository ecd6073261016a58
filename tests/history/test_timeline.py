import pytest
from defusedxml.ElementTree import fromstring

from repatria.history import UnknownExchange, load
from repatria.history.timeline import CSS, timeline_svg
from repatria.i18n import language
from tests.history.builders import exchange, history

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*exchanges):
    return fromstring(timeline_svg(history(*exchanges)))


def bars(picture, style):
    return [r for r in picture.iter(f"{SVG}rect") if r.get("class") == style and float(r.get("height")) != 13]


def test_the_picture_has_a_title_and_a_description():
    picture = fromstring(timeline_svg(load()))
    assert picture.find(f"{SVG}title").text
    assert "84 exchanges" in picture.find(f"{SVG}desc").text


def test_an_unknown_number_is_drawn_as_unknown():
    picture = drawn(exchange("2024-03-01", a="5"))
    assert (len(bars(picture, "a")), len(bars(picture, "b")), len(bars(picture, "u"))) == (1, 0, 1)


def test_a_month_only_date_is_marked():
    marks = [p for p in drawn(exchange("2026-06", "5", "5")).iter(f"{SVG}path") if p.get("class") == "m"]
    assert len(marks) == 3  # the legend's and one above and below the month


def test_dates_run_from_left_to_right_in_arabic_too():
    with language("ar"):
        picture = drawn(exchange("2024-03-01", "5", "5"), exchange("2024-09-01", "5", "5"))
    march, september = (float(r.get("x")) for r in bars(picture, "a"))
    assert march < september


def test_markup_in_a_note_stays_text():
    picture = timeline_svg(history(exchange("2024-03-01", "5", "5", note="<script>alert(1)</script>")))
    assert "<script>" not in picture


def test_one_exchange_can_be_pointed_out_without_any_style_in_the_page():
    picture = timeline_svg(load(), highlight="ru-ua-2026-02-05", years={2025, 2026}, width=420, style=False)
    drawn_once = fromstring(picture)
    assert [p.get("class") for p in drawn_once.iter(f"{SVG}path")].count("arrow") == 1
    assert "style" not in picture.replace("font-style", "")
    assert "Yemen" not in picture


def test_every_class_of_the_picture_is_in_the_stylesheet():
    picture = fromstring(timeline_svg(load(), highlight="ru-ua-2026-02-05"))
    used = {name for part in picture.iter() for name in (part.get("class") or "").split()}
    assert {name for name in used if f".{name}" not in CSS} == set()


def test_an_unknown_exchange_cannot_be_pointed_out():
    with pytest.raises(UnknownExchange):
        timeline_svg(load(), highlight="ru-ua-1999-01-01")
