"""Writing and reading entries: one act, in canonical JSON, at most 65,535 bytes, without a word of free text."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import rfc8785

from repatria.i18n import _
from repatria.record.entries.acts import ACTS, Act
from repatria.record.errors import EntryRefused
from repatria.record.formats.tiles import LONGEST_ENTRY

_BY_NAME = {(act.name, act.version): act for act in ACTS}
_NEWEST = {act.name: act for act in ACTS}
_PREFIX = len(b'{"act":"')


def _patterns() -> dict[bytes, list[re.Pattern[bytes]]]:
    found: dict[bytes, list[re.Pattern[bytes]]] = {}
    for act in ACTS:
        found.setdefault(act.name.encode(), []).append(re.compile(act.pattern.encode()))
    return found


_PATTERNS = _patterns()


def entry(act: str, **fields: object) -> dict[str, object]:
    """Make an entry of the newest version of `act`, ready to be appended.

    Dates and moments may be given as Python's `date` and `datetime` (with a time zone).

    Raises:
        EntryRefused: there is no such act, or a field is missing, unknown or of the wrong kind.
    """
    if act not in _NEWEST:
        raise EntryRefused(_("there is no act of that name; «repatria record acts» lists them"))
    document = {"act": act, **{name: _plain(value) for name, value in fields.items()}}
    document["v"] = _NEWEST[act].version
    encode(document)
    return document


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise EntryRefused(_("a moment needs a time zone"))
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat() if isinstance(value, date) else value


def encode(document: Mapping[str, Any]) -> bytes:
    """Write an entry in canonical JSON, if its act's schema allows it.

    Raises:
        EntryRefused: it does not; the message names the act and the field, never what was in it.
    """
    act = _act_of(document)
    _check_names(act, document)
    for name, kind in act.fields.items():
        if name in document and not kind.holds(_canonical(document[name])):
            raise EntryRefused(
                _("«{act}», field {field}: write {meaning}").format(act=act.name, field=name, meaning=kind.meaning)
            )
    data = _canonical(dict(document))
    if len(data) > LONGEST_ENTRY:
        raise EntryRefused(_("the entry is longer than {n} bytes").format(n=LONGEST_ENTRY))
    return data


def _act_of(document: Mapping[str, Any]) -> Act:
    name, version = document.get("act"), document.get("v")
    act = _BY_NAME.get((name, version)) if isinstance(name, str) and type(version) is int else None
    if act is None:
        raise EntryRefused(_("there is no act of that name and version; «repatria record acts» lists them all"))
    return act


def _check_names(act: Act, document: Mapping[str, Any]) -> None:
    missing = sorted(act.required.keys() - document.keys())
    if missing:
        raise EntryRefused(_("«{act}» lacks {fields}").format(act=act.name, fields=", ".join(missing)))
    if document.keys() - act.fields.keys() - {"act", "v"}:
        raise EntryRefused(
            _("«{act}» has a field that does not belong; it knows {fields}").format(
                act=act.name, fields=", ".join(sorted(act.fields))
            )
        )


def _canonical(value: Any) -> bytes:
    try:
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError, RecursionError) as cause:
        raise EntryRefused(_("the entry holds something that canonical JSON cannot write")) from cause


def is_entry(data: bytes) -> bool:
    """Say whether `data` is an entry of a known act, written in canonical JSON.

    This is the check that :func:`encode` passes and that a reader of a record repeats: one match of the
    act's pattern, which knows both the schema and the canonical form.
    """
    for pattern in _PATTERNS.get(data[_PREFIX : data.find(b'"', _PREFIX)], ()):
        if pattern.fullmatch(data):
            return len(data) <= LONGEST_ENTRY
    return False


def decode(data: bytes) -> dict[str, Any]:
    """Read an entry back.

    Raises:
        EntryRefused: it is not an entry of a known act, or not in canonical JSON.
    """
    if not is_entry(data):
        raise EntryRefused(_("not an entry of a known act in canonical JSON"))
    document: dict[str, Any] = json.loads(data)
    return document


def read_json(text: bytes | str) -> dict[str, Any]:
    """Read one JSON object as a person or program wrote it, before it is made canonical.

    Raises:
        EntryRefused: it is not JSON, not an object, or names a field twice.
    """
    try:
        document = json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_no_constant)
    except (ValueError, RecursionError) as cause:
        raise EntryRefused(_("the entry is not JSON, or names a field twice")) from cause
    if not isinstance(document, dict):
        raise EntryRefused(_("an entry is one JSON object"))
    return document


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a field is there twice")
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(name)
