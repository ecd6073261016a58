"""A site of its own for a benchmark, and rows written to it in bulk."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any


def opened(folder: Path) -> None:
    """Open an empty site in `folder`; with ``TEST_DATABASE_URL`` on that database."""
    os.environ |= {"REPATRIA_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "repatria.web.settings"}
    os.environ.pop("DATABASE_URL", None)
    if address := os.environ.get("TEST_DATABASE_URL"):
        os.environ["DATABASE_URL"] = address
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def write(model: Any, rows: Iterable[Any]) -> None:
    """Write `rows` in bulk: sealed by the fields themselves, then one statement a table."""
    from django.db import connection

    fields = [field for field in model._meta.local_concrete_fields if field.get_internal_type() != "BigAutoField"]
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    sql = f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({', '.join(['%s'] * len(fields))})"
    written = [[field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields] for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(sql, written)
