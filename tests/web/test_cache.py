"""The count in the database's cache; many at once are tried in ``second_wall/test_at_once.py``."""

import pytest
from django.core.management import call_command
from django.db import connection

from repatria.web.cache import CountingCache


@pytest.fixture
def counting(db: None, settings) -> CountingCache:  # type: ignore[no-untyped-def]
    from repatria.web.settings import CACHES

    if connection.vendor == "postgresql":
        pytest.skip("on PostgreSQL with many at once")
    settings.CACHES = CACHES
    call_command("createcachetable", verbosity=0)
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
