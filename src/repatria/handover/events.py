"""Check-ins: small facts made on a device, each with an id of the device's own making.

An id is ``device/sequence``: 8 to 32 random letters and digits, and a counter that only goes up. Nothing else about
an event decides its place: not the device's clock, which may be days off, and not when the hub heard of it.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import rfc8785

from repatria.handover.errors import BadEvent
from repatria.handover.vocabulary import ANSWERS, MAY_SAY, Kind, Role, StopReason
from repatria.i18n import _

_WRITTEN = "%Y-%m-%dT%H:%M:%SZ"
LONGEST_NOTE = 500
LONGEST_NAME = 120
MOST_ABOUT = 200
_DEVICE = re.compile(r"[a-z0-9]{8,32}")
_ID = re.compile(r"([a-z0-9]{8,32})/([1-9][0-9]{0,8})")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_CODE = re.compile(r"[A-Z]{2,4}-[0-9]{3,5}-[0-9]")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


@dataclass(frozen=True, slots=True)
class Event:
    """One check-in as its device made it.

    `subject` is a line's code, or the id of the event that first named somebody who is not on the list; empty where
    the event is about nobody. `about` are ids of events that this one withdraws, resolves or lifts. `at` is the
    device's own time. `said_by` names the person who resolves; it is never printed outside the hub.
    """

    device: str
    sequence: int
    manifest: str
    role: Role
    party: str
    kind: Kind
    at: str
    subject: str = ""
    about: tuple[str, ...] = ()
    outcome: str = ""
    other: str = ""
    reason: str = ""
    effects: tuple[str, ...] = ()
    said_by: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        for holds, why in _checks(self):
            if not holds:
                raise BadEvent(why)

    def __hash__(self) -> int:
        """Equal events have equal ids; that is enough to tell most apart."""
        return hash((self.device, self.sequence))

    @property
    def id(self) -> str:
        """The device and its counter."""
        return f"{self.device}/{self.sequence}"

    def document(self) -> dict[str, Any]:
        """Give the event as a JSON object; empty fields are left out."""
        found: dict[str, Any] = {"sequence": self.sequence}
        for name in _TEXTS:
            if getattr(self, name):
                found[name] = str(getattr(self, name))
        for name in _LISTS:
            if getattr(self, name):
                found[name] = list(getattr(self, name))
        return found

    def format(self) -> str:
        """Write the event in canonical JSON."""
        return rfc8785.dumps(self.document()).decode()

    @classmethod
    def parse(cls, text: bytes | str) -> "Event":
        """Read an event.

        Raises:
            BadEvent: it is not one; the text names the field, never what stood there.
        """
        try:
            document = json.loads(text)
        except (ValueError, RecursionError) as cause:
            raise BadEvent(_("not a check-in: not JSON")) from cause
        return cls.read(document)

    @classmethod
    def read(cls, document: Any) -> "Event":
        """Read an event from a JSON object that was parsed already.

        Raises:
            BadEvent: it is not one.
        """
        if not isinstance(document, Mapping):
            raise BadEvent(_("not a check-in: not an object"))
        unknown = set(document) - {*_TEXTS, *_LISTS, "sequence"}
        if unknown:
            raise BadEvent(_("a check-in has a field that does not belong"))
        fields: dict[str, Any] = {name: _text(document, name) for name in _TEXTS}
        fields |= {name: _texts(document, name) for name in _LISTS}
        fields["sequence"] = document.get("sequence")
        for name, words in (("role", Role), ("kind", Kind)):
            if fields[name] not in set(words):
                raise BadEvent(_("{field}: not one of the words known here").format(field=name))
            fields[name] = words(fields[name])
        return cls(**fields)


_TEXTS = (
    "device", "manifest", "role", "party", "kind", "at", "subject", "outcome", "other", "reason", "said_by", "note",
)  # fmt: skip
_LISTS = ("about", "effects")


@dataclass(frozen=True, slots=True)
class Kept:
    """An event with the hub's own time of hearing it; both times stay."""

    event: Event
    heard_at: datetime

    def format(self) -> str:
        """Write both on one line, as a hub's export holds them."""
        return rfc8785.dumps({"check_in": self.event.document(), "heard_at": moment(self.heard_at)}).decode()

    @classmethod
    def parse(cls, text: bytes | str) -> "Kept":
        """Read a line of a hub's export.

        Raises:
            BadEvent: it is not one.
        """
        try:
            document = json.loads(text)
            heard_at = datetime.strptime(document["heard_at"], _WRITTEN).replace(tzinfo=UTC)
            check_in = document["check_in"]
        except (ValueError, KeyError, TypeError, RecursionError) as cause:
            raise BadEvent(_("not a line of a hub's export: it has no check-in, or no time")) from cause
        return cls(Event.read(check_in), heard_at)

    @property
    def clock_off(self) -> float:
        """Seconds between the device's time and the hub's: an upper bound of delay plus error of the clock."""
        made = datetime.strptime(self.event.at, _WRITTEN).replace(tzinfo=UTC)
        return (self.heard_at - made).total_seconds()


def moment(at: datetime) -> str:
    """Write a moment as events hold it: UTC, to the second."""
    return at.astimezone(UTC).strftime(_WRITTEN)


def split_id(event_id: str) -> tuple[str, int]:
    """Give device and sequence of an id."""
    device, _slash, sequence = event_id.partition("/")
    return device, int(sequence)


def is_extra(subject: str) -> bool:
    """Whether a subject is somebody who was not on the list."""
    return "/" in subject


def _text(document: Mapping[str, Any], name: str) -> str:
    value = document.get(name, "")
    if not isinstance(value, str):
        raise BadEvent(_("{field}: must be text").format(field=name))
    return value


def _texts(document: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = document.get(name, [])
    if not isinstance(value, list) or len(value) > MOST_ABOUT or not all(isinstance(one, str) for one in value):
        raise BadEvent(_("{field}: must be a short list of texts").format(field=name))
    return tuple(value)


def _checks(event: Event) -> tuple[tuple[bool, str], ...]:
    number = event.sequence
    return (
        (bool(_DEVICE.fullmatch(event.device)), _("device: must be 8 to 32 small letters and digits")),
        (type(number) is int and 0 < number < 10**9, _("sequence: must be a whole number from 1")),
        (bool(_DIGEST.fullmatch(event.manifest)), _("manifest: must be the hash of the manifest")),
        (bool(_MOMENT.fullmatch(event.at)) and _exists(event.at), _("at: must be a moment in UTC")),
        (_is_subject(event.subject), _("subject: must be a line's code or the id of a check-in")),
        (len(event.note) <= LONGEST_NOTE, _("note: at most {n} letters").format(n=LONGEST_NOTE)),
        (len(event.said_by) <= LONGEST_NAME, _("said_by: at most {n} letters").format(n=LONGEST_NAME)),
        (all(map(_ID.fullmatch, event.about)), _("about: must hold ids of check-ins")),
        (all(0 < len(one) <= 40 for one in event.effects), _("effects: must hold numbers of receipts")),
        *_checks_of_role(event),
        *_checks_of_kind(event),
    )


def _exists(at: str) -> bool:
    try:
        datetime.strptime(at, _WRITTEN)
    except ValueError:
        return False
    return True


def _is_subject(subject: str) -> bool:
    return not subject or bool(_CODE.fullmatch(subject) or _ID.fullmatch(subject))


def _checks_of_role(event: Event) -> tuple[tuple[bool, str], ...]:
    of_a_party = event.role in (Role.HOLDER, Role.RECEIVER)
    decides = event.kind in (Kind.RESOLVED, Kind.SAME_PERSON, Kind.REPLACED)
    return (
        (bool(re.fullmatch("[A-Z]{2,4}", event.party)) == of_a_party, _("party: only a side's own tablet has one")),
        (
            event.kind not in ANSWERS or event.kind in MAY_SAY[event.role],
            _("kind: this role does not give that answer"),
        ),
        (decides <= (event.role is Role.MEDIATOR), _("kind: a disagreement is resolved at the mediator's table")),
        (decides <= bool(event.said_by.strip()), _("said_by: say who decides")),
    )


def _checks_of_kind(event: Event) -> tuple[tuple[bool, str], ...]:
    kind = event.kind
    without = (Kind.NOT_ON_LIST, Kind.STOP, Kind.GO_ON, Kind.WITHDRAWN)
    with_about = (Kind.WITHDRAWN, Kind.RESOLVED, Kind.GO_ON)
    own = all(split_id(one)[0] == event.device and split_id(one)[1] < event.sequence for one in event.about)
    return (
        ((kind in without) <= (not event.subject), _("subject: this kind of check-in is about no line")),
        (kind in (*without, Kind.NOTE) or bool(event.subject), _("subject: say which line")),
        ((kind in with_about) == bool(event.about), _("about: say which check-ins, where the kind asks for it")),
        ((kind is Kind.WITHDRAWN) <= own, _("about: a device takes back only what it said itself, before")),
        (
            (kind is Kind.RESOLVED) == bool(event.outcome) and event.outcome in ("", *ANSWERS),
            _("outcome: a decision needs one of the answers, nothing else has one"),
        ),
        (
            (kind is Kind.SAME_PERSON) == bool(event.other) and _is_subject(event.other),
            _("other: say who is the same person"),
        ),
        (event.other == "" or event.other != event.subject, _("other: must be somebody else's line")),
        (
            (kind is Kind.STOP) == bool(event.reason) and event.reason in ("", *StopReason),
            _("reason: a stop needs one of the reasons, nothing else has one"),
        ),
        ((kind is Kind.EFFECTS) == bool(event.effects), _("effects: give the numbers of the receipts")),
    )
