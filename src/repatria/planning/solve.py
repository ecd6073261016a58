"""One door for every kind of planning problem."""

from typing import Any

from repatria.planning.deadline import Deadline
from repatria.planning.instance import Instance, parse_instance
from repatria.planning.plan import Plan
from repatria.planning.selection import select
from repatria.planning.verify import Checker


def solve(document: dict[str, Any], time_limit: float | None = None) -> Plan:
    """Solve an instance document of any kind.

    Raises:
        BadInstance: the document breaks the format.
        NoPlanInTime: `time_limit` seconds went by before any plan was found.
    """
    instance = parse_instance(document)
    if instance.kind == "cycles":
        from repatria.planning.cycles import solve_cycles

        return solve_cycles(document)
    if instance.staging is not None:
        from repatria.planning.staging import solve_staging

        return solve_staging(instance)
    return solve_selection(instance, time_limit)


def solve_selection(instance: Instance, time_limit: float | None = None) -> Plan:
    """Choose who goes; see :func:`repatria.planning.selection.select`."""
    checker = Checker(instance)
    return select(instance, checker, deadline=Deadline(time_limit)).plan(instance, checker)
