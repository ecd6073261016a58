"""A typed reader of planning instances, format ``repatria-plan-instance/1``."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, cast

import numpy as np

from repatria.i18n import _, ngettext
from repatria.planning.aims import Aim, read_aims
from repatria.planning.captives import Captives, Numbers, read_captives
from repatria.planning.document import load_document
from repatria.planning.errors import BadInstance
from repatria.planning.fields import MOST_FACTOR, MOST_POINTS, Fields, numbered_once, whole_number
from repatria.planning.selectors import Selector
from repatria.planning.terms import AnyTerm, IfThen, Share, Together, read_terms

FORMAT = "repatria-plan-instance/1"
Kind = Literal["selection", "staging", "cycles"]


@dataclass(frozen=True, slots=True)
class Party:
    """A party to the agreement."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Site:
    """A place of detention: cost of opening it once, and how many can leave it in a day (None: no limit)."""

    id: str
    party: str
    open_cost: int
    per_day: int | None


@dataclass(frozen=True, slots=True)
class Values:
    """What a person's going is worth to a party (> 0, a request) or costs it (< 0, a reluctance)."""

    captive: Numbers
    party: Numbers
    points: Numbers


@dataclass(frozen=True, slots=True)
class Lane:
    """How many can go from one holder to one receiver in a day."""

    holder: str
    receiver: str
    per_day: int


@dataclass(frozen=True, slots=True)
class Imbalance:
    """After every day, |left_factor * L - right_factor * R| <= max over those handed over so far."""

    id: str
    left: Selector
    right: Selector
    left_factor: int
    right_factor: int
    max: int


@dataclass(frozen=True, slots=True)
class Staging:
    """Section 5 of the format: days, lanes and how far one side may ever be ahead."""

    days: int
    lanes: tuple[Lane, ...]
    imbalance: tuple[Imbalance, ...]
    same_day_groups: bool
    longest_held_first: bool


@dataclass(frozen=True)
class Instance:
    """A planning problem. Of kind ``cycles`` only the head is here; its offers are read by `planning.cycles`."""

    name: str
    kind: Kind
    reference_date: date | None
    parties: tuple[Party, ...]
    sites: tuple[Site, ...]
    captives: Captives
    values: Values
    terms: tuple[AnyTerm, ...]
    aims: tuple[Aim, ...]
    staging: Staging | None
    remarks: tuple[str, ...] = ()

    def refusing(self, ids: Iterable[str]) -> "Instance":
        """Give the same instance where `ids` cannot go: a refusal, a death, an absence."""
        return replace(self, captives=self.captives.refusing(ids))

    def with_terms(self, terms: Iterable[AnyTerm]) -> "Instance":
        """Give the same instance under other terms."""
        return replace(self, terms=tuple(terms))


def read_instance(path: Path) -> Instance:
    """Read an instance from ``.json`` or ``.json.gz``.

    Raises:
        NotReadable: the file is missing, damaged or not JSON.
        BadInstance: it is JSON but breaks the format; the text names the place, never a person.
    """
    return parse_instance(load_document(path))


def parse_instance(document: dict[str, Any]) -> Instance:
    """Check a document and give it types.

    Raises:
        BadInstance: as for :func:`read_instance`.
    """
    fields = Fields(document, _("instance"))
    if fields.raw("format") != FORMAT:
        raise fields.wrong("format", _("must be {format}").format(format=FORMAT))
    name = fields.text("name")
    kind = cast("Kind", fields.one_of("kind", ("selection", "staging", "cycles")))
    reference_date = _reference_date(fields)
    fields.raw("note")
    parties = _parties(fields.items("parties"))
    if kind == "cycles":
        return _head_of_cycles(name, reference_date, parties)
    known = frozenset(party.id for party in parties)
    sites = _sites(fields.items("sites", []), known)
    captives = read_captives(fields, known, frozenset(site.id for site in sites))
    instance = Instance(
        name=name,
        kind=kind,
        reference_date=reference_date,
        parties=parties,
        sites=sites,
        captives=captives,
        values=_values(fields.items("values", []), captives, parties),
        terms=read_terms(fields.items("terms", []), known),
        aims=read_aims(fields.items("objective", []), known),
        staging=_staging(fields.inner("staging"), known) if "staging" in fields else None,
    )
    fields.raw("staging")
    fields.done()
    if kind == "staging" and instance.staging is None:
        raise fields.wrong("staging", _("is missing"))
    return replace(instance, remarks=tuple(_remarks(instance)))


def _head_of_cycles(name: str, reference_date: date | None, parties: tuple[Party, ...]) -> Instance:
    nobody = read_captives(Fields({"captives": []}, "captives"), frozenset(), frozenset())
    none = np.zeros(0, dtype=np.int64)
    values = Values(none, none, none)
    return Instance(name, "cycles", reference_date, parties, (), nobody, values, (), (), None)


def _reference_date(fields: Fields) -> date | None:
    text = fields.raw("reference_date")
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError) as cause:
        raise fields.wrong("reference_date", _("must be a date such as 2025-05-01")) from cause


def _parties(rows: list[Any]) -> tuple[Party, ...]:
    found = []
    for number, row in enumerate(rows, 1):
        fields = Fields(row, _("parties, row {row}").format(row=number))
        name = fields.text("id")
        found.append(Party(name, fields.text("name", default=name)))
        fields.done()
    numbered_once([party.id for party in found], _("parties"))
    return tuple(found)


def _sites(rows: list[Any], parties: frozenset[str]) -> tuple[Site, ...]:
    found = []
    for number, row in enumerate(rows, 1):
        fields = Fields(row, _("sites, row {row}").format(row=number))
        name, party = fields.text("id"), fields.one_of("party", parties)
        cost, per_day = fields.number("open_cost", default=0), fields.number_or_none("per_day")
        fields.done()
        found.append(Site(name, party, cost, per_day))
    numbered_once([site.id for site in found], _("sites"))
    return tuple(found)


def _values(rows: list[Any], captives: Captives, parties: tuple[Party, ...]) -> Values:
    party_row = {party.id: n for n, party in enumerate(parties)}
    found: dict[tuple[int, int], int] = {}
    for number, row in enumerate(rows, 1):
        if type(row) is not list or len(row) != 3:
            place = _("values, row {row}").format(row=number)
            raise BadInstance(place, _("must be a list of captive id, party id and points"))
        who = captives.position.get(row[0]) if type(row[0]) is str else None
        party = party_row.get(row[1]) if type(row[1]) is str else None
        if (
            who is None
            or party is None
            or (who, party) in found
            or type(row[2]) is not int
            or abs(row[2]) > MOST_POINTS
        ):
            raise _bad_value(number, who, party, row[2], found)
        found[who, party] = row[2]
    pairs = np.array(list(found), dtype=np.int64).reshape(-1, 2)
    return Values(pairs[:, 0], pairs[:, 1], np.fromiter(found.values(), dtype=np.int64, count=len(found)))


def _bad_value(
    number: int, who: int | None, party: int | None, points: Any, found: dict[tuple[int, int], int]
) -> Exception:
    fields = Fields({}, _("values, row {row}").format(row=number))
    if who is None:
        return fields.wrong("captive", _("is not in the list of captives"))
    if party is None:
        return fields.wrong("party", _("is not one of the parties"))
    if (who, party) in found:
        return fields.wrong("captive", _("this captive and party stand in an earlier row"))
    whole_number(points, -MOST_POINTS, MOST_POINTS, f"{fields.place}, points")
    raise AssertionError("a value row was refused for no reason")


def _staging(fields: Fields, parties: frozenset[str]) -> Staging:
    days = fields.number("days", least=1, most=3660)
    lanes = tuple(
        _lane(Fields(row, _("staging, lanes, row {row}").format(row=n)), parties)
        for n, row in enumerate(fields.items("lanes", []), 1)
    )
    imbalance = tuple(
        _imbalance(Fields(row, _("staging, imbalance, row {row}").format(row=n)))
        for n, row in enumerate(fields.items("imbalance", []), 1)
    )
    together = fields.truth("same_day_groups", default=False)
    order = fields.raw("order")
    if order not in (None, "longest_held"):
        raise fields.wrong("order", _("must be longest_held or null"))
    fields.done()
    return Staging(days, lanes, imbalance, together, order is not None)


def _lane(fields: Fields, parties: frozenset[str]) -> Lane:
    lane = Lane(fields.one_of("from", parties), fields.one_of("to", parties), fields.number("per_day"))
    fields.done()
    return lane


def _imbalance(fields: Fields) -> Imbalance:
    found = Imbalance(
        fields.text("id"),
        Selector.read(fields.inner("left")),
        Selector.read(fields.inner("right")),
        fields.number("left_factor", most=MOST_FACTOR, default=1),
        fields.number("right_factor", most=MOST_FACTOR, default=1),
        fields.number("max"),
    )
    fields.done()
    return found


def _remarks(instance: Instance) -> Iterable[str]:
    """Say which terms name somebody or something that is not in the list: it is no error, but never silent."""
    groups = set(instance.captives.coded("group").words)
    for term in instance.terms:
        match term:
            case IfThen(condition=first, then=second) | Share(of=first, within=second):
                missing = first.unknown(instance.captives) + second.unknown(instance.captives)
            case Together(groups=named):
                missing = len((named or frozenset()) - groups)
            case _:
                sides = (getattr(term, side, None) for side in ("select", "left", "right"))
                missing = sum(s.unknown(instance.captives) for s in sides if s is not None)
        if missing:
            yield ngettext(
                "term {id} names {n} person, site or group that is not in the list; it was passed over",
                "term {id} names {n} persons, sites or groups that are not in the list; they were passed over",
                missing,
            ).format(id=term.id, n=missing)
