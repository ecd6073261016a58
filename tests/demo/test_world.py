"""The invented world is seeded, plausible and holds nobody real."""

from collections import Counter

from repatria.demo.names import FullName, Word, latin
from repatria.demo.world import NORTH, OUTBREAK, SOUTH, TODAY, make_world


def test_the_same_seed_gives_the_same_world():
    assert make_world(400, seed=7) == make_world(400, seed=7)
    assert make_world(400, seed=7) != make_world(400, seed=8)


def test_each_party_has_half_of_the_people_and_numbers_are_unique():
    world = make_world(1000)
    assert Counter(person.origin for person in world.people) == {NORTH: 500, SOUTH: 500}
    assert len({person.number for person in world.people}) == 1000


def test_a_captive_is_held_by_the_other_side():
    assert all(person.holder != person.origin for person in make_world(200).people)


def test_nobody_is_captured_before_the_outbreak_or_freed_in_the_future():
    for person in make_world(2000).people:
        assert OUTBREAK <= person.captured <= TODAY
        assert person.released_on is None or person.captured < person.released_on <= TODAY


def test_brothers_share_name_and_group_but_not_the_given_name():
    groups: dict[str, list[FullName]] = {}
    for person in make_world(2000).people:
        if person.group:
            groups.setdefault(person.group, []).append(person.name)
    assert groups
    for elder, younger in groups.values():
        assert (elder.surname, elder.patronymic) == (younger.surname, younger.patronymic)
        assert elder.given != younger.given


def test_a_word_is_spelled_in_three_ways():
    word = Word("Підгорський", "Подгорский")
    assert [word.spelled(script) for script in ("uk", "ru", "latin")] == [
        "Підгорський",
        "Подгорский",
        "Pidhorskyi",
    ]


def test_latin_keeps_capitals_of_every_word():
    assert latin("Верхня Долина") == "Verkhnia Dolyna"
