"""Reads lists that come as PFIF documents, versions 1.1 to 1.4."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from repatria.i18n import _
from repatria.people.archive import declared_type
from repatria.people.blob import Blob
from repatria.people.errors import Refused
from repatria.people.limits import Limits
from repatria.people.pfif_fields import KEPT_ON_EXPIRY, PERSON, READ_NAMESPACES, RENAMED, TO_OURS
from repatria.people.remarks import Rejected
from repatria.people.source import Row, Source

_OF_NOTES = ("status", "author_made_contact")
_COLUMNS = (*PERSON, *_OF_NOTES)


@dataclass(slots=True)
class _Document:
    people: list[dict[str, str]] = field(default_factory=list)
    latest: dict[str, dict[str, str]] = field(default_factory=dict)
    """person_record_id -> the latest note about the person."""
    inside: list[dict[str, str]] = field(default_factory=list)
    """Notes inside the person that is being read; they need not name the person."""


def open_pfif(blob: Blob, limits: Limits) -> Source:
    """Open a PFIF document: one row per person, columns named as in the specification, with the latest status.

    Row 1 is the heading we give the document; persons follow in their order.

    Raises:
        Refused: no PFIF, damaged, or over the limits.
    """
    document = _read(blob, limits)
    if not document.people:
        raise Refused(_("the document names no person"))
    for person in document.people:
        note = document.latest.get(person.get("person_record_id", ""), {})
        person.update({name: note[name] for name in _OF_NOTES if name in note})
    used = {name for person in document.people for name in person}
    columns = [column for column in _COLUMNS if column in used]
    source = Source(_rows(document.people, columns), encoding="utf-8", columns=TO_OURS, guarded=False)
    source.remarks = [_expired(row) for row, person in enumerate(document.people, 2) if _has_expired(person)]
    return source


def _rows(people: Sequence[Mapping[str, str]], columns: list[str]) -> Iterator[Row]:
    yield 1, columns
    for number, person in enumerate(people, 2):
        if not _has_expired(person):
            yield number, [person.get(column, "") for column in columns]


def _has_expired(person: Mapping[str, str]) -> bool:
    return "expiry_date" in person and set(person) <= set(KEPT_ON_EXPIRY)


def _expired(row: int) -> Rejected:
    return Rejected(row, "", _("the record has expired and names nobody any more"), _("leave it out"))


def _read(blob: Blob, limits: Limits) -> _Document:
    document = _Document()
    with blob.open() as file:
        try:
            _collect(iterparse(file, ("start", "end"), forbid_dtd=True), document, limits)
        except DefusedXmlException as cause:
            raise Refused(declared_type()) from cause
        except (ParseError, UnicodeError, LookupError, ValueError) as cause:
            raise Refused(_("the XML is damaged or cut short; send it again")) from cause
    return document


def _collect(events: Iterator[tuple[str, Element]], document: _Document, limits: Limits) -> None:
    """Take each record when it ends and forget its elements, so that memory stays bounded."""
    level = found = 0
    root: Element | None = None
    for event, element in events:
        level += 1 if event == "start" else -1
        root = root if root is not None else _pfif_root(element)
        if level > limits.xml_depth:
            raise Refused(_("the document is nested too deeply"))
        if event == "end" and _local(element) in ("person", "note"):
            found += 1
            if found > limits.rows:
                raise Refused(_("more than {limit} records; send the list in parts").format(limit=limits.rows))
            _take(_local(element), _fields(element, limits), document)
            element.clear()
        if level == 1:
            root.clear()


def _pfif_root(element: Element) -> Element:
    namespace = element.tag.rpartition("}")[0].lstrip("{")
    if namespace not in READ_NAMESPACES or _local(element) != "pfif":
        raise Refused(_("an XML file, but no PFIF document; send PFIF 1.4, or a table as .csv or .xlsx"))
    return element


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _fields(element: Element, limits: Limits) -> dict[str, str]:
    fields: dict[str, str] = {}
    for child in element:
        text = child.text or ""
        if len(text) > limits.field_length:
            raise Refused(
                _("a field of the document is longer than {limit} characters").format(limit=limits.field_length)
            )
        if text.strip():
            fields.setdefault(RENAMED.get(_local(child), _local(child)), text)
    return fields


def _take(kind: str, fields: dict[str, str], document: _Document) -> None:
    if kind == "person":
        document.people.append(fields)
        for note in document.inside:
            _take_note(fields.get("person_record_id", ""), note, document)
        document.inside.clear()
    elif person := fields.get("person_record_id", ""):
        _take_note(person, fields, document)
    else:
        document.inside.append(fields)


def _take_note(person: str, note: dict[str, str], document: _Document) -> None:
    earlier = document.latest.get(person, {})
    if note.get("source_date", "") >= earlier.get("source_date", ""):
        document.latest[person] = note
