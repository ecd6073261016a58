"""The policy: what is not granted does not exist."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from repatria.people import FIELDS
from repatria.web import gate, policy
from repatria.web.exchanges.models import Exchange, Process
from repatria.web.policy import Fact, Role, Sight, Standing
from tests.web.cast import PEOPLE, Cast

# What a party's own people, and nobody else, may learn of a captive: the table of the domain's rules in short form.
NEVER_IN_PUBLIC = set(Fact) - {Fact.HANDED_OVER}


def names_of_addresses(resolver: URLResolver | None = None, space: str = "") -> Iterator[str]:
    """Give the name of every address of the site."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from names_of_addresses(pattern, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}"


def test_every_address_has_a_rule() -> None:
    assert sorted(set(names_of_addresses()) - policy.PAGES.keys()) == []


def test_every_rule_has_an_address() -> None:
    assert sorted(policy.PAGES.keys() - set(names_of_addresses())) == []


def test_the_table_of_sight_knows_every_fact_from_everywhere() -> None:
    assert set(policy.SIGHT) == set(Fact)
    assert all(set(row) == set(Standing) for row in policy.SIGHT.values())


def test_nobody_sees_anything_from_nowhere() -> None:
    assert {policy.sight(fact, Standing.NOBODY) for fact in Fact} == {Sight.NO}


def test_the_public_sees_no_person() -> None:
    seen = {policy.sight(fact, Standing.PUBLIC) for fact in NEVER_IN_PUBLIC}
    assert seen <= {Sight.NO, Sight.COUNTS, Sight.AFTER}


def test_grave_harm_is_not_even_counted_in_public() -> None:
    assert policy.sight(Fact.GRAVE_HARM, Standing.PUBLIC) is Sight.NO


def test_why_somebody_does_not_travel_is_seen_by_the_icrc_alone() -> None:
    assert [where for where in Standing if policy.sight(Fact.WILL, where) is Sight.YES] == [Standing.ICRC]


def test_every_column_of_a_list_is_some_kind_of_fact_or_hidden() -> None:
    hidden = {"remarks"}  # free text: nobody can say what is in it
    assert FIELDS.keys() - policy.FACTS.keys() == hidden


def test_a_column_without_a_kind_is_seen_by_nobody(cast: Cast) -> None:
    holder, origin = cast.parties["NTH"].pk, cast.parties["STH"].pk
    shown = gate.seen(cast["iris"], {"remarks": "x", "surname": "y"}, holder=holder, origin=origin)
    assert shown == {"surname": "y"}


@pytest.mark.parametrize(
    ("who", "sees_site", "sees_kin"),
    [("north_bureau", True, False), ("south_bureau", False, True), ("iris", True, True), ("hala", False, False),
     ("noor", False, False), ("admin", False, False), ("press", False, False), ("auditor", False, False)],
)  # fmt: skip
def test_the_holder_knows_the_place_and_the_origin_knows_the_family(
    cast: Cast, who: str, sees_site: bool, sees_kin: bool
) -> None:
    holder, origin = cast.parties["NTH"].pk, cast.parties["STH"].pk
    shown = gate.seen(cast[who], {"site": "N-1", "next_of_kin": "M."}, holder=holder, origin=origin)
    assert (("site" in shown), ("next_of_kin" in shown)) == (sees_site, sees_kin)


@pytest.mark.parametrize("who", ["north", "south", "hala", "iris", "press", "auditor"])
def test_who_takes_part_sees_the_exchange(cast: Cast, who: str) -> None:
    assert cast.exchange in gate.rows(cast[who], Exchange)


@pytest.mark.parametrize("who", ["noor", "noor_mediator", "admin"])
def test_a_stranger_sees_no_exchange(cast: Cast, who: str) -> None:
    assert cast.exchange not in gate.rows(cast[who], Exchange)
    assert cast.process not in gate.rows(cast[who], Process)


def test_every_role_is_played() -> None:
    assert {role for role, _party in PEOPLE.values()} == set(Role)


def test_signed_out_means_nothing(cast: Cast) -> None:
    from django.contrib.auth.models import AnonymousUser

    assert not gate.rows(AnonymousUser(), Exchange).exists()
