"""Reads a data folder: ``events.jsonl``, and where they exist ``policy.json`` and ``parties.json``."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from repatria.conventions.attributes import check_attribute
from repatria.conventions.errors import BadEvent, BadEventLine, BadFile, ConventionsError
from repatria.conventions.events import Event
from repatria.conventions.kinds import Kind
from repatria.conventions.policy import TREATIES, Parties, Policy
from repatria.conventions.spans import Span
from repatria.conventions.table import EventTable, TableBuilder
from repatria.i18n import _

EVENTS_FILE, POLICY_FILE, PARTIES_FILE = "events.jsonl", "policy.json", "parties.json"
POLICY_FORMAT, PARTIES_FORMAT = "repatria-duties-policy/1", "repatria-duties-parties/1"
LONGEST_LINE = 64 * 1024
LARGEST_FILE = 1024 * 1024

_FIELDS = frozenset({"kind", "occurred_on", "entered_at", "person", "site", "party", "id", "attributes"})
_ID = re.compile(r"[^\s\x00-\x1f\x7f][^\x00-\x1f\x7f]{0,63}")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?)?", re.ASCII)
_KINDS = {str(kind): kind for kind in Kind}
_EMPTY: Mapping[str, str] = MappingProxyType({})


def read_events(path: Path) -> EventTable:
    """Read an events file: one JSON object a line, in any order; empty lines are skipped.

    Raises:
        BadEventLine: a line is not an event; the message names file and line and quotes nothing.
        BadFile: the file cannot be opened.
    """
    builder = TableBuilder()
    for line, one in _events(path):
        builder.add(one, line)
    return builder.finish()


def _events(path: Path) -> Iterator[tuple[int, Event]]:
    number = 0
    try:
        with path.open("rb") as file:
            while text := file.readline(LONGEST_LINE + 1):
                number += 1
                if len(text) > LONGEST_LINE:
                    raise BadEvent(_("the line is longer than {most} bytes").format(most=LONGEST_LINE))
                if text.strip():
                    yield number, parse_event(text.removeprefix(b"\xef\xbb\xbf") if number == 1 else text)
    except BadEvent as cause:
        raise BadEventLine(path.name, number, str(cause)) from None
    except OSError as cause:
        raise BadFile(path.name, _("cannot be read: {cause}").format(cause=cause.strerror)) from cause


def parse_event(text: bytes) -> Event:
    """Read one event from a JSON object.

    Raises:
        BadEvent: it is no JSON object, or a field is missing, unknown or not allowed. Nothing of it is quoted.
    """
    try:
        found = json.loads(text.decode("utf-8"))
    except (ValueError, RecursionError):
        raise BadEvent(_("not JSON in UTF-8; write one object a line")) from None
    if not isinstance(found, dict):
        raise BadEvent(_("not a JSON object"))
    if not found.keys() <= _FIELDS:
        raise BadEvent(_("a field is not known; allowed are {fields}").format(fields=", ".join(sorted(_FIELDS))))
    kind = found.get("kind")
    if not isinstance(kind, str) or kind not in _KINDS:
        raise BadEvent(_("the kind of the event is missing or not in the vocabulary"))
    return Event(
        kind=_KINDS[kind],
        occurred_on=_occurred(found),
        entered_on=_entered(found.get("entered_at")),
        person=_name(found, "person"),
        site=_name(found, "site"),
        party=_name(found, "party"),
        attributes=_attributes(found.get("attributes")),
        id=_name(found, "id"),
    )


def _occurred(found: Mapping[str, Any]) -> Span | None:
    if "occurred_on" not in found:
        raise BadEvent(_("occurred_on is missing; write null where the date is not known"))
    value = found["occurred_on"]
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadEvent(_("occurred_on is not text; write 2026, 2026-03 or 2026-03-04, or null"))
    return Span.parse(value)


def _entered(value: object) -> date:
    if not isinstance(value, str):
        raise BadEvent(_("entered_at is missing; write the day or the moment it was entered"))
    return _entered_day(value)


@lru_cache(maxsize=65_536)
def _entered_day(text: str) -> date:
    try:
        span = Span.parse(text[:10] if _MOMENT.fullmatch(text) else "")
    except BadEvent:
        span = None
    if span is None or not span.exact:
        raise BadEvent(_("entered_at is not a moment; write 2026-03-04 or 2026-03-04T10:00:00Z"))
    return span.first


def _name(found: Mapping[str, Any], field: str) -> str | None:
    value = found.get(field)
    if value is None:
        return None
    if not isinstance(value, str) or not _is_id(value):
        raise BadEvent(_("{field} is not an id of 1 to 64 characters on one line").format(field=field))
    return value


@lru_cache(maxsize=262_144)
def _is_id(text: str) -> bool:
    """Look at an id once: each comes many times."""
    return _ID.fullmatch(text) is not None


def _attributes(value: object) -> Mapping[str, str]:
    if value is None:
        return _EMPTY
    if not isinstance(value, dict):
        raise BadEvent(_("attributes is not a JSON object"))
    return {name: check_attribute(name, each) for name, each in value.items()}


def read_policy(path: Path) -> Policy:
    """Read the mediator's targets: ``{"format": ..., "targets": {"III-120-certificate": 7}}``.

    Raises:
        BadFile: it is not such a file, or a target is not allowed.
    """
    document = _document(path, POLICY_FORMAT, {"format", "set_by", "targets"})
    targets = document.get("targets")
    if not isinstance(targets, dict):
        raise BadFile(path.name, _("targets is missing; write an object of rule and days"))
    try:
        return Policy(targets)
    except ConventionsError as cause:
        raise BadFile(path.name, str(cause)) from cause


def read_parties(path: Path) -> Parties:
    """Read which treaties bind whom: ``{"format": ..., "parties": [{"id": "north", "bound_by": ["GC III"]}]}``.

    Raises:
        BadFile: it is not such a file, or names a party twice or a treaty that is not known.
    """
    document = _document(path, PARTIES_FORMAT, {"format", "parties"})
    listed = document.get("parties")
    if not isinstance(listed, list):
        raise BadFile(path.name, _("parties is missing; write a list"))
    bound: dict[str, frozenset[str]] = {}
    for number, one in enumerate(listed, start=1):
        name, treaties = _party(path.name, number, one)
        if name in bound:
            raise BadFile(path.name, _("party {number}: the same id stands there twice").format(number=number))
        bound[name] = treaties
    return Parties(bound)


def _party(file: str, number: int, one: object) -> tuple[str, frozenset[str]]:
    if not isinstance(one, dict) or not one.keys() <= {"id", "bound_by"} or not isinstance(one.get("id"), str):
        raise BadFile(file, _("party {number}: write an id, and bound_by").format(number=number))
    treaties = one.get("bound_by")
    if not isinstance(treaties, list) or not all(isinstance(t, str) and t in TREATIES for t in treaties):
        raise BadFile(
            file,
            _("party {number}: bound_by is a list of {treaties}").format(
                number=number, treaties=", ".join(TREATIES)
            ),
        )
    return one["id"], frozenset(treaties)


def _document(path: Path, expected: str, fields: set[str]) -> dict[str, Any]:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BadFile(path.name, _("larger than {most} bytes").format(most=LARGEST_FILE))
        found = json.loads(path.read_bytes().decode("utf-8"))
    except OSError as cause:
        raise BadFile(path.name, _("cannot be read: {cause}").format(cause=cause.strerror)) from cause
    except (ValueError, RecursionError):
        raise BadFile(path.name, _("not JSON in UTF-8")) from None
    if not isinstance(found, dict) or found.get("format") != expected:
        raise BadFile(
            path.name, _("not a file of this format; it must say “format”: “{format}”").format(format=expected)
        )
    if not found.keys() <= fields:
        raise BadFile(
            path.name, _("a field is not known; allowed are {fields}").format(fields=", ".join(sorted(fields)))
        )
    return found
