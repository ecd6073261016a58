"""The cache in the database, with a count that two programs raise at once without losing one."""

from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router, transaction


class CountingCache(DatabaseCache):
    """Django's cache in the database. Its own `incr` reads, adds and writes back, and lets the count live on."""

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """Add `delta` to the number under `key` and give the sum; when it fades stays as it was.

        Raises:
            ValueError: there is nothing under `key`.
        """
        place = self.make_and_validate_key(key, version=version)
        connection = connections[router.db_for_write(self.cache_model_class)]
        table = connection.ops.quote_name(self._table)
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            # Writing first locks the row: whoever comes second reads what the first has written.
            cursor.execute(f"UPDATE {table} SET cache_key = cache_key WHERE cache_key = %s", [place])  # noqa: S608
            cursor.execute(f"SELECT expires FROM {table} WHERE cache_key = %s", [place])  # noqa: S608
            fades, before = cursor.fetchone(), self.get(key, version=version)
            if before is None or fades is None:
                raise ValueError(f"Key {key!r} not found")
            self.set(key, before + delta, version=version)
            cursor.execute(f"UPDATE {table} SET expires = %s WHERE cache_key = %s", [*fades, place])  # noqa: S608
        return int(before + delta)
