"""Events as columns: a few bytes an event, so that two million of them are cheap to ask about."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

import polars as pl

from repatria.conventions.events import Event
from repatria.conventions.kinds import PLANNED, Kind

KINDS = tuple(Kind)
_CODE = {kind: code for code, kind in enumerate(KINDS)}
_CHUNK = 50_000
_UNKNOWN_FIRST = date(1900, 1, 1)
_SCHEMA = {
    "line": pl.UInt32, "kind": pl.UInt16, "person": pl.UInt32, "site": pl.UInt32, "party": pl.UInt32,
    "first": pl.Date, "last": pl.Date, "entered": pl.Date,
}  # fmt: skip
_ATTRIBUTE_SCHEMA = {"line": pl.UInt32, "value": pl.String}


@dataclass(frozen=True)
class EventTable:
    """All events, as one frame and one small frame for each attribute that occurs.

    `persons`, `sites` and `parties` turn the numbers of the frame back into ids. A partial date is cut off at the
    day the event was entered: what is written down has happened by then.
    """

    frame: pl.DataFrame
    attributes: dict[str, pl.DataFrame]
    persons: tuple[str, ...]
    sites: tuple[str, ...]
    parties: tuple[str, ...]

    def of_parties(self, parties: Iterable[str]) -> "EventTable":
        """Give the events of some of the parties."""
        names = set(parties)
        wanted = [number for number, name in enumerate(self.parties) if name in names]
        return replace(self, frame=self.frame.filter(pl.col("party").is_in(wanted)))

    @classmethod
    def of(cls, events: Iterable[Event]) -> "EventTable":
        """Put `events`, in any order, into columns."""
        builder = TableBuilder()
        for line, one in enumerate(events, start=1):
            builder.add(one, line)
        return builder.finish()


@dataclass
class TableBuilder:
    """Takes events one by one and keeps no more than a few bytes of each."""

    _rows: list[tuple[object, ...]] = field(default_factory=list)
    _chunks: list[pl.DataFrame] = field(default_factory=list)
    _values: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _value_chunks: dict[str, list[pl.DataFrame]] = field(default_factory=dict)
    _codes: tuple[dict[str, int], dict[str, int], dict[str, int]] = field(default_factory=lambda: ({}, {}, {}))

    def add(self, event: Event, line: int) -> None:
        """Take `event`, which stands in line `line` of its source."""
        persons, sites, parties = self._codes
        person = None if event.person is None else persons.setdefault(event.person, len(persons))
        site = None if event.site is None else sites.setdefault(event.site, len(sites))
        party = None if event.party is None else parties.setdefault(event.party, len(parties))
        first, last = _days(event)
        self._rows.append((line, _CODE[event.kind], person, site, party, first, last, event.entered_on))
        for name, value in event.attributes.items():
            self._values.setdefault(name, []).append((line, value))
        if event.id is not None:
            self._values.setdefault("id", []).append((line, event.id))
        if len(self._rows) >= _CHUNK:
            self._flush()

    def fork(self) -> "TableBuilder":
        """Give a builder that goes on from here and leaves this one as it is."""
        self._flush()
        chunks = {name: list(some) for name, some in self._value_chunks.items()}
        persons, sites, parties = (dict(codes) for codes in self._codes)
        return TableBuilder([], list(self._chunks), {}, chunks, (persons, sites, parties))

    def finish(self) -> EventTable:
        """Give the table of everything that was added so far."""
        self._flush()
        frame = pl.concat(self._chunks) if self._chunks else pl.DataFrame(schema=_SCHEMA)
        values = {name: pl.concat(chunks) for name, chunks in self._value_chunks.items()}
        persons, sites, parties = (tuple(codes) for codes in self._codes)
        return EventTable(frame, values, persons, sites, parties)

    def _flush(self) -> None:
        if self._rows:
            self._chunks.append(pl.DataFrame(self._rows, schema=_SCHEMA, orient="row"))
            self._rows = []
        for name, rows in self._values.items():
            chunk = pl.DataFrame(rows, schema=_ATTRIBUTE_SCHEMA, orient="row")
            self._value_chunks.setdefault(name, []).append(chunk)
        self._values = {}


def _days(event: Event) -> tuple[date, date]:
    span, entered = event.occurred_on, event.entered_on
    if span is None:
        return _UNKNOWN_FIRST, max(entered, _UNKNOWN_FIRST)
    if event.kind in PLANNED or span.first > entered:
        return span.first, span.last
    return span.first, min(span.last, entered)


def code_of(kind: Kind) -> int:
    """Give the number that stands for `kind` in the frame."""
    return _CODE[kind]
