"""Days of a month that was named before: "the March exchange, when on the 24th ten were exchanged for ten"."""

from collections.abc import Sequence
from dataclasses import replace

from repatria.claims.words.dates import Said
from repatria.claims.words.numbers import Duration
from repatria.claims.words.tags import Atom

Row = Sequence[Atom]
# How far back the month may have been named.
SENTENCES_BACK = 3


def with_months(rows: Sequence[Row]) -> list[tuple[Atom, ...]]:
    """Give the atoms of each sentence, days without a month put into the month that was told last before them."""
    found: list[tuple[Atom, ...]] = []
    for row in rows:
        before = [atom for earlier in found[-SENTENCES_BACK:] for atom in earlier]
        found.append(tuple(_placed(atom, (*before, *row[:at])) for at, atom in enumerate(row)))
    return found


def _placed(atom: Atom, before: Row) -> Atom:
    said = atom.value
    if not isinstance(said, Said) or said.anchor != "month":
        return atom
    months = (a.value for a in reversed(before) if isinstance(a.value, Said) and a.value.month is not None)
    told = next(months, None)
    if told is None:
        return replace(atom, value=Said(day=said.day, back=Duration(0, "month")))
    return replace(atom, value=Said(year=told.year, month=told.month, day=said.day))
