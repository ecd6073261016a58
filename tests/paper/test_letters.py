"""What reaches the paper: every letter that can be seen, in its order, and nothing that could deceive."""

import json
import unicodedata

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from repatria.paper import engine
from repatria.paper.letters import BREAK, breakable, direction, has_glyph, printable
from repatria.paper.text import sentence, value, words

FONTS = sorted((engine._HERE / "fonts").glob("*.ttf"))


def test_the_table_of_coverage_is_that_of_the_fonts():
    drawn = {code for font in FONTS for code in TTFont(font).getBestCmap()}
    ranges = json.loads((engine._HERE / "fonts" / "coverage.json").read_text())
    assert {code for first, last in ranges for code in range(first, last + 1)} == drawn


def test_bold_draws_what_regular_draws():
    for font in FONTS:
        if "Regular" in font.name:
            bold = font.with_name(font.name.replace("Regular", "Bold"))
            assert set(TTFont(font).getBestCmap()) == set(TTFont(bold).getBestCmap())


def test_the_fonts_are_small_and_free():
    assert sum(font.stat().st_size for font in FONTS) < 1_500_000
    for font in FONTS:
        assert "SIL Open Font License" in TTFont(font)["name"].getDebugName(13)


@pytest.mark.parametrize(
    "letters", ["Іваненко Ґалаґан Ї є", "Ёлкин Щербаков", "محمد پژگچ ى ؤ ٱ", "Œuvre çà № “”", "ẞ ł ő Ș"]
)
def test_the_five_languages_have_all_their_letters(letters):
    assert printable(letters) == letters


def test_a_missing_glyph_stands_as_its_number():
    assert printable("王 A") == "[U+738B] A"


def test_a_control_character_is_shown_and_a_hidden_override_has_no_effect():
    assert printable("a\x07b") == "a[U+0007]b"
    assert printable("Ivan\u202eonne\u202c\u2066ko\ufeff") == "Ivanonneko"
    assert printable("\ud800") == "[U+D800]"


def test_line_breaks_become_spaces_unless_lines_are_kept():
    assert printable("a\r\n b\tc") == "a b c"
    assert printable("a \r\n b\tc", lines=True) == "a\nb c"


@given(st.text())
def test_whatever_comes_in_can_be_printed(text):
    for lines in (False, True):
        for letter in printable(text, lines=lines).replace("\n", ""):
            assert has_glyph(letter) or letter in "\u200c\u200d"
            assert unicodedata.category(letter) not in ("Cc", "Cs")


@given(st.text(), st.integers(1, 30))
def test_breaks_add_no_letter(text, longest):
    text = text.replace(BREAK, "")
    assert breakable(text, longest).replace(BREAK, "") == text


def test_an_ordinary_name_gets_no_break_and_an_endless_one_does():
    assert BREAK not in breakable("Сковородниченко-Білозерський Петро", 22)
    assert max(map(len, breakable("W" * 500, 22).split(BREAK))) < 22


@pytest.mark.parametrize(
    ("text", "way"), [("7-B محمد", "ltr"), ("(محمد)", "rtl"), ("1988-??-??", "ltr"), ("אבג", "rtl"), ("", "ltr")]
)
def test_direction_follows_the_first_letter(text, way):
    assert direction(text) == way


def test_codes_in_arabic_data_are_set_apart():
    assert value("شارع 7-B – 14 صنعاء") == [([("شارع ", ""), ("7-B – 14", "ltr"), (" صنعاء", "")], "rtl")]


def test_isolated_codes_of_the_library_are_set_apart_without_their_marks():
    assert words("بين \u20667-B – 14\u2069 و") == [("بين ", ""), ("7-B – 14", "ltr"), (" و", "")]


def test_data_never_become_places_of_a_sentence():
    assert sentence("to {name}.", name="{other}") == [("to ", ""), ("{other}", "ltr"), (".", "")]


def test_nothing_known_leaves_a_line_to_write_on():
    assert [value(nothing) for nothing in (None, "", "  ", "\u200e")] == [None] * 4
