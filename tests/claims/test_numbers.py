import pytest
from hypothesis import given
from hypothesis import strategies as st

from repatria.claims.words.durations import duration
from repatria.claims.words.languages import LANGUAGES
from repatria.claims.words.numbers import Duration, Number, Pair, cardinal, number, ordinal, pair
from repatria.claims.words.reading import plain
from repatria.claims.words.tokens import tokenise


def reading(reader, text, code):
    spoken = reader(tokenise(plain(text)), 0, LANGUAGES[code])
    return spoken and spoken.value


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("one hundred and forty-four", "en", 144),
        ("three hundred", "en", 300),
        ("twenty-one thousand", "en", 21000),
        ("3,956", "en", 3956),
        ("двісті двадцять", "uk", 220),
        ("сто п'ятдесят сім", "uk", 157),
        ("сто пятьдесят семь", "ru", 157),
        ("тысяча триста пятьдесят восемь", "ru", 1358),
        ("1 358", "ru", 1358),
        ("пів сотні", "uk", 50),
        ("півтисячі", "uk", 500),
        ("полторы тысячи", "ru", 1500),
        ("مئة وسبعة وخمسون", "ar", 157),
        ("خمسة عشر", "ar", 15),
        ("ثلاثمئة", "ar", 300),
        ("٣١٤", "ar", 314),
    ],
)
def test_numbers_in_words_and_digits(text, code, value):
    assert reading(cardinal, text, code) == value


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("59th", "en", 59),
        ("fifty-ninth", "en", 59),
        ("69-го", "uk", 69),
        ("сорок перший", "uk", 41),
        ("55-й", "ru", 55),
        ("сорок первый", "ru", 41),
        ("увісімнадцяте", "uk", 18),
        ("впервые", "ru", 1),
        ("التاسعة عشرة", "ar", 19),
        ("الحادية والسبعون", "ar", 71),
        ("الثاني", "ar", 2),
    ],
)
def test_ordinals(text, code, value):
    assert reading(ordinal, text, code) == value


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("more than 4,000", "en", Number(4000, "over")),
        ("almost a thousand", "en", Number(1000, "nearly")),
        ("понад 200", "uk", Number(200, "over")),
        ("більше тисячі", "uk", Number(1000, "over")),
        ("около двухсот", "ru", Number(200, "about")),
        ("نحو 7000", "ar", Number(7000, "about")),
        ("thousands", "en", Number(None, "vague")),
        ("тисячі", "uk", Number(None, "vague")),
    ],
)
def test_hedged_numbers(text, code, value):
    assert reading(number, text, code) == value


@pytest.mark.parametrize(
    ("text", "code"), [("75 for 75", "en"), ("75 на 75", "ru"), ("75 за 75", "uk"), ("75 مقابل 75", "ar")]
)
def test_so_many_for_so_many(text, code):
    assert reading(pair, text, code) == Pair(75, 75)


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("three years and five months", "en", Duration(3, "year", months=5)),
        ("23-month", "en", Duration(23, "month")),
        ("два с половиной года", "ru", Duration(2, "year", months=6)),
        ("майже чотири місяці", "uk", Duration(4, "month", "nearly")),
        ("خمسة أشهر", "ar", Duration(5, "month")),
        ("شهرين", "ar", Duration(2, "month")),
    ],
)
def test_lengths_of_time(text, code, value):
    assert reading(duration, text, code) == value


@given(st.integers(0, 9_999_999))
def test_every_number_in_digits_is_read(n):
    assert reading(cardinal, str(n), "en") == n
    assert reading(cardinal, f"{n:,}", "en") == n


@given(st.text(max_size=60))
def test_any_text_is_read_without_failing(text):
    tokens = tokenise(plain(text))
    for code in LANGUAGES:
        for at in range(len(tokens)):
            for reader in (cardinal, ordinal, number, pair, duration):
                reader(tokens, at, LANGUAGES[code])
