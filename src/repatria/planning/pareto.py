"""The front: plans that keep every term and of which none is better for one party without being worse for another.

Two parties: step by step along one party's net. More: each new plan must beat every plan found, for some party
(Sylva and Crema 2004). Either way the front is complete when no further plan exists.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from repatria.i18n import _
from repatria.planning.aims import NO_AIM, Value
from repatria.planning.compile_aims import Level
from repatria.planning.compile_terms import compile_terms, points_of
from repatria.planning.deadline import Deadline
from repatria.planning.errors import SolverFault
from repatria.planning.instance import Instance
from repatria.planning.levels import Climb
from repatria.planning.plan import ParetoPoint
from repatria.planning.program import Program, Sum
from repatria.planning.selection import with_the_owed
from repatria.planning.verify import Checker

MOST_POINTS = 1000


@dataclass(frozen=True, slots=True)
class Front:
    """The points, the party named first doing ever worse; `complete` unless a limit was reached first.

    `suggested` is the place of the point whose smallest gain is largest (ties: the larger sum), None if empty.
    """

    points: tuple[ParetoPoint, ...]
    complete: bool
    suggested: int | None


def front(instance: Instance, checker: Checker, most: int = MOST_POINTS, deadline: Deadline | None = None) -> Front:
    """Find the Pareto front of the parties' net points."""
    walk = _Walk(instance, checker, deadline or Deadline(None))
    complete = walk.between_two(most) if len(instance.parties) == 2 else walk.among_many(most)
    points = tuple(sorted(walk.points, key=lambda point: tuple(-net for net in point.net.values())))
    gains = [(min(point.net.values(), default=0), sum(point.net.values())) for point in points]
    best = max(range(len(points)), key=lambda n: (gains[n], -n), default=None)
    return Front(points, complete, best)


class _Walk:
    def __init__(self, instance: Instance, checker: Checker, deadline: Deadline) -> None:
        self.instance, self.checker, self.deadline = instance, checker, deadline
        free = instance.captives.free
        self.each = [np.where(free, points_of(instance, party.id), 0) for party in instance.parties]
        self.nets = [Sum.dense(points) for points in self.each]
        self.points: list[ParetoPoint] = []

    def between_two(self, most: int) -> bool:
        """Best for the first party, then ever a point more for the second, until there is no such plan."""
        least: int | None = None
        while len(self.points) < most:
            program = compile_terms(self.instance)
            if least is not None:
                program.require(None, "second party", self.nets[1], least, None)
            if not self._add(program, self.nets):
                return not self.deadline.over
            least = list(self.points[-1].net.values())[1] + 1
        return False

    def among_many(self, most: int) -> bool:
        """Most points in all, each new plan beating every plan found for some party, until there is none."""
        together = Sum.dense(sum(self.each, np.zeros(len(self.instance.captives), dtype=np.int64)))
        while len(self.points) < most:
            program = compile_terms(self.instance)
            for point in self.points:
                self._beat(program, list(point.net.values()))
            if not self._add(program, [together]):
                return not self.deadline.over
        return False

    def _beat(self, program: Program, nets: Sequence[int]) -> None:
        """For some party p: net(p) >= nets[p] + 1."""
        choices = {}
        for party, net, total in zip(self.instance.parties, nets, self.nets, strict=True):
            better = program.helper(f"better for {party.id}")
            choices[better] = 1
            lowest = int(np.minimum(total.coefs, 0).sum())
            wanted = Sum(total.persons, total.coefs, {better: lowest - net - 1})
            program.require(None, f"better for {party.id}", wanted, lowest, None)
        none = np.zeros(0, dtype=np.int64)
        program.require(None, "better for somebody", Sum(none, none, choices), 1, None)

    def _add(self, program: Program, aims: Sequence[Sum]) -> bool:
        """Add the best plan of a program; say whether there was one."""
        climb = Climb(self.instance, program, self.deadline)
        if program.broken or climb.units.contradiction:
            return False
        for n, total in enumerate(aims):
            if not climb.onwards([Level(Value(NO_AIM, f"net {n}", "max"), total)]):
                return False
        go = with_the_owed(self.instance, climb)
        if self.checker.faults(go):
            raise SolverFault(_("a plan of the front does not survive the independent check; it is not given"))
        self.points.append(ParetoPoint(self.checker.nets(go), go))
        return True
