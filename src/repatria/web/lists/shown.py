"""Rows as a page shows them: what this reader may see, and the reading of it noted."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from repatria.people import FIELDS
from repatria.web import gate
from repatria.web.audit import reads
from repatria.web.lists.labels import FIELD_WORDS
from repatria.web.lists.models import NameList, Purpose, Row


@dataclass(frozen=True, slots=True)
class Shown:
    """A row with the values that its reader may see, by column."""

    row: Row
    values: dict[str, str]

    @property
    def lines(self) -> list[tuple[Any, str]]:
        """(words for the column, value), in the usual order, without the empty ones."""
        return [(FIELD_WORDS[name], self.values[name]) for name in FIELDS if self.values.get(name)]


def show(user: Any, page: str, rows: Iterable[Row]) -> list[Shown]:
    """Give rows as `user` may see them, and note that he reads them. Rows come with their list.

    Raises:
        TooManyRead: it would be more persons than an hour allows.
    """
    rows = list(rows)
    reads.note(user, page, [(row.pk, row.list.party_id) for row in rows])
    return [Shown(row, seen(user, row)) for row in rows]


def seen(user: Any, row: Row) -> dict[str, str]:
    """Give the values of a row that `user` may see: a side's own list whole, another's by the table of sight."""
    if user.party_id == row.list.party_id:
        return dict(row.columns)
    return gate.seen(user, row.columns, **_standing(row.list, user))


def _standing(name_list: NameList, user: Any) -> dict[str, int | None]:
    """Say who holds and who asks: a list of persons held is its holder's, a list of persons sought is who asks."""
    if name_list.purpose == Purpose.HELD:
        return {"holder": name_list.party_id, "origin": user.party_id}
    return {"holder": user.party_id, "origin": name_list.party_id}


def columns_of(rows: Iterable[Shown]) -> list[tuple[str, Any]]:
    """Give the columns that any of these rows fills, with their words, in the usual order."""
    filled = {name for one in rows for name, value in one.values.items() if value}
    return [(name, FIELD_WORDS[name]) for name in FIELDS if name in filled]
