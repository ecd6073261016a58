"""One code for one sound: Ukrainian, Russian and the Latin tables of both."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repatria.names import slavic
from repatria.names.groups import slavic_fathers, slavic_given
from repatria.names.script import clean


@pytest.mark.parametrize(
    "spellings",
    [
        "Шевченко ШЕВЧЕНКО Shevchenko Szewczenko Schewtschenko Ševčenko",
        "Ковальов Ковалёв Ковалев Ковалів Kovalov Kovalev Kovalyov Ковальова",
        "Зеленський Зеленский Zelenskyi Zelensky Zelenskij Зеленська Зеленская Зеленського",
        "Щербак Shcherbak Scherbak Szczerbak",
        "Яценюк Yatsenyuk Iatseniuk",
        "Гончаренко Honcharenko Goncharenko Hontscharenko",
        "Соловйов Соловьев Soloviov Solovyov Soloviev",
        "Євтушенко Евтушенко Yevtushenko Evtushenko Ievtushenko",
        "Харитонов Kharytonov Haritonov",
        "Цимбалюк Tsymbaliuk Cymbaliuk",
        "Лук'яненко Лукьяненко Лук’яненко Lukianenko",
    ],
)
def test_all_spellings_of_a_surname_share_one_code(spellings: str) -> None:
    assert len({slavic.surname_code(word) for word in spellings.split()}) == 1


def test_different_surnames_keep_different_codes() -> None:
    words = "Шевченко Шевчук Коваленко Ковальчук Мельник Мельниченко Бондар Бондаренко".split()
    assert len({slavic.surname_code(word) for word in words}) == len(words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Володимир", "Владимир"),
        ("Володимир", "Volodymyr"),
        ("Володимир", "Вова"),
        ("Микола", "Nikolai"),
        ("Олена", "Елена"),
        ("Ганна", "Anna"),
        ("Дмитро", "Дима"),
        ("Юхим", "Ефим"),
        ("Саша", "Олександр"),
        ("Саша", "Олександра"),
    ],
)
def test_forms_of_a_given_name_share_a_group(one: str, other: str) -> None:
    groups = slavic_given()
    assert set(groups.of(slavic.sounds(clean(one)))) & set(groups.of(slavic.sounds(clean(other))))


def test_brothers_do_not_share_a_group() -> None:
    groups = slavic_given()
    assert not set(groups.of(slavic.sounds("микола"))) & set(groups.of(slavic.sounds("михайло")))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Миколайович", "Николаевич"),
        ("Миколаївна", "Николаевна"),
        ("Ілліч", "Ильич"),
        ("Яківна", "Яковлевна"),
        ("Mykolaiovych", "Nikolaevich"),
        ("Юрійович", "Юрьевич"),
    ],
)
def test_patronymics_of_both_languages_name_one_father(one: str, other: str) -> None:
    groups = slavic_fathers()
    ours, theirs = slavic.father_code(one), slavic.father_code(other)
    assert ours is not None
    assert theirs is not None
    assert ours == theirs or set(groups.of(ours)) & set(groups.of(theirs))


def test_a_misspelt_known_name_finds_its_group() -> None:
    groups = slavic_given()
    assert groups.nearest(slavic.sounds("алексантр")) == groups.of(slavic.sounds("александр"))


def test_a_short_name_is_never_corrected() -> None:
    assert slavic_given().nearest("lid") == ()


@given(st.text(max_size=300))
def test_any_text_has_a_code_of_plain_letters(text: str) -> None:
    code = slavic.surname_code(text)
    assert code.isascii()
    assert len(code) <= 2 * 200


@settings(deadline=None)  # The first call compiles; a busy machine is no fault.
@given(st.lists(st.text(st.sampled_from("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёъыэ'ʼ-z"), max_size=14)))
def test_surnames_together_have_the_codes_they_have_alone(words: list[str]) -> None:
    codes = slavic.surname_codes(pl.Series(words, dtype=pl.String)).to_list()
    assert [code for code in codes if code is not None] == [
        slavic.surname_code(word) for word, code in zip(words, codes, strict=True) if code is not None
    ]


def test_most_surnames_are_coded_together() -> None:
    words = (
        "шевченко ковальський ковальская войцехівська шшшшшшшшшшщёв іваненко жук лук'янець "
        "shevchenko schtschukin szewczyk o'neil marzec c rock tsybulskyi guetman ovcharov"
    ).split()
    assert slavic.surname_codes(pl.Series(words)).to_list() == [slavic.surname_code(word) for word in words]
    assert slavic.surname_codes(pl.Series(["محمد", "", "ковaль", "łuk"])).to_list() == [None] * 4
