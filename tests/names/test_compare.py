"""Two names compared: weight and sentence."""

from repatria import names


def test_spellings_of_one_name_speak_for_one_person() -> None:
    found = names.compare("Szewczenko Wołodymyr", "Шевченко Володимир Іванович")
    assert found.weight > 10
    assert found.because == "same surname, same given name"


def test_a_rare_surname_says_more_than_a_common_one() -> None:
    shares = {names.code("Шевченко"): 0.01, names.code("Ворик"): 0.00001}
    common = names.compare("Шевченко Іван", "Шевченко Иван", shares)
    rare = names.compare("Ворик Іван", "Ворик Иван", shares)
    assert rare.weight > common.weight + 5


def test_another_given_name_speaks_against() -> None:
    twin = names.compare("Мемрук Володимир Павлович", "Мемрук Артем Павлович")
    same = names.compare("Мемрук Володимир Павлович", "Мемрук Владимир Павлович")
    assert twin.weight < same.weight - 8
    assert "perhaps a relative" in twin.because


def test_arabic_and_latin_meet() -> None:
    found = names.compare("محمد علي الحسن", "Mohammed Ali Al-Hassan")
    assert found.because == "same surname, same given name, same father's name"


def test_no_name_is_no_evidence() -> None:
    assert names.compare("", "Шевченко Іван") == names.Evidence(0.0, "one side gives no name")


def test_comparison_does_not_depend_on_the_side() -> None:
    one, other = "Петренко О. В.", "Петренко Александр Васильевич"
    assert names.compare(one, other) == names.compare(other, one)
