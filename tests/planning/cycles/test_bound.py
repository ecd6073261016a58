"""The proof of a bound, checked the plain way: every walk tried, no solver, no numpy."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from repatria.planning.cycles import read_pool, solve_pool
from repatria.planning.cycles.bound import proven_bound
from repatria.planning.cycles.walks import elementary
from tests.planning.cycles.offers import best_by_trying_all, random_pool


def gains_beyond_prices(document, unit, prices):
    """The largest gain of any cycle or chain beyond the prices of the offers it uses; 0 if none gains."""
    starts = {v["id"] for v in document["vertices"] if v["unconditional"]}
    onward = {v["id"]: [] for v in document["vertices"]}
    for tail, head, weight in document["arcs"]:
        onward[tail].append((head, weight * unit - prices.get(head, 0)))
    most = 0

    def walk(first, offer, length, gain):
        nonlocal most
        for head, arc_gain in onward[offer]:
            if first in starts:
                most = max(most, gain + arc_gain - prices.get(first, 0))
            elif head == first:
                most = max(most, gain + arc_gain)
                continue
            if length + 1 < (document["max_chain"] + 1 if first in starts else document["max_cycle"]):
                walk(first, head, length + 1, gain + arc_gain)

    for first in onward:
        if document["max_chain" if first in starts else "max_cycle"] > 0:
            walk(first, first, 1, 0)
    return most


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_prices_in_the_proof_can_be_checked_without_a_solver(seed):
    document = random_pool(seed, most=6) | {"max_cycle": 3, "max_chain": 3}
    pool = read_pool(document)
    found = solve_pool(pool)
    proof = found.proof(pool)
    assert all(price >= 0 for price in proof["prices"].values())
    assert gains_beyond_prices(document, proof["unit"], proof["prices"]) == 0
    if proof["by"] == "prices":
        assert found.value <= sum(proof["prices"].values()) // proof["unit"]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_any_prices_at_all_prove_a_bound_that_holds(seed, prices_seed):
    document = random_pool(seed, most=7)
    pool = read_pool(document)
    prices = np.random.default_rng(prices_seed).integers(0, 4, pool.size)
    assert best_by_trying_all(document) <= proven_bound(pool, 1, prices).whole_bound(pool)


@given(st.lists(st.integers(0, 5), min_size=2, max_size=8))
def test_a_closed_walk_splits_into_cycles_that_use_its_arcs_once(offers):
    walk = tuple(a for a, b in zip(offers, [*offers[1:], offers[0]], strict=True) if a != b)
    cycles = elementary(walk) if walk else []

    def arcs(path):
        return [(a, b) for a, b in zip(path, path[1:] + path[:1], strict=True)]

    assert sorted(arc for cycle in cycles for arc in arcs(cycle)) == sorted(arcs(walk))
    assert all(len(set(cycle)) == len(cycle) for cycle in cycles)
