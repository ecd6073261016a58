"""Competition: a row has one partner, repeats aside."""

import numpy as np

from repatria.matching.resolve import probabilities


def never(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return np.zeros(len(a))


def always(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return np.ones(len(a))


def ids(*numbers: int) -> np.ndarray:
    return np.array(numbers, np.int32)


def test_a_single_strong_pair_is_sure() -> None:
    assert probabilities(ids(0), ids(0), np.array([2.0**17]), never, never)[0] > 0.99


def test_two_equal_rivals_share_what_one_would_have() -> None:
    found = probabilities(ids(0, 0), ids(0, 1), np.array([2.0**17, 2.0**17]), never, never)
    assert found[0] == found[1]
    assert 0.3 < found[0] < 0.5


def test_a_stronger_rival_takes_nearly_all() -> None:
    found = probabilities(ids(0, 0), ids(0, 1), np.array([2.0**17, 2.0**8]), never, never)
    assert found[0] > 0.99
    assert found[1] < 0.02


def test_repeats_are_no_rivals() -> None:
    found = probabilities(ids(0, 0), ids(0, 1), np.array([2.0**17, 2.0**8]), always, always)
    assert (found > 0.97).all()
