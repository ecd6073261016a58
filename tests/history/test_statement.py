"""Every number of a statement is counted from lines."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from repatria.history.statement import APART, CIVILIAN, MILITARY, OWED, Line, NothingToCount, Occasion, count, write

OCCASION = Occasion(date(2026, 2, 5), "Hala", carried_out=True)


def lines(receiver: str, military: int, civilian: int, owed: int, apart: int = 0) -> list[Line]:
    holder = "North" if receiver == "South" else "South"
    return (
        [Line(holder, receiver, MILITARY)] * military
        + [Line(holder, receiver, CIVILIAN)] * civilian
        + [Line(holder, receiver, MILITARY, OWED)] * owed
        + [Line(holder, receiver, "", APART)] * apart
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


@pytest.mark.parametrize(("owed", "apart"), [(3, 0), (0, 1), (9, 2)])
def test_few_beside_the_formula_hide_the_formula_of_every_side(owed: int, apart: int):
    figures = count(lines("South", 150, 7, owed, apart) + lines("North", 157, 0, 0))
    text = " ".join(write(figures, OCCASION))
    assert not figures.split_is_said
    assert "formula" not in text.replace("under the announced formula", "")
    assert f"South receives {157 + owed + apart} people." in text
    assert "one of these numbers is small" in text


def test_who_goes_beside_the_formula_cannot_be_told_from_the_text():
    """Whoever counts the receipts knows 160 and 157; the text of every split of these reads alike."""
    splits = [(157, 3, 157, 0), (156, 4, 156, 1), (150, 10, 154, 3)]
    texts = {
        tuple(write(count(lines("South", a, 0, owed_a) + lines("North", b, 0, owed_b)), OCCASION))
        for a, owed_a, b, owed_b in splits
    }
    assert len(texts) == 1


@given(st.lists(st.tuples(*[st.integers(0, 12)] * 4), min_size=2, max_size=2))
def test_no_published_number_subtracts_to_a_small_one(sides: list[tuple[int, int, int, int]]):
    listed = [line for name, cells in zip(("South", "North"), sides, strict=True) for line in lines(name, *cells)]
    assume(listed)
    figures = count(listed)
    beside = [people for side in figures.sides for people in (side.owed, side.apart)]
    assert figures.split_is_said == all(people == 0 or people >= 5 for people in beside)
    for side in figures.sides:
        told = [people for people in side.by_status.values() if people is not None]
        broken_down = side.formula if figures.split_is_said else side.people
        assert all(people >= 5 for people in told)
        assert not told or broken_down - sum(told) not in range(1, 5)


def test_many_outside_the_formula_are_said():
    text = " ".join(write(count(lines("South", 150, 7, 9, 6)), OCCASION))
    assert "166 in all" in text
    assert "6 more people come outside the formula: 172 in all." in text


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
