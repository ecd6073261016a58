from datetime import date

import pytest

import repatria.history as front
from repatria.history import load, words
from repatria.history.context import source
from repatria.i18n import language
from tests.history.builders import exchange, history

PUBLIC = load()
FEBRUARY = PUBLIC.exchange("ru-ua-2026-02-05")


def test_every_name_of_the_front_door_is_there():
    assert all(hasattr(front, name) for name in front.__all__)


def test_neighbours_are_of_the_same_conflict():
    beside = PUBLIC.neighbours(FEBRUARY)
    assert (beside.before.id, beside.after.id, beside.same_day) == ("ru-ua-2025-10-02", "ru-ua-2026-03-05", ())


def test_the_ends_have_no_neighbour():
    only = exchange("2024-03-01", "5", "5")
    beside = history(only).neighbours(only)
    assert (beside.before, beside.after) == (None, None)


def test_an_exchange_of_the_same_day_is_neither_before_nor_after():
    one, two = exchange("2024-03-01", "5", "5"), exchange("2024-03-01", "6", "6", id="no-so-2024-03-01-b")
    beside = history(one, two).neighbours(one)
    assert (beside.before, beside.after, beside.same_day) == (None, None, (two,))


def test_the_exchange_before():
    assert PUBLIC.previous(FEBRUARY).id == "ru-ua-2025-10-02"


def test_a_series_says_where_its_stage_stands_and_what_it_does_not_know():
    found = PUBLIC.series_of(PUBLIC.exchange("ru-ua-2025-06-12"))
    assert (found.position, len(found.exchanges), found.unknown) == (3, 9, 9)
    assert found.talks.place == "Istanbul"
    assert PUBLIC.series_of(FEBRUARY) is None


def test_the_host_of_the_talks_is_not_a_mediator_of_the_day():
    (turkey,) = PUBLIC.mediators(PUBLIC.exchange("ru-ua-2025-05-23"))
    assert (turkey.code, turkey.host_only) == ("TUR", True)
    assert [m.host_only for m in PUBLIC.mediators(FEBRUARY)] == [False, False]
    (ankara,) = PUBLIC.mediators(PUBLIC.exchange("multi-2024-08-01"))
    assert not ankara.host_only


def test_a_mediator_is_named_in_the_readers_language():
    with language("ar"):
        assert PUBLIC.mediators(FEBRUARY)[0].name != "United Arab Emirates"


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "data:text/html,x", "glavcom.ua 1107571", "http://[", "a b"]
)
def test_what_is_no_address_of_the_web_is_no_link(text):
    assert source(text).link is None


def test_three_numbers_are_kept_apart():
    found = PUBLIC.accounts(FEBRUARY)
    ukraine, russia = found.sides
    assert [s.number for s in found.formula] == [157]
    assert (ukraine.own.total, ukraine.own.military, ukraine.own.civilians, russia.own.total) == (157, 150, 7, 160)
    assert [(s.speaker, s.category) for s in ukraine.by_others] == [("RUS", "prisoners_of_war")]
    assert {s.number for s in found.together if s.category == "total"} == {314}


def test_who_is_still_held_is_a_claim_with_speaker_and_date_newest_first():
    found = PUBLIC.still_held(date(2026, 3, 1), "UKR")
    assert [(c.speaker, c.number) for c in found][:1] == [("Zelensky", 7000)]
    assert all(c.still_held and c.party == "UKR" for c in found)
    assert PUBLIC.still_held(date(2024, 1, 1)) == ()


def test_what_a_number_counts_is_said_in_words():
    assert words.statement(FEBRUARY.said("held_since_2022")[0]) == "held since 2022: 139"
