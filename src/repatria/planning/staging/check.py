"""An independent check of a timetable, in plain whole numbers, and the lead it gives each side."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from repatria.i18n import _
from repatria.planning.instance import Imbalance, Instance
from repatria.planning.staging.travellers import rules


@dataclass(frozen=True, slots=True)
class Lead:
    """The furthest that one side is ahead under one imbalance rule: how far, after which day, and which side.

    `ahead` is ``left`` or ``right``; both sides level throughout is a lead of 0 on day 1.
    """

    rule: str
    size: int
    day: int
    ahead: str
    limit: int

    def sentence(self) -> str:
        """Say it to the delegations."""
        if not self.size:
            return _("{rule}: the sides are level after every day").format(rule=self.rule)
        side = _("the first side") if self.ahead == "left" else _("the second side")
        return _("{rule}: largest lead {size} (limit {limit}), after day {day}: {side} has given more").format(
            rule=self.rule, size=self.size, limit=self.limit, day=self.day, side=side
        )


def faults(instance: Instance, days: Mapping[str, int]) -> list[str]:
    """Give every staging rule that these days break; none for a timetable that holds."""
    return list(_faults(instance, days))


def leads(instance: Instance, days: Mapping[str, int]) -> list[Lead]:
    """Give the largest lead under each imbalance rule.

    With additive values a bound on the lead is the condition of a safe exchange (Sandholm and Lesser 1995): neither
    side ever gains more by walking away than by going on.
    """
    return [_lead(rule, _course(instance, rule, days)) for rule in rules(instance).imbalance]


def handover_days(instance: Instance, days: Mapping[str, int]) -> tuple[int, int]:
    """Give S1, the sum of the handover days of the owed, and S2, that of everybody who goes."""
    owed = instance.captives.owed
    position = instance.captives.position
    return sum(day for who, day in days.items() if owed[position[who]]), sum(days.values())


def _lead(rule: Imbalance, course: list[int]) -> Lead:
    day = max(range(len(course)), key=lambda n: abs(course[n]))
    return Lead(rule.id, abs(course[day]), day + 1, "left" if course[day] >= 0 else "right", rule.max)


def _course(instance: Instance, rule: Imbalance, days: Mapping[str, int]) -> list[int]:
    """left_factor * L - right_factor * R after each day."""
    captives = instance.captives
    left, right = (side.matches(captives) & captives.free for side in (rule.left, rule.right))
    worth = rule.left_factor * left.astype(np.int64) - rule.right_factor * right.astype(np.int64)
    by_day = Counter[int]()
    for who, day in days.items():
        by_day[day] += int(worth[captives.position[who]])
    return list(accumulate(by_day[day] for day in range(1, rules(instance).days + 1)))


def _faults(instance: Instance, days: Mapping[str, int]) -> Iterator[str]:
    staging, captives = rules(instance), instance.captives
    rows = [captives.position[who] for who in days]
    if not all(1 <= day <= staging.days for day in days.values()):
        yield _("somebody has a day that does not exist")
    holder, dest, site, group = (captives.coded(name) for name in ("holder", "dest", "site", "group"))
    lane_use: Counter[tuple[object, ...]] = Counter()
    site_use: Counter[tuple[object, ...]] = Counter()
    groups, queues = defaultdict(set), defaultdict(list)
    for row, day in zip(rows, days.values(), strict=True):
        lane_use[holder[row], dest[row], day] += 1
        site_use[site[row], day] += 1
        if captives.free[row] and group[row] is not None:
            groups[group[row]].add(day)
        elif captives.free[row]:
            queues[site[row], dest[row]].append((-int(captives.numbers("days")[row]), day))
    lanes = {(lane.holder, lane.receiver): lane.per_day for lane in staging.lanes}
    if any(number > lanes.get((one, other), 0) for (one, other, _day), number in lane_use.items()):  # type: ignore[arg-type]
        yield _("more go on a lane in one day than it takes")
    per_day = {one.id: one.per_day for one in instance.sites}
    for (name, _day), number in site_use.items():
        limit = per_day[str(name)]
        if limit is not None and number > limit:
            yield _("more leave a site in one day than can")
    if staging.same_day_groups and any(len(some) > 1 for some in groups.values()):
        yield _("a group travels on more than one day")
    if staging.longest_held_first and not all(map(_in_order, queues.values())):
        yield _("somebody goes before a person held longer at the same site")
    for lead in leads(instance, days):
        if lead.size > lead.limit:
            yield _("one side is further ahead than the bound of {rule} allows").format(rule=lead.rule)


def _in_order(queue: list[tuple[int, int]]) -> bool:
    """Whether nobody goes earlier than somebody held strictly longer: (minus days held, day) of each."""
    earlier_runs = this_run = 0
    held = None
    for minus_held, day in sorted(queue):
        if minus_held != held:
            earlier_runs, this_run, held = max(earlier_runs, this_run), 0, minus_held
        if day < earlier_runs:
            return False
        this_run = max(this_run, day)
    return True
