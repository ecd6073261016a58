"""Scripts, look-alike letters and marks that nobody sees."""

from repatria.names import clean, script_of
from repatria.names.script import LONGEST_NAME, one_script


def test_scripts_are_told_apart() -> None:
    assert [script_of(word) for word in ("Іван", "Ivan", "محمد", "123")] == ["cyrillic", "latin", "arabic", "other"]


def test_latin_letters_inside_a_cyrillic_word_become_cyrillic() -> None:
    assert one_script(clean("Kовaль")) == "коваль"


def test_cyrillic_letters_inside_a_latin_word_become_latin() -> None:
    assert one_script(clean("Shevchenkо")) == "shevchenko"


def test_marks_of_direction_controls_and_arabic_vowel_signs_are_dropped() -> None:
    assert clean("\u200fمُحَمَّد\u202c\x00") == "محمد"


def test_a_very_long_name_is_cut() -> None:
    assert len(clean("а" * 5000)) == LONGEST_NAME
