"""A year of exchanges under different terms: how long people wait, and who is passed over.

An invented world, the same for every policy: two parties, captives at the start, new ones every month, some who
refuse, some seriously wounded. Every month there is one exchange, planned like any other. So a mediator sees what
"like for like" does against "longest first" before anybody signs either.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from repatria.i18n import _
from repatria.planning.instance import parse_instance
from repatria.planning.selection import select
from repatria.planning.verify import Checker

PARTIES = ("North", "South")
DAYS_A_MONTH = 30
BORDERS = (0, 90, 180, 360, 540, 720)  # days; the groups of length of captivity in table and picture
PASSED_OVER_BY = 90  # days: who is overtaken by somebody held this much shorter has been passed over
# Share of each category, with its grade; made up, officers few.
_CATEGORIES = (("enlisted", 0, 70), ("nco", 2, 18), ("officer", 4, 7), ("civilian", 0, 5))

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Policy:
    """Terms and aims that every month's exchange follows, besides one for one and what can be carried."""

    name: str
    terms: tuple[Document, ...]
    aims: tuple[Document, ...]


@dataclass(slots=True)
class Person:
    """A captive of the invented world; `since` is the day of capture, counted from the start (negative: before)."""

    id: str
    holder: str
    category: str
    grade: int
    health: str
    consent: str
    since: int
    wanted: int
    freed: int | None = None
    passed_over: bool = False

    def held(self, day: int) -> int:
        """Days in captivity on a day, or until freed."""
        return (day if self.freed is None else self.freed) - self.since


@dataclass(frozen=True, slots=True)
class World:
    """What the year is like: months, captives a side at the start and arriving each month, seats a side."""

    months: int = 12
    people: int = 300
    arrivals: int = 20
    seats: int = 20
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Year:
    """What a policy did: everybody at the end, by length of captivity; those who refuse are left out."""

    policy: str
    freed: int
    median_wait: int
    longest_still_held: int
    passed_over: int
    freed_by_length: tuple[int, ...]
    waiting_by_length: tuple[int, ...]


def policies() -> tuple[Policy, ...]:
    """The policies compared, each with the number freed as its first aim."""
    number: Document = {"type": "count", "select": {}}
    left, right = ({"holder": party} for party in PARTIES)
    sides = {"left": left, "right": right}
    alike = {"id": "alike", "type": "parity", **sides, "per": "category", "tolerance": 0}
    cartel = {"0": 1, "2": 2, "4": 4}  # Dix-Hill, 1862: private 1, non-commissioned officer 2, lieutenant 4
    weights = {"by": "grade", "map": cartel}
    ranks = {"id": "ranks", "type": "balance", **sides, "left_factor": 1, "right_factor": 1, "tolerance": 0}
    wishes: Document = {"type": "points", "party": "all"}
    return (
        Policy(_("longest first"), (), (number, {"type": "longest_held", "bucket_days": 90, "buckets": 12})),
        Policy(_("like for like"), (alike,), (number, wishes)),
        Policy(_("by rank equivalents"), ({**ranks, "weights": weights},), (number, wishes)),
        Policy(_("by request"), (), (number, wishes)),
    )


def simulate(world: World, compared: Sequence[Policy] | None = None) -> list[Year]:
    """Run the same year under each policy. The same world and seed give the same years."""
    return [_year(world, policy) for policy in (policies() if compared is None else compared)]


def _year(world: World, policy: Policy) -> Year:
    chance = random.Random(world.seed)
    people = [_captured(chance, n, -int(chance.expovariate(1 / 400))) for n in range(2 * world.people)]
    for month in range(1, world.months + 1):
        day = month * DAYS_A_MONTH
        people += [
            _captured(chance, len(people) + n, day - chance.randrange(DAYS_A_MONTH))
            for n in range(2 * world.arrivals)
        ]
        _exchange(people, policy, world.seats, day)
    return _told(policy.name, people, world.months * DAYS_A_MONTH)


def _captured(chance: random.Random, n: int, day: int) -> Person:
    category, grade, _share = chance.choices(_CATEGORIES, [share for _c, _g, share in _CATEGORIES])[0]
    return Person(
        id=f"P{n:05}",
        holder=PARTIES[n % 2],
        category=category,
        grade=grade,
        health="grave" if chance.random() < 0.03 else "fit",
        consent="no" if chance.random() < 0.03 else "yes",
        since=day,
        # Well-known prisoners are asked for by name; most are not.
        wanted=chance.randint(1, 9) if chance.random() < 0.3 else 0,
    )


def _exchange(people: Sequence[Person], policy: Policy, seats: int, day: int) -> None:
    here = [person for person in people if person.freed is None]
    instance = parse_instance(_document(here, policy, seats, day))
    go = set(select(instance, Checker(instance)).go or ())
    shortest = {
        party: min((p.held(day) for p in here if p.id in go and p.holder == party and p.health == "fit"), default=0)
        for party in PARTIES
    }
    for person in here:
        if person.id in go:
            person.freed = day
        elif person.consent == "yes" and go and person.held(day) >= shortest[person.holder] + PASSED_OVER_BY:
            person.passed_over = True


def _document(people: Sequence[Person], policy: Policy, seats: int, day: int) -> Document:
    left, right = PARTIES
    fair = {
        "id": "one for one", "type": "balance", "left": {"holder": left}, "right": {"holder": right},
        "left_factor": 1, "right_factor": 1, "tolerance": 0,
    }  # fmt: skip
    seated = [{"id": f"seats {p}", "type": "count", "select": {"holder": p}, "max": seats} for p in PARTIES]
    home = {left: right, right: left}
    return {
        "format": "repatria-plan-instance/1",
        "name": "simulated month",
        "kind": "selection",
        "parties": [{"id": party, "name": party} for party in PARTIES],
        "sites": [{"id": party, "party": party, "open_cost": 0} for party in PARTIES],
        "captives": [
            [p.id, p.holder, home[p.holder], home[p.holder], p.category, p.grade, p.health, p.held(day), 30,
             p.consent, p.holder, None]
            for p in people
        ],
        "values": [[p.id, home[p.holder], p.wanted] for p in people if p.wanted],
        "terms": [fair, *seated, *policy.terms],
        "objective": list(policy.aims),
    }  # fmt: skip


def _told(name: str, people: Sequence[Person], day: int) -> Year:
    willing = [person for person in people if person.consent == "yes"]
    freed = [person for person in willing if person.freed is not None]
    waiting = [person for person in willing if person.freed is None]
    waits = sorted(person.held(day) for person in freed)
    return Year(
        policy=name,
        freed=len(freed),
        median_wait=waits[len(waits) // 2] if waits else 0,
        longest_still_held=max((person.held(day) for person in waiting), default=0),
        passed_over=sum(person.passed_over for person in willing),
        freed_by_length=_by_length([person.held(day) for person in freed]),
        waiting_by_length=_by_length([person.held(day) for person in waiting]),
    )


def _by_length(days: Sequence[int]) -> tuple[int, ...]:
    ends = (*BORDERS[1:], 10**9)
    return tuple(sum(low <= d < high for d in days) for low, high in zip(BORDERS, ends, strict=True))


def lengths() -> tuple[str, ...]:
    """Name the groups of length of captivity."""
    named = [_("{low}-{high} days").format(low=a, high=b - 1) for a, b in pairwise(BORDERS)]
    return (*named, _("{low} days or more").format(low=BORDERS[-1]))
