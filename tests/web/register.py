"""Makers of persons, lists and rows for tests of the register and of replies. Nobody in them exists."""

from datetime import UTC, datetime
from typing import Any

from repatria.web.exchanges.models import Exchange
from repatria.web.lists.models import NameList, Row
from repatria.web.registry.models import Event, Person, Site
from tests.web.cast import Cast

OPENED = datetime(2026, 2, 6, 6, tzinfo=UTC)


def make_person(cast: Cast, keeper: str = "NTH", number: str = "N-1", origin: str = "STH", **values: str) -> Person:
    """Enter a person into the register of `keeper` without any form."""
    return Person.objects.create(
        keeper=cast.parties[keeper], holder=cast.parties[keeper], origin=cast.parties[origin], number=number,
        values=[
            {"kind": kind, "text": text, "script": "latin", "source": "capture card", "source_date": "2026-02-01",
             "confidence": "stated", "by": "nobody", "at": "2026-02-01T06:00:00Z", "reason": ""}
            for kind, text in values.items()
        ],
    )  # fmt: skip


def make_event(person: Person, kind: str, occurred_on: str, **details: Any) -> Event:
    """Note an event without any form."""
    return Event.objects.create(person=person, kind=kind, occurred_on=occurred_on, details=details)


def make_site(cast: Cast, party: str = "NTH", code: str = "N-1") -> Site:
    """Open a site."""
    return Site.objects.create(party=cast.parties[party], code=code)


def make_list(
    cast: Cast, party: str = "STH", rows: int = 3, purpose: str = "sought", opened: bool = True,
    exchange: Exchange | None = None, version: int = 1, **columns: str,
) -> NameList:  # fmt: skip
    """Hand in a list of `rows` invented persons, opened to all unless said otherwise."""
    exchange = exchange or cast.exchange
    number = NameList.objects.count() + 1
    made = NameList.objects.create(
        number=number, exchange=exchange, party=cast.parties[party], purpose=purpose, version=version,
        state="opened" if opened else "sealed", file_name="list.csv", sha256="0" * 64, persons=rows,
        uploaded_by=cast["south" if party == "STH" else "north"],
        sealed_at=OPENED, opened_at=OPENED if opened else None,
    )  # fmt: skip
    for n in range(1, rows + 1):
        code = f"{party[0]}-{n}"
        cells = {
            "id": code,
            "surname": f"Surname{n}",
            "given_name": f"Given{n}",
            "date_of_birth": f"19{70 + n % 30}",
        }
        Row.objects.create(
            list=made, number=n + 1, code=code, cells=[], columns={**cells, **columns}, says=code.encode()
        )
    return made


# ---------------------------------------------------------------- samples for the matrix of access


def _sample_person(cast: Cast) -> Any:
    return make_person(cast, surname="Surname")


def _sample_list(cast: Cast) -> Any:
    return make_list(cast, party="STH", rows=1)


def _sample_reply(cast: Cast) -> Any:
    from repatria.web.replies.models import Reply

    row = _sample_list(cast).rows.get()
    return Reply.objects.create(
        row=row, holder=cast.parties["NTH"], answer="not_held", given_by=cast["north_bureau"]
    )


def _sample_bulk(cast: Cast) -> Any:
    from repatria.web.replies.models import BulkReplies

    checked = {"good": [], "same": 0, "faults": [], "all_faults": 0}
    return BulkReplies.objects.create(
        list=_sample_list(cast), party=cast.parties["NTH"], checked=checked, uploaded_by=cast["north_bureau"]
    )


def _sample_token(cast: Cast) -> Any:
    from repatria.web.tokens import acts

    return acts.make(cast["north_bureau"], "a program", ["exchanges:read"], 30)[0]


SAMPLES: dict[str, Any] = {
    "token_id": _sample_token,
    "api:list_names:list_id": _sample_list,
    "api:give_reply:row_id": lambda cast: _sample_list(cast).rows.get(),
    "reply_id": _sample_reply,
    "bulk_id": _sample_bulk,
    **{f"replies_{name}:list_id": _sample_list for name in ("names", "sheet", "sheet_file", "sheet_names")},
    **{f"reply_{name}:row_id": lambda cast: _sample_list(cast).rows.get() for name in ("name", "answer", "seen")},
    "person_id": _sample_person,
    "event_id": lambda cast: make_event(_sample_person(cast), "capture", "2025"),
    "register_import_list:list_id": lambda cast: make_list(cast, party="STH"),
}
