import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repatria.planning.errors import NoPlanInTime
from repatria.planning.instance import parse_instance, read_instance
from repatria.planning.staging import joint, solve, solve_staging
from repatria.planning.staging.check import faults
from tests.planning.staging.timetables import (
    COLUMNS,
    best_by_trying_all,
    head_count,
    keeps_staging,
    person,
    random_document,
    staging_document,
)


def solved(document):
    return solve_staging(parse_instance(document))


def test_a_lane_carries_no_more_in_a_day_than_it_takes():
    plan = solved(staging_document([person(f"N{n}") for n in range(5)], per_day=2))
    assert sorted(plan.days.values()) == [1, 1, 2, 2, 3]
    assert plan.objective == (0, 9)


def test_the_owed_go_first_and_count_in_no_balance():
    people = [person("N1"), person("N2", health="grave"), person("S1")]
    plan = solved(staging_document(people, per_day=1, imbalance=[head_count(0)]))
    assert plan.days["N2"] == 1
    assert plan.days["N1"] == plan.days["S1"] == 2


def test_neither_side_is_ever_further_ahead_than_the_bound():
    people = [person(f"N{n}") for n in range(3)] + [person(f"S{n}") for n in range(3)]
    lanes = [{"from": "N", "to": "S", "per_day": 3}, {"from": "S", "to": "N", "per_day": 1}]
    plan = solved(staging_document(people, lanes=lanes, imbalance=[head_count(1)]))
    assert plan.status == "optimal"
    (lead,) = plan.extra["leads"]
    assert (lead["size"], lead["limit"], lead["ahead"]) == (1, 1, "left")
    assert lead["because"] == "I1: largest lead 1 (limit 1), after day 1: the first side has given more"


def test_a_group_travels_on_one_day_even_if_others_go_sooner():
    people = [person("N1", group="G"), person("N2", group="G"), person("N3", health="grave")]
    plan = solved(staging_document(people, per_day=2, same_day_groups=True))
    assert plan.days == {"N1": 2, "N2": 2, "N3": 1}


def test_nobody_goes_before_a_person_held_longer_at_the_same_site():
    people = [person("N1", days=10), person("N2", days=400), person("N3", days=90)]
    plan = solved(staging_document(people, per_day=1, order="longest_held"))
    assert plan.days == {"N2": 1, "N3": 2, "N1": 3}


def test_the_order_holds_where_a_balance_would_rather_have_it_otherwise():
    # Civilians go one for one. South's only one goes on day 1; but at North's site a soldier was held longer.
    civilian = {"category": "civilian"}
    people = [person("N1", days=300), person("N2", days=200, **civilian), person("S1", **civilian)]
    rule = head_count(0, {"holder": "N", **civilian}, {"holder": "S", **civilian})
    plan = solved(staging_document(people, per_day=1, imbalance=[rule], order="longest_held"))
    assert plan.days == {"N1": 1, "N2": 2, "S1": 2}


def test_staging_that_cannot_be_names_no_term():
    plan = solved(staging_document([person("N1"), person("N2")], days=1, per_day=1))
    assert (plan.status, plan.conflict) == ("infeasible", ())


def test_a_lane_that_is_not_listed_carries_nobody():
    plan = solved(staging_document([person("N1")], lanes=[]))
    assert (plan.status, plan.conflict) == ("infeasible", ())


def test_a_term_that_everybodys_going_breaks_is_named():
    terms = [{"id": "T1", "type": "count", "by": "N", "text": "one at most", "select": {}, "max": 1}]
    plan = solved(staging_document([person("N1"), person("N2")], terms=terms))
    assert (plan.status, plan.conflict) == ("infeasible", ("T1",))


def test_terms_that_only_the_timetable_forbids_are_named():
    terms = [
        {"id": "T1", "type": "count", "by": "S", "text": "two at least", "select": {}, "min": 2},
        {"id": "T2", "type": "count", "by": "N", "text": "at most nine", "select": {}, "max": 9},
    ]
    document = staging_document([person("N1"), person("N2")], days=1, per_day=1, terms=terms, kind="selection")
    plan = solved(document)
    assert (plan.status, plan.conflict) == ("infeasible", ("T1",))


def test_nobody_to_stage_is_an_empty_timetable():
    plan = solved(staging_document([]))
    assert (plan.status, plan.objective, plan.days) == ("optimal", (0, 0), {})


def test_a_refusal_is_kept_and_the_unasked_are_listed():
    plan = solved(staging_document([person("N1", consent="no"), person("N2", consent="unknown")]))
    assert (plan.go, plan.needs_consent) == (("N2",), ("N2",))


def test_everybody_is_told_why_that_day():
    people = [
        person("N1", health="grave"),
        person("N2", group="G"),
        person("N3"),
        person("N4", consent="no"),
    ]
    document = staging_document(people, per_day=1, same_day_groups=True, order="longest_held")
    why = solve_staging(parse_instance(document), why=True).why
    assert [why[name].code for name in ("N1", "N2", "N3", "N4")] == ["owed", "chosen", "chosen", "refused"]
    assert why["N1"].because == "owed, regardless of number or rank (GC III 109); goes on day 1"
    assert why["N2"].because.endswith("with the group")
    assert why["N3"].because.endswith("everyone held longer at the same site goes on that day or before")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.booleans())
def test_when_time_is_up_there_is_no_plan_or_one_with_a_bound_that_holds(seed, selection):
    document = random_document(seed, selection)
    best = best_by_trying_all(document)
    try:
        plan = solve_staging(parse_instance(document), time_limit=0.0)
    except NoPlanInTime:
        return
    if best is None:
        assert plan.status == "infeasible"
        return
    aims_are_larger_better = [-1, -1, 1, 1, 1] if selection else [1, 1]
    known = plan.bound if plan.status == "feasible" else plan.objective

    def key(values):
        return [sign * value for sign, value in zip(aims_are_larger_better, values, strict=True)]

    assert key(known) <= key(best) <= key(plan.objective)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6))
def test_every_small_staging_is_as_good_as_by_trying_all_timetables(seed):
    compare(random_document(seed))


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 10**6))
def test_every_small_selection_with_days_is_as_good_as_by_trying_all(seed):
    compare(random_document(seed, selection=True))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.booleans())
def test_the_exact_model_alone_finds_the_same_optimum(seed, selection):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solve, "_repair", lambda *_: None)
        patch.setattr(joint, "stage", lambda *_: solve.IMPOSSIBLE)
        compare(random_document(seed, selection))


def compare(document):
    best = best_by_trying_all(document)
    plan = solved(document)
    if best is None:
        assert plan.status == "infeasible"
        if plan.conflict:
            check_minimal(document, plan.conflict)
        return
    assert plan.status == "optimal"
    assert plan.objective == best


def check_minimal(document, conflict):
    def possible(names):
        return (
            best_by_trying_all(document | {"terms": [t for t in document["terms"] if t["id"] in names]}) is not None
        )

    assert not possible(conflict)
    assert all(possible(set(conflict) - {name}) for name in conflict)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6), st.randoms(use_true_random=False))
def test_the_check_finds_a_fault_exactly_where_a_rule_is_broken(seed, chance):
    document = random_document(seed)
    people = [dict(zip(COLUMNS, row, strict=True)) for row in document["captives"]]
    going = [(one, chance.randint(1, document["staging"]["days"])) for one in people if one["consent"] != "no"]
    found = faults(parse_instance(document), {one["id"]: day for one, day in going})
    assert bool(found) == (not keeps_staging(document, going))


@pytest.mark.shared
@pytest.mark.parametrize("name", ["d-staging-100", "d-staging-5000", "d-two-100-staged"])
def test_the_shared_instances_are_solved_to_the_values_of_their_keys(shared, name):
    folder = shared / "data" / "planning"
    (path,) = (one for one in folder.glob(f"{name}.json*"))
    plan = solve_staging(read_instance(path))
    assert plan.status == "optimal"
    assert list(plan.objective) == json.loads((folder / f"{name}.key.json").read_text())["objective"]


def test_a_group_across_sites_finds_its_day_by_swaps():
    # The relaxation may send the two sites on different days; both members of each group must meet on one.
    people = [person(f"N{n}", site=f"N{n % 2 + 1}", group=f"G{n // 2}") for n in range(6)]
    people += [person(f"N{n}", site=f"N{n % 2 + 1}") for n in range(6, 12)]
    document = staging_document(people, days=6, per_day=2, same_day_groups=True, sites={"N1": 2, "N2": 2})
    plan = solved(document)
    assert plan.objective == (0, 2 * sum(range(1, 7)))
    assert plan.extra["proof"]["by"] == "relaxation"
