"""Who is to travel, as the staging rules see them: in what class, group and queue each one is."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from repatria.planning.captives import Mask, Numbers
from repatria.planning.instance import Instance, Staging

NONE = -1  # no group, no queue


@dataclass(frozen=True)
class Classes:
    """Kinds of person that every daily limit treats alike. One entry for each class.

    `lane` and `site` are places in the instance's lists; `counts` has a row for each imbalance rule: what one such
    person adds to left_factor * L - right_factor * R (0 for the owed, who are not counted).
    """

    lane: Numbers
    site: Numbers
    owed: Mask
    counts: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.lane)


@dataclass(frozen=True)
class Travellers:
    """The persons at `rows` of the instance, one entry each in every array.

    `group`: who must travel on one day together, else `NONE`. `queue`: who leaves one site for one receiver in
    order of captivity, else `NONE`. `held`: days in captivity. `rank`: longest held, then oldest, then id.
    """

    instance: Instance
    rows: Numbers
    of_class: Numbers
    classes: Classes
    group: Numbers
    queue: Numbers
    held: Numbers
    rank: Numbers

    @classmethod
    def of(cls, instance: Instance, rows: Numbers) -> "Travellers":
        """Sort the persons at `rows` into classes, groups and queues.

        Persons on a lane that is not listed get a class of lane `NONE`: they cannot travel at all.
        """
        staging = rules(instance)
        captives = instance.captives
        holder, dest, site = (_place(instance, name, rows) for name in ("holder", "dest", "site"))
        free = captives.free[rows]
        counts = _counted(instance, staging)[:, rows] * free
        key = np.stack([_lanes(instance, holder, dest), site, ~free, *counts], axis=1)
        kinds, of_class = np.unique(key, axis=0, return_inverse=True)
        classes = Classes(kinds[:, 0], kinds[:, 1], kinds[:, 2] == 1, kinds[:, 3:].T.copy())
        group = captives.coded("group")
        grouped = np.array([word is not None for word in group.words] or [False])[group.codes[rows]] & free
        together = grouped & staging.same_day_groups
        in_order = free & ~grouped & staging.longest_held_first
        places = site * (len(instance.parties) + 1) + dest
        order = np.lexsort(
            (captives.id_rank[rows], -captives.numbers("age")[rows], -captives.numbers("days")[rows])
        )
        rank = np.empty_like(order)
        rank[order] = np.arange(len(order))
        return cls(
            instance,
            rows,
            of_class.reshape(-1),
            classes,
            np.where(together, group.codes[rows], NONE),
            np.where(in_order, places, NONE),
            captives.numbers("days")[rows],
            rank,
        )

    @cached_property
    def staging(self) -> Staging:
        """The rules."""
        return rules(self.instance)

    @cached_property
    def owed(self) -> Mask:
        """Who is owed."""
        return self.classes.owed[self.of_class]

    def counted(self, some: Numbers) -> Numbers:
        """Count `some` of the travellers by class."""
        return np.bincount(self.of_class[some], minlength=len(self.classes))

    def by_id(self, days: Numbers) -> dict[str, int]:
        """Give each traveller's id his day."""
        ids = self.instance.captives.ids
        return {ids[row]: day for row, day in zip(self.rows.tolist(), days.tolist(), strict=True)}

    @cached_property
    def groups(self) -> list[Numbers]:
        """The members of each group, by place among the travellers; larger groups first."""
        members = np.flatnonzero(self.group != NONE)
        order = members[np.argsort(self.group[members], kind="stable")]
        cuts = np.flatnonzero(np.diff(self.group[order])) + 1
        found = [part for part in np.split(order, cuts) if len(part)]
        return sorted(found, key=lambda part: (-len(part), int(self.rank[part].min())))


def rules(instance: Instance) -> Staging:
    """The staging rules of an instance that has some."""
    assert instance.staging is not None
    return instance.staging


def _place(instance: Instance, name: str, rows: Numbers) -> Numbers:
    """Places, in the instance's own lists, of the parties or sites that a column names."""
    column = instance.captives.coded(name)
    listed = [one.id for one in (instance.sites if name == "site" else instance.parties)]
    place = {word: n for n, word in enumerate(listed)}
    return np.array([place[str(word)] for word in column.words] or [0], dtype=np.int64)[column.codes[rows]]


def _lanes(instance: Instance, holder: Numbers, dest: Numbers) -> Numbers:
    party = {one.id: n for n, one in enumerate(instance.parties)}
    lanes = np.full((len(party), len(party)), NONE, dtype=np.int64)
    for number, lane in enumerate(rules(instance).lanes):
        lanes[party[lane.holder], party[lane.receiver]] = number  # the last of two rows for one lane counts
    return lanes[holder, dest]


def _counted(instance: Instance, staging: Staging) -> npt.NDArray[np.int64]:
    found = np.zeros((len(staging.imbalance), len(instance.captives)), dtype=np.int64)
    for number, rule in enumerate(staging.imbalance):
        left, right = rule.left.matches(instance.captives), rule.right.matches(instance.captives)
        found[number] = rule.left_factor * left.astype(np.int64) - rule.right_factor * right.astype(np.int64)
    return found
