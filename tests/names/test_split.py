"""Cells become readings: order, initials, double surnames, whole names in one cell."""

from repatria.names import Reading, readings


def codes(reading: Reading) -> tuple[str | None, ...]:
    parts = (reading.family, reading.given, reading.father, reading.grandfather)
    return tuple(part.code if part else None for part in parts)


def only(*cells: str, tradition: str = "slavic") -> tuple[str | None, ...]:
    found = readings(*cells, tradition)  # type: ignore[arg-type]
    assert len(found) == 1
    return codes(found[0])


def test_a_whole_name_in_one_cell_is_split() -> None:
    assert only("", "", "", "Шевченко Іван Петрович") == only("Шевченко", "Іван", "Петрович", "")
    assert only("", "", "", "Іван Петрович Шевченко") == only("Шевченко", "Іван", "Петрович", "")
    assert only("", "", "", "Ivan Shevchenko")[:2] == only("Shevchenko", "Ivan", "", "")[:2]


def test_a_given_name_in_the_surnames_cell_is_exchanged() -> None:
    assert only("Андрій", "Слюсенко", "Дмитрович", "") == only("Слюсенко", "Андрій", "Дмитрович", "")


def test_initials_are_initials() -> None:
    reading = readings("Бондаренко", "Л.", "С.", "", "slavic")[0]
    assert reading.given is not None
    assert reading.given.initial
    assert reading.father is not None
    assert reading.father.initial


def test_a_double_surname_is_read_whole_and_by_halves() -> None:
    families = {codes(reading)[0] for reading in readings("Петренко-Ворик", "Олена", "", "", "slavic")}
    assert families == {"pitrinkovorik", "pitrinko", "vorik"}


def test_two_spellings_that_differ_are_both_kept() -> None:
    found = readings("Сошинський", "Мажсим", "Богданович", "Сошинський Максим Богданович", "slavic")
    assert [codes(reading)[1] for reading in found] == ["maZsim", "maksim"]


def test_what_the_cells_lack_comes_from_the_native_spelling() -> None:
    assert only("Sychov", "Vladyslav", "", "Сичов Владислав Назарович")[2] == "nazar"


def test_an_arabic_chain_is_given_father_grandfather_family() -> None:
    found = readings("", "", "", "خالد هشام سعيد البريهي", "arabic")[0]
    assert codes(found) == codes(readings("البريهي", "خالد", "هشام سعيد", "", "arabic")[0])


def test_a_family_name_in_the_given_names_cell_is_moved() -> None:
    reading = readings("Ahmad", "El-Hasan", "Salih", "", "arabic")[0]
    assert codes(reading) == codes(readings("El-Hasan", "Ahmad", "Salih", "", "arabic")[0])


def test_a_list_may_leave_the_father_out() -> None:
    fathers = [codes(reading)[2] for reading in readings("", "علي", "احمد صالح", "", "arabic")]
    assert fathers == ["hmd", "sl"]


def test_nothing_gives_no_reading() -> None:
    assert [r for r in readings("", "", "", "", "slavic") if r != Reading()] == []


def test_an_endless_name_has_few_readings() -> None:
    assert len(readings("-".join(["Коваль"] * 500), "Іван", "", " ".join(["Іван"] * 500), "slavic")) <= 4
