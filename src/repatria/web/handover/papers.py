"""The papers of a handover, from the data of the manifest's hash: manifest, buses, departure lists, wristbands."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from repatria import paper
from repatria.handover import Change, Line, Manifest, bus_lists, departure_lists, travelling
from repatria.paper.bus_lists import Bus, Seat
from repatria.paper.departure_list import Departure
from repatria.paper.listed import ListedPerson
from repatria.paper.manifest import ManifestLine


def manifest_paper(manifest: Manifest, lines: Sequence[Line], title: str) -> paper.ManifestPaper:
    """Give the manifest with a square code for each line."""
    names = {party.code: party.name for party in manifest.parties}
    return paper.ManifestPaper(
        exchange=title,
        manifest=manifest.reference,
        lines=[ManifestLine(_person(line), names[line.holder], names[line.receiver]) for line in lines],
        day=", ".join(day.isoformat() for day in manifest.days),
        agreement=manifest.agreement,
        sha256=manifest.sha256,
    )


def buses(manifest: Manifest, lines: Sequence[Line], title: str) -> paper.BusLists:
    """Give who sits where."""
    names = {party.code: party.name for party in manifest.parties}
    return paper.BusLists(
        exchange=title,
        manifest=manifest.reference,
        buses=[
            Bus(one.bus, [Seat(str(line.seat), _person(line)) for line in one.lines], side=names[one.holder])
            for one in bus_lists(manifest, lines)
        ],
    )


def wristbands(manifest: Manifest, lines: Sequence[Line], title: str) -> paper.WristbandSheet:
    """Give a band for each person."""
    return paper.WristbandSheet([_person(line) for line in lines], manifest.reference)


def departure(manifest: Manifest, lines: Sequence[Line], site: str) -> paper.DepartureList:
    """Give the complete list of those who leave one site (GC III 46)."""
    names = {party.code: party.name for party in manifest.parties}
    leaving = [one for one in departure_lists(manifest, lines) if one.site == site]
    first = leaving[0]
    return paper.DepartureList(
        site=site or _("site not named"),
        departures=[Departure(_person(line)) for one in leaving for line in one.lines],
        leaves_on=manifest.days[first.stage - 1].isoformat(),
        destination=names[first.receiver],
        detaining_power=names[first.holder],
        manifest=manifest.reference,
        sha256=manifest.sha256,
    )


MAKERS: dict[str, Callable[[Manifest, Sequence[Line], str], object]] = {
    "manifest": manifest_paper, "buses": buses, "wristbands": wristbands,
}  # fmt: skip


def made(kind: str, manifest: Manifest, log: Sequence[Change], title: str, language: str, at: datetime) -> bytes:
    """Give one of the papers as PDF, for those who travel now."""
    lines = travelling(manifest, log)
    return paper.pdf(MAKERS[kind](manifest, lines, title), language_code=language, at=at)  # type: ignore[arg-type]


def _person(line: Line) -> ListedPerson:
    names = [*line.names, "", ""]
    return ListedPerson(line.code, names[0] or line.code, names[1], line.born or None)
