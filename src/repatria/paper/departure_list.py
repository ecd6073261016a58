"""The complete list that a site gives before a transfer leaves it (GC III art. 46), each sheet certified."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from repatria.i18n import _
from repatria.paper.listed import ListedPerson, both_names
from repatria.paper.rolls import Cell, Column, check_codes, fact, people_count, roll, table
from repatria.paper.sheet import Sheet
from repatria.paper.text import Value, code, value, words


@dataclass(frozen=True, slots=True)
class Departure:
    """One person who leaves: fit to travel as the doctor says, and the baggage in kilograms."""

    person: ListedPerson
    fit: str = ""
    baggage_kg: float | None = None


@dataclass(frozen=True, slots=True)
class DepartureList:
    """Everybody who leaves one site on one day. Restricted: it names the site (GC III art. 23)."""

    site: str
    departures: Sequence[Departure]
    leaves_on: Value = None
    destination: str = ""
    detaining_power: str = ""
    manifest: str = ""
    sha256: str = ""

    def sheet(self) -> Sheet:
        """Give the list with a place for the signature on each sheet."""
        check_codes([departure.person for departure in self.departures])
        rows = [_row(number, each) for number, each in enumerate(self.departures, start=1)]
        body = roll(
            [
                people_count(len(self.departures)),
                words(_("Complete list, closed before departure (GC III art. 46).")),
            ],
            self._facts(),
            [table(_columns(), rows)],
            signed_by=[_("Certified by the commander of the site"), _("Checked by")],
            every_page=True,
        )
        return Sheet("roll.typ", _("Departure list"), body, reference=self.manifest)

    def _facts(self) -> list[dict[str, Any]]:
        return [
            fact(_("Site"), self.site),
            fact(_("Detaining Power"), self.detaining_power),
            fact(_("Leaves on"), self.leaves_on, as_code=True),
            fact(_("Destination"), self.destination),
            fact(_("Manifest"), self.manifest, as_code=True),
            fact(_("SHA-256 of the manifest in the record"), self.sha256, as_code=True, wide=True),
        ]


def _columns() -> list[Column]:
    return [
        Column(_("No."), millimetres=11),
        Column(_("Line"), millimetres=23),
        Column(_("Name"), Cell.NAMES),
        Column(_("Date of birth"), millimetres=22),
        Column(_("Number, rank"), Cell.NAMES, 27),
        Column(_("Fit to travel"), millimetres=22),
        Column(_("Baggage, kg"), millimetres=17),
        Column(_("Left"), Cell.TICK, 11),
    ]


def _row(number: int, each: Departure) -> list[Any]:
    person = each.person
    baggage = None if each.baggage_kg is None else f"{each.baggage_kg:g}"
    return [
        code(number),
        code(person.code),
        both_names(person),
        code(person.born),
        [text for text in (code(person.number), value(person.rank, narrow=True)) if text],
        value(each.fit, narrow=True),
        code(baggage),
        None,
    ]
