"""The independent check of a plan: law, every term, every aim, person by person in plain Python integers.

It shares nothing with the compiler that built the solver's model: no masks, no types, no rows. What it says about a
plan is what the plan is worth; a plan that it refuses is never given out.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from repatria.i18n import _
from repatria.planning.aims import ALL, Aim, CountAim, Days, LongestHeld, NetMin, Points, Transport, WorstOffParty
from repatria.planning.instance import Instance
from repatria.planning.selectors import LEAST, MOST, Selector
from repatria.planning.terms import (
    AnyTerm,
    Balance,
    Count,
    Exclude,
    IfThen,
    Include,
    Net,
    Parity,
    Share,
    Sites,
    Together,
    Weights,
)  # fmt: skip

Person = dict[str, Any]
Test = Callable[[Person], bool]

_FIELDS = ("holder", "origin", "dest", "category", "health", "consent", "site", "group")


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that a plan breaks: the term's id, or ``law``; and how, without naming anybody."""

    rule: str
    how: str


class Checker:
    """Checks plans for one instance."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.people = _people(instance)
        self.points = _points_by_person(instance)

    def under(self, instance: Instance) -> "Checker":
        """Give a checker for the same captives and values under other terms or aims."""
        other = copy(self)
        other.instance = instance
        return other

    def faults(self, go: Collection[str], terms: Iterable[AnyTerm] | None = None) -> list[Fault]:
        """Give every rule that sending exactly `go` breaks; none for a plan that holds."""
        world = World(self, go)
        found = list(self._law(world.go))
        for term in self.instance.terms if terms is None else terms:
            how = _broken(term, world)
            if how is not None:
                found.append(Fault(term.id, how))
        return found

    def objective(self, go: Collection[str]) -> tuple[int, ...]:
        """Give the objective vector of sending exactly `go`."""
        world = World(self, go)
        return tuple(value for aim in self.instance.aims for value in _worth(aim, world))

    def nets(self, go: Collection[str]) -> dict[str, int]:
        """Give every party's net points over the free persons in `go`."""
        return dict(World(self, go).nets)

    def needs_consent(self, go: Iterable[str]) -> tuple[str, ...]:
        """Give those in `go` who have not been asked yet."""
        return tuple(who for who in go if self.people[who]["consent"] == "unknown")

    def _law(self, go: frozenset[str]) -> Iterable[Fault]:
        if not go <= self.people.keys():
            yield Fault("law", _("somebody is planned who is not in the list"))
        if any(who in go and person["consent"] == "no" for who, person in self.people.items()):
            yield Fault("law", _("somebody is planned who does not want to go"))
        if any(who not in go and person["owed"] for who, person in self.people.items()):
            yield Fault("law", _("somebody who is owed is left behind"))


class World:
    """A plan as the terms see it: `moved` are the free persons who go."""

    def __init__(self, checker: Checker, go: Collection[str]) -> None:
        self.checker, self.go = checker, frozenset(go)
        self.people = checker.people
        self.travellers = [checker.people[who] for who in go if who in checker.people]
        self.moved = [person for person in self.travellers if person["free"]]

    @property
    def nets(self) -> Counter[str]:
        """Net points of every party."""
        nets = Counter({party.id: 0 for party in self.checker.instance.parties})
        for person in self.moved:
            for party, points in self.checker.points.get(person["id"], ()):
                nets[party] += points
        return nets

    def number(self, select: Selector, weights: Weights | None = None) -> int:
        """W(select): those who go and match, each counted with a weight."""
        test = matcher(select)
        if weights is None:
            return sum(1 for person in self.moved if test(person))
        return sum(weights.of(person[weights.by]) for person in self.moved if test(person))


def matcher(select: Selector) -> Test:
    """Give the test of one person that a selector stands for."""
    tests: list[Test] = []
    if select.ids is not None:
        tests.append(lambda person, ids=select.ids: person["id"] in ids)  # type: ignore[misc]
    for name, wanted in select.words.items():
        tests.append(lambda person, name=name, wanted=wanted: person[name] in wanted)  # type: ignore[misc]
    for name, bound in select.bounds.items():
        if name in LEAST:
            tests.append(lambda person, name=LEAST[name], bound=bound: person[name] >= bound)  # type: ignore[misc]
        else:
            tests.append(lambda person, name=MOST[name], bound=bound: person[name] <= bound)  # type: ignore[misc]
    if len(tests) == 1:
        return tests[0]
    return lambda person: all(test(person) for test in tests)


def _people(instance: Instance) -> dict[str, Person]:
    captives = instance.captives
    columns: list[Iterable[Any]] = [captives.ids]
    for name in _FIELDS:
        column = captives.coded(name)
        columns.append([column.words[code] for code in column.codes.tolist()])
    columns += [captives.numbers(name).tolist() for name in ("grade", "days", "age")]
    names = ("id", *_FIELDS, "grade", "days", "age")
    found = {}
    for row in zip(*columns, strict=True):
        person = dict(zip(names, row, strict=True))
        person["owed"] = person["health"] == "grave" and person["consent"] != "no"
        person["free"] = person["health"] != "grave" and person["consent"] != "no"
        found[person["id"]] = person
    return found


def _points_by_person(instance: Instance) -> Mapping[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    values, ids = instance.values, instance.captives.ids
    parties = [party.id for party in instance.parties]
    for who, party, points in zip(
        values.captive.tolist(), values.party.tolist(), values.points.tolist(), strict=True
    ):
        found[ids[who]].append((parties[party], points))
    return found


@singledispatch
def _broken(term: AnyTerm, world: World) -> str | None:
    raise NotImplementedError(type(term).__name__)


@_broken.register
def _count(term: Count, world: World) -> str | None:
    n = world.number(term.select, term.weights)
    if term.min is not None and n < term.min:
        return _("{n} is less than {min}").format(n=n, min=term.min)
    if term.max is not None and n > term.max:
        return _("{n} is more than {max}").format(n=n, max=term.max)
    return None


@_broken.register
def _balance(term: Balance, world: World) -> str | None:
    left = term.left_factor * world.number(term.left, term.weights)
    right = term.right_factor * world.number(term.right, term.weights)
    if abs(left - right) <= term.tolerance:
        return None
    return _("{left} against {right} is out of balance").format(left=left, right=right)


@_broken.register
def _parity(term: Parity, world: World) -> str | None:
    left, right = matcher(term.left), matcher(term.right)
    difference: Counter[Any] = Counter()
    for person in world.moved:
        difference[person[term.per]] += left(person) - right(person)
    if all(abs(n) <= term.tolerance for n in difference.values()):
        return None
    return _("the sides differ by more than {tolerance} in one {field}").format(
        tolerance=term.tolerance, field=term.per
    )


@_broken.register
def _share(term: Share, world: World) -> str | None:
    of, within = matcher(term.of), matcher(term.within)
    counted = [person for person in world.moved if of(person)]
    n = sum(1 for person in counted if within(person))
    if 100 * n >= term.min_percent * len(counted):
        return None
    return _("{n} of {all} is less than {percent} %").format(n=n, all=len(counted), percent=term.min_percent)


@_broken.register
def _include(term: Include, world: World) -> str | None:
    test = matcher(term.select)
    missing = sum(1 for who, person in world.people.items() if who not in world.go and test(person))
    return _("{n} of those named stay").format(n=missing) if missing else None


@_broken.register
def _exclude(term: Exclude, world: World) -> str | None:
    test = matcher(term.select)
    sent = sum(1 for person in world.travellers if test(person))
    return _("{n} of those named go").format(n=sent) if sent else None


@_broken.register
def _sites(term: Sites, world: World) -> str | None:
    test = matcher(term.select)
    used = len({person["site"] for person in world.moved if test(person)})
    return None if used <= term.max else _("{n} sites are more than {max}").format(n=used, max=term.max)


@_broken.register
def _together(term: Together, world: World) -> str | None:
    state: dict[str, set[bool]] = defaultdict(set)
    for who, person in world.people.items():
        group = person["group"]
        if group is not None and person["free"] and (term.groups is None or group in term.groups):
            state[group].add(who in world.go)
    split = sum(1 for seen in state.values() if len(seen) > 1)
    return _("{n} groups are split").format(n=split) if split else None


@_broken.register
def _if_then(term: IfThen, world: World) -> str | None:
    condition, then = matcher(term.condition), matcher(term.then)
    if not any(condition(person) for person in world.moved):
        return None
    missing = sum(1 for who, person in world.people.items() if who not in world.go and then(person))
    return _("{n} who would have to go stay").format(n=missing) if missing else None


@_broken.register
def _net(term: Net, world: World) -> str | None:
    n = world.nets[term.party]
    return None if n >= term.min else _("{n} points are less than {min}").format(n=n, min=term.min)


@singledispatch
def _worth(aim: Aim, world: World) -> list[int]:
    raise NotImplementedError(type(aim).__name__)


@_worth.register
def _of_count(aim: CountAim, world: World) -> list[int]:
    return [world.number(aim.select)]


@_worth.register
def _of_longest_held(aim: LongestHeld, world: World) -> list[int]:
    found = Counter(min(person["days"] // aim.bucket_days, aim.buckets - 1) for person in world.moved)
    return [found[bucket] for bucket in reversed(range(aim.buckets))]


@_worth.register
def _of_days(_aim: Days, world: World) -> list[int]:
    return [sum(person["days"] for person in world.moved)]


@_worth.register
def _of_worst_off(_aim: WorstOffParty, world: World) -> list[int]:
    asked: Counter[str] = Counter()
    got: Counter[str] = Counter()
    for who, rows in world.checker.points.items():
        for party, points in rows:
            if points > 0 and world.people[who]["free"]:
                asked[party] += points
                got[party] += points if who in world.go else 0
    return [min((1000 * got[party] // asked[party] for party in asked), default=1000)]


@_worth.register
def _of_points(aim: Points, world: World) -> list[int]:
    return [
        sum(
            points
            for person in world.moved
            for party, points in world.checker.points.get(person["id"], ())
            if points > 0 and aim.party in (ALL, party)
        )
    ]


@_worth.register
def _of_net_min(_aim: NetMin, world: World) -> list[int]:
    return [min(world.nets.values(), default=0)]


@_worth.register
def _of_transport(_aim: Transport, world: World) -> list[int]:
    cost = {site.id: site.open_cost for site in world.checker.instance.sites}
    return [sum(cost[site] for site in {person["site"] for person in world.travellers})]
