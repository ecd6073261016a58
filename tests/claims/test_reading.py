from hypothesis import given
from hypothesis import strategies as st

from repatria.claims.words.reading import plain, read


def test_offsets_lead_back_to_the_text_as_it_was():
    text = "Kyiv: 31\u200f4 pris\u00adoners"
    reading = read(text)
    start = reading.plain.index("314")
    assert text[slice(*reading.span(start, start + 3))] == "31\u200f4"


def test_arabic_vowel_signs_and_spellings_are_evened_out():
    assert plain("أُسَراً") == plain("اسرا")


def test_cyrillic_letters_in_two_parts_are_joined():
    assert plain("сьомии\u0306") == "сьомий"


def test_letters_that_pass_for_digits_are_read_and_told():
    reading = read("З14 people")
    assert (reading.plain, reading.lookalikes) == ("314 people", True)


def test_a_lone_letter_stays_a_letter():
    assert read("З Києва").lookalikes is False


@given(st.text(max_size=200))
def test_every_plain_letter_knows_where_it_came_from(text):
    reading = read(text)
    assert len(reading.plain) == len(reading.offsets)
    assert list(reading.offsets) == sorted(reading.offsets)
    assert all(0 <= offset < len(text) for offset in reading.offsets)
