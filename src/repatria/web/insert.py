"""Writing many rows at once: one prepared statement, run once a row.

Django's `bulk_create` builds a statement of a hundred thousand marks and asks each field anew for each row; for
lists and registers of that size this takes a third of the time. What it does besides (signals, keys that the
database gives) nobody needs here.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import AutoField, Model


def insert(model: type[Model], rows: Iterable[Model]) -> None:
    """Write new `rows` of `model`, each as its fields save it (sealed, dated), in the transaction at hand."""
    connection = connections[DEFAULT_DB_ALIAS]
    fields = [field for field in model._meta.local_concrete_fields if not isinstance(field, AutoField)]
    prepare = [(field.pre_save, _prepared_by(field)) for field in fields]
    values = [[written(value(row, True), connection) for value, written in prepare] for row in rows]
    _execute(connection, model, fields, values)


def insert_values(model: type[Model], columns: Sequence[str], values: Iterable[Sequence[Any]]) -> None:
    """Write rows of `model` from bare values of `columns` (names of fields), without making objects of them."""
    connection = connections[DEFAULT_DB_ALIAS]
    fields: list[Any] = [model._meta.get_field(name) for name in columns]
    prepare = [_prepared_by(field) for field in fields]
    prepared = [[written(value, connection) for written, value in zip(prepare, row, strict=True)] for row in values]
    _execute(connection, model, fields, prepared)


def _prepared_by(field: Any) -> Any:
    """A key of another row is written as that row's own key, without asking the relation between."""
    return (field.target_field if field.is_relation else field).get_db_prep_save


def _execute(connection: Any, model: type[Model], fields: Sequence[Any], values: list[list[Any]]) -> None:
    if not values:
        return
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})", values)  # noqa: S608
