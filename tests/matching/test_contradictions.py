"""A = B and B = C, but A ≠ C."""

import polars as pl

from repatria.matching import Decisions, Settings, reconcile
from tests.matching.conftest import office_pair, rows

PERSON = {"surname": "Ворик", "given_name": "Арсен", "place_of_birth": "Ізюм"}
OLD = {"date_of_birth": "1961-05-06", "patronymic": "Петрович", "unit": "47 ОМБр"}
YOUNG = {"date_of_birth": "1999-11-23", "patronymic": "Арсенович", "unit": "12 бр ТрО"}


def lists() -> tuple[pl.DataFrame, pl.DataFrame]:
    left, right, _ = office_pair(60)
    left = pl.concat([left, rows({"id": "old", **PERSON, **OLD}, {"id": "young", **PERSON, **YOUNG})])
    right = pl.concat([right, rows({"id": "either", **PERSON})])
    return left, right


def test_two_partners_of_one_row_that_contradict_each_other_are_named() -> None:
    # A row without a date fits father and son; people have said it is each of them.
    left, right = lists()
    decided = Decisions.of(same=[("old", "either"), ("young", "either")])
    found = reconcile(left, right, Settings(decisions=decided))
    (warning,) = [one for one in found.contradictions() if "either" in one.chain]
    assert warning.chain == ("old", "either", "young")
    assert "a generation apart" in warning.because
    table = found.table()
    told = table.filter(pl.col("right_id") == "either", pl.col("decision") == "match")["because"]
    assert len(told) == 2
    assert all("look again: old = either = young" in text for text in told)


def test_the_sentence_for_the_screen_holds_ids_alone() -> None:
    decided = Decisions.of(same=[("old", "either"), ("young", "either")])
    (warning,) = reconcile(*lists(), Settings(decisions=decided)).contradictions()
    assert warning.in_words() == "old = either = young, but old and young contradict each other"


def test_what_people_told_apart_contradicts_a_chain_between_them() -> None:
    left, right, _ = office_pair(60)
    again = {"surname": "Коваль", "given_name": "Роман", "date_of_birth": "1990-05-06", "place_of_birth": "Суми"}
    left = pl.concat([left, rows({"id": "a1", **again}, {"id": "a2", **again})])
    right = pl.concat([right, rows({"id": "b1", **again}, {"id": "b2", **again})])
    assert not reconcile(left, right).contradictions()
    decided = Decisions.of(same=[("a1", "b2"), ("a2", "b1"), ("a2", "b2")], different=[("a1", "b1")])
    (warning,) = reconcile(left, right, Settings(decisions=decided)).contradictions()
    assert (warning.chain[0], warning.chain[-1]) == ("a1", "b1")
    assert "people have decided" in warning.because


def test_matches_that_agree_are_not_warned_of() -> None:
    left, right, _ = office_pair(120)
    assert not reconcile(left, right).contradictions()
