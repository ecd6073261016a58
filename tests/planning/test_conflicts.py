"""Conflicting terms: every smallest set, in words, and the least change that helps."""

from itertools import combinations

import pytest

from repatria.planning import parse_instance, solve
from repatria.planning.conflicts import find_conflicts, with_number
from repatria.planning.verify import Checker
from tests.planning.worlds import Document, best_by_enumeration, captive, random_world, world

RANDOM = [seed for seed in range(150) if best_by_enumeration(parse_instance(random_world(seed, 6))) is None][:25]


def at_least(name: str, n: int, **select: str) -> Document:
    return {"id": name, "type": "count", "select": select, "min": n}


def at_most(name: str, n: int, **select: str) -> Document:
    return {"id": name, "type": "count", "select": select, "max": n}


def conflicts_of(document: Document):  # type: ignore[no-untyped-def]
    instance = parse_instance(document)
    return find_conflicts(instance, Checker(instance))


@pytest.mark.parametrize("seed", RANDOM)
def test_all_smallest_sets_are_found_and_no_other(seed: int) -> None:
    instance = parse_instance(random_world(seed, 6))
    smallest: list[frozenset[str]] = []
    for size in range(len(instance.terms) + 1):
        for some in combinations(instance.terms, size):
            names = frozenset(term.id for term in some)
            if (
                not any(known <= names for known in smallest)
                and best_by_enumeration(instance.with_terms(some)) is None
            ):
                smallest.append(names)
    found = find_conflicts(instance, Checker(instance))
    assert found.complete
    assert sorted(sorted(one.terms) for one in found.sets) == sorted(map(sorted, smallest))


def test_terms_outside_the_conflict_are_not_blamed() -> None:
    people = [captive("N-1"), captive("N-2")]
    found = conflicts_of(world(people, [at_most("T1", 1), at_least("T2", 2), at_most("T3", 9)]))
    assert [one.terms for one in found.sets] == [("T1", "T2")]


def test_the_least_change_of_one_number_is_named() -> None:
    people = [captive(f"N-{n}") for n in range(9)]
    found = conflicts_of(world(people, [at_most("T1", 2), at_least("T2", 5)]))
    assert [(cure.term, cure.field, cure.before, cure.after) for cure in found.cures] == [
        ("T1", "max", 2, 5),
        ("T2", "min", 5, 2),
    ]


@pytest.mark.parametrize("seed", RANDOM)
def test_a_cure_cures_and_one_step_less_does_not(seed: int) -> None:
    instance = parse_instance(random_world(seed, 6))
    for cure in find_conflicts(instance, Checker(instance)).cures:
        step = 1 if cure.after > cure.before else -1
        for value, helps in ((cure.after, True), (cure.after - step, False)):
            terms = [with_number(t, cure.field, value) if t.id == cure.term else t for t in instance.terms]
            assert (best_by_enumeration(instance.with_terms(terms)) is not None) is helps


def test_holding_back_somebody_who_is_owed_is_called_unlawful() -> None:
    term = {"id": "T1", "type": "exclude", "select": {"ids": ["N-1"]}}
    found = conflicts_of(world([captive("N-1", health="grave")], [term]))
    assert found.sets[0].unlawful
    assert "GC III 109" in found.sets[0].words


def test_sending_somebody_who_refuses_is_no_unlawful_exclusion_but_impossible() -> None:
    term = {"id": "T1", "type": "include", "select": {"ids": ["N-1"]}}
    found = conflicts_of(world([captive("N-1", consent="no")], [term]))
    assert not found.sets[0].unlawful
    assert "against" in found.sets[0].words


def test_include_and_exclude_of_one_person_conflict() -> None:
    terms = [
        {"id": "in", "type": "include", "select": {"ids": ["N-1"]}},
        {"id": "out", "type": "exclude", "select": {"ids": ["N-1"]}},
    ]
    plan = solve(world([captive("N-1")], terms))
    assert plan.status == "infeasible"
    assert plan.conflict == ("in", "out")
