"""Exchanges, where their lists stand, and the names on open lists."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from ninja import Query, Router, Schema

from repatria.web import gate
from repatria.web.api.scopes import ask
from repatria.web.audit import reads
from repatria.web.exchanges.models import Exchange
from repatria.web.lists.models import NameList, Row
from repatria.web.replies import deadlines
from repatria.web.tokens.models import Scope

router = Router(tags=["exchanges"])
PAGE = 100


class ExchangeOut(Schema):
    """One exchange."""

    id: int
    reference: str
    title: str
    state: str
    opened_at: datetime
    closed_at: datetime | None
    deadlines: dict[str, date]


class ListOut(Schema):
    """One version of one list: how it stands, never a name."""

    id: UUID
    reference: str
    party: str
    purpose: str
    version: int
    persons: int
    sealed_at: datetime | None
    opened_at: datetime | None
    seal: str


class NameOut(Schema):
    """One name on a list, as far as the token's person may see it."""

    id: UUID
    number: int
    code: str
    columns: dict[str, str]


class Names(Schema):
    """A page of names; `after` asks for the next, and is empty on the last."""

    names: list[NameOut]
    after: str


@router.get("/exchanges", response=list[ExchangeOut], url_name="exchanges")
def exchanges(request: Any) -> Any:
    """Give the exchanges in which the person takes part."""
    found = gate.rows(ask(request, Scope.EXCHANGES), Exchange).order_by("pk")
    return [_exchange(one) for one in found]


@router.get("/exchanges/{int:exchange_id}", response=ExchangeOut, url_name="exchange")
def exchange(request: Any, exchange_id: int) -> Any:
    """Give one exchange."""
    return _exchange(gate.one(ask(request, Scope.EXCHANGES), Exchange, pk=exchange_id))


@router.get("/exchanges/{int:exchange_id}/lists", response=list[ListOut], url_name="exchange_lists")
def lists(request: Any, exchange_id: int) -> Any:
    """Give where the lists of an exchange stand: one's own, and those that are open."""
    user = ask(request, Scope.EXCHANGES)
    one = gate.one(user, Exchange, pk=exchange_id)
    found = gate.rows(user, NameList).filter(exchange=one, withdrawn_at=None).select_related("party")
    return [_list(name_list) for name_list in found]


@router.get("/lists/{uuid:list_id}/names", response=Names, url_name="list_names")
def names(request: Any, list_id: UUID, after: str = Query("")) -> Any:
    """Give the names on a list, a hundred at a time. Each counts as read by the person."""
    user = ask(request, Scope.NAMES)
    name_list = gate.one(user, NameList, pk=list_id)
    rows = gate.rows(user, Row).filter(list=name_list).select_related("list").order_by("sheet", "number")
    page = list(rows.filter(_later(after))[: PAGE + 1])
    shown, more = page[:PAGE], len(page) > PAGE
    reads.note(user, "api:list_names", [(row.pk, name_list.party_id) for row in shown])
    return {
        "names": [_name(user, row) for row in shown],
        "after": f"{shown[-1].sheet}:{shown[-1].number}" if more else "",
    }


def _later(after: str) -> Q:
    sheet, _colon, number = after.partition(":")
    if not number.isdecimal():
        return Q()
    return Q(sheet=sheet, number__gt=int(number)) | Q(sheet__gt=sheet)


def _exchange(one: Exchange) -> dict[str, Any]:
    return {
        "id": one.pk, "reference": one.reference, "title": one.title, "state": one.state,
        "opened_at": one.opened_at, "closed_at": one.closed_at, "deadlines": deadlines.of(one),
    }  # fmt: skip


def _list(one: NameList) -> dict[str, Any]:
    return {
        "id": one.pk, "reference": one.reference, "party": one.party.code, "purpose": one.purpose,
        "version": one.version, "persons": one.persons, "sealed_at": one.sealed_at, "opened_at": one.opened_at,
        "seal": one.seal,
    }  # fmt: skip


def _name(user: Any, row: Row) -> dict[str, Any]:
    # On a list of persons sought its side is the origin, and whoever reads as another side may be the holder; on a
    # list of persons held it is the other way round.
    party, reader = row.list.party_id, user.party_id
    holder, origin = (reader, party) if row.list.purpose == "sought" else (party, reader)
    seen = gate.seen(user, row.columns, holder=holder, origin=origin)
    return {"id": row.pk, "number": row.number, "code": row.code, "columns": seen}
