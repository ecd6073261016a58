"""The manifest: the frozen list of those who travel, with one way of writing it and one hash.

What is printed, what the tablets show and what the record commits to is the same document.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

import rfc8785

from repatria.handover.change import Change
from repatria.handover.codes import line_code, read_code
from repatria.handover.errors import BadCode, BadManifest
from repatria.handover.vocabulary import FALLS_BY, MAY_SAY, Cause, Counted, Kind, Role, Rule
from repatria.i18n import _

FORMAT = "repatria-manifest/1"
MOST_LINES = 99_999


@dataclass(frozen=True, slots=True)
class Party:
    """A party: its code as in the record (2 to 4 capital letters) and its name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Bound:
    """How far one side may be ahead: the sum of the lines' `counts` stays within -most..most.

    A line counts above 0 for the first side, below 0 for the second, 0 where it stands outside the ratio.
    """

    id: str
    most: int


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the agreement says about the day itself.

    `receipt`: the roles that must all have received a person before he counts. `on_loss`: what happens when a line
    falls away. `falls_by`: on whose word it does, for each cause. `baggage_kg`: what each person may take, at least
    25 (GC III 119).
    """

    receipt: frozenset[Role] = frozenset({Role.RECEIVER, Role.ICRC})
    on_loss: Mapping[Cause, Rule] = field(default_factory=lambda: dict.fromkeys(Cause, Rule.SHRINK))
    falls_by: Mapping[Cause, frozenset[Role]] = field(default_factory=lambda: dict(FALLS_BY))
    baggage_kg: int = 25


@dataclass(frozen=True, slots=True)
class Line:
    """One person of the manifest.

    `names` are spellings, the one to print first; `born` is a date as known (``1990-??-??``). `counts` has one
    number for each bound. `effects` are the numbers of his art. 18 receipts. A line of the reserve has no bus.
    """

    number: int
    captive: str
    holder: str
    receiver: str
    site: str
    stage: int
    counted: Counted
    names: tuple[str, ...] = ()
    born: str = ""
    bus: str = ""
    seat: int = 0
    group: str = ""
    counts: tuple[int, ...] = ()
    effects: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """What is printed beside the QR: holder, number, check digit."""
        return line_code(self.holder, self.number)


@dataclass(frozen=True)
class Manifest:
    """The signed list of those who travel, and the reserve in its order.

    `days` holds the date of each stage, stage 1 first. `changes` are the lines that fell away before it was frozen;
    what falls away on the day is worked out from the check-ins.

    Raises:
        BadManifest: a person or number twice, an unknown party, a stage without a day, a seat taken twice.
    """

    reference: str
    exchange: str
    agreement: str
    days: tuple[date, ...]
    parties: tuple[Party, ...]
    lines: tuple[Line, ...]
    reserve: tuple[Line, ...] = ()
    bounds: tuple[Bound, ...] = ()
    agreed: Agreed = field(default_factory=Agreed)
    changes: tuple[Change, ...] = ()

    def __post_init__(self) -> None:
        for fault in _faults(self):
            raise BadManifest(fault)

    @cached_property
    def by_code(self) -> dict[str, Line]:
        """Every line by its code, the reserve too."""
        return {line.code: line for line in (*self.lines, *self.reserve)}

    @cached_property
    def listed(self) -> frozenset[str]:
        """The codes of the signed lines, without the reserve."""
        return frozenset(line.code for line in self.lines)

    def line(self, code: str) -> Line:
        """Find a line by what was scanned or typed.

        Raises:
            BadCode: it is not a code, or no line of this manifest.
        """
        holder, number = read_code(code)
        found = self.by_code.get(line_code(holder, number))
        if found is None:
            raise BadCode(_("this manifest has no such line; is it from another manifest?"))
        return found

    def document(self) -> dict[str, Any]:
        """Give the manifest as the JSON object that is hashed."""
        return {
            "format": FORMAT,
            "reference": self.reference,
            "exchange": self.exchange,
            "agreement": self.agreement,
            "days": [day.isoformat() for day in self.days],
            "parties": [{"code": party.code, "name": party.name} for party in self.parties],
            "bounds": [{"id": bound.id, "most": bound.most} for bound in self.bounds],
            "agreed": {
                "receipt": sorted(self.agreed.receipt),
                "on_loss": {cause.value: rule.value for cause, rule in self.agreed.on_loss.items()},
                "falls_by": {cause.value: sorted(roles) for cause, roles in self.agreed.falls_by.items()},
                "baggage_kg": self.agreed.baggage_kg,
            },
            "lines": [_written(line) for line in self.lines],
            "reserve": [_written(line) for line in self.reserve],
            "changes": [_change_written(change) for change in self.changes],
        }

    def canonical(self) -> bytes:
        """Write the manifest the one way (RFC 8785)."""
        return rfc8785.dumps(self.document())

    @cached_property
    def sha256(self) -> str:
        """The hash that stands on the paper and that the record commits to: 64 hexadecimal digits."""
        return sha256(self.canonical()).hexdigest()


_LINE_FIELDS = (
    "number", "captive", "holder", "receiver", "site", "stage", "counted", "names", "born", "bus", "seat", "group",
    "counts", "effects",
)  # fmt: skip


def _written(line: Line) -> dict[str, Any]:
    fields = {name: getattr(line, name) for name in _LINE_FIELDS}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()} | {
        "counted": line.counted.value
    }


def _change_written(change: Change) -> dict[str, Any]:
    return {
        "code": change.code, "cause": change.cause.value, "rule": change.rule.value, "instead": change.instead,
        "pauses": change.pauses,
    }  # fmt: skip


def _faults(manifest: Manifest) -> list[str]:
    everyone = (*manifest.lines, *manifest.reserve)
    found = [] if manifest.lines else [_("a manifest needs at least one line")]
    codes = {party.code for party in manifest.parties}
    if len(codes) != len(manifest.parties) or not all(_is_code(code) for code in codes):
        found.append(_("each party needs a code of its own, 2 to 4 capital letters"))
    if not manifest.agreed.receipt or Role.MEDIATOR in manifest.agreed.receipt:
        found.append(_("a receipt needs at least one role, and the mediator is none of them"))
    found += _faults_of_rules(manifest.agreed)
    if any(change.code not in manifest.by_code for change in manifest.changes):
        found.append(_("a change before departure is of no line of this manifest"))
    if manifest.agreed.baggage_kg < 25:
        found.append(_("on repatriation each person may take at least 25 kg (GC III 119)"))
    for what, values in (
        (_("number"), [line.number for line in everyone]),
        (_("person"), [line.captive for line in everyone]),
        (_("seat"), [(line.bus, line.seat) for line in manifest.lines if line.seat]),
    ):
        twice = _first_twice(values)
        if twice is not None:
            place = [line.number for line in everyone][twice]
            found.append(_("line {line}: its {what} stands in an earlier line").format(line=place, what=what))
    return found + [fault for line in everyone for fault in _faults_of(line, manifest, codes)]


def _faults_of_rules(agreed: Agreed) -> list[str]:
    found = []
    for rules in (agreed.on_loss, agreed.falls_by):
        if rules.get(Cause.DOES_NOT_TRAVEL) != rules.get(Cause.NOT_FIT):
            # A side would read off from what follows who has refused to come back to it.
            found.append(_("not travelling and not being fit need one and the same rule"))
    for cause, roles in agreed.falls_by.items():
        if any(Kind(cause.value) not in MAY_SAY[role] for role in roles):
            found.append(_("{cause}: a role is named that has no say in that").format(cause=cause.value))
    return found


def _is_code(code: str) -> bool:
    return 2 <= len(code) <= 4 and code.isascii() and code.isalpha() and code.isupper()


def _first_twice(values: list[Any]) -> int | None:
    seen = set()
    for place, value in enumerate(values):
        if value in seen:
            return place
        seen.add(value)
    return None


def _faults_of(line: Line, manifest: Manifest, parties: set[str]) -> list[str]:
    checks = (
        (1 <= line.number <= MOST_LINES, _("its number is out of range")),
        (bool(line.captive), _("it names nobody")),
        ({line.holder, line.receiver} <= parties, _("its holder or receiver is no party")),
        (line.holder != line.receiver, _("its holder and receiver are one")),
        (1 <= line.stage <= len(manifest.days), _("its stage has no day")),
        (len(line.counts) == len(manifest.bounds), _("it needs one count for each bound")),
        (line.counted is Counted.FORMULA or not any(line.counts), _("it stands outside the ratio, so it counts 0")),
        (line.seat == 0 or bool(line.bus), _("it has a seat but no bus")),
    )
    return [_("line {line}: {why}").format(line=line.number, why=why) for holds, why in checks if not holds]
