"""An exchange run in Repatria itself joins the history from the entries of its record.

Three kinds of entry are read; all others are passed over:

* ``{"type": "exchange-opened", "exchange": ID, "conflict": NAME, "parties": [A, B], "mediators": [...],
  "place": TEXT}``
* ``{"type": "receipt", "exchange": ID, "line": COMMITMENT, "returned_to": PARTY, "on": DATE,
  "status": "military" | "civilian"}``
* ``{"type": "exchange-closed", "exchange": ID, "on": DATE}``

A person counts when receipted, and once: a second receipt of the same line is the same person.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from repatria.history.errors import BadExchange
from repatria.history.exchange import Exchange, Side
from repatria.history.tags import Tags
from repatria.history.when import When
from repatria.i18n import _

# A published count below this could point at a person.
SMALLEST_CELL = 5


@dataclass
class _Run:
    opened: Mapping[str, object]
    receipts: dict[str, Mapping[str, object]] = field(default_factory=dict)
    closed: bool = False


def from_entries(entries: Iterable[Mapping[str, object]], source: str) -> list[Exchange]:
    """Give the closed exchanges that `entries` tell of, counted from their receipts.

    Args:
        entries: record entries in their order.
        source: where the record can be read, kept as the row's source.

    Raises:
        BadExchange: an entry lacks a field, or a receipt is of an exchange that was never opened.
    """
    runs: dict[str, _Run] = {}
    for entry in entries:
        kind = entry.get("type")
        if kind == "exchange-opened":
            runs.setdefault(_text(entry, "exchange"), _Run(entry))
        elif kind in ("receipt", "exchange-closed"):
            _follow(runs, entry)
    return [_exchange(id, run, source) for id, run in runs.items() if run.closed and run.receipts]


def _follow(runs: dict[str, _Run], entry: Mapping[str, object]) -> None:
    run = runs.get(_text(entry, "exchange"))
    if run is None:
        raise BadExchange("exchange", _("an entry names an exchange that was not opened before it"))
    if entry["type"] == "exchange-closed":
        run.closed = True
    elif not run.closed:
        # The first receipt of a line stands; two tablets may report the same person.
        run.receipts.setdefault(_text(entry, "line"), entry)


def _exchange(id: str, run: _Run, source: str) -> Exchange:
    parties = run.opened.get("parties")
    if not isinstance(parties, list) or len(parties) != 2:
        raise BadExchange("parties", _("an exchange has two parties"))
    days = sorted(_day(receipt) for receipt in run.receipts.values())
    a, b = (_side(str(party), run.receipts.values()) for party in parties)
    mediators = run.opened.get("mediators")
    return Exchange(
        id=id,
        conflict=_text(run.opened, "conflict"),
        date=When.on(days[0]),
        a=a,
        b=b,
        mediators=tuple(map(str, mediators)) if isinstance(mediators, list) else (),
        place=str(run.opened.get("place") or ""),
        note=_("Counted from the receipts of its record."),
        tags=Tags(until=days[-1] if days[-1] != days[0] else None),
        sources=(source,),
        confidence="both-sides",
    )


def _side(party: str, receipts: Iterable[Mapping[str, object]]) -> Side:
    statuses = [receipt.get("status") for receipt in receipts if receipt.get("returned_to") == party]
    military, civilians = statuses.count("military"), statuses.count("civilian")
    if 0 < len(statuses) < SMALLEST_CELL:
        return Side((party,))
    split = military + civilians == len(statuses) and all(
        cell == 0 or cell >= SMALLEST_CELL for cell in (military, civilians)
    )
    return Side((party,), len(statuses), *((military, civilians) if split else (None, None)))


def _text(entry: Mapping[str, object], name: str) -> str:
    value = entry.get(name)
    if not isinstance(value, str) or not value:
        raise BadExchange(name, _("a record entry lacks this field"))
    return value


def _day(entry: Mapping[str, object]) -> date:
    when = When.parse(_text(entry, "on"), "on")
    if not when.exact:
        raise BadExchange("on", _("a receipt needs its day"))
    return when.earliest
