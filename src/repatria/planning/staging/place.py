"""Groups placed on the days of a relaxed timetable where all members fit, after swapping others if need be.

A swap lets one person of one class go on day a instead of day b and one of another class on b instead of a. Both
classes use one lane and count alike in every balance, so that lanes, leads and the sum of days stay as they are;
only the sites must have room.
"""

import numpy as np
import numpy.typing as npt

from repatria.planning.captives import Numbers
from repatria.planning.staging.timetable import Table
from repatria.planning.staging.travellers import NONE, Travellers

NO_LIMIT = 2**31


def place_groups(travellers: Travellers, table: Table, days: Numbers) -> tuple[Table, list[Numbers]]:
    """Give each group a day within `table` (how many of each class go on each day), changed by swaps on the way.

    Writes the days of the placed into `days`. Gives how many of each class go on each day besides the placed, and
    the groups that found no room.
    """
    room, left = _Room(travellers, table), []
    for group in travellers.groups:
        demand = travellers.counted(group)
        day = room.day_for(demand)
        if day is None:
            left.append(group)
        else:
            room.left[:, day] -= demand
            days[group] = day + 1
    return room.left, left


def fill(travellers: Travellers, room: Table, days: Numbers) -> None:
    """Give everybody who travels in no group a day of `room`: each queue in its order, the longest held first.

    Where classes mix in a queue its order may change which of them go on a day; that must be checked afterwards.
    """
    single = np.flatnonzero(travellers.group == NONE)
    # Those in a queue share the days of its classes; everybody else has those of his own class.
    queue = travellers.queue[single]
    kind = np.where(queue == NONE, -1 - travellers.of_class[single], queue)
    left = room.copy()
    for name in np.unique(kind)[::-1].tolist():
        members = single[kind == name]
        members = members[np.argsort(travellers.rank[members])]
        counts = np.bincount(travellers.of_class[members], minlength=len(left))
        when = []
        for some in np.flatnonzero(counts).tolist():
            taken = np.repeat(np.arange(len(left[some])), left[some])[: counts[some]]
            left[some] -= np.bincount(taken, minlength=len(left[some]))
            when.append(taken)
        days[members] = np.sort(np.concatenate(when)) + 1


class _Room:
    """How many of each class may still be placed on each day, and how full the sites are."""

    def __init__(self, travellers: Travellers, table: Table) -> None:
        classes, sites = travellers.classes, travellers.instance.sites
        self.left = np.where(classes.owed[:, None], 0, table)
        self._site = classes.site
        use = np.zeros((len(sites), table.shape[1]), dtype=np.int64)
        np.add.at(use, classes.site, table)
        limits = [NO_LIMIT if site.per_day is None else site.per_day for site in sites]
        self._spare = np.array(limits, dtype=np.int64)[:, None] - use
        self._alike = _alike(travellers)

    def day_for(self, demand: Numbers) -> int | None:
        """The day with most room for all members, or one where swaps can make room; None if there is none."""
        kinds = np.flatnonzero(demand)
        spare = (self.left[kinds] - demand[kinds, None]).min(axis=0)
        if spare.max() >= 0:
            return int(np.argmax(spare))
        missing = np.maximum(demand[kinds, None] - self.left[kinds], 0).sum(axis=0)
        for day in np.argsort(missing, kind="stable").tolist():
            if self._make_room(demand, kinds, day):
                return int(day)
        return None

    def _make_room(self, demand: Numbers, kinds: Numbers, day: int) -> bool:
        done: list[tuple[int, int, int]] = []
        for kind in kinds.tolist():
            while self.left[kind, day] < demand[kind]:
                found = self._swap_for(demand, kind, day)
                if found is None:
                    for swap in reversed(done):
                        self._swap(*swap, day, undo=True)
                    return False
                self._swap(*found, day)
                done.append(found)
        return True

    def _swap_for(self, demand: Numbers, kind: int, day: int) -> tuple[int, int, int] | None:
        """Who can leave `day` for a day on which one of `kind` gives place: (kind, other class, that day)."""
        others = np.flatnonzero(self._alike[kind] & (self.left[:, day] > demand) & (np.arange(len(demand)) != kind))
        sources = np.flatnonzero(self.left[kind] > 0)
        sources = sources[sources != day]
        for other in others.tolist():
            same_site = self._site[other] == self._site[kind]
            if not same_site and self._spare[self._site[kind], day] < 1:
                continue
            fits = sources if same_site else sources[self._spare[self._site[other], sources] > 0]
            if len(fits):
                return kind, other, int(fits[np.argmax(self.left[kind, fits])])
        return None

    def _swap(self, kind: int, other: int, source: int, day: int, undo: bool = False) -> None:
        step = -1 if undo else 1
        for one, away, to in ((kind, source, day), (other, day, source)):
            self.left[one, away] -= step
            self.left[one, to] += step
            self._spare[self._site[one], away] += step
            self._spare[self._site[one], to] -= step


def _alike(travellers: Travellers) -> npt.NDArray[np.bool_]:
    """Which classes may be swapped: one lane, the same part in every balance, not owed."""
    classes = travellers.classes
    alike = classes.lane[:, None] == classes.lane[None, :]
    alike &= (classes.counts[:, :, None] == classes.counts[:, None, :]).all(axis=0)
    return np.asarray(alike & ~classes.owed[:, None] & ~classes.owed[None, :])
