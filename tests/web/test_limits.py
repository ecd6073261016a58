"""How often somebody may do something: counted for as long as the window is open, under floods too."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import RequestFactory

from repatria.web import limits

HOUR = 1_770_001_200.0  # begins a window


@pytest.fixture
def clock(database_cache: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Set the time of the limits and of the cache (of an installation's kind), as seconds into the window."""

    def to(seconds: float) -> None:
        moment = HOUR + seconds
        monkeypatch.setattr("time.time", lambda: moment)
        monkeypatch.setattr(limits, "time", lambda: moment)
        monkeypatch.setattr("django.core.cache.backends.db.tz_now", lambda: datetime.fromtimestamp(moment, UTC))

    return to


def asks(address: str = "203.0.113.5") -> bool:
    return limits.too_often(RequestFactory().get("/", REMOTE_ADDR=address), "reply", 2)


def test_a_count_lives_for_its_whole_window(clock: Callable[[float], None]) -> None:
    said = []
    for minute in (0, 10, 20, 59):
        clock(60 * minute)
        said.append(asks())
    assert said == [False, False, True, True]
    clock(3_600)
    assert not asks()


def test_each_visitor_has_a_count_of_his_own(clock: Callable[[float], None]) -> None:
    clock(0)
    assert [asks(), asks(), asks(), asks("203.0.113.6")] == [False, False, True, False]


def test_whoever_comes_when_all_is_full_leaves_nothing(clock: Callable[[float], None]) -> None:
    clock(0)
    assert not limits.is_full("reply", 1)
    assert not limits.too_often_in_all("reply", 1)
    assert limits.is_full("reply", 1)
    clock(60)
    assert not limits.is_full("reply", 1)
