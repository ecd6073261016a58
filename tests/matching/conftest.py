"""North's and South's lists of invented people: the same people, written by two offices."""

from random import Random

import polars as pl
import pytest

COLUMNS = (
    "id surname given_name patronymic full_name_native date_of_birth place_of_birth unit rank "
    "capture_date capture_place callsign source"
).split()
SURNAMES = [
    ("Литвин", "Литвин"), ("Гончар", "Гончар"), ("Сидорів", "Сидоров"), ("Шаровкін", "Шаровкин"),
    ("Ворик", "Ворик"), ("Кулик", "Кулик"), ("Зеленський", "Зеленский"), ("Мельничук", "Мельничук"),
    ("Чурак", "Чурак"), ("Борщів", "Борщев"), ("Олійник", "Олейник"), ("Яценко", "Яценко"),
]  # fmt: skip
GIVEN = [("Володимир", "Владимир"), ("Микола", "Николай"), ("Олег", "Олег"), ("Дмитро", "Дмитрий")]
FATHERS = [("Іванович", "Иванович"), ("Миколайович", "Николаевич"), ("Петрович", "Петрович")]
TOWNS = [("Бахмут", "Артемовск"), ("Суми", "Сумы"), ("Лиман", "Красный Лиман"), ("Ізюм", "Изюм")]


def rows(*cells: dict[str, str]) -> pl.DataFrame:
    """A list of rows that hold nothing but what is said."""
    return pl.DataFrame([{name: row.get(name, "") for name in COLUMNS} for row in cells], schema=COLUMNS)


def office_pair(people: int, seed: int = 1) -> tuple[pl.DataFrame, pl.DataFrame, set[tuple[str, str]]]:
    """Lists of the same people in Ukrainian (North) and Russian (South), South's half strangers, with the truth."""
    dice, north, south, truth = Random(seed), [], [], set()
    for number in range(people):
        surname, given, father, town = (dice.choice(pool) for pool in (SURNAMES, GIVEN, FATHERS, TOWNS))
        born = f"{dice.randint(1965, 2004)}-{dice.randint(2, 12):02}-{dice.randint(1, 28):02}"
        for side, into in enumerate((north, south)):
            if side and number % 2:
                continue
            year, month, day = born.split("-")
            into.append(
                {
                    "id": f"{'NS'[side]}-{number}",
                    "surname": surname[side],
                    "given_name": given[side],
                    "patronymic": father[side],
                    "date_of_birth": f"{day}.{month}.{year}" if side else born,
                    "place_of_birth": town[side],
                }
            )
        if number % 2 == 0:
            truth.add((f"N-{number}", f"S-{number}"))
    return rows(*north), rows(*south), truth


@pytest.fixture
def offices() -> tuple[pl.DataFrame, pl.DataFrame, set[tuple[str, str]]]:
    return office_pair(120)
