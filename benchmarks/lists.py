"""How fast lists are read: delimited text beside plain `csv`, workbooks beside openpyxl, each pair in one run."""

import csv
import random
import tempfile
from collections.abc import Callable
from pathlib import Path

import openpyxl

from benchmarks.figures import Figure, peak_megabytes, stopwatch
from repatria.people import LINKAGE, read_list, write_rows

SEED = 7
CSV_ROWS, XLSX_ROWS = 1_000_000, 50_000
ROUNDS = 3


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        text, book = Path(folder, "list.csv"), Path(folder, "list.xlsx")
        _write_text(text, CSV_ROWS)
        write_rows(book, LINKAGE, (_person(number, random.Random(number)) for number in range(XLSX_ROWS)))
        return [
            _beside(
                "CSV",
                text,
                CSV_ROWS,
                "plain csv, which judges nothing",
                _plain_csv,
                "none set: the price of judging",
            ),
            Figure("memory after a million rows", f"{peak_megabytes():.0f} MB", "<= 2048 MB"),
            _beside("XLSX", book, XLSX_ROWS, "openpyxl, read-only", _plain_openpyxl, "faster than its peer"),
        ]


def _beside(kind: str, path: Path, rows: int, peer: str, read_plainly: Callable[[Path], int], goal: str) -> Figure:
    """Take turns, so that a busy machine slows both alike; the best round of each counts."""
    ours, theirs = [], []
    for _round in range(ROUNDS):
        with stopwatch() as clock:
            reading = read_list(path)
        assert (reading.outcome, reading.count) == ("rows", rows), reading.why
        ours.append(clock.seconds)
        with stopwatch() as clock:
            assert read_plainly(path) == rows + 1
        theirs.append(clock.seconds)
    speed, plain = rows / min(ours), rows / min(theirs)
    note = f"{plain:,.0f} rows/s: {peer}; {rows:,} rows of {len(LINKAGE)} columns"
    return Figure(f"{kind}: read, hashed and judged", f"{speed:,.0f} rows/s ({speed / plain:.2f} x)", goal, note)


def _plain_csv(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _row in csv.reader(file))


def _plain_openpyxl(path: Path) -> int:
    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    return sum(1 for _row in sheet.iter_rows(values_only=True))


def _write_text(path: Path, rows: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(LINKAGE)
        writer.writerows(_person(number, random.Random(number)) for number in range(rows))


SURNAMES = ["Ковальчук", "Ґалаґан", "Їжакевич", "Щербак", "Воробьёв", "Хабибуллин", "Мельник", "Ткачук"]
GIVEN = ["Михайло", "Дмитро", "Юрій", "Пётр", "Эльдар", "Ілля", "Олена", "Фёдор"]
FATHERS = ["Іванович", "Степанович", "Маратович", "Ильич", "Петрівна"]
PLACES = ["Лисичанськ", "Соледар", "Ростов-на-Дону", "Київ", "Мариуполь"]


def _person(number: int, chance: random.Random) -> list[str]:
    surname, given, father = chance.choice(SURNAMES), chance.choice(GIVEN), chance.choice(FATHERS)
    return [
        f"B{number:07d}",
        surname,
        given,
        father,
        f"{surname} {given} {father}",
        f"{chance.randint(1, 28):02d}.{chance.randint(1, 12):02d}.{chance.randint(1960, 2005)}",
        chance.choice(PLACES),
        f"{chance.randint(1, 120)} ОМБр",
        "сержант",
        f"{chance.randint(2022, 2026)}-{chance.randint(1, 10):02d}-{chance.randint(1, 28):02d}",
        chance.choice(PLACES),
        "",
        "camp register",
    ]
