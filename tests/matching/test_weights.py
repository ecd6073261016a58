"""Weights learnt without labels."""

import numpy as np

from repatria.matching.coding import code_lists
from repatria.matching.compare import Comparer, fields_of
from repatria.matching.engine import learnt
from repatria.matching.settings import Settings
from repatria.matching.weights import prior_bits, shipped
from repatria.names import NameLevel
from tests.matching.conftest import office_pair


def test_shipped_shares_add_up() -> None:
    left, right, _ = office_pair(4)
    weights = shipped(fields_of(code_lists(left, right)))
    for shares in (weights.m, weights.u):
        assert all(abs(sum(share) - 1) < 1e-9 for share in shares.values())


def test_agreement_speaks_for_and_difference_against() -> None:
    left, right, _ = office_pair(4)
    bits = shipped(fields_of(code_lists(left, right))).bits()
    for name in ("family", "given", "father", "birth", "place_of_birth", "unit", "rank"):
        assert bits[name][0] == 0
        assert bits[name][1] > 0
        assert bits[name][-1] < 0


def test_a_tiny_list_keeps_weights_near_the_shipped_ones() -> None:
    left, right, _ = office_pair(3)
    lists = code_lists(left, right)
    found = learnt(lists, Comparer.of(lists), Settings())
    start = shipped(fields_of(lists))
    assert abs(found.bits()["birth"][1] - start.bits()["birth"][1]) < 2


def test_what_relatives_share_counts_for_nothing_once_given_names_differ() -> None:
    left, right, _ = office_pair(40)
    lists = code_lists(left, right)
    findings = Comparer.of(lists).compare(*(grid.ravel() for grid in np.indices((40, 20), dtype=np.int32)))
    weights = shipped(fields_of(lists))
    names = list(weights.m)
    others = findings.levels[:, names.index("given")] == NameLevel.OTHER_NAME
    assert others.any()
    assert weights.of(findings)[others][:, names.index("family")].max() <= 0


def test_the_prior_expects_as_many_matches_as_it_finds() -> None:
    scores = np.concatenate([np.full(100, 30.0), np.full(9_900, -30.0)])
    prior = prior_bits(scores, 10_000.0, 200.0)
    assert abs(1 / (1 + 2**-prior) - 0.01) < 0.001
