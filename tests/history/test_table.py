import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repatria.history import BadExchange, BadHistoryFile, load, table
from tests.history.builders import HEADER, exchange, history


def test_an_empty_number_is_unknown_and_never_zero():
    known, unknown = exchange("2024-01-03", a="7").sides
    assert (known.total, unknown.total, unknown.at_least) == (7, None, None)


def test_parts_without_a_total_are_a_least_and_not_a_total():
    side = exchange("2024-01-03", returned_to_a_military="146", returned_to_a_civilians="8").a
    assert (side.total, side.at_least) == (None, 154)


def test_both_sides_together_are_unknown_when_one_number_is():
    assert exchange("2024-01-03", a="7").living is None
    assert exchange("2024-01-03", a="7", b="5").living == 12


def test_tags_are_read_out_of_the_note():
    tags = exchange(
        "2026-02-05",
        note="Words. [announced:2026-02-04] [uae:18 4955] [ordinal:UA 71?] [series:spring] [agreed:6/4] "
        "[total:9 ICRC] [approx:250 each RUS] [bodies:8] [until:2026-02-06] [differ]",
    ).tags
    assert [(o.counter, o.number, o.sure, o.running_total) for o in tags.ordinals] == [
        ("ARE", 18, True, 4955),
        ("UKR", 71, False, None),
    ]
    assert (tags.series, tags.agreed, tags.said_in_all) == ("spring", (6, 4), (9, "ICRC"))
    assert (tags.approximately, tags.bodies, tags.differ) == ("250 each RUS", "8", True)
    assert (str(tags.announced), str(tags.until)) == ("2026-02-04", "2026-02-06")


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("date", {"date": "2024-02-30", "id": "no-so-2024-02-30"}),
        ("date", {"date": "2024"}),
        ("returned_to_a_total", {"returned_to_a_total": "-5"}),
        ("returned_to_a_total", {"returned_to_a_total": "٥"}),
        ("mediators", {"mediators": "Hala"}),
        ("confidence", {"confidence": "certain"}),
        ("id", {"id": "../../etc"}),
        ("sources", {"sources": ""}),
        ("note", {"note": "[rumour:7]"}),
        ("note", {"note": "[ordinal:seven]"}),
        ("note", {"note": "[agreed:7]"}),
        ("note", {"note": "[until:2024-02]"}),
    ],
)
def test_a_cell_that_is_not_as_its_column_wants_it_is_named(column, cells):
    with pytest.raises(BadExchange) as fault:
        exchange("2024-01-03", **cells)
    assert fault.value.column == column


def test_a_bad_row_is_named_by_its_line():
    row = "no-so-2024-01-03,North-South,soon,NOR,1,,,SOU,1,,,,https://example.org,one-side"
    with pytest.raises(BadExchange, match="row 2, column date"):
        list(table.read(f"{HEADER}\n{row}\n"))


def test_a_table_without_its_columns_is_refused():
    with pytest.raises(BadHistoryFile, match="confidence"):
        list(table.read("id,date\n"))


def test_a_row_with_too_many_cells_is_refused():
    row = "no-so-2024-01-03,North-South,2024-01-03,NOR,1,,,SOU,1,,,,https://example.org,one-side,more"
    with pytest.raises(BadExchange, match="more cells"):
        list(table.read(f"{HEADER}\n{row}\n"))


def test_what_is_written_is_read_back_for_the_whole_packaged_history():
    history = load()
    again = [e for _line, e in table.read(table.write(history))]
    assert [table.row(e) for e in again] == [table.row(e) for e in history]


@given(
    a=st.none() | st.integers(0, 9999),
    b=st.none() | st.integers(0, 9999),
    words=st.text(st.characters(codec="utf-8", exclude_characters="[]\r\n\0"), max_size=40),
)
def test_a_row_survives_writing_and_reading(a, b, words):
    made = exchange("2024-01-03", a=str(a or ""), b=str(b or ""), note=re.sub(r"^[=+@'-]+", "", words.strip()))
    assert table.exchange(table.row(made)) == made


def test_a_cell_that_a_spreadsheet_would_run_is_defused():
    text = table.write([exchange("2024-01-03", place="=1+1")])
    assert ",'=1+1," in text


def test_another_counter_keeps_its_number_and_its_total_and_a_row_may_carry_several():
    row = exchange("2024-03-01", "5", "5", note="Two in one. [ordinal:UA 7] [ordinal:NTH 3? 700] [uae:2 900]")
    assert [(o.counter, o.number, o.sure, o.running_total) for o in row.tags.ordinals] == [
        ("UKR", 7, True, None),
        ("NTH", 3, False, 700),
        ("ARE", 2, True, 900),
    ]
    assert table.exchange({**table.row(row)}) == row


def test_one_number_may_cover_several_handovers():
    one = exchange("2024-03-01", "5", "5", note="[ordinal:NTH 3]")
    two = exchange("2024-03-02", "6", "6", note="[ordinal:NTH 3] [ordinal:NTH 4]")
    covered = history(one, two).ordinals("NTH")
    assert {n: [e.id for e in rows] for n, rows in covered.items()} == {3: [one.id, two.id], 4: [two.id]}
