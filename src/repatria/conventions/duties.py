"""All duties of a record on one day, kept as columns and handed out one by one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import polars as pl

from repatria.conventions import clocks
from repatria.conventions.contradictions import Problem
from repatria.conventions.duty import Duty, Status
from repatria.conventions.missing import MISSING
from repatria.conventions.policy import Policy
from repatria.conventions.rules import Rule
from repatria.conventions.table import EventTable
from repatria.conventions.vocabulary import About

_STATUS = {
    clocks.DUE: Status.DUE,
    clocks.LATE: Status.LATE,
    clocks.MET: Status.MET,
    clocks.CANNOT_TELL: Status.CANNOT_TELL,
}
_CODE = {status: code for code, status in _STATUS.items()}


@dataclass(frozen=True, slots=True)
class Whose:
    """The own side of each person (by number), and the persons of whom something is withheld."""

    origins: Mapping[int, str]
    withheld: frozenset[int]


@dataclass(frozen=True)
class Duties:
    """Every duty on the day `as_of`, and the events that contradict each other (`problems`)."""

    as_of: date
    policy: Policy
    rules: Mapping[str, Rule]
    frame: pl.DataFrame
    table: EventTable
    whose: Whose
    problems: tuple[Problem, ...]

    def __len__(self) -> int:
        return self.frame.height

    def __iter__(self) -> Iterator[Duty]:
        """Yield every duty: by rule, then subject, then day of beginning."""
        ids = {About.PERSON: self.table.persons, About.SITE: self.table.sites, About.PARTY: self.table.parties}
        for number, part in sorted(self.frame.partition_by("rule", as_dict=True).items()):
            rule = self.rules[self._names[number[0]]]
            named = part.with_columns(name=pl.Series(ids[rule.about], dtype=pl.String).gather(part["subject"]))
            for row in named.sort("name", "start", "start_last").iter_rows(named=True):
                yield self._duty(rule, row)

    def of(self, status: Status) -> "Duties":
        """Give the duties of one status."""
        return self._only(pl.col("status") == _CODE[status])

    def due_within(self, days: int) -> "Duties":
        """Give what has its deadline in the next `days` days, the day itself included."""
        last = self.as_of + timedelta(days=days)
        return self._only((pl.col("status") == clocks.DUE) & (pl.col("due") <= last))

    def still_open(self) -> "Duties":
        """Give those that can still be met."""
        return self._only(pl.col("open"))

    def counts(self) -> dict[str, dict[Status, int]]:
        """Count the duties of each rule by status; rules without any are left out."""
        counted: dict[str, dict[Status, int]] = {}
        rows = self.frame.group_by("rule", "status").len().sort("rule", "status")
        for number, code, count in rows.iter_rows():
            counted.setdefault(self._names[number], {})[_STATUS[code]] = count
        return counted

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(self.rules)

    def _only(self, wanted: pl.Expr) -> "Duties":
        return replace(self, frame=self.frame.filter(wanted))

    def _duty(self, rule: Rule, row: Mapping[str, Any]) -> Duty:
        about_person = rule.about is About.PERSON
        holder, number = row["holder"], row["subject"]
        return Duty(
            rule=rule, subject=str(row["name"]), status=_STATUS[row["status"]], since=row["start"],
            due_on=row["due"], met_on=row["met"], days_late=row["days_late"],
            missing=MISSING[row["missing"]] or None,
            by_target=self.policy.days_for(rule.id) is not None, open=row["open"],
            holder=None if holder is None else self.table.parties[holder],
            origin=self.whose.origins.get(number) if about_person else None,
            withheld=about_person and number in self.whose.withheld,
        )  # fmt: skip
