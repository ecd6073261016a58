"""Who is asked for what: the lists of persons sought that are in force, their names, and the matches proposed."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from repatria.web.compartments import house
from repatria.web.exchanges.models import Exchange, Party
from repatria.web.lists.models import NameList, Row
from repatria.web.matching_desk import confirmed
from repatria.web.matching_desk.models import Decision


def lists_in_force(exchange: Exchange) -> list[NameList]:
    """Give the newest opened list of persons sought of each side, in order of the sides' codes."""
    return [one for one in newest_opened(exchange) if one.purpose == NameList.Purpose.SOUGHT]


def newest_opened(exchange: Exchange) -> list[NameList]:
    """Give the newest opened version of every list, in order of the sides' codes."""
    opened = NameList.objects.filter(exchange=exchange, opened_at__isnull=False, withdrawn_at=None)
    newest = {
        (one.party_id, one.purpose): one
        for one in opened.select_related("party", "exchange__process").order_by("version")
    }
    return sorted(newest.values(), key=lambda one: (one.party.code, one.purpose))


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
    with house():  # decisions are the mediator's compartment; what is proposed of them is the holder's own row
        exchanges = _exchanges_with_decisions(rows, holder)
        standing = {sought.pk: held for exchange in exchanges for sought, held in confirmed(exchange).items()}
    wanted = set(rows)
    return {row: held for row, held in standing.items() if row in wanted and held.list.party_id == holder.pk}


def _exchanges_with_decisions(rows: list[UUID], holder: Party) -> "list[Exchange]":
    """Look cheaply whether anything was decided about these rows at all."""
    found: set[int] = set()
    for start in range(0, len(rows), 500):
        asked = Row.objects.filter(pk__in=rows[start : start + 500])
        # A decision on an earlier version of a list stands for the row of the same code.
        same = Decision.objects.filter(
            exchange__in=asked.values("list__exchange"), sought__code__in=asked.values("code"),
            held__list__party=holder, undone_at=None, verdict=Decision.Verdict.SAME,
        )  # fmt: skip
        found |= set(same.values_list("exchange", flat=True))
    return list(Exchange.objects.filter(pk__in=found))
