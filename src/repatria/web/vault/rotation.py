"""Sealing everything of one party anew, after its key was rotated: 0 rows are left under an old key.

Rows are taken in batches, each in a transaction of its own, so that work goes on meanwhile. A row is only replaced
if it is still as it was read: whoever saves it at the same moment seals it under the new key anyway. Work that was
interrupted is simply begun again; what is done already is not touched.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol

from django.apps import apps
from django.db import connection, models, transaction

from repatria.web.compartments import house
from repatria.web.vault import keys
from repatria.web.vault.fields import SealedText
from repatria.web.vault.sealing import number_of_key, seal, unseal

BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Column:
    """One sealed column of the database."""

    model: type[models.Model]
    field: SealedText

    def of_party(self, party: int | None) -> Any:
        """Give (key of row, sealed bytes) of the party's rows; None is the installation's own compartment."""
        rows = self.model._default_manager.exclude(**{self.field.attname: None}).order_by("pk")
        path = self.field.party.replace(".", "__")
        if "party_id" not in {field.attname for field in self.model._meta.fields} and path == "party_id":
            rows = rows if party is None else rows.none()  # a table that belongs to no party
        else:
            rows = rows.filter(**{f"{path.removesuffix('_id')}__isnull": True} if party is None else {path: party})
        return rows.values_list("pk", self.field.attname)

    def place(self, key: Any) -> str:
        """Give the place to which a value of this column is bound."""
        return f"{self.model._meta.db_table}|{self.field.column}|{key}"

    def replace(self, fresh: list[tuple[bytes, Any, bytes]]) -> None:
        """Write (new bytes, key of row, old bytes), each only where the old bytes still stand."""
        quote, meta = connection.ops.quote_name, self.model._meta
        column, key = quote(self.field.column), quote(meta.pk.column)
        sql = f"UPDATE {quote(meta.db_table)} SET {column} = %s WHERE {key} = %s AND {column} = %s"  # noqa: S608
        prepared = [(new, meta.pk.get_db_prep_value(row, connection), old) for new, row, old in fresh]
        with connection.cursor() as cursor:
            cursor.executemany(sql, prepared)


class Elsewhere(Protocol):
    """Sealed values that lie in no sealed field: a room makes them known by adding to :data:`ELSEWHERE`."""

    def reseal(self, party: int | None) -> int:
        """Seal anew what lies under an old key; give how many values."""
        ...

    def left(self, party: int | None) -> int:
        """Count what lies under an old key."""
        ...


ELSEWHERE: list[Elsewhere] = []


def columns() -> Iterator[Column]:
    """Give every sealed column there is."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_fields:
            if isinstance(field, SealedText):
                yield Column(model, field)


def reseal(party: int | None) -> int:
    """Seal anew whatever of `party` lies under a key that is no longer its newest. Gives how many values."""
    newest, _key = keys.newest(party)
    with house():
        in_fields = sum(_reseal_column(column, party, newest) for column in columns())
        return in_fields + sum(place.reseal(party) for place in ELSEWHERE)


def _reseal_column(column: Column, party: int | None, newest: int) -> int:
    done = 0
    stale = ((key, old) for key, old in _walk(column, party) if number_of_key(old) != newest)
    while batch := list(islice(stale, BATCH)):
        fresh = [
            (seal(unseal(old, column.place(key), party), column.place(key), party), key, old) for key, old in batch
        ]
        with transaction.atomic():
            column.replace(fresh)
        done += len(batch)
    return done


def _walk(column: Column, party: int | None) -> Iterator[tuple[Any, bytes]]:
    """Go through a column by its key, a batch at a time, so that writing meanwhile disturbs nothing."""
    last: Any = None
    while True:
        rows = column.of_party(party)
        batch = list((rows if last is None else rows.filter(pk__gt=last))[:BATCH])
        if not batch:
            return
        for key, sealed in batch:
            yield key, bytes(sealed)
        last = batch[-1][0]


def left_under_old_keys(party: int | None) -> int:
    """Count the values of `party` that lie under another key than its newest."""
    newest, _key = keys.newest(party)
    with house():
        in_fields = (number_of_key(old) != newest for column in columns() for _row, old in _walk(column, party))
        return sum(in_fields) + sum(place.left(party) for place in ELSEWHERE)
