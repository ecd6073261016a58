"""Whatever the lists hold: an answer, in bounded time and memory."""

import polars as pl
import pytest

from repatria.matching import Settings, find_repeats, reconcile
from tests.matching.conftest import office_pair, rows

NAMESAKE = {"surname": "Шевченко", "given_name": "Олександр"}


def test_empty_lists_have_no_pairs() -> None:
    empty = rows()
    one = rows({"id": "1", **NAMESAKE})
    for left, right in ((empty, empty), (one, empty), (empty, one)):
        assert reconcile(left, right).table(everything=True).height == 0


@pytest.mark.parametrize("all_pairs", [0, 10**9])
def test_rows_without_anything_give_no_match(all_pairs: int) -> None:
    blank = rows(*({"id": str(i)} for i in range(50)))
    assert "match" not in reconcile(blank, blank, Settings(all_pairs=all_pairs)).table()["decision"]


def test_lists_of_ids_alone_are_answered() -> None:
    ids = pl.DataFrame({"id": ["1", "2"]})
    assert reconcile(ids, ids).table().height == 0


def test_ten_thousand_namesakes_without_dates_are_answered_within_bounds() -> None:
    many = rows(*({"id": str(i), **NAMESAKE} for i in range(10_000)))
    found = reconcile(many, many, Settings(all_pairs=0))
    assert len(found.rows[0]) <= 12 * 10_000
    assert "match" not in found.table()["decision"]


def test_two_thousand_namesakes_are_looked_at_pair_by_pair_within_bounds() -> None:
    many = rows(*({"id": str(i), **NAMESAKE} for i in range(2_000)))
    found = reconcile(many, many)
    assert len(found.rows[0]) <= 36 * 4_000


def test_one_row_against_many_finds_its_own() -> None:
    left, right, _ = office_pair(400)
    found = reconcile(left.head(1), right).table()
    assert found.row(0, named=True)["right_id"] == "S-0"


def test_letters_of_two_scripts_marks_and_nul_bytes_do_not_hide_a_name() -> None:
    left, right, _ = office_pair(60)
    clean = {"surname": "Коваль", "given_name": "Роман", "date_of_birth": "1990-05-06", "place_of_birth": "Суми"}
    spoilt = clean | {"surname": "\u200fKовaль\x00", "given_name": "Pоман\u202c"}
    left, right = pl.concat([left, rows({"id": "a", **clean})]), pl.concat([right, rows({"id": "b", **spoilt})])
    assert ("a", "b", "match") in set(
        reconcile(left, right).table().select("left_id", "right_id", "decision").iter_rows()
    )


def test_endless_names_are_read_to_a_bound() -> None:
    long = rows(*({"id": str(i), "surname": "Ж" * 500, "given_name": "Іван " * 100} for i in range(30)))
    assert reconcile(long, long).table(everything=True).height <= 36 * 60


def test_duplicate_ids_stand_for_their_own_rows() -> None:
    left, right, _ = office_pair(60)
    twice = left.with_columns(id=pl.lit("same"))
    assert reconcile(twice, right).table().height > 0


def test_nulls_are_empty_cells() -> None:
    left, right, truth = office_pair(60)
    left = left.with_columns(pl.when(pl.col("unit") == "").then(None).otherwise("unit").alias("unit"))
    found = reconcile(left, right).table()
    assert found.filter(pl.col("decision") == "match").height == len(truth)


def test_a_list_against_itself_has_its_repeats_in_groups() -> None:
    left, _, _ = office_pair(80)
    again = left.head(10).with_columns(id=pl.col("id") + "-again", unit=pl.lit("47 ОМБр"))
    found = find_repeats(pl.concat([left, again])).table()
    matches = set(found.filter(pl.col("decision") == "match").select("left_id", "right_id").iter_rows())
    assert matches == {(name, f"{name}-again") for name in left["id"].head(10)}
