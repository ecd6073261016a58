import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repatria.planning.cycles import complete, read_pool, solve_cycles, solve_pool
from repatria.planning.cycles import solve as solving
from repatria.planning.cycles.deal import Deal, worth_of
from repatria.planning.deadline import Deadline
from repatria.planning.document import load_document
from repatria.planning.errors import SolverFault
from repatria.planning.plan import parse_plan
from tests.planning.cycles.offers import best_by_trying_all, pool_document, random_pool

# North, South, Hala's own country and Iris's: a ring of three is worth more than the pair inside it.
RING = [("N1", "S1", 1), ("S1", "N1", 1), ("S1", "H1", 2), ("H1", "N1", 2)]

# An odd ring of pairs: half of each pair is the best a linear program can do.
ODD_RING = [(f"N{n}", f"N{(n + step) % 5}", 1) for n in range(5) for step in (1, 4)]


def test_the_longer_cycle_is_taken_where_it_is_worth_more():
    plan = solve_cycles(pool_document(["N1", "S1", "H1"], RING))
    assert (plan.status, plan.objective, plan.cycles) == ("optimal", (5,), [("N1", "S1", "H1")])


def test_a_cycle_is_never_longer_than_allowed():
    plan = solve_cycles(pool_document(["N1", "S1", "H1"], RING, max_cycle=2))
    assert (plan.objective, plan.cycles) == ((2,), [("N1", "S1")])


def test_a_chain_begins_with_who_asks_for_nothing_and_its_last_offer_gives_nobody():
    plan = solve_cycles(pool_document(["+I1", "N1", "S1"], [("I1", "N1", 1), ("N1", "S1", 1)]))
    assert plan.chains == [("I1", "N1", "S1")]
    assert plan.go == ("captive of I1", "captive of N1")


def test_a_chain_is_never_longer_than_allowed():
    arcs = [("I1", "N1", 1), ("N1", "S1", 1)]
    assert solve_cycles(pool_document(["+I1", "N1", "S1"], arcs, max_chain=1)).objective == (1,)
    assert solve_cycles(pool_document(["+I1", "N1", "S1"], arcs, max_chain=0)).objective == (0,)


def test_no_offers_are_an_empty_plan():
    plan = solve_cycles(pool_document([], []))
    assert (plan.status, plan.objective, plan.go) == ("optimal", (0,), ())


def test_where_prices_do_not_meet_the_plan_an_integer_program_decides():
    plan = solve_cycles(pool_document([f"N{n}" for n in range(5)], ODD_RING, max_cycle=2))
    assert (plan.status, plan.objective) == ("optimal", (4,))
    assert plan.extra["proof"]["by"] == "prices and an integer program"  # prices alone allow 5
    uneven = [(u, v, 3 if (u, v) == ("N0", "N1") else 1) for u, v, _w in ODD_RING]
    plan = solve_cycles(pool_document([f"N{n}" for n in range(5)], uneven, max_cycle=2))
    assert (plan.status, plan.objective) == ("optimal", (6,))


def test_too_many_columns_to_hold_give_a_bound_and_no_claim(monkeypatch):
    # A pool where the dive alone does not end; nothing may then be called optimal that is not.
    monkeypatch.setattr(complete, "MOST_WALKS", 1)
    monkeypatch.setattr(solving, "dive", lambda _generator, _root, _bound: Deal())
    found = solve_pool(read_pool(pool_document(["N1", "S1", "H1"], RING)))
    assert found.value <= 5 <= found.bound


def test_when_time_is_up_the_plan_so_far_comes_with_its_bound():
    document = random_pool(7, most=9)
    found = solve_pool(read_pool(document), Deadline(0.0))
    best = best_by_trying_all(document)
    assert found.value <= best <= found.bound


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6))
def test_every_small_pool_is_solved_as_well_as_by_trying_all_deals(seed):
    document = random_pool(seed)
    plan = solve_cycles(document)
    assert plan.status == "optimal"
    assert plan.objective == (best_by_trying_all(document),)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_an_empty_deal_in_hand_is_improved_to_the_optimum(seed):
    document = random_pool(seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solving, "dive", lambda _generator, _root, _bound: Deal())
        found = solve_pool(read_pool(document))
    assert found.proven
    assert found.value == best_by_trying_all(document)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_a_loss_named_for_an_offer_left_out_is_never_too_large(seed):
    document = random_pool(seed, most=7)
    plan = solve_cycles(document)
    for offer, reason in plan.why.items():
        with_it = best_by_trying_all(document, taking_in=offer)
        if reason.code == "chosen":
            assert with_it == plan.objective[0]
        elif named := re.search(r"at least (\d+) less", reason.because):
            assert with_it is None or plan.objective[0] - with_it >= int(named[1])
        elif "passes it" in reason.because or "no offer wants" in reason.because:
            assert with_it is None


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6))
def test_what_is_written_is_read_back_the_same(seed):
    plan = solve_cycles(random_pool(seed))
    assert parse_plan(json.loads(plan.packed())) == plan


def test_a_deal_that_breaks_a_rule_is_caught():
    pool = read_pool(pool_document(["+I1", "N1", "S1", "H1"], [*RING, ("I1", "N1", 1)]))
    for deal in (
        Deal(cycles=((1, 2), (1, 2, 3))),
        Deal(cycles=((0, 1),)),
        Deal(cycles=((1, 3),)),
        Deal(chains=((1, 2),)),
        Deal(chains=((0, 2),)),
    ):
        with pytest.raises(SolverFault):
            worth_of(pool, deal)


def test_the_plan_is_the_same_byte_for_byte_on_any_number_of_threads():
    program = (
        "import sys; from tests.planning.cycles.offers import random_pool;"
        "from repatria.planning.cycles import solve_cycles;"
        "sys.stdout.buffer.write(solve_cycles(random_pool(11, most=60)).packed())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"OMP_NUM_THREADS": threads, "PYTHONHASHSEED": threads},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            check=True,
        ).stdout
        for threads in ("1", "2", "7")
    }
    assert len(outputs) == 1


@pytest.mark.shared
def test_every_shared_instance_is_solved_to_the_value_of_its_key(shared):
    folder = shared / "data" / "planning"
    names = [*folder.glob("d-cycles*.json*"), *folder.glob("preflib/*.json.gz")]
    instances = [name for name in sorted(names) if ".key." not in name.name]
    assert len(instances) >= 20
    for instance in instances:
        key = json.loads(instance.with_name(instance.name.partition(".")[0] + ".key.json").read_text())
        found = solve_pool(read_pool(load_document(instance)))
        assert found.proven, instance.name
        assert [found.value] == key["objective"], instance.name
