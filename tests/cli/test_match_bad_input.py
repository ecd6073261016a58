"""Lists that hold what nobody would wish for: an answer or a clear error, in bounded time and memory.

Each runs as a process of its own, so that its memory and time can be held to a bound it may not pass.
"""

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from tests.matching.conftest import COLUMNS

BYTES, SECONDS = 3 << 30, 240  # Of address space and of processor time; what a test needs is far below.
NAMESAKE = {"surname": "Шевченко", "given_name": "Олександр"}


def written(path: Path, *cells: dict[str, str]) -> Path:
    rows = [{name: row.get(name, "") for name in COLUMNS} for row in cells]
    pl.DataFrame(rows, schema=dict.fromkeys(COLUMNS, pl.String)).write_csv(path)
    return path


def bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def match(left: Path, right: Path, *options: str) -> tuple[pl.DataFrame | None, str]:
    """Run the command within bounds; give the table it wrote, if any, and what it said."""
    out = left.with_name("out.csv")
    command = [
        str(Path(sys.executable).with_name("repatria")),
        "match",
        str(left),
        str(right),
        "--out",
        str(out),
        *options,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=bounded)
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode in (0, 1), done.stderr
    return (pl.read_csv(out, infer_schema=False) if out.exists() else None), done.stderr


def numbered(count: int, cells: Callable[[int], dict[str, str]], letter: str = "r") -> list[dict[str, str]]:
    return [{"id": f"{letter}{n}", **cells(n)} for n in range(count)]


def test_lists_without_a_row_are_answered(tmp_path: Path) -> None:
    found, _ = match(written(tmp_path / "a.csv"), written(tmp_path / "b.csv"))
    assert found is not None
    assert found.is_empty()


def test_empty_columns_are_no_evidence(tmp_path: Path) -> None:
    people = numbered(300, lambda n: {"surname": f"Ворик{chr(0x430 + n % 30)}{chr(0x430 + n // 30)}"})
    found, _ = match(written(tmp_path / "a.csv", *people), written(tmp_path / "b.csv", *people[::2]))
    assert found is not None
    matches = found.filter(pl.col("decision") == "match")
    assert (matches["left_id"] == matches["right_id"]).all()
    assert not matches["because"].str.contains("born|place|unit|rank").any()


def test_where_all_have_one_name_the_dates_decide(tmp_path: Path) -> None:
    def born(n: int) -> dict[str, str]:
        return {**NAMESAKE, "date_of_birth": f"{1960 + n % 40}-{2 + n // 40 % 11:02}-{1 + n // 440:02}"}

    left = written(tmp_path / "a.csv", *numbered(3_000, born))
    found, _ = match(left, written(tmp_path / "b.csv", *numbered(6_000, born)[2_000:]))
    assert found is not None
    matches = found.filter(pl.col("decision") == "match")
    assert (matches["left_id"] == matches["right_id"]).all()


def test_rows_that_name_nobody_do_not_go_on_and_are_counted(tmp_path: Path) -> None:
    blank = written(tmp_path / "a.csv", *numbered(50, lambda n: {"unit": f"{n} ОМБр"}))
    one = written(tmp_path / "b.csv", {"id": "1", **NAMESAKE})
    found, said = match(blank, one)
    assert found is None or found.is_empty()
    assert "do not go on" in said


def test_ten_thousand_people_of_one_name_without_dates_are_no_match(tmp_path: Path) -> None:
    many = [written(tmp_path / f"{x}.csv", *numbered(10_000, lambda n: NAMESAKE, x)) for x in "ab"]
    found, _ = match(*many)
    assert found is not None
    assert "match" not in found["decision"]


def test_a_list_of_namesakes_against_itself(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", *numbered(10_000, lambda n: NAMESAKE))
    found, said = match(path, path)
    assert "its own repeats" in said
    assert found is not None


def test_one_row_against_very_many(tmp_path: Path) -> None:
    sought = {**NAMESAKE, "date_of_birth": "1990-05-06"}
    one = written(tmp_path / "a.csv", {"id": "one", **sought})

    def cells(n: int) -> dict[str, str]:
        return sought if n == 77_777 else {"surname": f"Ко{n:x}вал", "given_name": "Іван", "date_of_birth": "1980"}

    many = written(tmp_path / "b.csv", *numbered(100_000, cells))
    found, _ = match(one, many)
    assert found is not None
    assert found.row(0)[:2] == ("one", "r77777")


@pytest.mark.parametrize(
    "spoilt",
    [
        "Шевч\u0065нко",
        "\u200fШевченко\u200e",
        "Шевче\u202eнко",
        "ШЕВЧЕНКО\u0301",
        "\ufeffШевченко",
    ],
    ids=["homoglyph", "marks of direction", "override", "stress", "byte order mark"],
)
def test_odd_signs_in_a_name_are_answered_or_named(tmp_path: Path, spoilt: str) -> None:
    clean = [{"id": "a", **NAMESAKE, "date_of_birth": "1990-05-06"}, {"id": "x", "surname": "Ворик"}]
    other = [
        {"id": "b", **NAMESAKE, "surname": spoilt, "date_of_birth": "06.05.1990"},
        {"id": "y", "surname": "Лис"},
    ]
    found, said = match(written(tmp_path / "a.csv", *clean), written(tmp_path / "b.csv", *other))
    pairs = set(found.select("left_id", "right_id").iter_rows()) if found is not None else set()
    assert ("a", "b") in pairs or "do not go on" in said


def test_names_of_five_hundred_letters_are_told_apart(tmp_path: Path) -> None:
    def long(n: int) -> dict[str, str]:
        start = "".join("бвгджзклмн"[int(digit)] + "аеиоу"[int(digit) % 5] for digit in f"{n * 7919 % 10_007:05}")
        return {"surname": (start + "ШЕВЧЕНКО" * 70)[:500], "given_name": "Іван" * 125, "date_of_birth": "1990"}

    people = numbered(300, long)
    found, _ = match(written(tmp_path / "a.csv", *people), written(tmp_path / "b.csv", *people[100:]))
    assert found is not None
    matches = found.filter(pl.col("decision") == "match")
    assert (matches["left_id"] == matches["right_id"]).all()


def test_nul_bytes_are_answered_or_named_and_never_quoted(tmp_path: Path) -> None:
    left = written(tmp_path / "a.csv", {"id": "a", **NAMESAKE})
    right = tmp_path / "b.csv"
    right.write_bytes(left.read_bytes().replace("Шевченко".encode(), "Шевч\0енко".encode()))
    _found, said = match(left, right)
    assert said
    assert "Шевч" not in said


def test_a_number_of_columns_nobody_needs_is_refused_with_the_bound(tmp_path: Path) -> None:
    wide = tmp_path / "a.csv"
    wide.write_text("id,surname," + ",".join(f"c{n}" for n in range(700)) + "\n" + "1,Ворик" + "," * 700, "utf-8")
    found, said = match(wide, wide)
    assert found is None
    assert "500" in said
