"""Pages of people who sound alike: everybody once, in order, whoever else is in the register."""

from itertools import chain
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from repatria.web.registry import acts
from repatria.web.registry.finding import PAGE, find
from repatria.web.registry.models import Person
from tests.web.cast import Cast

ALIKE = ("Kovalenko", "Коваленко", "Kowalenko")


def enter(cast: Cast, keeper: str, surnames: list[str]) -> None:
    party = cast[keeper].party
    acts.enter_many(
        [
            Person(keeper=party, number=f"{party.code}-{n:06}", values=[{"kind": "surname", "text": surname}])
            for n, surname in enumerate(surnames)
        ]
    )


def pages(cast: Cast, who: str, text: str) -> list[list[str]]:
    found, after = [], ""
    while True:
        page = find(cast[who], text, after)
        found.append([person.number for person in page.people])
        after = page.after
        if not after:
            return found


@pytest.mark.django_db
def test_whoever_sounds_alike_is_on_one_page_once_in_order(cast: Cast) -> None:
    surnames = [ALIKE[n % 3] if n % 2 else "Melnyk" for n in range(5 * PAGE)]
    enter(cast, "north_bureau", surnames)
    wanted = [f"{cast['north_bureau'].party.code}-{n:06}" for n in range(5 * PAGE) if n % 2]
    found = pages(cast, "north_bureau", "Kovalenko")
    assert list(chain.from_iterable(found)) == wanted
    assert [len(page) for page in found] == [PAGE, PAGE, len(wanted) - 2 * PAGE]


@pytest.mark.django_db
def test_the_icrc_goes_through_both_registers_one_after_the_other(cast: Cast) -> None:
    enter(cast, "north_bureau", ["Kovalenko"] * (PAGE + 10))
    enter(cast, "south_bureau", ["Коваленко"] * (PAGE + 10))
    found = list(chain.from_iterable(pages(cast, "iris", "Kovalenko")))
    assert len(found) == len(set(found)) == 2 * PAGE + 20
    assert sorted(found[: PAGE + 10]) == found[: PAGE + 10]
    assert {number[:3] for number in found[: PAGE + 10]} in ({"NTH"}, {"STH"})


@pytest.mark.django_db
def test_a_side_never_finds_whom_the_other_keeps(cast: Cast) -> None:
    enter(cast, "south_bureau", ["Kovalenko"] * 3)
    assert pages(cast, "north_bureau", "Kovalenko") == [[]]


@pytest.mark.django_db
def test_a_first_page_does_not_read_all_who_sound_alike(cast: Cast, django_assert_max_num_queries: Any) -> None:
    enter(cast, "north_bureau", ["Kovalenko"] * 20 * PAGE)
    with django_assert_max_num_queries(15), CaptureQueriesContext(connection) as asked:
        assert len(find(cast["north_bureau"], "Kovalenko").people) == PAGE
    by_sound = [query["sql"] for query in asked.captured_queries if "searchkey" in query["sql"]]
    assert by_sound
    assert all("LIMIT" in sql for sql in by_sound)
