"""Names of long lists, read by several processes."""

import numpy as np
import pytest

from repatria.names import ABSENT, bulk, read_many


def some_rows(count: int) -> list[tuple[str, str, str, str]]:
    return [("Шевченко", "Іван", f"Петрович{'к' * (n % 7)}", "" if n % 3 else "Ворик Олег") for n in range(count)]


def test_processes_read_what_one_process_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "_CHUNK", 40)
    lists = [some_rows(150), some_rows(90)]
    lexicon, alone = read_many(lists, "slavic", threads=1)
    monkeypatch.setattr(bulk, "_WORTH_PROCESSES", 1)
    other, together = read_many(lists, "slavic", threads=2)
    assert other.families.words == lexicon.families.words
    for one, another in zip(alone, together, strict=True):
        for name in ("row", "family", "given", "father", "grandfather"):
            assert np.array_equal(getattr(one, name), getattr(another, name))


def test_a_missing_part_stays_missing_across_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "_CHUNK", 1)
    _, (found,) = read_many([[("Ворик", "", "", ""), ("", "Олег", "", "")]], "slavic", threads=1)
    assert found.given[0] == ABSENT
    assert found.row.tolist() == [0, 1]
