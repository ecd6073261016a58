"""The tags at the end of a note: ``[ordinal:UA 71] [series:geneva-2026-02] [differ]``.

Their meaning is fixed by the description of the table (docs/manual/history.md).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from repatria.history.errors import BadExchange
from repatria.history.when import When
from repatria.i18n import _

_TAG = re.compile(r"\[(\w+)(?::([^\[\]]*))?\]")
_ORDINAL = re.compile(r"([A-Z][A-Z-]{1,9}) (\d+)(\?)?(?: (\d+))?", re.ASCII)
# The table writes UA for Ukraine's Coordination Headquarters; any other counter stands by its code.
_READ = {"UA": "UKR"}
_WRITTEN = {"UKR": "UA"}
_PAIR = re.compile(r"(\d+)/(\d+)", re.ASCII)
_SAID = re.compile(r"(\d+) (.+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The number that somebody who counts gave to an exchange.

    One number can cover several handovers and one handover can be only part of a number.

    Attributes:
        counter: who counts: ``UKR`` (Ukraine's Coordination Headquarters), ``ARE`` (its own mediations), or the
            code of another party.
        sure: False where the number was inferred from its neighbours.
        running_total: people freed in all up to here, by the same counter.
    """

    counter: str
    number: int
    sure: bool = True
    running_total: int | None = None


@dataclass(frozen=True, slots=True)
class Tags:
    """All tags of one note, parsed."""

    ordinals: tuple[Ordinal, ...] = ()
    series: str | None = None
    agreed: tuple[int, int] | None = None
    said_in_all: tuple[int, str] | None = None
    approximately: str | None = None
    announced: date | None = None
    until: date | None = None
    bodies: str | None = None
    differ: bool = False


def split(note: str) -> tuple[str, list[tuple[str, str]]]:
    """Split `note` into its words and its ``(tag, value)`` pairs."""
    return _TAG.sub("", note).strip(), [(name, value or "") for name, value in _TAG.findall(note)]


def parse(pairs: list[tuple[str, str]]) -> Tags:
    """Read tags.

    Raises:
        BadExchange: an unknown tag, or a value that is not written as its tag wants it.
    """
    found: dict[str, object] = {}
    ordinals = []
    for name, value in pairs:
        if name in ("ordinal", "uae"):
            ordinals.append(_ordinal(name, value))
        elif name in _READERS:
            field, read = _READERS[name]
            found[field] = read(value)
        else:
            raise BadExchange("note", _("unknown tag; known are {tags}").format(tags=", ".join(TAGS)))
    return Tags(ordinals=tuple(ordinals), **found)  # type: ignore[arg-type]


def write(tags: Tags) -> Iterator[str]:
    """Give the tags as written in a note; what :func:`parse` reads back."""
    for o in tags.ordinals:
        sure = "" if o.sure else "?"
        total = "" if o.running_total is None else f" {o.running_total}"
        counter = _WRITTEN.get(o.counter, o.counter)
        yield (
            f"[uae:{o.number}{sure}{total}]"
            if o.counter == "ARE"
            else f"[ordinal:{counter} {o.number}{sure}{total}]"
        )
    plain = {
        "series": tags.series,
        "agreed": tags.agreed and f"{tags.agreed[0]}/{tags.agreed[1]}",
        "total": tags.said_in_all and f"{tags.said_in_all[0]} {tags.said_in_all[1]}",
        "approx": tags.approximately,
        "announced": tags.announced and tags.announced.isoformat(),
        "until": tags.until and tags.until.isoformat(),
        "bodies": tags.bodies,
    }
    yield from (f"[{name}:{value}]" for name, value in plain.items() if value is not None)
    if tags.differ:
        yield "[differ]"


def _ordinal(tag: str, value: str) -> Ordinal:
    parts = _ORDINAL.fullmatch(value if tag == "ordinal" else f"ARE {value}")
    if not parts:
        raise BadExchange("note", _("tag {tag}: write [ordinal:UA 71] or [uae:18 4955]").format(tag=tag))
    counter = _READ.get(parts[1], parts[1])
    return Ordinal(counter, int(parts[2]), parts[3] is None, int(parts[4]) if parts[4] else None)


def _word(value: str) -> str:
    if not value:
        raise BadExchange("note", _("a tag is empty"))
    return value


def _pair(value: str) -> tuple[int, int]:
    parts = _PAIR.fullmatch(value)
    if not parts:
        raise BadExchange("note", _("tag {tag}: write two numbers, as 681/400").format(tag="agreed"))
    return int(parts[1]), int(parts[2])


def _said(value: str) -> tuple[int, str]:
    parts = _SAID.fullmatch(value)
    if not parts:
        raise BadExchange("note", _("tag {tag}: write a number and who said it").format(tag="total"))
    return int(parts[1]), parts[2]


def _day(value: str) -> date:
    when = When.parse(value, "note")
    if not when.exact:
        raise BadExchange("note", _("a date in a tag needs its day"))
    return when.earliest


_READERS = {
    "series": ("series", _word),
    "agreed": ("agreed", _pair),
    "total": ("said_in_all", _said),
    "approx": ("approximately", _word),
    "announced": ("announced", _day),
    "until": ("until", _day),
    "bodies": ("bodies", _word),
    "differ": ("differ", lambda value: True),
}
TAGS = ("ordinal", "uae", *_READERS)
