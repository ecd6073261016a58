"""A published breakdown must not give a small count away."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repatria.history.small_cells import THRESHOLD, publishable

breakdowns = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12), min_size=1, max_size=4)


def possible(published: dict[str, int | None], total: int) -> Iterator[dict[str, int]]:
    """Every breakdown a reader can imagine who knows the total and what was published."""
    hidden = [name for name, count in published.items() if count is None]
    rest = total - sum(count for count in published.values() if count is not None)

    def share(names: list[str], left: int) -> Iterator[dict[str, int]]:
        if not names:
            if left == 0:
                yield {}
            return
        for n in range(left + 1):
            for others in share(names[1:], left - n):
                yield {names[0]: n} | others

    yield from share(hidden, rest)


@given(breakdowns)
def test_no_published_count_is_under_the_threshold(cells):
    assert all(count is None or count >= THRESHOLD for count in publishable(cells).values())


@given(breakdowns)
def test_a_small_count_cannot_be_worked_out_by_subtraction(cells):
    published = publishable(cells)
    worlds = list(possible(published, sum(cells.values())))
    for name, count in cells.items():
        if count < THRESHOLD and len(cells) > 1 and sum(cells.values()) > 0:
            assert len({world[name] for world in worlds}) > 1


@given(breakdowns)
def test_what_is_published_is_true(cells):
    assert all(count in (None, cells[name]) for name, count in publishable(cells).items())


def test_large_counts_are_all_published():
    assert publishable({"military": 150, "civilian": 7}) == {"military": 150, "civilian": 7}


def test_a_single_small_count_hides_its_complement():
    assert publishable({"military": 154, "civilian": 3}) == {"military": None, "civilian": None}


def test_of_three_the_smallest_other_is_hidden_with_it():
    assert publishable({"a": 3, "b": 20, "c": 90}) == {"a": None, "b": None, "c": 90}


def test_a_negative_count_is_a_mistake():
    with pytest.raises(ValueError, match="negative"):
        publishable({"a": -1})
