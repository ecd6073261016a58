"""The shipped tables: sources named, no name in two rows by mistake."""

from importlib import resources

import pytest

from repatria.names import tables

FILES = [f.name for f in resources.files(tables.__name__).iterdir() if f.name.endswith(".tsv")]


@pytest.mark.parametrize("name", FILES)
def test_a_table_says_where_it_comes_from(name: str) -> None:
    text = resources.files(tables.__name__).joinpath(name).read_text(encoding="utf-8")
    head = [line for line in text.splitlines() if line.startswith("#")]
    assert any("ource" in line or "Compiled from" in line for line in head)


@pytest.mark.parametrize(
    "name", ["slavic_letters.tsv", "slavic_latin.tsv", "arabic_letters.tsv", "arabic_latin.tsv"]
)
def test_a_letter_has_one_reading(name: str) -> None:
    spelled = [row[0] for row in tables.rows(name)]
    assert len(spelled) == len(set(spelled))


def test_the_licence_of_the_compiled_tables_is_shipped() -> None:
    notice = resources.files(tables.__name__).joinpath("NOTICE-names_translator.txt").read_text(encoding="utf-8")
    assert "MIT License" in notice
