"""What a tablet carries through the day: the lines, and keys by which a name is found in any script.

Keys are made here by :mod:`repatria.names`; the tablet folds what is typed by the same tables (``folding``), so
that it can search with the hub switched off.
"""

import re
from datetime import UTC, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

from repatria.handover import Cause, Change, Line, Manifest
from repatria.handover.events import moment
from repatria.handover.manifest import Party
from repatria.names import search_key
from repatria.names import tables as name_tables

EXPIRES_AFTER = timedelta(hours=36)
_WORD = re.compile(r"[\s,.;:/()_\-‐–—]+")


def expires(manifest: Manifest, opened_at: datetime) -> datetime:
    """Give the moment at which names leave the tablets: 36 hours into the last stage's day.

    A day that slipped must not end before it began, so it is never sooner than 36 hours after the hub was opened.
    """
    planned = datetime.combine(manifest.days[-1], time(), UTC)
    return max(planned, opened_at) + EXPIRES_AFTER


def pack(manifest: Manifest, opened_at: datetime) -> dict[str, Any]:
    """Give everything a tablet needs for the day, as JSON."""
    return {
        "manifest": manifest.sha256,
        "reference": manifest.reference,
        "parties": [_party(party) for party in manifest.parties],
        "required": sorted(manifest.agreed.receipt),
        "bounds": [{"id": bound.id, "most": bound.most} for bound in manifest.bounds],
        "days": [day.isoformat() for day in manifest.days],
        "expires": moment(expires(manifest, opened_at)),
        "lines": [line_for_tablet(line) for line in manifest.lines],
        "reserve": [line_for_tablet(line) for line in manifest.reserve],
        "on_loss": {cause.value: rule.value for cause, rule in manifest.agreed.on_loss.items()},
        "falls_by": {cause.value: sorted(roles) for cause, roles in manifest.agreed.falls_by.items()},
        "changes": [_change(change) for change in manifest.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    """Give what a tablet may know of a line that fell away before: not to wish and not to be fit are one word."""
    unfit = change.cause is Cause.NOT_FIT
    cause = Cause.DOES_NOT_TRAVEL if unfit else change.cause
    return {"code": change.code, "cause": cause.value, "instead": change.instead, "pauses": change.pauses}


def _party(party: Party) -> dict[str, str]:
    return {"code": party.code, "name": party.name}


def line_for_tablet(line: Line) -> dict[str, Any]:
    """Give one line as tablets hold it. The captive's register id is not among it: nobody needs it in the rain."""
    return {
        "code": line.code, "number": line.number, "holder": line.holder, "receiver": line.receiver,
        "stage": line.stage, "bus": line.bus, "seat": line.seat, "counted": line.counted.value,
        "names": list(line.names), "born": line.born, "counts": list(line.counts),
        "effects": list(line.effects), "keys": keys(line),
    }  # fmt: skip


def keys(line: Line) -> list[str]:
    """Give the search keys of a line: for every word of every spelling its Slavic and its Arabic code.

    Two neighbours also have one Arabic code together: Abd al-Rahman is written as one word or as two.
    """
    spellings = [[word for word in _WORD.split(name) if word] for name in line.names]
    words = [word for some in spellings for word in some]
    found = [f"s:{search_key(word, 'slavic')}" for word in words]
    found += [f"a:{search_key(word, 'arabic')}" for word in words]
    found += [f"a:{search_key(' '.join(pair), 'arabic')}" for some in spellings for pair in pairwise(some)]
    return sorted({key for key in found if len(key) > 2})


@cache
def folding() -> dict[str, Any]:
    """Give the tables by which the tablet folds what is typed into keys."""
    return {
        name: [list(row) for row in name_tables.rows(f"{name}.tsv")]
        for name in ("slavic_letters", "slavic_latin", "arabic_letters", "arabic_latin")
    }
