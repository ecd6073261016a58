"""Who is asked for what: the lists of persons sought that are in force, their names, and the matches proposed."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from repatria.web.exchanges.models import Exchange, Party
from repatria.web.lists.models import NameList, Row
from repatria.web.matching_desk.models import Decision


def lists_in_force(exchange: Exchange) -> list[NameList]:
    """Give the newest opened list of persons sought of each side, in order of the sides' codes."""
    opened = NameList.objects.filter(
        exchange=exchange, purpose=NameList.Purpose.SOUGHT, opened_at__isnull=False, withdrawn_at=None
    )
    newest = {one.party_id: one for one in opened.select_related("party", "exchange__process").order_by("version")}
    return sorted(newest.values(), key=lambda one: one.party.code)


def is_in_force(name_list: NameList) -> bool:
    """Say whether a list is the one that is being answered now."""
    return name_list in lists_in_force(name_list.exchange)


def holders(name_list: NameList) -> list[Party]:
    """Give the sides that are asked for the names of a list: all but its own."""
    return list(name_list.exchange.process.sides.exclude(pk=name_list.party_id))


def names(name_list: NameList) -> Any:
    """Give the names that are asked for: a row that repeats another asks for nobody of its own."""
    return Row.objects.filter(list=name_list, repeats=None)


def proposals(rows: Iterable[UUID], holder: Party) -> dict[UUID, Row]:
    """Give for each of `rows` the row of the holder's own list that a reviewer has confirmed to be the same person.

    It is proposed to the holder's bureau, never given as its reply.
    """
    rows = list(rows)
    found: dict[UUID, Row] = {}
    for start in range(0, len(rows), 500):
        decided = Decision.objects.filter(
            sought__in=rows[start : start + 500], held__list__party=holder, undone_at=None, blind=False
        )
        newest = {
            (one.sought_id, one.held_id): one
            for one in decided.select_related("held__list", "held__person").order_by("pk")
        }
        same = (one for one in newest.values() if one.verdict == Decision.Verdict.SAME)
        found.update({one.sought_id: one.held for one in same})
    return found
