"""Limits on visitors: each for himself, also behind the server in front of us, and none by a made-up address."""

import pytest
from django.core.cache import cache
from django.http import HttpRequest
from django.test import RequestFactory

from repatria.web.limits import too_often, too_often_in_all

pytestmark = pytest.mark.django_db
MOST = 3


@pytest.fixture(autouse=True)
def fresh() -> None:
    cache.clear()


@pytest.fixture
def behind_a_server(settings: pytest.FixtureRequest) -> None:
    settings.HTTPS = True  # type: ignore[attr-defined]


def asking(address: str, forwarded: str | None = None) -> HttpRequest:
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    return RequestFactory().get("/", REMOTE_ADDR=address, headers=headers)


def let_in(*requests: HttpRequest) -> list[bool]:
    return [not too_often(request, "test", MOST) for request in requests]


def test_each_visitor_has_a_limit_of_his_own() -> None:
    assert let_in(*[asking("192.0.2.1")] * 4, asking("192.0.2.2")) == [True, True, True, False, True]


def test_a_household_of_ipv6_is_one_visitor() -> None:
    addresses = [f"2001:db8:1:2:{n}::1" for n in range(1, 5)]
    assert let_in(*map(asking, addresses), asking("2001:db8:1:3::1")) == [True, True, True, False, True]


@pytest.mark.usefixtures("behind_a_server")
def test_behind_a_server_families_do_not_share_one_limit() -> None:
    families = [asking("127.0.0.1", f"192.0.2.{n}") for n in range(10)]
    assert all(let_in(*families))


@pytest.mark.usefixtures("behind_a_server")
def test_behind_a_server_nobody_makes_himself_others_by_a_header_of_his_own() -> None:
    tries = [asking("127.0.0.1", f"198.51.100.{n}, 192.0.2.7") for n in range(5)]
    assert let_in(*tries) == [True, True, True, False, False]


def test_without_a_server_in_front_the_header_says_nothing() -> None:
    tries = [asking("192.0.2.7", f"198.51.100.{n}") for n in range(5)]
    assert let_in(*tries) == [True, True, True, False, False]


def test_all_together_have_a_limit_too() -> None:
    assert [too_often_in_all("test", MOST) for _n in range(5)] == [False, False, False, True, True]
