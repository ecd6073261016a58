from defusedxml.ElementTree import fromstring

from repatria.history import load
from repatria.history.timeline import timeline
from repatria.i18n import language
from tests.history.builders import exchange, history

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*exchanges):
    return fromstring(timeline(history(*exchanges)))


def bars(picture, style):
    return [r for r in picture.iter(f"{SVG}rect") if r.get("class") == style and float(r.get("height")) != 13]


def test_the_picture_has_a_title_and_a_description():
    picture = fromstring(timeline(load()))
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
    picture = timeline(history(exchange("2024-03-01", "5", "5", note="<script>alert(1)</script>")))
    assert "<script>" not in picture
