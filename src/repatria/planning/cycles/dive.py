"""The dive: from the linear program down to a plan, one decision at a time, adding columns on the way.

It proves nothing. It stops early where the bound is reached, and that is nearly always: the bound of this linear
program is mostly met (Dickerson et al. 2016).
"""

import numpy as np

from repatria.planning.cycles.deal import Deal, Link
from repatria.planning.cycles.generate import Generator, Situation, Source
from repatria.planning.cycles.master import NEGLIGIBLE, Relaxation
from repatria.planning.cycles.walks import Cycle

PATIENCE = 20  # how often a dive may lose its target


def dive(generator: Generator, root: Relaxation, target: int) -> Deal:
    """Fix the surest column again and again; a choice that loses `target` is taken back once.

    `root` is the optimum of the linear program with nothing fixed, to which the master is given back.
    """
    master = generator.master
    relaxation, patience = root, PATIENCE
    while True:
        sure, pick = _next(relaxation, master.held)
        master.hold(sure, 1.0)
        if pick is None:
            break
        if generator.deadline.over:
            master.hold(_free_cycles(generator, relaxation), 1.0)
            break
        relaxation, reached = _decide(generator, pick, target)
        if reached < target:
            patience -= 1
            # A dive that keeps losing will not meet the bound: end it without looking for more columns.
            target = reached if patience else 0
    deal = Deal.of(generator.pool, *_taken_columns(generator))
    master.release(list(master.held))
    return deal


def _next(relaxation: Relaxation, held: dict[int, float]) -> tuple[list[int], int | None]:
    """Columns wholly in the solution and not held yet, and the fractional one nearest to it."""
    share = relaxation.share.copy()
    share[list(held)] = 0.0
    sure = np.flatnonzero(share > 1 - NEGLIGIBLE).tolist()
    share[sure] = 0.0
    pick = int(np.argmax(share)) if len(share) else 0
    return sure, pick if len(share) and share[pick] > NEGLIGIBLE else None


def _decide(generator: Generator, pick: int, target: int) -> tuple[Relaxation, int]:
    """Take the column, or forbid it where taking it loses the target; else settle for less."""
    master = generator.master
    found: list[tuple[float, Relaxation]] = []
    for choice in (1.0, 0.0):
        master.hold([pick], choice)
        relaxation = generator.improved(_situation(generator), enough=target - NEGLIGIBLE)
        if relaxation is not None:
            if relaxation.value >= target - NEGLIGIBLE:
                return relaxation, target
            found.append((choice, relaxation))
    choice, relaxation = max(found, key=lambda one: one[1].value)
    master.hold([pick], choice)
    return relaxation, int(np.floor(relaxation.value + NEGLIGIBLE))


def _free_cycles(generator: Generator, relaxation: Relaxation) -> list[int]:
    """Cycles in the solution that use no offer taken already nor one another's, the surest first."""
    master = generator.master
    cycles, links = _taken_columns(generator)
    taken = {offer for cycle in cycles for offer in cycle}
    for arc, _position in links:
        taken |= {int(generator.pool.tail[arc]), int(generator.pool.head[arc])}
    found = []
    for column in np.argsort(-relaxation.share, kind="stable").tolist():
        if relaxation.share[column] <= NEGLIGIBLE:
            break
        if not master.is_link[column] and taken.isdisjoint(master.columns[column]):
            taken |= set(master.columns[column])
            found.append(column)
    return found


def _taken_columns(generator: Generator) -> tuple[list[Cycle], list[Link]]:
    master = generator.master
    taken = sorted(column for column, value in master.held.items() if value == 1.0)
    cycles = [master.columns[c] for c in taken if not master.is_link[c]]
    return cycles, [master.columns[c] for c in taken if master.is_link[c]]  # type: ignore[misc]


def _situation(generator: Generator) -> Situation:
    pool = generator.pool
    cycles, links = _taken_columns(generator)
    taken = np.zeros(pool.size, dtype=np.bool_)
    for cycle in cycles:
        taken[list(cycle)] = True
    reached: set[Source] = set()
    left: set[Source] = set()
    for arc, position in links:
        taken[[pool.tail[arc], pool.head[arc]]] = True
        left.add((int(pool.tail[arc]), position - 1))
        reached.add((int(pool.head[arc]), position))
    return Situation.of(pool, taken, sorted(reached - left))
