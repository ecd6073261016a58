"""The lists that the two parties of the invented world send, with the errors that real lists have.

Each party sends one list of the people it seeks and one of the people it holds, each in its own spelling, its
own program, its own headings. What goes wrong in them follows the complaints about real lists: people who
stand twice, people freed long ago, a name and nothing else, the other alphabet, dates turned round, rows cut off.
"""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from openpyxl import Workbook

from repatria.demo.world import NORTH, SOUTH, Person, World

FIELDS = (
    "id", "surname", "given_name", "patronymic", "date_of_birth", "place_of_birth", "unit", "rank",
    "capture_date", "capture_place",
)  # fmt: skip

HEADINGS = {
    "uk": ("Номер", "Прізвище", "Ім'я", "По батькові", "Дата народження", "Місце народження", "Підрозділ",
           "Звання", "Дата полону", "Місце полону"),
    "ru": ("Номер", "Фамилия", "Имя", "Отчество", "Дата рождения", "Место рождения", "Подразделение",
           "Звание", "Дата пленения", "Место пленения"),
    "en": FIELDS,
}  # fmt: skip

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class SentList:
    """One list as a party sent it. `truth` says whom each id means; only the invented world knows."""

    title: str
    party: str
    path: Path
    language: str
    encoding: str
    truth: dict[str, int]


def send_lists(world: World, folder: Path) -> dict[str, SentList]:
    """Write four lists into `folder`: ``south-seeks``, ``north-holds``, ``north-seeks``, ``south-holds``."""
    random = Random(world.seed + 1)
    plan = {
        "south-seeks": (SOUTH, _sought(world, SOUTH, random), "uk", _write_csv, ".csv", "utf-8-sig"),
        "north-holds": (NORTH, _held(world, NORTH, random), "ru", _write_xlsx, ".xlsx", "utf-8"),
        "north-seeks": (NORTH, _sought(world, NORTH, random), "ru", _write_csv, ".csv", "cp1251"),
        "south-holds": (SOUTH, _held(world, SOUTH, random), "en", _write_csv, ".csv", "utf-8"),
    }
    sent = {}
    for title, (party, people, language, write, ending, encoding) in plan.items():
        path = folder / f"{title}{ending}"
        truth, rows = _as_written(title, party, people, random)
        write(path, HEADINGS[language], rows, encoding)
        sent[title] = SentList(title, party, path, language, encoding, truth)
    return sent


def _sought(world: World, party: str, random: Random) -> list[Person]:
    """Whom `party` asks for: nearly all its missing, some of them twice, some freed long ago."""
    known = [person for person in world.of(party) if random.random() < 0.93]
    twice = [person for person in known if random.random() < 0.03]
    return _shuffled(known + twice, random)


def _held(world: World, holder: str, random: Random) -> list[Person]:
    """Whom `holder` says it holds: its register, with a few people who stand in it twice."""
    held = [person for person in world.people if person.holder == holder and person.fate == "held"]
    return _shuffled(held + [person for person in held if random.random() < 0.01], random)


def _shuffled(people: list[Person], random: Random) -> list[Person]:
    random.shuffle(people)
    return people


def _as_written(
    title: str, party: str, people: Iterable[Person], random: Random
) -> tuple[dict[str, int], list[Row]]:
    truth, rows = {}, []
    prefix = "".join(word[0] for word in title.split("-")).upper()
    for n, person in enumerate(people, start=1):
        row = _spell(f"{prefix}-{n:05}", person, party, random)
        for error in ERRORS:
            error(row, person, random)
        truth[row["id"]] = person.number
        rows.append(row)
    return truth, rows


def _spell(row_id: str, person: Person, party: str, random: Random) -> Row:
    """Write `person` the way a clerk of `party` would: mostly in the party's own spelling."""
    own, other = ("uk", "ru") if party == SOUTH else ("ru", "uk")
    script = random.choices((own, "latin", other), weights=(88, 7, 5))[0]
    unit = {"uk": "{} ОМБр", "ru": "{} бригада", "latin": "{} Brigade"}[script]
    return {
        "id": row_id,
        "surname": person.name.surname.spelled(script),
        "given_name": person.name.given.spelled(script),
        "patronymic": person.name.patronymic.spelled(script),
        "date_of_birth": _date(person.born, party),
        "place_of_birth": person.birthplace.spelled(script),
        "unit": "" if person.category == "civilian" else unit.format(person.unit),
        "rank": person.rank.spelled(own),
        "capture_date": _date(person.captured, party),
        "capture_place": person.capture_place.spelled(script),
    }


def _date(day: date, party: str) -> str:
    return day.strftime("%d.%m.%Y") if party == NORTH else day.isoformat()


def _sometimes(share: float, harm: Callable[[Row, Person, Random], None]) -> Callable[[Row, Person, Random], None]:
    def error(row: Row, person: Person, random: Random) -> None:
        if random.random() < share:
            harm(row, person, random)

    return error


def _forget(*fields: str) -> Callable[[Row, Person, Random], None]:
    def harm(row: Row, person: Person, random: Random) -> None:
        row.update(dict.fromkeys(fields, ""))

    return harm


def _slip_of_the_pen(row: Row, person: Person, random: Random) -> None:
    name = row["surname"]
    at = random.randrange(1, len(name) - 1)
    row["surname"] = name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _only_the_year(row: Row, person: Person, random: Random) -> None:
    row["date_of_birth"] = str(person.born.year)


def _day_and_month_turned(row: Row, person: Person, random: Random) -> None:
    if person.born.day <= 12:
        turned = date(person.born.year, person.born.day, person.born.month)
        row["date_of_birth"] = _date(turned, NORTH if "." in row["date_of_birth"] else SOUTH)


def _a_year_off(row: Row, person: Person, random: Random) -> None:
    moved = person.born + timedelta(days=365 * random.choice((-1, 1)))
    row["date_of_birth"] = _date(moved, NORTH if "." in row["date_of_birth"] else SOUTH)


def _names_swapped(row: Row, person: Person, random: Random) -> None:
    row["surname"], row["given_name"] = row["given_name"], row["surname"]


def _day_that_does_not_exist(row: Row, person: Person, random: Random) -> None:
    row["date_of_birth"] = f"31.02.{person.born.year}"


ERRORS = (
    _sometimes(0.02, _a_year_off),
    _sometimes(0.02, _day_and_month_turned),
    _sometimes(0.04, _only_the_year),
    _sometimes(0.05, _slip_of_the_pen),
    _sometimes(0.01, _names_swapped),
    _sometimes(0.10, _forget("patronymic")),
    _sometimes(0.06, _forget("date_of_birth")),
    _sometimes(0.15, _forget("place_of_birth")),
    _sometimes(0.25, _forget("unit")),
    _sometimes(0.10, _forget("capture_date", "capture_place")),
    _sometimes(0.01, _forget("patronymic", "date_of_birth", "place_of_birth", "unit", "rank", "capture_date",
                             "capture_place")),
    _sometimes(0.002, _forget("surname", "given_name", "patronymic")),
    _sometimes(0.002, _day_that_does_not_exist),
)  # fmt: skip


def _write_csv(path: Path, headings: Iterable[str], rows: list[Row], encoding: str) -> None:
    with path.open("w", encoding=encoding, errors="replace", newline="") as file:
        out = csv.writer(file, delimiter=";" if encoding != "utf-8" else ",")
        out.writerow(headings)
        for n, row in enumerate(rows):
            cells = [row[field] for field in FIELDS]
            out.writerow(cells[:4] if n == len(rows) // 2 else cells)  # one row was cut off while copying


def _write_xlsx(path: Path, headings: Iterable[str], rows: list[Row], encoding: str) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Список")
    sheet.append(list(headings))
    for row in rows:
        sheet.append([row[field] for field in FIELDS])
    book.save(path)
