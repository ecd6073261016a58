"""Sums and pauses. A sum over a gap is "at least", and says how many exchanges gave no number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from repatria.history import table_words
from repatria.history.captivity import Gap
from repatria.history.exchange import Exchange, Side
from repatria.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class YearTotal:
    """People who came back to one side in one year, as far as numbers were announced.

    Attributes:
        people: the sum of what is known; None where no exchange of the year gave a number.
        exchanges: all rows of the year.
        unknown: how many of them gave no number for this side.
        missing: what the record is known to lack in this year.
    """

    conflict: str
    year: int
    party: str
    people: int | None
    exchanges: int
    unknown: int
    missing: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Is every number of this sum known, and no exchange of the year known to be missing?"""
        return self.unknown == 0 and not self.missing

    def in_words(self) -> str:
        """The sum in a sentence that does not hide its gaps."""
        if self.people is None:
            return _("unknown: none of {n} exchanges gave a number").format(n=self.exchanges)
        if self.complete:
            return str(self.people)
        said = [_("at least {people}").format(people=self.people)]
        if self.unknown:
            said.append(
                ngettext(
                    "{unknown} of {n} exchanges gave no number",
                    "{unknown} of {n} exchanges gave no number",
                    self.unknown,
                ).format(unknown=self.unknown, n=self.exchanges)
            )
        if self.missing:
            said.append(
                _("record incomplete: {what}").format(what="; ".join(map(table_words.missing, self.missing)))
            )
        return "; ".join(said)


@dataclass(frozen=True, slots=True)
class Pause:
    """Days without a known exchange between two handovers of one conflict."""

    conflict: str
    before: Exchange
    after: Exchange
    days: int


def per_side_and_year(exchanges: Iterable[Exchange], gaps: Sequence[Gap] = ()) -> list[YearTotal]:
    """Sum people by conflict, side and year, in that order."""
    groups: dict[tuple[str, str, int], list[Side]] = {}
    for e in exchanges:
        for side in e.sides:
            groups.setdefault((e.conflict, side.name, e.date.year), []).append(side)
    return [_year(*key, sides, gaps) for key, sides in sorted(groups.items())]


def _year(conflict: str, party: str, year: int, sides: Sequence[Side], gaps: Sequence[Gap]) -> YearTotal:
    known = [side.at_least for side in sides if side.at_least is not None]
    return YearTotal(
        conflict=conflict,
        year=year,
        party=party,
        people=sum(known) if known else None,
        exchanges=len(sides),
        unknown=sum(side.total is None for side in sides),
        missing=tuple(g.missing for g in gaps if g.conflict == conflict and g.first.year <= year <= g.last.year),
    )


def pauses(exchanges: Sequence[Exchange]) -> list[Pause]:
    """All pauses of the conflicts in `exchanges`, longest first.

    A pause beside a date of which only the month is known is left out: its length is not known.
    """
    found: list[Pause] = []
    for conflict in sorted({e.conflict for e in exchanges}):
        row = sorted((e for e in exchanges if e.conflict == conflict), key=lambda e: e.date.earliest)
        for before, after in pairwise(row):
            if before.date.exact and after.date.exact:
                days = (after.date.earliest - before.until).days
                found.append(Pause(conflict, before, after, days))
    return sorted(found, key=lambda pause: -pause.days)
