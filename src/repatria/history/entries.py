"""An exchange run in Repatria itself joins the history from the entries of its record.

Entries are the acts of the record (``repatria.record.entries.acts``), as dictionaries in their order. Read are
``record opened``, ``manifest closed``, ``receipt given``, ``receipts disagree``, ``handover completed``,
``statement published`` and ``correction``; all others are passed over.

A person counts when receipted, and once: receipts that were found to disagree are of one line of a manifest, and an
entry that a correction names does not count. A manifest that is not completed is not yet history.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from repatria.history.errors import BadExchange
from repatria.history.exchange import Exchange, Side, Statement
from repatria.history.small_cells import THRESHOLD
from repatria.history.tags import Tags
from repatria.history.when import When
from repatria.i18n import _

Entry = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class About:
    """What a record cannot say, as it holds no word of text.

    Attributes:
        conflict: plain name; the codes of the two sides joined where it is empty.
        place: where people were handed over.
        mediators: codes; None means whoever closed and completed the manifests and received nobody.
        codes: the history's code for a party of the record, as ``{"NTH": "UKR"}``; others stay as they are.
    """

    conflict: str = ""
    place: str = ""
    mediators: tuple[str, ...] | None = None
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass
class _Run:
    """One exchange of the record while its entries are read; numbers are places of entries."""

    manifests: dict[str, Entry] = field(default_factory=dict)
    receipts: dict[str, tuple[int, Entry]] = field(default_factory=dict)
    disagreements: list[Sequence[str]] = field(default_factory=list)
    completed: dict[str, tuple[int, Entry]] = field(default_factory=dict)
    statement: Entry | None = None


def from_entries(entries: Iterable[Entry], source: str, about: About | None = None) -> list[Exchange]:
    """Give the handovers that `entries` tell of, one a day of an exchange, counted from their receipts.

    Args:
        entries: every entry of the record from its first, in order: corrections name entries by number.
        source: where the record can be read, kept as the row's source.
        about: names and places that the record leaves out.

    Raises:
        BadExchange: an entry lacks a field, names a manifest that was not closed before it, or the record does not
            say who the two sides are.
    """
    numbered = list(enumerate(entries))
    gone = _corrected(numbered)
    parties: list[str] = []
    runs: dict[str, _Run] = {}
    for number, entry in numbered:
        if entry.get("act") == "record opened":
            parties = [str(code) for code in _list(entry, "parties")]
        elif number not in gone and entry.get("act") in _FOLLOW:
            run = runs.setdefault(_text(entry, "exchange"), _Run())
            _FOLLOW[str(entry["act"])](run, number, entry)
    return [row for id, run in runs.items() for row in _rows(id, run, parties, source, about or About())]


def _corrected(numbered: Sequence[tuple[int, Entry]]) -> set[int]:
    """The entries that a standing correction calls wrong; a correction can itself be corrected."""
    gone: set[int] = set()
    for number, entry in reversed(numbered):
        corrects = entry.get("corrects")
        if entry.get("act") == "correction" and number not in gone and isinstance(corrects, int):
            gone.add(corrects)
    return gone


def _closed(run: _Run, number: int, entry: Entry) -> None:
    run.manifests[_text(entry, "manifest")] = entry


def _received(run: _Run, number: int, entry: Entry) -> None:
    _known_manifest(run, entry)
    run.receipts.setdefault(_text(entry, "receipt"), (number, entry))


def _disagreed(run: _Run, number: int, entry: Entry) -> None:
    _known_manifest(run, entry)
    run.disagreements.append([str(receipt) for receipt in _list(entry, "receipts")])


def _completed(run: _Run, number: int, entry: Entry) -> None:
    _known_manifest(run, entry)
    run.completed[_text(entry, "manifest")] = (number, entry)


def _stated(run: _Run, number: int, entry: Entry) -> None:
    run.statement = entry


_FOLLOW = {
    "manifest closed": _closed,
    "receipt given": _received,
    "receipts disagree": _disagreed,
    "handover completed": _completed,
    "statement published": _stated,
}


def _known_manifest(run: _Run, entry: Entry) -> None:
    if _text(entry, "manifest") not in run.manifests:
        raise BadExchange("manifest", _("an entry names a manifest that was not closed before it"))


def _rows(id: str, run: _Run, parties: Sequence[str], source: str, about: About) -> list[Exchange]:
    days: dict[date, list[str]] = {}
    for manifest, (_number, entry) in run.completed.items():
        days.setdefault(_day(entry), []).append(manifest)
    if not days:
        return []
    sides, mediators = _roles(run, parties)
    rows = []
    for day, manifests in sorted(days.items()):
        counted = _count(run, manifests)
        if counted:
            said = _said(run, manifests, whole=len(days) == 1)
            rows.append(_row(id, day, counted, said, sides, mediators, source, about, len(days) > 1))
    return rows


def _roles(run: _Run, parties: Sequence[str]) -> tuple[list[str], list[str]]:
    """Who received people, and who closed and completed the manifests without receiving any."""
    receivers = {_text(entry, "by") for _number, entry in run.receipts.values()}
    keepers = [_text(entry, "by") for entry in (*run.manifests.values(), *(e for _n, e in run.completed.values()))]
    mediators = [code for code in dict.fromkeys(keepers) if code not in receivers]
    sides = sorted(receivers, key=lambda code: (code not in parties, [*parties, code].index(code), code))
    if len(sides) == 1:
        sides += [code for code in parties if code not in (*sides, *mediators)]
    if len(sides) < 2:
        raise BadExchange("parties", _("the record does not say who the two sides of this exchange are"))
    return sides, mediators


def _count(run: _Run, manifests: Sequence[str]) -> Counter[str]:
    """People received on these manifests, by receiver: the first receipt of a line stands."""
    line_of = {receipt: group[0] for group in run.disagreements for receipt in group}
    lines: dict[str, str] = {}
    for receipt, (number, entry) in sorted(run.receipts.items(), key=lambda item: item[1][0]):
        manifest = _text(entry, "manifest")
        if manifest in manifests and number < run.completed[manifest][0]:
            lines.setdefault(line_of.get(receipt, receipt), _text(entry, "by"))
    return Counter(lines.values())


def _said(run: _Run, manifests: Sequence[str], whole: bool) -> list[Statement]:
    """What was stated of these manifests in numbers: by who completed them, and in the published statement."""
    said = []
    for manifest in manifests:
        entry = run.completed[manifest][1]
        said.append(Statement(_text(entry, "by"), "", "total", _number(entry, "returned"), remark=manifest))
    if run.statement is not None and whole:
        speaker, remark = _text(run.statement, "by"), str(run.statement.get("statement", ""))
        said.append(Statement(speaker, "", "published", _number(run.statement, "returned"), remark=remark))
        cells = run.statement.get("breakdown")
        if isinstance(cells, Mapping):
            said += [
                Statement(speaker, "", str(category), cell if isinstance(cell, int) else None, remark=remark)
                for category, cell in cells.items()
            ]
    return said


def _row(
    id: str,
    day: date,
    counted: Counter[str],
    said: Sequence[Statement],
    sides: Sequence[str],
    mediators: Sequence[str],
    source: str,
    about: About,
    several: bool,
) -> Exchange:
    called = [about.codes.get(code, code) for code in sides]
    name = "-".join(code.lower() for code in called)
    stated = sum(s.number or 0 for s in said if s.category == "total")
    differ = stated != counted.total()
    note = _("Counted from the receipts of its record.")
    if differ:
        note += " " + _("Who completed the handover stated another number.")
    return Exchange(
        id=f"{name}-{day}-{id}",
        conflict=about.conflict or "-".join(called),
        date=When.on(day),
        a=_side(called[:1], counted[sides[0]]),
        b=_side(called[1:], sum(counted[code] for code in sides[1:])),
        mediators=about.mediators
        if about.mediators is not None
        else tuple(about.codes.get(code, code) for code in mediators),
        place=about.place,
        note=note,
        tags=Tags(series=f"{name}-{id}" if several else None, differ=differ),
        sources=(source,),
        confidence="both-sides" if all(counted[code] for code in sides) else "one-side",
        statements=tuple(said),
    )


def _side(parties: Sequence[str], people: int) -> Side:
    """The side's number; a count that could point at a person is not given."""
    return Side(tuple(parties), people if people == 0 or people >= THRESHOLD else None)


def _text(entry: Entry, name: str) -> str:
    value = entry.get(name)
    if not isinstance(value, str) or not value:
        raise BadExchange(name, _("a record entry lacks this field"))
    return value


def _number(entry: Entry, name: str) -> int:
    value = entry.get(name)
    if not isinstance(value, int):
        raise BadExchange(name, _("a record entry lacks this field"))
    return value


def _list(entry: Entry, name: str) -> Sequence[object]:
    value = entry.get(name)
    if not isinstance(value, list):
        raise BadExchange(name, _("a record entry lacks this field"))
    return value


def _day(entry: Entry) -> date:
    when = When.parse(_text(entry, "day"), "day")
    if not when.exact:
        raise BadExchange("day", _("a handover needs its day"))
    return when.earliest
