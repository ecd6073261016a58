"""Every number of a statement is counted from lines."""

from datetime import date

import pytest

from repatria.history.statement import CIVILIAN, MILITARY, Line, NothingToCount, Occasion, count, write

OCCASION = Occasion(date(2026, 2, 5), "Hala", carried_out=True)


def lines(receiver: str, military: int, civilian: int, owed: int) -> list[Line]:
    holder = "North" if receiver == "South" else "South"
    return (
        [Line(holder, receiver, MILITARY, owed=False)] * military
        + [Line(holder, receiver, CIVILIAN, owed=False)] * civilian
        + [Line(holder, receiver, MILITARY, owed=True)] * owed
    )


def test_three_numbers_are_kept_apart():
    figures = count(lines("South", 150, 7, 9) + lines("North", 157, 0, 0))
    assert figures.formula == 314
    assert figures.owed == 9
    assert [side.people for side in figures.sides] == [166, 157]


def test_the_owed_are_not_in_the_breakdown():
    assert count(lines("South", 150, 7, 9)).sides[0].by_status == {MILITARY: 150, CIVILIAN: 7}


def test_the_text_says_the_counted_numbers():
    text = " ".join(write(count(lines("South", 150, 7, 9) + lines("North", 151, 6, 0)), OCCASION))
    for said in (
        "157 + 157 = 314",
        "150 of them are military, 7 civilian",
        "9 seriously wounded",
        "166 in all",
    ):
        assert said in text


def test_few_owed_are_not_counted_aloud_and_no_total_gives_them_away():
    text = " ".join(write(count(lines("South", 150, 7, 3)), OCCASION))
    assert "160" not in text
    assert "withheld, because they are few" in text


def test_a_small_number_of_civilians_is_withheld():
    text = " ".join(write(count(lines("South", 154, 3, 0)), OCCASION))
    assert "154" not in text
    assert "withheld" in text


def test_what_is_only_agreed_is_said_to_be_only_agreed():
    agreed = Occasion(date(2026, 2, 5), "Hala", carried_out=False)
    assert "not yet carried out" in write(count(lines("South", 10, 0, 0)), agreed)[-1]


def test_nobody_is_not_a_statement():
    with pytest.raises(NothingToCount):
        count([])
