"""The sealed box: closed by anybody, opened by one, at one place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repatria.web.visits import box
from repatria.web.visits.errors import DoesNotOpen

SECRET, PUBLIC = box.new_pair()


@given(st.text(max_size=400), st.text(max_size=40))
@settings(max_examples=40)
def test_what_is_closed_opens_at_its_place(text: str, place: str) -> None:
    assert box.open_box(SECRET, box.close(PUBLIC, text, place), place) == text


def test_it_opens_nowhere_else_and_to_nobody_else() -> None:
    closed = box.close(PUBLIC, "he fears for his brother", "note 1")
    with pytest.raises(DoesNotOpen):
        box.open_box(SECRET, closed, "note 2")
    with pytest.raises(DoesNotOpen):
        box.open_box(box.new_pair()[0], closed, "note 1")


@given(st.integers(0, 79), st.integers(1, 255))
@settings(max_examples=60)
def test_no_changed_byte_goes_unnoticed(place: int, other: int) -> None:
    closed = bytearray(box.close(PUBLIC, "he fears for his brother, and would rather stay", "note 1"))
    closed[place % len(closed)] ^= other
    with pytest.raises(DoesNotOpen):
        box.open_box(SECRET, bytes(closed), "note 1")


def test_the_same_words_never_look_the_same() -> None:
    assert box.close(PUBLIC, "x", "p") != box.close(PUBLIC, "x", "p")
