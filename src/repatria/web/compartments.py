"""The second wall: on PostgreSQL the database itself is told who asks, and shows no other row.

The rules are in ``compartments.sql``, for what :data:`repatria.web.policy.ROWS` says; why there are two walls is in
ADR 0051. SQLite has no such wall, and all of this does nothing there.

Each request enters the compartment of whoever asks (:mod:`repatria.web.middleware.compartments`). Work in the
background enters as whoever asked for it::

    with as_user(run.asked_by): ...

and where the site itself has to look into both compartments (to open two lists at one moment, to learn whether both
sides have accepted), the code says so aloud::

    with house(): ...
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dj_database_url
from django.db import connection

SQL = Path(__file__).with_name("compartments.sql")
ROLE = "repatria_app"
HOUSE = "-c repatria.house=on"


@contextmanager
def as_user(user: Any) -> Iterator[None]:
    """Read and write as `user` (an account, its key, or None for nobody); afterwards as before."""
    key = getattr(user, "pk", user)
    with _settings(str(key or ""), ""):
        yield


def become(user: Any) -> None:
    """Read and write as `user` from now on, until the request leaves its own compartment: a token says who asks."""
    if connection.vendor == "postgresql":
        _swap(str(user.pk), "")


@contextmanager
def house() -> Iterator[None]:
    """Read and write across compartments, as the site itself; afterwards as before."""
    with _settings("", "on"):
        yield


@contextmanager
def _settings(user: str, in_house: str) -> Iterator[None]:
    if connection.vendor != "postgresql":
        yield
        return
    before = _swap(user, in_house)
    try:
        yield
    finally:
        # In a broken transaction nothing can be set; its end takes the settings back by itself.
        if not (connection.in_atomic_block and connection.needs_rollback):
            _swap(*before)


def _swap(user: str, in_house: str) -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(current_setting('repatria.user', true), ''),"
            " coalesce(current_setting('repatria.house', true), '')"
        )
        before = cursor.fetchone()
        cursor.execute(
            "SELECT set_config('repatria.user', %s, false), set_config('repatria.house', %s, false)",
            [user, in_house],
        )
    return before


@contextmanager
def as_owner() -> Iterator[None]:
    """Connect as the owner of the tables (DATABASE_OWNER_URL, else the site's own login), to change them.

    The same connection is used under its one name, since migrations of others ask for it by that.
    """
    settings = connection.settings_dict
    before = dict(settings)
    connection.close()
    owner = os.environ.get("DATABASE_OWNER_URL") or os.environ["DATABASE_URL"]
    settings.update(dj_database_url.parse(owner), OPTIONS={"options": HOUSE})
    try:
        yield
    finally:
        connection.close()
        settings.update(before)


def leave_the_house() -> None:
    """Be nobody at rest, as whatever serves pages or works in the background must be; commands are the house."""
    if connection.vendor == "postgresql":
        options = connection.settings_dict["OPTIONS"]
        options["options"] = options["options"].replace(HOUSE, "").strip()
        connection.close()


def build() -> None:
    """Build the wall, or bring it up to date; the connection must be the owner of the tables."""
    with connection.cursor() as cursor:
        cursor.execute(SQL.read_text(encoding="utf-8"))


def stands() -> bool:
    """Say whether the connection is behind the wall: neither owner nor superuser nor free of it."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone()[0]:
            return False
        cursor.execute("SELECT relforcerowsecurity FROM pg_class WHERE oid = to_regclass('registry_person')")
        found = cursor.fetchone()
        return bool(found and found[0])
