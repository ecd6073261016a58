"""The events of all registers as columns: read once in the life of a process, later only what was noted since.

Events are only ever added: a wrong one stays, and the one that corrects it withdraws it. What was read once holds.
"""

from collections.abc import Iterable
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

from django.db import connection

from repatria.conventions import EventTable
from repatria.conventions.table import TableBuilder
from repatria.web.compartments import house
from repatria.web.duties import adapter
from repatria.web.exchanges.models import Party
from repatria.web.registry.models import Event

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

# Reading as many takes about half a second; more are read while a page asks for patience.
AT_ONCE = 20_000


class Registers:
    """Every event of every side's register, with places and visits."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._thread: Thread | None = None
        self._is_read = False
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._builder, self._lines, self._taken = TableBuilder(), 0, 0
        self._last: datetime | None = None
        self._at_last: set[UUID] = set()

    def table(self, sides: Iterable[Any]) -> EventTable:
        """Give the events of `sides`, everything that is committed now among them."""
        sides = list(sides)
        with self._lock, house():
            self._catch_up()
            builder = self._builder.fork()
            for line, event in enumerate(adapter.of_places(sides), start=self._lines + 1):
                builder.add(event, line)
        return builder.finish().of_parties(side.code for side in sides)

    def are_read(self) -> bool:
        """Say whether :meth:`table` answers within moments; if it does not, begin to read in the background."""
        with house():
            if self._is_read or Event.objects.count() <= AT_ONCE:
                return True
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._read_through, name="registers", daemon=True)
            self._thread.start()
        return False

    def _read_through(self) -> None:
        try:
            self.table([])
        finally:
            connection.close()

    def _catch_up(self) -> None:
        """Take what is new. Where the count does not fit, an earlier transaction has ended late: read anew."""
        for _try in range(2):
            self._take()
            if self._taken == Event.objects.count():
                break
        else:
            self._begin_anew()
            self._take()
        self._is_read = True

    def _take(self) -> None:
        codes = dict(Party.objects.filter(kind=Party.Kind.SIDE).values_list("pk", "code"))
        for row in adapter.noted(self._last):
            if row.pk in self._at_last:
                continue
            if row.entered_at != self._last:
                self._last, self._at_last = row.entered_at, set()
            self._at_last.add(row.pk)
            self._taken += 1
            for event in adapter.of_person(row, codes):
                self._lines += 1
                self._builder.add(event, self._lines)


REGISTERS = Registers()
