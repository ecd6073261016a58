"""The count in the database's cache; many at once are tried in ``second_wall/test_at_once.py``."""

from typing import Any

import pytest
from django.db import connection

from repatria.web.cache import CountingCache


@pytest.fixture
def counting(database_cache: Any) -> CountingCache:
    return CountingCache("cache", {})


def test_a_count_goes_up_and_fades_when_the_first_said(counting: CountingCache) -> None:
    counting.add("tries", 0, 60)
    with connection.cursor() as cursor:
        cursor.execute("SELECT expires FROM cache")
        fades = cursor.fetchall()
        assert [counting.incr("tries"), counting.incr("tries", 3)] == [1, 4]
        cursor.execute("SELECT expires FROM cache")
        assert cursor.fetchall() == fades


def test_what_has_faded_is_counted_no_more(counting: CountingCache) -> None:
    counting.add("tries", 0, timeout=-1)
    with pytest.raises(ValueError, match="tries"):
        counting.incr("tries")
