"""North holds, South asks, Hala mediates, Iris is the ICRC delegate; six invented people and their tablets."""

from dataclasses import replace
from datetime import date
from typing import Any

from repatria.handover import Agreed, Bound, Cause, Counted, Event, Kind, Line, Manifest, Party, Role, Rule

NORTH, SOUTH = Party("NTH", "North"), Party("STH", "South")
DAY = date(2026, 2, 5)
NOON = "2026-02-05T12:00:00Z"


def line(number: int, holder: str = "NTH", **changes: Any) -> Line:
    counted = changes.get("counted", Counted.FORMULA)
    sign = 0 if counted is not Counted.FORMULA else 1 if holder == "NTH" else -1
    plain: dict[str, Any] = {
        "captive": f"C{number}",
        "receiver": "STH" if holder == "NTH" else "NTH",
        "site": f"{holder}-site",
        "stage": 1,
        "counted": counted,
        "names": (f"Person {number}",),
        "bus": f"{holder}-1B1",
        "seat": number,
        "counts": (sign,),
    }
    return Line(number=number, holder=holder, **{**plain, **changes})


def manifest(**changes: Any) -> Manifest:
    """Lines 1 to 3 go from North to South, 4 to 6 the other way; 7 (North) and 8 (South) are the reserve."""
    spare = {"bus": "", "seat": 0}
    plain: dict[str, Any] = {
        "reference": "manifest-1",
        "exchange": "exchange-1",
        "agreement": "agreement-1",
        "days": (DAY,),
        "parties": (NORTH, SOUTH),
        "lines": tuple(line(n, "NTH" if n <= 3 else "STH") for n in range(1, 7)),
        "reserve": (line(7, "NTH", **spare), line(8, "STH", **spare)),
        "bounds": (Bound("lead", 2),),
        "agreed": Agreed(on_loss=dict.fromkeys(Cause, Rule.SHRINK)),
    }
    return Manifest(**{**plain, **changes})


def with_rule(rule: Rule, **changes: Any) -> Manifest:
    return manifest(agreed=Agreed(on_loss=dict.fromkeys(Cause, rule)), **changes)


class Tablet:
    """A device in somebody's hand: it makes events and counts them."""

    def __init__(self, name: str, role: Role, party: str = "", of: Manifest | None = None) -> None:
        self.device = f"{name}0000"
        self.role, self.party = role, party
        self.manifest = of or manifest()
        self.made: list[Event] = []

    def says(self, kind: Kind, subject: str | int = "", **more: Any) -> Event:
        if isinstance(subject, int):
            everyone = (*self.manifest.lines, *self.manifest.reserve)
            subject = next(line.code for line in everyone if line.number == subject)
        event = Event(
            device=self.device,
            sequence=len(self.made) + 1,
            manifest=self.manifest.sha256,
            role=more.pop("role", self.role),
            party=self.party,
            kind=kind,
            at=more.pop("at", NOON),
            subject=subject,
            **more,
        )
        self.made.append(event)
        return event


class Cast:
    """A tablet for each: North hands over, South receives and hands over, Iris watches, Hala decides."""

    def __init__(self, of: Manifest | None = None) -> None:
        self.manifest = of or manifest()
        self.north = Tablet("north", Role.HOLDER, "NTH", self.manifest)
        self.south = Tablet("south", Role.RECEIVER, "STH", self.manifest)
        self.iris = Tablet("iris", Role.ICRC, of=self.manifest)
        self.second = Tablet("second", Role.ICRC, of=self.manifest)
        self.hala = Tablet("hala", Role.MEDIATOR, of=self.manifest)

    def everything(self) -> list[Event]:
        return [event for one in (self.north, self.south, self.iris, self.second, self.hala) for event in one.made]

    def code(self, number: int) -> str:
        return next(line.code for line in (*self.manifest.lines, *self.manifest.reserve) if line.number == number)

    def decides(self, number: int, outcome: Kind, *about: Event, by: str = "Hala") -> Event:
        return self.hala.says(
            Kind.RESOLVED, number, outcome=outcome.value, about=tuple(e.id for e in about), said_by=by
        )


def other_clock(event: Event, at: str) -> Event:
    return replace(event, at=at)
