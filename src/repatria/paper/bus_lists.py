"""Bus lists: who sits where, one bus a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from repatria.i18n import _
from repatria.paper.errors import BadPaper
from repatria.paper.listed import ListedPerson, both_names
from repatria.paper.rolls import Cell, Column, check_codes, fact, people_count, roll, table
from repatria.paper.sheet import Sheet
from repatria.paper.text import Text, Value, code, value


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat taken. `needs` is a category (stretcher, escort), never a diagnosis."""

    seat: str
    person: ListedPerson
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Bus:
    """One bus (or aircraft). `places` is how many it has."""

    name: str
    seats: Sequence[Seat]
    places: int | None = None
    plate: str = ""
    side: str = ""


@dataclass(frozen=True, slots=True)
class BusLists:
    """All buses of one stage."""

    exchange: str
    manifest: str
    buses: Sequence[Bus]
    day: Value = None
    stage: str = ""

    def sheet(self) -> Sheet:
        """Give one page (or more) a bus.

        Raises:
            BadPaper: more people than places, or one line twice.
        """
        check_codes([seat.person for bus in self.buses for seat in bus.seats])
        for bus in self.buses:
            _check_places(bus)
        facts = [
            fact(_("Exchange"), self.exchange),
            fact(_("Manifest"), self.manifest, as_code=True),
            fact(_("Day"), self.day, as_code=True),
            fact(_("Stage"), self.stage),
        ]
        tables = [_bus_table(bus, apart=at > 0) for at, bus in enumerate(self.buses)]
        body = roll([], facts, tables, signed_by=[_("In charge of the bus")], every_page=True)
        return Sheet("roll.typ", _("Bus list"), body, reference=self.manifest)


def _check_places(bus: Bus) -> None:
    if bus.places is not None and len(bus.seats) > bus.places:
        raise BadPaper(_("a bus has {places} places and {people} people: move some to another bus").format(
            places=bus.places, people=len(bus.seats)))  # fmt: skip


def _bus_table(bus: Bus, *, apart: bool) -> dict[str, Any]:
    columns = [
        Column(_("Seat"), millimetres=22),
        Column(_("Line"), millimetres=26),
        Column(_("Name"), Cell.NAMES),
        Column(_("Needs"), millimetres=34),
        Column(_("On board"), Cell.TICK, 18),
    ]
    return table(columns, [_row(seat) for seat in bus.seats], title=_title(bus), apart=apart)


def _title(bus: Bus) -> Text:
    parts = [value(bus.name), value(bus.side), code(bus.plate), people_count(len(bus.seats))]
    title: Text = []
    for part in parts:
        title += ([(" · ", "")] if title and part else []) + (part or [])
    return title


def _row(seat: Seat) -> list[Any]:
    return [
        code(seat.seat),
        code(seat.person.code),
        both_names(seat.person),
        value(seat.needs, narrow=True),
        None,
    ]
