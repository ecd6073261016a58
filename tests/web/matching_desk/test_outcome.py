"""What decisions come to."""

import pytest

from repatria.web.lists.models import NameList, Repeat, Row
from repatria.web.matching_desk import confirmed
from repatria.web.matching_desk.models import Decision
from repatria.web.matching_desk.outcome import groups, standing
from tests.web.cast import Cast
from tests.web.matching_desk.little_lists import opened

A, B = {"id": "S-1", "surname": "Kovalenko"}, {"id": "S-2", "surname": "Bondar"}
X, Y = {"id": "N-1", "surname": "Kovalenko"}, {"id": "N-2", "surname": "Bondar"}


class World:
    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.sought = opened(cast, "STH", "sought", [A, B])
        self.held = opened(cast, "NTH", "held", [X, Y])

    def row(self, code: str) -> Row:
        return Row.objects.filter(code=code).order_by("list__version").last()

    def decide(self, one: str, other: str, verdict: str, who: str = "hala", blind: bool = False) -> Decision:
        return Decision.objects.create(
            exchange=self.cast.exchange, sought=self.row(one), held=self.row(other), verdict=verdict,
            by=self.cast[who], blind=blind,
        )  # fmt: skip

    def outcome(self) -> dict[str, str]:
        return {one.code: other.code for one, other in confirmed(self.cast.exchange).items()}


@pytest.fixture
def world(cast: Cast) -> World:
    return World(cast)


def test_nothing_is_confirmed_before_a_person_decides(world: World) -> None:
    assert world.outcome() == {}


def test_a_decision_confirms(world: World) -> None:
    world.decide("S-1", "N-1", "same")
    world.decide("S-2", "N-2", "different")
    assert world.outcome() == {"S-1": "N-1"}


def test_what_two_reviewers_disagree_on_is_not_confirmed_until_it_is_settled(world: World) -> None:
    first = world.decide("S-1", "N-1", "same")
    world.decide("S-1", "N-1", "different", "hala2", blind=True)
    assert world.outcome() == {}
    first.undone_by, first.undone_at = world.cast["hala"], world.sought.opened_at
    first.save(update_fields=["undone_by", "undone_at"])
    world.decide("S-1", "N-1", "same")
    assert world.outcome() == {"S-1": "N-1"}


def test_one_decision_of_each_kind_stands_for_a_pair(world: World) -> None:
    from django.db import IntegrityError, transaction

    world.decide("S-1", "N-1", "same")
    with pytest.raises(IntegrityError), transaction.atomic():
        world.decide("S-1", "N-1", "different", "hala2")


def test_a_group_that_contradicts_itself_is_shown_and_not_confirmed(world: World) -> None:
    world.decide("S-1", "N-1", "same")
    world.decide("S-2", "N-1", "same")
    world.decide("S-2", "N-2", "same")
    world.decide("S-1", "N-2", "different")
    (group,) = groups(standing(world.sought, world.held), world.sought, world.held)
    assert len(group.sought) == len(group.held) == 2
    assert group.apart == ((world.row("S-1").pk, world.row("N-2").pk),)
    assert world.outcome() == {}


def test_the_sender_who_says_two_people_contradicts_a_group(world: World) -> None:
    Repeat.objects.create(
        list=world.sought, row=world.row("S-1"), other=world.row("S-2"), probability=0.6, verdict="different"
    )
    world.decide("S-1", "N-1", "same")
    world.decide("S-2", "N-1", "same")
    assert world.outcome() == {}


def test_a_decision_stands_in_the_next_version_for_rows_that_say_the_same(world: World) -> None:
    world.decide("S-1", "N-1", "same")
    world.decide("S-2", "N-2", "same")
    newer: NameList = opened(
        world.cast, "STH", "sought", [A, {**B, "surname": "Bondarenko"}], replaces=world.sought
    )
    found = confirmed(world.cast.exchange)
    assert {(one.code, one.list_id) for one in found} == {("S-1", newer.pk)}


def test_an_exchange_of_others_has_no_part_in_it(world: World) -> None:
    world.decide("S-1", "N-1", "same")
    assert confirmed(world.cast.elsewhere) == {}
