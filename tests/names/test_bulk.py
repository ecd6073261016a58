"""Names of long lists: read column by column and by several processes, as each row would be read alone."""

from collections.abc import Sequence

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repatria.names import (
    ABSENT,
    NAME_CELLS,
    Lexicon,
    Reading,
    Readings,
    Tradition,
    bulk,
    clean,
    read_many,
    readings,
)
from repatria.names.script import clean_column
from repatria.names.word import Word

Cells = tuple[str, str, str, str]


def frame_of(rows: Sequence[Cells]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=dict.fromkeys(NAME_CELLS, pl.String), orient="row")


def some_rows(count: int) -> pl.DataFrame:
    return frame_of(
        [("Шевченко", "Іван", f"Петрович{'к' * (n % 7)}", "" if n % 3 else "Ворик Олег") for n in range(count)]
    )


def as_words(lexicon: Lexicon, found: Readings, rows: int) -> list[list[tuple[Word | None, ...]]]:
    """The readings of each row, in words."""
    told: list[list[tuple[Word | None, ...]]] = [[] for _ in range(rows)]
    families, names = [*lexicon.families.words, None], [*lexicon.names.words, None]
    columns = (found.row, found.family, found.given, found.father, found.grandfather)
    for row, family, *others in zip(*(column.tolist() for column in columns), strict=True):
        told[row].append((families[family], *(names[number] for number in others)))
    return told


def each_alone(rows: Sequence[Cells], tradition: Tradition) -> list[list[tuple[Word | None, ...]]]:
    def readable(word: Word | None) -> Word | None:
        return word if word and word.code else None

    return [
        [
            tuple(map(readable, (r.family, r.given, r.father, r.grandfather)))
            for r in readings(*cells, tradition) or [Reading()]
        ]
        for cells in rows
    ]


WORDS = (
    "Шевченко ШЕВЧЕНКО Shevchenko Ковальчук-Ворик Ворик Іван Иван Ivan Олена Микола Петрович Петрівна Petrovych "
    "Ілліч І. І Ж ʼ Ворик\u200f Кov\u0430ль محمد علي O'Neil"
).split()
CELL = st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)
ROW = st.tuples(CELL, CELL, CELL, CELL)


@settings(deadline=None)  # The first call compiles; a busy machine is no fault.
@given(st.lists(ROW, max_size=12), st.sampled_from(["slavic", "plain", "arabic"]))
def test_rows_together_are_read_as_each_alone(rows: list[Cells], tradition: Tradition) -> None:
    lexicon, (found,) = read_many([frame_of(rows)], tradition, threads=1)
    assert as_words(lexicon, found, len(rows)) == each_alone(rows, tradition)


USUAL = st.tuples(
    st.sampled_from("Шевченко Ворик Shevchenko Лук'янець Олег Olexandr Alexandr".split()),
    st.sampled_from("Іван Микола Олег Олегович Popovych І. І Ж.. Мкиола Ворік Дем'ян".split()),
    st.sampled_from(["", "Петрович", "Олегович", "П.", "Лук'янович"]),
    st.sampled_from(
        [
            "", "Ворик Іван Петрович", "Іван Петрович Ворик", "Шевченко Микола", "Ворік Олег Олегович",
            "Ворик І. П.", "І. Петрович Ворик", "Лук'янець Дем'ян", "Шевченко Мкиола Петрович",
        ]
    ),
)  # fmt: skip


@settings(deadline=None)  # The first call compiles; a busy machine is no fault.
@given(st.lists(USUAL, min_size=1, max_size=12))
def test_usual_rows_are_read_by_columns_as_each_alone(rows: list[Cells]) -> None:
    for tradition in ("slavic", "plain"):
        lexicon, (found,) = read_many([frame_of(rows)], tradition, threads=1)
        assert as_words(lexicon, found, len(rows)) == each_alone(rows, tradition)


@settings(deadline=None)  # The first call compiles; a busy machine is no fault.
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30)))
def test_a_column_is_cleaned_as_each_text_is(texts: list[str]) -> None:
    assert clean_column(pl.Series(texts, dtype=pl.String)).to_list() == [clean(text) for text in texts]


def test_every_letter_of_the_three_alphabets_is_cleaned_alike() -> None:
    letters = [chr(code) for code in [*range(1, 0x600), *range(0x600, 0x700), *range(0x2000, 0x2120)]]
    assert clean_column(pl.Series(letters)).to_list() == [clean(letter) for letter in letters]


def test_processes_read_what_one_process_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "_CHUNK_ROWS", 40)
    lists = [some_rows(150), some_rows(90)]
    lexicon, alone = read_many(lists, "slavic", threads=1)
    monkeypatch.setattr(bulk, "_WORTH_PROCESSES", 1)
    other, together = read_many(lists, "slavic", threads=2)
    assert other.families.words == lexicon.families.words
    for one, another in zip(alone, together, strict=True):
        for name in ("row", "family", "given", "father", "grandfather"):
            assert np.array_equal(getattr(one, name), getattr(another, name))


def test_a_missing_part_stays_missing_across_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "_CHUNK_ROWS", 1)
    _, (found,) = read_many([frame_of([("Ворик", "", "", ""), ("", "Олег", "", "")])], "slavic", threads=1)
    assert found.given[0] == ABSENT
    assert found.row.tolist() == [0, 1]
