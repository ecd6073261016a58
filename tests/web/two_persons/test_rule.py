"""Two people, or nothing happens."""

from collections.abc import Iterator

import pytest

from repatria.web.policy import Role
from repatria.web.two_persons import rule
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import NotSettled, Weighty
from tests.web.cast import Cast


@pytest.fixture
def done() -> Iterator[list[Act]]:
    happened: list[Act] = []
    rule.register(Weighty("test.release", frozenset({Role.DELEGATION}), "Release", happened.append))
    yield happened
    del rule.KINDS["test.release"]


def proposed(cast: Cast, who: str = "north") -> Act:
    return rule.propose(rule.KINDS["test.release"], cast[who], "list-1")


def test_a_proposal_alone_does_nothing(cast: Cast, done: list[Act]) -> None:
    proposed(cast)
    assert done == []


def test_the_second_person_makes_it_happen(cast: Cast, done: list[Act]) -> None:
    act = rule.confirm(proposed(cast).pk, cast["north2"])
    assert done == [act]
    assert (act.proposed_by, act.settled_by) == (cast["north"], cast["north2"])


@pytest.mark.parametrize("who", ["north", "south", "north_bureau", "hala", "noor", "admin"])
def test_nobody_else_can_confirm(cast: Cast, done: list[Act], who: str) -> None:
    with pytest.raises(NotSettled):
        rule.confirm(proposed(cast).pk, cast[who])
    assert done == []


def test_it_happens_once(cast: Cast, done: list[Act]) -> None:
    act = proposed(cast)
    rule.confirm(act.pk, cast["north2"])
    with pytest.raises(NotSettled):
        rule.confirm(act.pk, cast["north2"])
    assert len(done) == 1


def test_the_same_thing_is_not_proposed_twice(cast: Cast, done: list[Act]) -> None:
    proposed(cast)
    with pytest.raises(NotSettled):
        proposed(cast, "north2")


def test_a_refusal_is_kept_and_it_can_be_proposed_anew(cast: Cast, done: list[Act]) -> None:
    act = rule.refuse(proposed(cast).pk, cast["north2"])
    assert act.state == Act.State.REFUSED
    proposed(cast)
    assert Act.objects.count() == 2


def test_an_effect_that_fails_leaves_the_act_open(cast: Cast) -> None:
    def fail(act: Act) -> None:
        raise NotSettled("not now")

    kind = rule.register(Weighty("test.fails", frozenset({Role.DELEGATION}), "Fails", fail))
    act = rule.propose(kind, cast["north"], "x")
    with pytest.raises(NotSettled):
        rule.confirm(act.pk, cast["north2"])
    assert Act.objects.get(pk=act.pk).state == Act.State.PROPOSED
    del rule.KINDS["test.fails"]
