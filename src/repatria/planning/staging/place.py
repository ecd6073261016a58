"""Groups placed on the days of a relaxed timetable, largest first, where all members fit."""

import numpy as np

from repatria.planning.captives import Numbers
from repatria.planning.staging.timetable import Table
from repatria.planning.staging.travellers import Travellers


def place_groups(travellers: Travellers, table: Table, days: Numbers) -> tuple[Table, list[Numbers]]:
    """Give each group a day within `table` (how many of each class go on each day) if one has room for it.

    Writes the days of the placed into `days`. Gives how many of each class were placed on each day, and the groups
    that found no room.
    """
    room, left = table.copy(), []
    for group in travellers.groups:
        demand = travellers.counted(group)
        kinds = np.flatnonzero(demand)
        spare = (room[kinds] - demand[kinds, None]).min(axis=0)
        day = int(np.argmax(spare))  # where most room remains; the earliest of equals
        if spare[day] < 0:
            left.append(group)
            continue
        room[kinds, day] -= demand[kinds]
        days[group] = day + 1
    return table - room, left
