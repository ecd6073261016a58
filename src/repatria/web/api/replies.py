"""Replies to names: where each side stands, what was answered, and answering."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import Http404
from ninja import Field, Query, Router, Schema, Status

from repatria.web import gate
from repatria.web.api.scopes import ask
from repatria.web.audit import reads
from repatria.web.exchanges.models import Exchange
from repatria.web.lists.models import Row
from repatria.web.registry.models import Person
from repatria.web.replies import acts, board
from repatria.web.replies.acts import CannotReply, Given
from repatria.web.replies.models import Reply
from repatria.web.tokens.models import Scope

router = Router(tags=["replies"])
Text = Annotated[str, Field(max_length=300)]
PAGE = 100


class StandingOut(Schema):
    """One list and one side that is asked for its names."""

    list: str
    asks: str
    answers: str
    names: int
    waiting: int
    counts: dict[str, int]
    seen_by_icrc: int
    due: date | None
    late: bool


class ReplyOut(Schema):
    """One reply. `newest` is False for an answer that a later one stands beside."""

    id: UUID
    name: UUID
    list: str
    code: str
    holder: str
    answer: str
    newest: bool
    given_at: datetime
    released_on: str
    released_to: str
    certificate: str
    duplicate_of: str


class Replies(Schema):
    """A page of replies; `after` asks for the next, and is empty on the last."""

    replies: list[ReplyOut]
    after: str


class ReplyIn(Schema):
    """An answer to one name, as the form of the desk takes it; `after` is the reply that stood before it."""

    answer: str
    number: Text = ""
    released_on: Text = ""
    released_to: Text = ""
    certificate: Text = ""
    duplicate_of: UUID | None = None
    why: Text = ""
    after: Text = ""


@router.get("/exchanges/{int:exchange_id}/standing", response=list[StandingOut], url_name="standing")
def standing(request: Any, exchange_id: int) -> Any:
    """Give where each side stands with its replies."""
    user = ask(request, Scope.READ_REPLIES)
    one = gate.one(user, Exchange, pk=exchange_id)
    return [
        {
            "list": line.list.reference, "asks": line.list.party.code, "answers": line.holder.code,
            "names": line.names, "waiting": line.open, "counts": line.counts, "seen_by_icrc": line.seen,
            "due": line.due, "late": line.late,
        }
        for line in board.lines(user, one)
    ]  # fmt: skip


@router.get("/exchanges/{int:exchange_id}/replies", response=Replies, url_name="replies")
def replies(request: Any, exchange_id: int, after: str = Query("")) -> Any:
    """Give the replies of an exchange, oldest first, a hundred at a time. Each name counts as read."""
    user = ask(request, Scope.READ_REPLIES)
    one = gate.one(user, Exchange, pk=exchange_id)
    found = gate.rows(user, Reply).filter(row__list__exchange=one).order_by("pk")
    found = found.select_related("row__list", "holder", "duplicate_of")
    page = list((found.filter(pk__gt=_key(after)) if after else found)[: PAGE + 1])
    shown, more = page[:PAGE], len(page) > PAGE
    reads.note(user, "api:replies", [(reply.row_id, reply.row.list.party_id) for reply in shown])
    return {"replies": [_reply(reply) for reply in shown], "after": str(shown[-1].pk) if more else ""}


@router.post("/names/{uuid:row_id}/reply", response={201: ReplyOut}, url_name="give_reply")
def give(request: Any, row_id: UUID, body: ReplyIn) -> Any:
    """Answer one name. An answer that stood before it is kept; `after` must name it."""
    user = ask(request, Scope.GIVE_REPLIES)
    row = gate.one(user, Row, pk=row_id)
    person = (
        gate.rows(user, Person).filter(keeper=user.party_id, number=body.number).first() if body.number else None
    )
    if body.number and person is None:
        raise CannotReply("there is no such number in your register", "number")
    made = acts.give(
        user, row.list,
        Given(
            row.pk, body.answer, person.pk if person else None, body.duplicate_of, body.released_on,
            body.released_to, body.certificate, body.why, body.after,
        ),
    )  # fmt: skip
    return Status(201, _reply(gate.one(user, Reply, pk=made.pk)))


def _key(after: str) -> UUID:
    try:
        return UUID(after)
    except ValueError:
        raise Http404 from None


def _reply(reply: Reply) -> dict[str, Any]:
    return {
        "id": reply.pk, "name": reply.row_id, "list": reply.row.list.reference, "code": reply.row.code,
        "holder": reply.holder.code, "answer": reply.answer, "newest": reply.is_newest, "given_at": reply.given_at,
        "released_on": reply.released_on, "released_to": reply.released_to or "",
        "certificate": reply.certificate or "",
        "duplicate_of": reply.duplicate_of.code if reply.duplicate_of else "",
    }  # fmt: skip
