"""One and the same result for every order; nobody twice, nobody lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from repatria.handover import changes_of
from tests.handover.little_world import ACTS, LINES, World, other_orders, problems, result, two_hubs

acts = st.tuples(st.integers(0, len(ACTS) - 1), st.integers(0, 3), st.integers(0, LINES - 1))
days = st.lists(acts, max_size=40)
full_days = st.lists(acts, min_size=15, max_size=60)


def check(day, seed):
    world = World(seed).live(day)
    assert problems(world) == []
    told = result(world.hub.ledger)
    world.hub.restart()
    assert result(world.hub.ledger) == told
    for other in other_orders(world, 2):
        assert result(other) == told
    assert result(two_hubs(world)) == told


@given(days, st.integers(0, 2**32))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_random_day_has_one_result(day, seed):
    check(day, seed)


@pytest.mark.slow
@given(full_days, st.integers(0, 2**32))
@settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_ten_thousand_random_days_have_one_result_each(day, seed):
    check(day, seed)


def test_the_world_is_one_in_which_things_go_wrong():
    """A world without disagreements, strangers, decisions and gaps would prove nothing."""
    seen: set[str] = set()
    for seed in range(60):
        world = World(seed)
        day = [tuple(world.chance.randrange(100) for _ in range(3)) for _ in range(60)]
        world.live(day)
        seen |= {standing.outcome.value for standing in world.hub.ledger.everybody()}
        seen |= {event.kind.value for event in world.events()}
        for change in changes_of(world.hub.ledger):
            seen.add("steps in" if change.instead else "pauses" if change.pauses else "shrinks")
    assert {
        "disputed",
        "received",
        "pending",
        "repeat",
        "does_not_travel",
        "absent",
        "resolved",
        "replaced",
    } <= seen
    assert {"same_person", "not_on_list", "withdrawn", "stop", "go_on"} <= seen
    assert {"steps in", "pauses", "shrinks"} <= seen
