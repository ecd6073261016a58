"""The desk's questions, each against enumeration of every subset."""

from itertools import combinations

import pytest

from repatria.planning import parse_instance, solve
from repatria.planning.alternatives import alternatives
from repatria.planning.errors import BadQuestion, NoSuchPerson
from repatria.planning.pareto import front
from repatria.planning.questions import Desk, changed, replan_without
from repatria.planning.reasons import reasons
from repatria.planning.selection import Outcome, select
from repatria.planning.selectors import Selector
from repatria.planning.terms import Exclude, Include
from repatria.planning.verify import Checker
from tests.planning.worlds import best_by_enumeration, captive, one_for_one, random_world, world

SOLVABLE = [seed for seed in range(60) if best_by_enumeration(parse_instance(random_world(seed, 6))) is not None][
    :25
]


def desk(seed: int) -> Desk:
    instance = parse_instance(random_world(seed, 6))
    checker = Checker(instance)
    return Desk(instance, checker, select(instance, checker))


@pytest.mark.parametrize("seed", SOLVABLE)
def test_a_counterfactual_is_the_best_of_all_subsets_so_forced(seed: int) -> None:
    asked = desk(seed)
    for found in asked.counterfactuals(asked.instance.captives.ids):
        only = Selector(ids=frozenset({found.id}))
        forced = Include("X", "North", "", only) if found.go else Exclude("X", "North", "", only)
        assert found.objective == best_by_enumeration(asked.instance.with_terms([*asked.instance.terms, forced]))


@pytest.mark.parametrize("seed", SOLVABLE)
def test_a_term_costs_what_the_optimum_without_it_says(seed: int) -> None:
    asked = desk(seed)
    for cost in asked.term_costs():
        others = [term for term in asked.instance.terms if term.id != cost.term]
        assert cost.objective == best_by_enumeration(asked.instance.with_terms(others))


@pytest.mark.parametrize("seed", SOLVABLE)
def test_the_front_is_complete_and_nothing_on_it_is_beaten(seed: int) -> None:
    instance = parse_instance(random_world(seed, 6))
    checker = Checker(instance)
    captives = instance.captives
    owed = [who for who, is_owed in zip(captives.ids, captives.owed, strict=True) if is_owed]
    free = [who for who, is_free in zip(captives.ids, captives.free, strict=True) if is_free]
    nets = {
        tuple(checker.nets((*owed, *some)).values())
        for size in range(len(free) + 1)
        for some in combinations(free, size)
        if not checker.faults((*owed, *some))
    }
    unbeaten = {a for a in nets if not any(b != a and all(y >= x for x, y in zip(a, b, strict=True)) for b in nets)}
    found = front(instance, checker)
    assert found.complete
    assert sorted(tuple(point.net.values()) for point in found.points) == sorted(unbeaten)
    assert min(found.points[found.suggested or 0].net.values()) == max(map(min, unbeaten))


def test_the_front_of_three_parties_is_complete() -> None:
    document = world([captive("N-1"), captive("N-2"), captive("S-1")], aims=[])
    document["parties"].append({"id": "Hala", "name": "Hala"})
    document["terms"] = [{"id": "one", "type": "count", "select": {}, "max": 1, "min": 1}]
    document["values"] = [["N-1", "North", 1], ["N-2", "South", 1], ["S-1", "Hala", 1]]
    instance = parse_instance(document)
    found = front(instance, Checker(instance))
    assert found.complete
    assert sorted(tuple(point.net.values()) for point in found.points) == [(0, 0, 1), (0, 1, 0), (1, 0, 0)]


def north_against_south() -> tuple[Checker, Outcome]:
    people = [captive(f"{side}-{n}", days=100 * n) for side in "NS" for n in range(1, 6)]
    most = {"id": "most", "type": "count", "select": {}, "max": 4}
    aims = [{"type": "count"}, {"type": "days"}]
    instance = parse_instance(world(people, [one_for_one(), most], aims))
    checker = Checker(instance)
    return checker, select(instance, checker)


def test_alternatives_keep_the_first_values_and_differ_as_much_as_can_be() -> None:
    checker, outcome = north_against_south()
    one, *_rest = alternatives(checker.instance, checker, outcome, 1, kept=1)
    assert one.objective[0] == outcome.objective[0] == 4
    assert one.apart == len(set(one.go) ^ set(outcome.go or ())) == 8


def test_where_every_aim_is_kept_and_the_plan_is_unique_there_is_no_alternative() -> None:
    checker, outcome = north_against_south()
    assert alternatives(checker.instance, checker, outcome, 3, kept=2) == []


def test_a_refusal_changes_as_little_as_can_be() -> None:
    checker, outcome = north_against_south()
    assert outcome.go == ("N-4", "N-5", "S-4", "S-5")
    _instance, _checker, new = replan_without(checker.instance, outcome.go, ["N-5"])
    assert new.go == ("N-3", "N-4", "S-4", "S-5")


def test_what_swapping_one_person_means_is_said_with_who_changes() -> None:
    checker, outcome = north_against_south()
    swap = Desk(checker.instance, checker, outcome).swap("N-1")
    assert swap.go
    assert swap.joins == ("N-1",)
    assert swap.leaves == ("N-4",)
    assert swap.loss is not None
    assert (swap.loss.before, swap.loss.after) == (1800, 1500)


def test_asking_about_a_stranger_is_refused() -> None:
    checker, outcome = north_against_south()
    with pytest.raises(NoSuchPerson):
        Desk(checker.instance, checker, outcome).swap("N-99")
    with pytest.raises(NoSuchPerson):
        replan_without(checker.instance, (), ["N-99"])


def test_what_if_changes_one_number_and_leaves_the_document_alone() -> None:
    document = world([captive("N-1"), captive("N-2")], [{"id": "T1", "type": "count", "select": {}, "max": 1}])
    assert solve(changed(document, "T1.max=2")).objective == (2,)
    assert solve(changed(document, "T1.max=none")).objective == (2,)
    assert solve(document).objective == (1,)


@pytest.mark.parametrize("text", ["T1", "T1.max", "max=3", "T9.max=3", ".max=3"])
def test_a_change_that_cannot_be_read_is_refused(text: str) -> None:
    document = world([captive("N-1")], [{"id": "T1", "type": "count", "select": {}, "max": 1}])
    with pytest.raises(BadQuestion):
        changed(document, text)


@pytest.mark.parametrize("seed", SOLVABLE)
def test_everybody_has_a_reason_and_its_code_is_true(seed: int) -> None:
    asked = desk(seed)
    why = reasons(asked.instance, asked.outcome)
    assert list(why) == list(asked.instance.captives.ids)
    going = set(asked.outcome.go or ())
    for who, reason in why.items():
        person = asked.checker.people[who]
        assert reason.because
        assert (reason.code == "owed") == person["owed"]
        assert (reason.code == "refused") == (person["consent"] == "no")
        assert (reason.code in ("owed", "chosen", "included")) == (who in going)


@pytest.mark.parametrize("seed", SOLVABLE)
def test_a_sentence_that_names_a_cost_or_a_tie_is_confirmed_by_the_counterfactual(seed: int) -> None:
    asked = desk(seed)
    for who, reason in reasons(asked.instance, asked.outcome).items():
        if "would cost the aim" in reason.because:
            assert asked.swap(who).objective != asked.outcome.objective
        if "would cost no aim anything" in reason.because:
            assert asked.swap(who).objective == asked.outcome.objective
