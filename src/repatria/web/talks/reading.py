"""A finished run, read for people: what each plan brings to each side, who is in and out, and why."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from repatria.planning.aims import NetMin, Points, WorstOffParty, described, read_aims, values_of
from repatria.planning.deadline import Deadline
from repatria.planning.instance import parse_instance
from repatria.planning.questions import Desk
from repatria.planning.selection import select
from repatria.planning.verify import Checker
from repatria.web.exchanges.models import Party
from repatria.web.replies.selectable import COLUMNS
from repatria.web.talks.kinds import Document
from repatria.web.talks.models import Line, PlanRun
from repatria.web.talks.sentences import category

BORDERS = (0, 90, 180, 360, 540, 720, 1080)  # days; groups of length of captivity in tables
NEAR_A_BORDER = 14  # days; who is that near to the next step of "longest held" is counted aloud
CLASSES = ("officer", "nco", "enlisted", "civilian", "retained")
SECONDS = 20.0
Account: Any = Line.Account
OF_POINTS = (Points, WorstOffParty, NetMin)
_AT = {name: place for place, name in enumerate(COLUMNS)}


@dataclass(frozen=True, slots=True)
class Captive:
    """One row of the instance, by name."""

    row: Sequence[Any]
    receiver: str

    def __getattr__(self, name: str) -> Any:
        return self.row[_AT[name]]


@dataclass(frozen=True, slots=True)
class Lane:
    """How many go from one party to another, each account apart."""

    holder: str
    receiver: str
    formula: int
    owed: int
    separate: int


@dataclass(frozen=True, slots=True)
class InAndOut:
    """Of one group: how many go, and how many stay."""

    title: str
    party: str
    go: int
    stay: int


@dataclass(frozen=True, slots=True)
class Figures:
    """One plan in numbers."""

    number: int
    apart: int
    lanes: list[Lane]
    by_class: list[InAndOut]
    by_length: list[InAndOut]
    sites: list[tuple[str, int]]
    sites_besides: list[tuple[str, int]]
    days: int
    leads: list[str]
    aims: list[tuple[str, int]]


class Reading:
    """A run that is done."""

    def __init__(self, run: PlanRun) -> None:
        self.run, self.plan, self.kept = run, run.plan, run.instance

    @cached_property
    def people(self) -> dict[str, Captive]:
        """Everybody who could be chosen."""
        receivers = self.plan.get("receivers", {})
        return {row[0]: Captive(row, receivers.get(row[0], row[_AT["dest"]])) for row in self.kept["people"]}

    @property
    def plans(self) -> list[Document]:
        """The plans side by side, the best first."""
        found: list[Document] = self.plan["plans"]
        return found

    def go(self, number: int) -> list[str]:
        """Everybody who goes in one plan: under the formula, owed, and on lines of their own."""
        return [*self.plans[number]["go"], *self.plan["separate"]]

    def account(self, key: str) -> str:
        """Say how somebody who goes is counted."""
        one = self.people[key]
        if one.health == "grave":
            return Account.OWED
        return Account.SEPARATE if key in self._separate else Account.FORMULA

    @cached_property
    def _separate(self) -> frozenset[str]:
        return frozenset(self.plan["separate"])

    def stages(self, number: int) -> dict[str, int]:
        """Give each person's stage, counted without days on which nobody goes; lines of their own go first."""
        days: Mapping[str, int] = self.plans[number].get("days") or {}
        stage = {day: n for n, day in enumerate(sorted(set(days.values())), 1)}
        return {key: stage.get(days.get(key, 0), 1) for key in self.go(number)}

    def reason(self, number: int, key: str, *, mediator: bool) -> str:
        """Say why somebody goes or stays.

        To a side, whoever stays because he does not travel reads like whoever was not chosen: his will is his own.
        """
        going = key in set(self.plans[number]["go"]) or key in self._separate
        if key in self._separate:
            return _("goes on a line of its own, counted in no number")
        code, _term, sentence = self.plan["why"].get(key, ("not_chosen", None, None))
        if sentence is None:
            return _not_chosen()
        if going:
            by_name = code in ("owed", "included")
            return self._said(sentence) if by_name or (number == 0 and code == "chosen") else _instead()
        if code == "refused":
            return _("does not travel") if mediator else _not_chosen()
        told = code == "excluded" or (mediator and number == 0 and code == "not_chosen")
        return self._said(sentence) if told else _not_chosen()

    def _said(self, sentence: int) -> str:
        sentences = self.plan["sentences"]
        found: str = sentences.get(get_language() or "en", sentences["en"])[sentence]
        return found

    def figures(self, number: int) -> Figures:
        """Give one plan in numbers."""
        plan, go = self.plans[number], set(self.go(number))
        # No term counts the owed: a place that opens for them alone is not one of those a term allows.
        counted = self._sites(key for key in go if self.account(key) == Account.FORMULA)
        return Figures(
            number=number,
            apart=plan["apart"],
            lanes=self._lanes(go),
            by_class=self._in_and_out(go, lambda one: one.category, CLASSES, category),
            by_length=self._in_and_out(go, lambda one: _length(one.days), range(len(BORDERS)), length_title),
            sites=_by_holder(counted),
            sites_besides=_by_holder(self._sites(go) - counted),
            days=len(set((plan.get("days") or {"": 1}).values())),
            leads=[_lead(lead, self.names) for lead in plan.get("leads", [])],
            aims=[(words, n) for words, n in self.worth(plan["objective"]) if n is not None],
        )

    @cached_property
    def names(self) -> dict[str, str]:
        """Names of the sides by code."""
        return {party["id"]: party["name"] for party in self.kept["document"]["parties"]}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Keys of the sides by code."""
        return dict(Party.objects.filter(code__in=self.names).values_list("code", "pk"))

    def _lanes(self, go: Iterable[str]) -> list[Lane]:
        found: dict[tuple[str, str], Counter[str]] = {}
        for key in go:
            one = self.people[key]
            found.setdefault((one.holder, one.receiver), Counter())[self.account(key)] += 1
        return [
            Lane(
                self.names[holder], self.names[receiver], some[Account.FORMULA], some[Account.OWED],
                some[Account.SEPARATE],
            )
            for (holder, receiver), some in sorted(found.items())
        ]  # fmt: skip

    def _in_and_out(self, go: set[str], group: Any, groups: Iterable[Any], title: Any) -> list[InAndOut]:
        """Count who goes and who stays, for each receiving party; the owed are not among the chosen."""
        of: Counter[tuple[str, Any, bool]] = Counter()
        for key, one in self.people.items():
            if one.health != "grave":
                of[one.receiver, group(one), key in go] += 1
        parties = sorted({party for party, _group, _go in of})
        return [
            InAndOut(title(some), self.names[party], of[party, some, True], of[party, some, False])
            for some in groups
            for party in parties
            if of[party, some, True] + of[party, some, False]
        ]

    def _sites(self, go: Iterable[str]) -> set[tuple[str, str]]:
        return {(self.names[self.people[key].holder], self.people[key].site) for key in go}

    def worth(self, objective: Sequence[int]) -> list[tuple[str, int | None]]:
        """Give an objective aim by aim, in words; None for what points come to: nobody is shown that."""
        if self.run.kind == PlanRun.Kind.CYCLES:
            return [(_("persons handed over in cycles and chains"), *objective)]
        aims = read_aims(self.kept["document"]["objective"], frozenset(self.names))
        return [
            (described(aims, value), None if isinstance(aims[value.aim], OF_POINTS) else n)
            for value, n in zip(values_of(aims), objective, strict=False)
        ]

    def differences(self, objective: Sequence[int]) -> tuple[str, Any, Any] | None:
        """Give the first aim in which an objective differs from the best plan's: its words, before, after."""
        best: Sequence[int] = self.plans[0]["objective"]
        for (words, shown), before, after in zip(self.worth(best), best, objective, strict=False):
            if before != after:
                return (words, "…", "…") if shown is None else (words, before, after)
        return None

    def near_a_border(self) -> int:
        """Count those within a fortnight of the next step of "longest held": borders are always somewhere."""
        step = next((aim["bucket_days"] for aim in self._aims() if aim["type"] == "longest_held"), None)
        if step is None:
            return 0
        return sum(1 for one in self.people.values() if step - one.days % step <= NEAR_A_BORDER)

    def _aims(self) -> list[Document]:
        found: list[Document] = self.kept["document"].get("objective", [])
        return found

    def not_asked(self, number: int) -> int:
        """Count those who go only if they agree, and have not been asked yet."""
        return sum(1 for key in self.go(number) if self.people[key].consent == "unknown")


def _not_chosen() -> str:
    return _("not chosen: under these terms others come first")


def _instead() -> str:
    return _("goes in this plan in place of others; both plans are as good in number and in the longest held")


def _by_holder(sites: Iterable[tuple[str, str]]) -> list[tuple[str, int]]:
    return sorted(Counter(holder for holder, _site in sites).items())


def _length(days: int) -> int:
    return max(n for n, border in enumerate(BORDERS) if days >= border)


def length_title(group: int) -> str:
    """Name a group of length of captivity."""
    borders = list(pairwise((*BORDERS, 0)))
    low, high = borders[group]
    if not high:
        return _("{low} days or longer").format(low=low)
    return _("{low} to {high} days").format(low=low, high=high - 1)


def _lead(lead: Document, names: Mapping[str, str]) -> str:
    who = " – ".join(names.get(code, code) for code in lead["rule"].split("-"))
    if not lead["size"]:
        return _("{parties}: level after every day").format(parties=who)
    return _("{parties}: the largest lead is {n}, after day {day} (at most {most})").format(
        parties=who, n=lead["size"], day=lead["day"], most=lead["limit"]
    )


def change_said(run: PlanRun, change: Mapping[str, Any]) -> str:
    """Say which number of which term would move, from what to what."""
    return _("term {code}, {field}: from {before} to {after}").format(
        code=change["term"], field=field_title(change["field"]), before=change["before"], after=change["after"]
    )


def field_title(field: str) -> str:
    """Name a number of a term."""
    return {
        "min": _("at least"),
        "max": _("at most"),
        "tolerance": _("how far apart"),
        "min_percent": _("per cent"),
        "bucket_days": _("steps of days"),
        "days": _("days"),
        "per_day": _("a day"),
        "lead": _("how far ahead"),
    }[field]


def desk(run: PlanRun) -> Desk:
    """Solve a run's instance anew, to ask questions about its best plan.

    Raises:
        NoPlanInTime: it takes longer than a page may.
    """
    reading = Reading(run)
    separate = set(run.plan["separate"])
    rows = [row for row in run.instance["people"] if row[0] not in separate]
    instance = parse_instance({**run.instance["document"], "captives": rows})
    checker, deadline = Checker(instance), Deadline(SECONDS)
    outcome = select(instance, checker, deadline=deadline, close_to=reading.plans[0]["go"])
    return Desk(instance, checker, outcome, deadline=deadline)
