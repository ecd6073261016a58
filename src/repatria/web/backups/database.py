"""Copying the database whole, and putting a copy back: SQLite by its own backup, PostgreSQL by its own tools."""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import connection
from django.utils.translation import gettext as _

from repatria.errors import RepatriaError
from repatria.web.compartments import HOUSE


class CannotCopy(RepatriaError):
    """The database could not be copied or put back; the text says what the database's tool has said."""


def copy_to(path: Path) -> None:
    """Write the database, as it stands at one moment, to `path`; nobody has to wait."""
    if connection.vendor == "postgresql":
        _tool("pg_dump", "--format=custom", "--enable-row-security", "--file", str(path), _address())
        return
    with closing(sqlite3.connect(_file())) as here, closing(sqlite3.connect(path)) as there:
        here.backup(there)


def put_back(path: Path) -> None:
    """Put the copy at `path` in the place of the database: whole, or not at all."""
    connection.close()
    if connection.vendor == "postgresql":
        _tool(
            "pg_restore", "--clean", "--if-exists", "--single-transaction", "--no-owner", "--dbname", _address(),
            str(path),
        )  # fmt: skip
        return
    with closing(sqlite3.connect(path)) as there, closing(sqlite3.connect(_file())) as here:
        there.backup(here)


def _file() -> str:
    return str(connection.settings_dict["NAME"])


def _address() -> str:
    return os.environ.get("DATABASE_OWNER_URL") or os.environ["DATABASE_URL"]


def _tool(*command: str) -> None:
    # Behind the second wall only the house sees every row.
    environment = {**os.environ, "PGOPTIONS": HOUSE}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    except FileNotFoundError:
        raise CannotCopy(
            _("{program} is not here; install PostgreSQL's client programs").format(program=command[0])
        ) from None
    if done.returncode:
        raise CannotCopy(
            _("{program} has failed: {said}").format(program=command[0], said=done.stderr.strip()[-500:])
        )
