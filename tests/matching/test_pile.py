"""Numbers in heaps, in memory and on the disk."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repatria.matching.pile import Pile

ADDED = st.lists(st.tuples(st.integers(0, 3), st.lists(st.integers(-(2**62), 2**62), max_size=5)), max_size=20)


@settings(deadline=None)  # The first call compiles; a busy machine is no fault.
@given(ADDED, st.sampled_from([None, 0, 20, 100]))
def test_what_is_thrown_on_a_heap_is_taken_from_it(added: list[tuple[int, list[int]]], most: int | None) -> None:
    with Pile(most) as pile:
        for heap, numbers in added:
            pile.add(heap, np.array(numbers, np.int64))
        for heap in range(4):
            expected = sorted(number for at, numbers in added if at == heap for number in numbers)
            assert sorted(pile.take(heap).tolist()) == expected
            assert not len(pile.take(heap))


def test_beyond_its_bound_a_pile_lies_on_the_disk_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with Pile(most_bytes=100, folder=tmp_path) as pile:
        pile.add(0, np.arange(5))
        assert not pile.spilled
        pile.add(1, np.arange(50))
        assert pile.spilled
        assert any(tmp_path.rglob("*"))
    assert not any(tmp_path.iterdir())


def test_an_error_leaves_nothing_behind(tmp_path: Path) -> None:
    def interrupted() -> None:
        with Pile(most_bytes=0, folder=tmp_path) as pile:
            pile.add(0, np.arange(5))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        interrupted()
    assert not any(tmp_path.iterdir())
