"""A manifest read back from its one written form."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from repatria.handover.change import Change
from repatria.handover.errors import BadManifest
from repatria.handover.manifest import FORMAT, Agreed, Bound, Line, Manifest, Party
from repatria.handover.vocabulary import Cause, Counted, Role, Rule
from repatria.i18n import _

T = TypeVar("T")


def parse_manifest(data: bytes | str) -> Manifest:
    """Read a manifest from its canonical JSON.

    Raises:
        BadManifest: it is not JSON, not a manifest, or not written the one way it is written.
    """
    raw = data.encode() if isinstance(data, str) else data
    try:
        document = json.loads(raw)
        if document["format"] != FORMAT:
            raise BadManifest(_("not a manifest: its format must be {format}").format(format=FORMAT))
        found = _manifest(document)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as cause:
        raise BadManifest(_("not a manifest: a field is missing or of the wrong kind")) from cause
    if found.canonical() != raw:
        raise BadManifest(
            _("this manifest is not written the one way a manifest is written; its hash would differ")
        )
    return found


def _manifest(document: dict[str, Any]) -> Manifest:
    agreed = document["agreed"]
    return Manifest(
        reference=_text(document["reference"]),
        exchange=_text(document["exchange"]),
        agreement=_text(document["agreement"]),
        days=tuple(date.fromisoformat(day) for day in document["days"]),
        parties=tuple(Party(_text(party["code"]), _text(party["name"])) for party in document["parties"]),
        bounds=tuple(Bound(_text(bound["id"]), _whole(bound["most"])) for bound in document["bounds"]),
        agreed=Agreed(
            frozenset(map(Role, agreed["receipt"])),
            {Cause(cause): Rule(rule) for cause, rule in agreed["on_loss"].items()},
            {Cause(cause): frozenset(map(Role, roles)) for cause, roles in agreed["falls_by"].items()},
            _whole(agreed["baggage_kg"]),
        ),
        lines=tuple(map(_line, document["lines"])),
        reserve=tuple(map(_line, document["reserve"])),
        changes=tuple(map(_change, document["changes"])),
    )


def _line(row: dict[str, Any]) -> Line:
    return Line(
        number=_whole(row["number"]),
        stage=_whole(row["stage"]),
        seat=_whole(row["seat"]),
        counted=Counted(row["counted"]),
        names=_all(_text, row["names"]),
        effects=_all(_text, row["effects"]),
        counts=_all(_whole, row["counts"]),
        **{name: _text(row[name]) for name in ("captive", "holder", "receiver", "site", "born", "bus", "group")},
    )


def _change(row: dict[str, Any]) -> Change:
    if type(row["pauses"]) is not bool:
        raise TypeError
    return Change(_text(row["code"]), Cause(row["cause"]), Rule(row["rule"]), _text(row["instead"]), row["pauses"])


def _all(of: Callable[[Any], T], values: Any) -> tuple[T, ...]:
    if not isinstance(values, list):
        raise TypeError
    return tuple(map(of, values))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError
    return value
