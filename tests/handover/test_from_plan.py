from collections import Counter
from datetime import date

import pytest

from repatria.handover import (
    Counted,
    Head,
    Identity,
    Party,
    balance,
    bus_lists,
    departure_lists,
    manifest_from_plan,
)
from repatria.handover.errors import BadManifest
from repatria.planning import Plan, parse_instance
from repatria.planning.staging import solve_staging
from tests.planning.staging.timetables import head_count, person, random_document, staging_document

PARTIES = {"N": Party("NTH", "North"), "S": Party("STH", "South")}


def head(days=1, **more):
    return Head(
        "manifest-1", "exchange-1", "agreement-1", PARTIES, [date(2026, 2, 5 + n) for n in range(days)], **more
    )


def people():
    north = [person(f"N{n}", site=f"N{n % 2 + 1}") for n in range(6)]
    return [*north, *(person(f"S{n}") for n in range(5)), person("S9", health="grave")]


def lanes(per_day):
    return [{"from": one, "to": other, "per_day": per_day} for one, other in ("NS", "SN")]


def planned(per_day, days):
    rules = [head_count(1)]
    instance = parse_instance(staging_document(people(), days, imbalance=rules, lanes=lanes(per_day)))
    return solve_staging(instance), instance


def test_everybody_of_the_plan_has_one_line_on_his_day():
    plan, instance = planned(per_day=3, days=4)
    made = manifest_from_plan(plan, instance, head(4))
    assert {line.captive for line in made.lines} == set(plan.go)
    assert [line.number for line in made.lines] == list(range(1, 13))
    used = sorted(set(plan.days.values()))
    assert all(used.index(plan.days[line.captive]) + 1 == line.stage for line in made.lines)


def test_the_bound_of_the_plan_is_the_bound_of_the_day():
    plan, instance = planned(per_day=3, days=4)
    made = manifest_from_plan(plan, instance, head(4))
    assert [(bound.id, bound.most) for bound in made.bounds] == [("I1", 1)]
    assert all(one.holds for one in balance(made))
    assert {line.counts for line in made.lines if line.counted is Counted.FORMULA} == {(1,), (-1,)}


def test_the_owed_stand_outside_the_ratio_and_go_by_ambulance():
    plan, instance = planned(per_day=9, days=1)
    owed = [line for line in manifest_from_plan(plan, instance, head()).lines if line.counted is Counted.OWED]
    assert [(line.captive, line.counts, line.bus) for line in owed] == [("S9", (0,), "STH-1A1")]


def test_who_by_agreement_stands_apart_counts_in_no_bound():
    plan, instance = planned(per_day=9, days=1)
    made = manifest_from_plan(plan, instance, head(separate={"N0"}))
    assert next(line for line in made.lines if line.captive == "N0").counted is Counted.SEPARATE


def test_a_plan_without_stages_is_one_stage_with_the_bound_the_head_names():
    plan, instance = planned(per_day=9, days=1)
    plain = Plan("invented", "optimal", plan.go)
    made = manifest_from_plan(plain, instance, head(ahead=5))
    assert {line.stage for line in made.lines} == {1}
    assert [bound.most for bound in made.bounds] == [1]  # the instance's own rule is the stronger


def test_buses_are_filled_seat_by_seat_and_brothers_sit_together():
    plan, instance = planned(per_day=9, days=1)
    made = manifest_from_plan(plan, instance, head(seats=4))
    lists = bus_lists(made)
    assert [len(one.lines) for one in lists if one.holder == "NTH"] == [4, 2]
    assert all([line.seat for line in one.lines] == list(range(1, len(one.lines) + 1)) for one in lists)


def test_each_site_has_its_complete_departure_list():
    plan, instance = planned(per_day=9, days=1)
    lists = departure_lists(manifest_from_plan(plan, instance, head()))
    assert Counter({one.site: len(one.lines) for one in lists}) == {"N1": 3, "N2": 3, "S1": 6}
    assert sum(len(one.lines) for one in lists) == 12


def test_names_and_receipts_go_into_what_is_hashed():
    plan, instance = planned(per_day=9, days=1)
    plain = manifest_from_plan(plan, instance, head())
    named = manifest_from_plan(plan, instance, head(), {"N0": Identity(("Іван",), "1990", ("R-1",))})
    assert named.sha256 != plain.sha256
    assert next(line for line in named.lines if line.captive == "N0").effects == ("R-1",)


def test_the_reserve_is_numbered_behind_and_has_no_seat():
    document = staging_document(people()) | {"kind": "selection"}
    del document["staging"]
    instance = parse_instance(document)
    made = manifest_from_plan(Plan("x", "optimal", ("N0", "S0")), instance, head(reserve=["N3", "N1"], ahead=1))
    assert [(bound.id, bound.most) for bound in made.bounds] == [("lead", 1)]
    assert [line.counts for line in made.lines] == [(1,), (-1,)]
    assert [(line.captive, line.number, line.bus) for line in made.reserve] == [("N3", 3, ""), ("N1", 4, "")]


def test_more_stages_than_days_is_refused():
    plan, instance = planned(per_day=3, days=4)
    with pytest.raises(BadManifest):
        manifest_from_plan(plan, instance, head(1))


def test_somebody_the_instance_does_not_know_is_refused():
    _plan, instance = planned(per_day=9, days=1)
    with pytest.raises(BadManifest):
        manifest_from_plan(Plan("x", "optimal", ("nobody",)), instance, head())


@pytest.mark.parametrize("seed", range(40))
def test_whatever_the_plan_says_the_manifest_keeps(seed):
    instance = parse_instance(random_document(seed))
    plan = solve_staging(instance)
    if not plan.go or any(_to_itself(instance, who) for who in plan.go):
        return
    made = manifest_from_plan(plan, instance, head(3))
    assert {line.captive for line in made.lines} == set(plan.go)
    assert all(one.holds for one in balance(made))


def _to_itself(instance, who):
    captives = instance.captives
    row = captives.position[who]
    return captives.coded("holder")[row] == captives.coded("dest")[row]
