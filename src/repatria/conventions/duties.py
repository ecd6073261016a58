"""All duties of a record on one day, kept as columns and handed out one by one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import polars as pl

from repatria.conventions import clocks
from repatria.conventions.audience import Scope
from repatria.conventions.contradictions import Problem
from repatria.conventions.duty import Duty, Status
from repatria.conventions.missing import MISSING
from repatria.conventions.policy import Policy
from repatria.conventions.rules import Rule
from repatria.conventions.sight import HOLDERS, OWN_SIDE
from repatria.conventions.table import EventTable
from repatria.conventions.vocabulary import About, Role

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

    def visible_to(self, role: Role, party: str | None = None) -> "Duties":
        """Give those that `role`, acting for `party`, may know of: what :func:`.sight.visible` says of each."""
        seen = [number for number, rule in enumerate(self.rules.values()) if role in rule.seen_by]
        everything = [n for n in seen if list(self.rules.values())[n].seen_by[role] is Scope.ALL]
        persons = [n for n, rule in enumerate(self.rules.values()) if rule.about is About.PERSON]
        about_person = pl.col("rule").is_in(persons)
        wanted = pl.col("rule").is_in(everything) | (
            pl.col("rule").is_in(seen) & self._own(role, party, about_person)
        )
        if role is not Role.CTA and role not in HOLDERS:
            wanted = wanted & ~(about_person & pl.col("subject").is_in(sorted(self.whose.withheld)))
        return self._only(wanted.fill_null(False))

    def _own(self, role: Role, party: str | None, about_person: pl.Expr) -> pl.Expr:
        if role in HOLDERS and party in self.table.parties:
            return pl.col("holder") == self.table.parties.index(party)
        if role in OWN_SIDE and party is not None:
            mine = sorted(number for number, origin in self.whose.origins.items() if origin == party)
            return about_person & pl.col("subject").is_in(mine)
        return pl.lit(False)

    def about(self, kind: About, subject: str) -> "Duties":
        """Give the duties about one person, site or party, by its id; none if it is not known."""
        ids = {About.PERSON: self.table.persons, About.SITE: self.table.sites, About.PARTY: self.table.parties}[
            kind
        ]
        rules = [number for number, rule in enumerate(self.rules.values()) if rule.about is kind]
        number = ids.index(subject) if subject in ids else -1
        return self._only(pl.col("rule").is_in(rules) & (pl.col("subject").cast(pl.Int64) == number))

    def part(self, start: int, length: int) -> "Duties":
        """Give `length` of them from `start` on: by day due (none last), then rule, then subject."""
        ordered = self.frame.sort("due", "rule", "subject", "start", nulls_last=True)
        return replace(self, frame=ordered.slice(start, length))

    def in_order(self) -> list[Duty]:
        """Give them in the order of the frame: of a part, as :meth:`part` has put them."""
        ids = {About.PERSON: self.table.persons, About.SITE: self.table.sites, About.PARTY: self.table.parties}
        rules = [self.rules[name] for name in self._names]
        rows = self.frame.iter_rows(named=True)
        return [
            self._duty(rules[row["rule"]], {**row, "name": ids[rules[row["rule"]].about][row["subject"]]})
            for row in rows
        ]

    def only_closed(self) -> "Duties":
        """Give those that can no longer be met."""
        return self._only(~pl.col("open"))

    def of_about(self, kind: About) -> "Duties":
        """Give those about persons, about sites, or about parties."""
        return self._only(
            pl.col("rule").is_in([n for n, one in enumerate(self.rules.values()) if one.about is kind])
        )

    def by_subject(self) -> dict[str, int]:
        """Count them by subject; meant for duties of one kind of subject (see :meth:`of_about`)."""
        ids = {About.PERSON: self.table.persons, About.SITE: self.table.sites, About.PARTY: self.table.parties}
        rules = [rule.about for rule in self.rules.values()]
        counted = self.frame.group_by("subject").agg(rule=pl.col("rule").first(), n=pl.len())
        return {ids[rules[rule]][subject]: n for subject, rule, n in counted.iter_rows()}

    def by_day(self) -> Iterator[tuple[date, Rule, int]]:
        """Count what has a day by that day and rule: no subject is named."""
        rules = list(self.rules.values())
        counted = self.frame.filter(pl.col("due").is_not_null()).group_by("due", "rule").len().sort("due", "rule")
        return ((due, rules[rule], n) for due, rule, n in counted.iter_rows())

    def only_rows(self, frame: pl.DataFrame) -> "Duties":
        """Give the duties of `frame`, rows of :attr:`frame`."""
        return replace(self, frame=frame)

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
