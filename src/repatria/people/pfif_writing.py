"""Writes lists as PFIF 1.4: what a tracing service needs to know, and nothing that could harm.

A person's picture, profiles, place of detention and captor are never written, nor is any restricted field.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path

import polars as pl

from repatria.i18n import _
from repatria.people.dates import DateStyle, read_date
from repatria.people.errors import CannotWriteList
from repatria.people.pfif_fields import KEPT_ON_EXPIRY, NAMESPACE, STATUS_OF_REPLY
from repatria.people.writing import checked
from repatria.whole_file import whole_file

_SEXES = {"male", "female", "other"}
_AGE = re.compile(r"\d{1,3}(-\d{1,3})?")
_DOMAIN = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
_REPLY_TEXT = "Reply to a list of names."


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who tells a PFIF document, and when.

    Attributes:
        domain: prefix of the record ids, owned by the publisher (``north.example``).
        name: the publisher's name, as source and author.
        told_at: when the information was told; with a time zone.
        expires_at: when the records end, or None; records that have ended keep ids and dates alone.
    """

    domain: str
    name: str
    told_at: datetime
    expires_at: datetime | None = None


def write_pfif(path: Path, people: pl.DataFrame, publisher: Publisher) -> None:
    """Write a list as a PFIF 1.4 document, whole or not at all.

    Args:
        path: where to write.
        people: text columns named by our fields. ``id`` is needed; ``reply`` becomes a note with a status.
        publisher: who tells it.

    Raises:
        CannotWriteList: no ids, a row without a name, a text or a domain that cannot be written.
    """
    if "id" not in people.columns:
        raise CannotWriteList(_("a PFIF document needs a column of ids"))
    if not _DOMAIN.fullmatch(publisher.domain):
        raise CannotWriteList(_("the domain of the record ids must look like north.example"))
    with whole_file(path) as file:
        file.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
        file.write(f'<pfif:pfif xmlns:pfif="{NAMESPACE}">\n'.encode())
        for row, person in enumerate(people.fill_null("").iter_rows(named=True), 1):
            for line in _person(person, row, publisher):
                file.write(line.encode())
        file.write(b"</pfif:pfif>\n")


def _person(person: Mapping[str, str], row: int, publisher: Publisher) -> Iterator[str]:
    record = _record_id(person["id"], row, publisher)
    fields = _person_fields(person, row, record, publisher)
    yield " <pfif:person>\n"
    yield from _elements(fields, row, "  ")
    if person.get("reply") and not _has_expired(publisher):
        yield "  <pfif:note>\n"
        yield from _elements(_note_fields(person["reply"], record, publisher), row, "   ")
        yield "  </pfif:note>\n"
    yield " </pfif:person>\n"


def _record_id(number: str, row: int, publisher: Publisher) -> str:
    if not number:
        raise CannotWriteList(_("row {row} has no id").format(row=row))
    return number if "/" in number else f"{publisher.domain}/{number}"


def _has_expired(publisher: Publisher) -> bool:
    return publisher.expires_at is not None and publisher.expires_at <= publisher.told_at


def _person_fields(person: Mapping[str, str], row: int, record: str, publisher: Publisher) -> dict[str, str]:
    told = _moment(publisher.told_at)
    fields = {
        "person_record_id": record,
        "entry_date": told,
        "expiry_date": _moment(publisher.expires_at) if publisher.expires_at else "",
        "source_name": publisher.name,
        "source_date": told,
        "full_name": _full_name(person, row),
        "given_name": person.get("given_name", ""),
        "family_name": person.get("surname", ""),
        "alternate_names": person.get("alternate_names", ""),
        "sex": sex if (sex := person.get("sex", "").lower()) in _SEXES else "",
        "date_of_birth": read_date(person.get("date_of_birth", ""), DateStyle()).value,
        "age": age if _AGE.fullmatch(age := person.get("age", "")) else "",
    }
    return {f: fields[f] for f in KEPT_ON_EXPIRY} if _has_expired(publisher) else fields


def _full_name(person: Mapping[str, str], row: int) -> str:
    parts = [person.get(field, "") for field in ("surname", "given_name", "patronymic")]
    name = person.get("full_name_native") or " ".join(part for part in parts if part)
    if not name:
        raise CannotWriteList(_("row {row} names nobody").format(row=row))
    return name


def _note_fields(reply: str, record: str, publisher: Publisher) -> dict[str, str]:
    told = _moment(publisher.told_at)
    return {
        "note_record_id": f"{publisher.domain}/note.{record.partition('/')[2]}",
        "person_record_id": record,
        "entry_date": told,
        "author_name": publisher.name,
        "source_date": told,
        "status": STATUS_OF_REPLY.get(reply, STATUS_OF_REPLY[""]),
        "text": _REPLY_TEXT,
    }


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _elements(fields: Mapping[str, str], row: int, indent: str) -> Iterator[str]:
    for name, text in fields.items():
        if text:
            # A parser turns a bare carriage return into a newline.
            written = escape(checked(text, row), quote=False).replace("\r", "&#13;")
            yield f"{indent}<pfif:{name}>{written}</pfif:{name}>\n"
