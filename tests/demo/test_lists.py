"""The sent lists have the errors that real lists have, and the truth about them is kept apart."""

import csv

import pytest
from openpyxl import load_workbook

from repatria.demo.lists import HEADINGS, send_lists
from repatria.demo.world import NORTH, SOUTH, make_world


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    return send_lists(make_world(1200), tmp_path_factory.mktemp("lists"))


def rows(sent_list):
    if sent_list.path.suffix == ".xlsx":
        return [list(row) for row in load_workbook(sent_list.path).active.iter_rows(values_only=True)]
    text = sent_list.path.read_text(encoding=sent_list.encoding)
    return list(csv.reader(text.splitlines(), delimiter=";" if ";" in text.splitlines()[0] else ","))


def test_each_party_sends_whom_it_seeks_and_whom_it_holds(sent):
    assert {title: one.party for title, one in sent.items()} == {
        "south-seeks": SOUTH, "north-holds": NORTH, "north-seeks": NORTH, "south-holds": SOUTH,
    }  # fmt: skip


def test_the_headings_are_in_the_sender_s_language(sent):
    for one in sent.values():
        assert tuple(rows(one)[0]) == HEADINGS[one.language]


def test_every_row_is_known_to_the_world_and_no_id_stands_twice(sent):
    for one in sent.values():
        ids = [row[0] for row in rows(one)[1:]]
        assert len(ids) == len(set(ids)) == len(one.truth)
        assert set(ids) == set(one.truth)


def test_people_stand_twice_in_what_is_sought(sent):
    for title in ("south-seeks", "north-seeks"):
        assert len(set(sent[title].truth.values())) < len(sent[title].truth)


def test_one_list_is_in_an_old_code_page_and_one_row_of_a_csv_is_cut_off(sent):
    assert sent["north-seeks"].encoding == "cp1251"
    assert sum(len(row) == 4 for row in rows(sent["south-seeks"])) == 1


def test_the_same_world_sends_the_same_lists(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, second = (send_lists(make_world(300), tmp_path / name) for name in "ab")
    for title in first:
        if first[title].path.suffix == ".csv":
            assert first[title].path.read_bytes() == second[title].path.read_bytes()
        assert first[title].truth == second[title].truth
