"""Duties of one process as one person may see them: late, due this week, not to be told; by person, site, party."""

from dataclasses import dataclass
from datetime import date
from threading import Lock
from time import monotonic
from typing import Any

import polars as pl
from django.db.models import Count, Max

from repatria.conventions import RULES, Duties, Duty, Parties, Policy, Status, evaluate
from repatria.conventions.vocabulary import About
from repatria.web import policy
from repatria.web.compartments import house
from repatria.web.duties.models import Target
from repatria.web.duties.registers import REGISTERS
from repatria.web.registry.models import Event, Person, Site
from repatria.web.visits.models import Visit

DAYS_OF_A_WEEK = 7
# Duties of large registers take long to work out: what took seconds is shown for a while after something was noted.
SLOW_SECONDS, SHOWN_FOR = 1.0, 10


@dataclass(frozen=True, slots=True)
class _Kept:
    mark: Any
    duties: Duties
    made: float
    took: float

    def still_serves(self, mark: Any) -> bool:
        """Say whether it is up to date, or so dear to make that it serves a little longer."""
        if self.mark == mark:
            return True
        same_day_and_targets = (self.mark[0], self.mark[-1]) == (mark[0], mark[-1])
        return same_day_and_targets and self.took > SLOW_SECONDS and monotonic() - self.made < SHOWN_FOR * self.took


_kept: dict[int, _Kept] = {}
_making = Lock()


def of_process(process: Any, today: date) -> Duties:
    """Give all duties of the sides of `process`; worked out anew when something has been noted since."""
    with _making:
        mark, kept = _mark(process, today), _kept.get(process.pk)
        if kept is None or not kept.still_serves(mark):
            start, table = monotonic(), REGISTERS.table(process.sides)
            made = evaluate(table, today, targets_of(process), Parties())
            kept = _kept[process.pk] = _Kept(mark, made, monotonic(), monotonic() - start)
    return kept.duties


def is_ready() -> bool:
    """Say whether boards open within moments; the registers are being read if they do not."""
    return REGISTERS.are_read()


def _mark(process: Any, today: date) -> Any:
    """Give what changes whenever the duties may have changed."""
    sides = [side.pk for side in process.sides]
    with house():
        events = Event.objects.aggregate(n=Count("pk"), last=Max("entered_at"))
        sites = list(Site.objects.filter(party__in=sides).values_list("pk", "opened_on", "closed_on"))
        visits = list(Visit.objects.filter(site__party__in=sides).values_list("pk", "version"))
        targets = list(Target.objects.filter(process=process).values_list("rule", "days"))
    return today, events, sorted(sides), sorted(sites, key=str), sorted(visits, key=str), targets


def targets_of(process: Any) -> Policy:
    """Give the mediator's targets; one for a rule that has since got a number, or is gone, is left aside."""
    rows = Target.objects.filter(process=process).values_list("rule", "days")
    return Policy({rule: days for rule, days in rows if rule in RULES and RULES[rule].number == "S"})


def seen_by(duties: Duties, user: Any) -> Duties:
    """Give those duties that `user` may know of (GC IV 137: what is withheld is for the Central Agency alone)."""
    parts = [duties.visible_to(role, user.party.code).frame for role in policy.DUTIES_AS.get(user.role, ())]
    frame = pl.concat(parts).unique(maintain_order=True) if parts else duties.frame.clear()
    return duties.only_rows(frame)


def problems(duties: Duties, user: Any) -> int:
    """Count the records that contradict others or are dated ahead: the ICRC's count of all, a side's of its own."""
    if policy.sees_all_contradictions(user):
        return len(duties.problems)
    if user.role not in (policy.Role.BUREAU, policy.Role.DELEGATION):
        return 0
    parties = duties.table.parties
    mine = parties.index(user.party.code) if user.party.code in parties else -1
    lines = [one.line for one in duties.problems]
    own = duties.table.frame.filter(pl.col("line").is_in(lines) & (pl.col("party").cast(pl.Int64) == mine))
    return own.height


SHOWN: dict[str, Any] = {
    "late": lambda duties: duties.of(Status.LATE).still_open(),
    "week": lambda duties: duties.due_within(DAYS_OF_A_WEEK),
    "unknown": lambda duties: duties.of(Status.CANNOT_TELL),
    "closed": lambda duties: duties.of(Status.LATE).only_closed(),
    "met": lambda duties: duties.of(Status.MET),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One duty with the name of whom it is about, and the key of the person's row where there is a page for him."""

    duty: Duty
    about: str
    person: str | None
    because: str


def lines(duties: Duties, start: int, length: int, user: Any) -> list[Line]:
    """Give a page of duties, those that are due first before those that are due later."""
    found = duties.part(start, length).in_order()
    names = _names(found)
    return [
        Line(one, names.get((one.rule.about, one.subject), one.subject), one.person, one.because(duties.as_of))
        for one in found
    ]


def _names(found: list[Duty]) -> dict[tuple[About, str], str]:
    with house():
        people = Person.objects.filter(pk__in=_subjects(found, About.PERSON)).select_related("keeper")
        sites = Site.objects.filter(pk__in=_subjects(found, About.SITE)).select_related("party")
        return {
            **{
                (About.PERSON, str(one.pk)): f"{one.keeper.code} {one.number}"
                for one in people.only("number", "keeper")
            },
            **{(About.SITE, str(one.pk)): f"{one.party.code} {one.code}" for one in sites},
        }


def _subjects(found: list[Duty], about: About) -> list[str]:
    return [one.subject for one in found if one.rule.about is about]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many are late, due within a week, and not to be told, for one person, site or party."""

    name: str
    about: str
    subject: str
    late: int
    week: int
    unknown: int


def tallies(duties: Duties, about: About, most: int = 200) -> list[Tally]:
    """Count by subject, the most late first."""
    parts = {name: SHOWN[name](duties).of_about(about).by_subject() for name in ("late", "week", "unknown")}
    subjects = sorted({key for part in parts.values() for key in part}, key=lambda key: _order(parts, key))[:most]
    named = _tally_names(about, subjects)
    return [
        Tally(
            named.get(key, key), str(about), key, *(parts[name].get(key, 0) for name in ("late", "week", "unknown"))
        )
        for key in subjects
    ]


def _order(parts: dict[str, dict[str, int]], key: str) -> tuple[Any, ...]:
    return -parts["late"].get(key, 0), -parts["week"].get(key, 0), -parts["unknown"].get(key, 0), key


def _tally_names(about: About, subjects: list[str]) -> dict[str, str]:
    with house():
        if about is About.PERSON:
            people = Person.objects.filter(pk__in=subjects).select_related("keeper").only("number", "keeper")
            return {str(one.pk): f"{one.keeper.code} {one.number}" for one in people}
        if about is About.SITE:
            sites = Site.objects.filter(pk__in=subjects).select_related("party")
            return {str(one.pk): f"{one.party.code} {one.code}" for one in sites}
    return {}
