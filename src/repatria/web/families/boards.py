"""Tracing boards: requests out as PFIF 1.4, and in. Out goes what the family allowed, and only for 90 days.

Neither a photograph nor a place, a captor, marks, or whoever asks ever leaves. A request that was withdrawn after
it had gone out leaves once more as an expired record, which tells the boards to empty theirs.
"""

import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import polars as pl
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from repatria.people import DateStyle, Publisher, read_date, read_list, write_pfif
from repatria.web.compartments import house
from repatria.web.exchanges.models import Party
from repatria.web.families import receipts
from repatria.web.families.consent import BOARD_FIELDS, Audience
from repatria.web.families.errors import NotNow
from repatria.web.families.models import TracingRequest
from repatria.web.families.sending import icrc, next_number
from repatria.web.families.tasks import compare_waiting
from repatria.web.ledger.enter import commit, enter

STAYS = timedelta(days=90)
LARGEST = 20_000_000
_COLUMNS = ("id", *BOARD_FIELDS, "reply")


@house()
def document(now: datetime) -> bytes:
    """Give the requests that may stand on boards, as a PFIF 1.4 document.

    Raises:
        NotNow: no family allows it.
    """
    with transaction.atomic():
        allowed = TracingRequest.objects.filter(
            consent=Audience.BOARDS, withdrawn_at=None, source=TracingRequest.Source.FAMILY, repeats=None
        )
        people = [_record(one) for one in allowed]
        allowed.update(on_boards_at=now)
    if not people:
        raise NotNow(_("no family allows public boards; there is nothing to write"))
    return _written(people, Publisher(_domain(), "Repatria", now, now + STAYS))


@house()
def taken_back(now: datetime) -> bytes:
    """Give the requests that stand on boards no longer by their families' wish, as expired records."""
    gone = TracingRequest.objects.exclude(on_boards_at=None).exclude(
        consent=Audience.BOARDS, withdrawn_at=None
    )  # fmt: skip
    people = [{"id": _id(one), "full_name_native": "-"} for one in gone]
    if not people:
        raise NotNow(_("nothing that stands on boards was taken back"))
    return _written(people, Publisher(_domain(), "Repatria", now, now))


def _record(request: TracingRequest) -> dict[str, str]:
    shown = {name: request.sought.get(name, "") for name in BOARD_FIELDS}
    born = read_date(shown["date_of_birth"], DateStyle())
    return {
        "id": _id(request),
        **shown,
        "date_of_birth": born.value[:4] if born.earliest else "",
        "reply": "unknown",
    }


def _id(request: TracingRequest) -> str:
    return f"{_domain()}/request.{request.number}"


def _domain() -> str:
    return (urlsplit(settings.SITE_URL).hostname or "repatria.invalid").lower()


def _written(people: list[dict[str, str]], publisher: Publisher) -> bytes:
    frame = pl.DataFrame(people, schema=dict.fromkeys(_COLUMNS, pl.String))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "boards.xml"
        write_pfif(path, frame, publisher)
        return path.read_bytes()


@house()
def take_in(uploaded: Any) -> tuple[int, int]:
    """Take in a PFIF document of persons sought. Gives how many are new, and how many stand here already.

    Raises:
        NotNow: it is too large, or is no PFIF. Records that have expired are passed over.
    """
    if uploaded.size > LARGEST:
        raise NotNow(_("the file is larger than {most} MB").format(most=LARGEST // 1_000_000))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "boards.xml"
        with path.open("wb") as file:
            file.writelines(uploaded.chunks())
        reading = read_list(path)
    if reading.refusal:
        raise NotNow(_("this cannot be read as PFIF: {why}").format(why=reading.refusal))
    rows = reading.frame().fill_null("").iter_rows(named=True)
    with transaction.atomic():
        taken = [_take(row, icrc()) for row in rows]
        transaction.on_commit(compare_waiting.enqueue)
    return sum(taken), len(taken) - sum(taken)


_SOUGHT = (
    "full_name_native", "surname", "given_name", "alternate_names", "sex", "date_of_birth", "age", "marks",
)  # fmt: skip


def _take(row: dict[str, Any], party: Party | None) -> bool:
    mark = receipts.quick_hash("board", str(row.get("id", "")))
    if TracingRequest.objects.filter(form=mark).exists():
        return False
    sought = {name: str(row[name]) for name in _SOUGHT if row.get(name)}
    contents = {"sought": sought, "board": {"id": str(row.get("id", "")), "source": str(row.get("source", ""))}}
    commitment = commit({"enquiry": contents}, party and party.pk)
    TracingRequest.objects.create(
        number=next_number(), party=party, source=TracingRequest.Source.BOARD, contents=contents, form=mark,
        commitment=commitment,
    )  # fmt: skip
    enter("enquiry received", by=party.code if party else "LOG", enquiry=commitment)
    return True
