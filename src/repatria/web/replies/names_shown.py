"""What a reader is shown of the names of a list and the answers to them."""

from collections.abc import Iterable
from typing import Any

from repatria.web import gate
from repatria.web.exchanges.models import Party
from repatria.web.lists.models import NameList, Row
from repatria.web.registry.kinds import ALL_KINDS, in_words
from repatria.web.registry.values import name_of
from repatria.web.replies.models import Remark, Reply, SeenByIcrc

OPEN = "open"


def names(user: Any, name_list: NameList, holder: Party, only: str) -> Any:
    """Give the names of a list that `user` may reach, those alone with the answer `only` (or open), in order."""
    rows = gate.rows(user, Row).filter(list=name_list, repeats=None)
    told = gate.rows(user, Reply).filter(row__list=name_list, holder=holder, is_newest=True)
    if only == OPEN:
        rows = rows.exclude(pk__in=told.exclude(answer="no_answer_yet").values("row"))
    elif only:
        rows = rows.filter(pk__in=told.filter(answer=only).values("row"))
    return rows.order_by("sheet", "number").select_related("list__party")


def lines(user: Any, page: Iterable[Row], holder: Party) -> list[dict[str, Any]]:
    """Give one line of a table for each name."""
    page = list(page)
    keys = [row.pk for row in page]
    told = gate.rows(user, Reply).filter(row__in=keys, holder=holder, is_newest=True).select_related("person")
    newest = {reply.row_id: reply for reply in told}
    seen = dict(gate.rows(user, SeenByIcrc).filter(row__in=keys).order_by("on").values_list("row", "on"))
    return [
        {"row": row, "reply": newest.get(row.pk), "seen": seen.get(row.pk), **_identity(user, row, holder)}
        for row in page
    ]


def _identity(user: Any, row: Row, holder: Party) -> dict[str, Any]:
    known = gate.seen(user, row.columns, holder=holder.pk, origin=row.list.party_id)
    return {
        "name": name_of(known), "born": known.get("date_of_birth") or known.get("age", ""),
        "unit": known.get("unit", ""), "rank": known.get("rank", ""),
    }  # fmt: skip


def facts(user: Any, row: Row, holder: Party) -> list[tuple[Any, Any]]:
    """Give what the list says of one name, as (what, value), as far as `user` may see it."""
    known = gate.seen(user, row.columns, holder=holder.pk, origin=row.list.party_id)
    return [(kind.label, in_words(name, known[name])) for name, kind in ALL_KINDS.items() if known.get(name)]


def history(user: Any, row: Row, holder: Party) -> list[dict[str, Any]]:
    """Give the replies to one name, oldest first, each with its remarks."""
    told = gate.rows(user, Reply).filter(row=row, holder=holder).order_by("given_at")
    found = list(told.select_related("holder", "person", "duplicate_of", "given_by", "row__list__exchange"))
    remarks: dict[Any, list[Remark]] = {}
    for one in gate.rows(user, Remark).filter(reply__in=[reply.pk for reply in found]).order_by("at"):
        remarks.setdefault(one.reply_id, []).append(one)
    return [{"reply": reply, "remarks": remarks.get(reply.pk, [])} for reply in found]
