"""Selection: proven, against enumeration of every subset, and the law above all terms."""

import pytest

from repatria.planning import Wishes, check_proof, parse_instance, solve
from repatria.planning.compile_aims import compile_aim
from repatria.planning.compile_terms import compile_terms
from repatria.planning.deadline import Deadline
from repatria.planning.errors import BadPlan, NoPlanInTime
from repatria.planning.levels import Climb
from repatria.planning.selection import select
from repatria.planning.verify import Checker
from tests.planning.worlds import best_by_enumeration, captive, one_for_one, random_world, world


@pytest.mark.parametrize("seed", range(150))
def test_the_plan_is_as_good_as_the_best_of_all_subsets(seed: int) -> None:
    instance = parse_instance(random_world(seed))
    best = best_by_enumeration(instance)
    outcome = select(instance, Checker(instance))
    assert (outcome.go is None) == (best is None)
    if best is not None:
        assert outcome.proven
        assert outcome.objective == best


def test_the_owed_go_and_are_counted_in_nothing() -> None:
    document = world([captive("N-1", health="grave"), captive("N-2"), captive("S-1")], [one_for_one()])
    plan = solve(document)
    assert plan.go == ("N-1", "N-2", "S-1")
    assert plan.objective == (2,)


def test_who_refuses_stays_even_when_owed() -> None:
    document = world([captive("N-1", health="grave", consent="no"), captive("N-2", consent="no")])
    assert solve(document).go == ()


def test_who_was_not_asked_yet_is_listed() -> None:
    plan = solve(world([captive("N-1", consent="unknown"), captive("N-2")]))
    assert plan.needs_consent == ("N-1",)


def test_of_those_treated_alike_the_longest_held_go_first_then_the_oldest_then_by_id() -> None:
    captives = [
        captive("N-4", days=300, age=20),
        captive("N-3", days=300, age=50),
        captive("N-2", days=100),
        captive("N-1", days=300, age=20),
    ]
    most = {"id": "most", "type": "count", "select": {}, "max": 2}
    assert solve(world(captives, [most])).go == ("N-3", "N-1")


def test_an_empty_list_has_an_empty_plan() -> None:
    assert solve(world([])).go == ()


def test_persons_with_equal_columns_are_one_type() -> None:
    instance = parse_instance(world([captive(f"N-{n}") for n in range(50)] + [captive("S-1")], [one_for_one()]))
    climb = Climb(instance, compile_terms(instance), Deadline(None)).to_the_top()
    assert climb.model is not None
    assert sorted(climb.model.types.count.tolist()) == [1, 50]


def test_a_group_that_stays_together_is_one_unit() -> None:
    captives = [captive("N-1", group="family"), captive("N-2", group="family"), captive("N-3")]
    terms = [
        {"id": "together", "type": "together", "groups": "all"},
        {"id": "most", "type": "count", "select": {}, "max": 1},
    ]
    assert solve(world(captives, terms)).go == ("N-3",)


@pytest.mark.parametrize("threads", [1, 4])
def test_the_same_input_gives_the_same_bytes_whatever_the_threads(threads: int) -> None:
    document = random_world(11)
    wishes = Wishes(
        threads=threads, why=True, term_costs=True, counterfactuals=[row[0] for row in document["captives"]]
    )
    assert solve(document, wishes).packed() == solve(document, Wishes(**{**_fields(wishes), "threads": 2})).packed()


def _fields(wishes: Wishes) -> dict[str, object]:
    return {name: getattr(wishes, name) for name in Wishes.__dataclass_fields__}


def test_without_time_there_is_no_plan_rather_than_an_unproven_claim() -> None:
    instance = parse_instance(world([captive("N-1"), captive("S-1")], [one_for_one()]))
    with pytest.raises(NoPlanInTime):
        select(instance, Checker(instance), deadline=Deadline(0.0))


class _Sudden(Deadline):
    """A deadline that comes after a number of looks at the clock."""

    def __init__(self, looks: int) -> None:
        super().__init__(None)
        self.looks = looks

    @property
    def over(self) -> bool:
        self.looks -= 1
        return self.looks < 0


def test_when_time_runs_out_the_best_plan_so_far_comes_with_a_bound_that_holds() -> None:
    captives = [captive(f"{side}-{n}", days=50 + 100 * n) for side in "NS" for n in range(6)]
    aims = [{"type": "count"}, {"type": "longest_held", "bucket_days": 200, "buckets": 3}, {"type": "transport"}]
    terms = [one_for_one(), {"id": "most", "type": "count", "select": {}, "max": 6}]
    instance = parse_instance(world(captives, terms, aims))
    best = select(instance, Checker(instance))
    cut = select(instance, Checker(instance), deadline=_Sudden(2))
    assert not cut.proven
    assert cut.plan(instance, Checker(instance)).status == "feasible"
    assert len(cut.bound) == len(best.objective)
    assert cut.bound[:-1] >= best.objective[:-1]
    assert cut.bound[-1] <= best.objective[-1]


@pytest.mark.parametrize("seed", range(0, 150, 3))
def test_a_proof_by_multipliers_survives_a_check_person_by_person(seed: int) -> None:
    instance = parse_instance(random_world(seed))
    plan = solve(random_world(seed))
    if plan.objective:
        checked = check_proof(instance, plan.objective, plan.extra["proof"])
        assert len(checked.proven) + len(checked.on_trust) == len(plan.objective)


def test_a_proof_of_a_better_value_than_is_possible_is_refused() -> None:
    document = world([captive("N-1"), captive("S-1"), captive("S-2")], [one_for_one()])
    plan = solve(document)
    assert plan.objective == (2,)
    with pytest.raises(BadPlan):
        check_proof(parse_instance(document), [1], plan.extra["proof"])


def test_every_value_of_the_objective_has_a_level() -> None:
    instance = parse_instance(random_world(5))
    program = compile_terms(instance)
    levels = [level for aim in range(len(instance.aims)) for level in compile_aim(aim, instance, program)]
    assert len(levels) == len(Checker(instance).objective(()))
