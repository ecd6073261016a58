"""Bounded memory: the same result, or a clear word about what is needed."""

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from repatria.matching import Settings, TooLittleMemory, check_files, memory, pile, reconcile
from tests.matching.conftest import office_pair


def test_candidates_on_the_disk_give_the_same_result(monkeypatch: pytest.MonkeyPatch) -> None:
    left, right, _ = office_pair(120)
    by_keys = reconcile(left, right, Settings(all_pairs=0)).table(everything=True)
    spilled: list[bool] = []
    monkeypatch.setattr("repatria.matching.engine.for_pairs", lambda _: 1000)
    usual = pile.Pile.__exit__
    monkeypatch.setattr(pile.Pile, "__exit__", lambda p, *e: (spilled.append(p.spilled), usual(p, *e))[1])
    bounded = Settings(all_pairs=0, memory=1 << 30)
    assert_frame_equal(reconcile(left, right, bounded).table(everything=True), by_keys)
    assert spilled == [True]


def test_too_little_memory_is_said_with_what_is_needed() -> None:
    left, right, _ = office_pair(20)
    with pytest.raises(TooLittleMemory, match=r"at least \d+ MB"):
        reconcile(left, right, Settings(memory=1 << 20))
    with pytest.raises(TooLittleMemory, match="in parts"):
        memory.check(1 << 30, pl.DataFrame({"id": range(4_000_000)}), pl.DataFrame({"id": [1]}))


def test_files_too_large_to_be_read_are_refused_before_they_are() -> None:
    check_files(None, [1 << 40])
    check_files(1 << 30, [1 << 20, 1 << 20])
    with pytest.raises(TooLittleMemory, match="to read these files"):
        check_files(1 << 30, [1 << 30, 1 << 30])
