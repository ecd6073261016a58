"""The simulated year: the same world for every policy, the same numbers for a seed."""

from xml.etree import ElementTree

from repatria.planning.picture import in_words, picture
from repatria.planning.simulate import World, simulate

SMALL = World(months=4, people=40, arrivals=4, seats=5, seed=3)


def test_the_same_seed_gives_the_same_year() -> None:
    assert simulate(SMALL) == simulate(SMALL)


def test_longest_first_passes_over_nobody_who_could_have_gone() -> None:
    years = {year.policy: year for year in simulate(SMALL)}
    assert years["longest first"].passed_over == 0
    assert years["like for like"].passed_over > 0


def test_every_policy_lives_in_the_same_world() -> None:
    people = {sum(year.freed_by_length) + sum(year.waiting_by_length) for year in simulate(SMALL)}
    assert len(people) == 1


def test_the_picture_says_in_words_every_number_that_it_shows() -> None:
    years = simulate(SMALL)
    root = ElementTree.fromstring(picture(years))
    described = root.findtext("{http://www.w3.org/2000/svg}desc")
    assert described == in_words(years)
    for year in years:
        assert str(year.passed_over) in described
        assert all(str(n) in described for n in year.waiting_by_length)


def test_with_no_seats_only_the_owed_go() -> None:
    for year in simulate(World(months=1, people=40, arrivals=0, seats=0, seed=3)):
        assert year.freed < 10
