"""A whole list leaves the system: two people, an entry in the record, a workbook that opens by a password alone."""

import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from msoffcrypto.format.ooxml import OOXMLFile

from repatria.people import FIELDS, write_rows
from repatria.web import gate, policy
from repatria.web.audit.models import Reading
from repatria.web.ledger.enter import approvals, enter
from repatria.web.lists import shown
from repatria.web.lists.labels import FIELD_WORDS
from repatria.web.lists.models import Export, NameList, Row
from repatria.web.policy import Role
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import Weighty, register

CAN_BE_FETCHED = timedelta(hours=24)
AT_ONCE = 2_000


def _let_go(act: Act) -> None:
    name_list = NameList.objects.get(pk=act.subject)
    Export.objects.create(
        list=name_list,
        party=act.party,
        purpose=act.details["purpose"],
        keep_until=date.fromisoformat(act.details["keep_until"]),
        proposed_by=act.proposed_by,
        confirmed_by=act.settled_by,
    )
    enter(
        "list exported", by=act.party.code, exchange=name_list.exchange.reference, list=name_list.reference,
        approvals=approvals(act.proposed_by, act.settled_by),
    )  # fmt: skip


def _in_words(act: Act) -> str:
    name_list = NameList.objects.filter(pk=act.subject).select_related("party").first()
    if name_list is None:
        return act.subject
    return _("{list}, {purpose} of {party}, version {version}; for: {why}; until {until}").format(
        list=name_list.reference,
        purpose=name_list.get_purpose_display(),
        party=name_list.party,
        version=name_list.version,
        why=act.details["purpose"],
        until=act.details["keep_until"],
    )


EXPORT = register(
    Weighty(
        "lists.export", frozenset({Role.DELEGATION, Role.MEDIATOR}),
        gettext_lazy("Let a whole list leave the system"), _let_go, _in_words,
    )
)  # fmt: skip


def sealed_file(user: Any, export: Export, password: str) -> BytesIO:
    """Give the whole list as a workbook that opens by `password` alone; the reading of each row is noted."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        write_rows(path, [_first_cell(export)], _lines(user, export))
        sealed = BytesIO()
        with path.open("rb") as clear:
            OOXMLFile(clear).encrypt(password, sealed)
    sealed.seek(0)
    Export.objects.filter(pk=export.pk, fetched_at=None).update(fetched_at=timezone.now())
    return sealed


def _first_cell(export: Export) -> str:
    return _("{list} · for: {purpose} · destroy by {day} · names of captives: protect them (GC III 13)").format(
        list=export.list.reference, purpose=export.purpose, day=export.keep_until.isoformat()
    )


def _lines(user: Any, export: Export) -> Iterator[list[str]]:
    """Give the heading and the rows, as this person may see them, without what is never written for others."""
    columns = [name for name, field in FIELDS.items() if not field.restricted and name in policy.FACTS]
    yield [str(FIELD_WORDS[name]) for name in columns]
    rows = gate.rows(user, Row).filter(list=export.list_id).select_related("list").order_by("sheet", "number")
    waiting = rows.iterator(AT_ONCE)
    while batch := list(islice(waiting, AT_ONCE)):
        _note(user, batch)
        for row in batch:
            values = shown.seen(user, row)
            yield [values.get(name, "") for name in columns]


def _note(user: Any, rows: list[Row]) -> None:
    """Note the reading without a quota: two people stand behind this one."""
    Reading.objects.bulk_create(
        [Reading(reader=user, party_id=row.list.party_id, subject=row.pk, page="list_export_fetch") for row in rows]
    )
