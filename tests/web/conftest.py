"""The cast, ready for each test; on PostgreSQL, everything behind the second wall."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.urls import clear_script_prefix

from repatria.web import compartments
from repatria.web.settings import CACHES
from repatria.web.vault import keys
from tests.web.cast import Cast, make_cast


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave tests of PostgreSQL to the run that has one (``python -m tests.postgresql pytest tests/web``)."""
    if connection.vendor == "postgresql":
        return
    elsewhere = [item for item in items if item.get_closest_marker("postgresql")]
    if elsewhere:
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in elsewhere]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Work as the site's own role, as an installation does: neither owner nor superuser."""
    if connection.vendor != "postgresql":
        yield
        return
    options = connection.settings_dict["OPTIONS"]
    as_owner = options["options"]
    with django_db_blocker.unblock():
        compartments.build()
        connection.close()
        options["options"] = f"{as_owner} -c role={compartments.ROLE}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection.ops.__class__, "execute_sql_flush", _as_owner(connection.ops.execute_sql_flush))
        yield
    with django_db_blocker.unblock():
        connection.close()
        options["options"] = as_owner


def _as_owner(flush: Callable[..., Any]) -> Callable[..., Any]:
    """Emptying tables between tests is the owner's to do; the site's role cannot."""
    plain = flush.__func__  # type: ignore[attr-defined]

    def run(self: Any, statements: list[str]) -> None:
        with _owner():
            plain(self, statements)

    return run


@contextmanager
def _owner() -> Iterator[None]:
    """Do what the site's role may not, as the owner of the tables."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE NONE")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"SET ROLE {compartments.ROLE}")


@pytest.fixture
def database_cache(settings: Any, db: None) -> Any:
    """Count where an installation counts: in the database, over all its programs."""
    settings.CACHES = CACHES
    with _owner():
        call_command("createcachetable", verbosity=0)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"GRANT ALL ON cache TO {compartments.ROLE}")
    cache.clear()
    return cache


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture(autouse=True)
def own_record_folder(settings, tmp_path):  # type: ignore[no-untyped-def]
    """Each test keeps its own record."""
    settings.RECORD_FOLDER = tmp_path / "record"


@pytest.fixture(autouse=True)
def nothing_counted_yet() -> None:
    """Each test begins with no count of how often anybody did anything, and with keys of its own."""
    cache.clear()
    keys.forget()


@pytest.fixture(autouse=True)
def no_language_before_the_path():  # type: ignore[no-untyped-def]
    """A request to ``/uk/…`` leaves its prefix behind in this thread; a server begins each request without one."""
    yield
    clear_script_prefix()
