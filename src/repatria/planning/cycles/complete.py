"""Closing the gap: one integer program over every cycle and link that a better deal could use.

Why nothing is missed. Let `bound` be what the prices prove and `wanted` the least value that would be better than
the deal in hand. A deal's value is the sum of the prices it uses plus the gains of its cycles and chains, and at
these prices no cycle or chain gains more than 0 (their excess, if any, is in the bound already). So a deal worth
`wanted` or more has no cycle and no chain that falls short of 0 by more than ``bound - wanted``. Cycles that do
are left out; so are links of which even the best chain through them does.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from repatria.planning.cycles.bound import Prices, chain_web, cycle_web, gains_at
from repatria.planning.cycles.deal import Deal, Link, canonical
from repatria.planning.cycles.pool import Ints, OfferPool
from repatria.planning.cycles.walks import Cycle, CycleSearch, chain_values
from repatria.planning.deadline import Deadline
from repatria.planning.milp import Milp, Solver, Status

MOST_WALKS = 3_000_000  # partial walks of one length held in memory
MOST_COLUMNS = 500_000  # an integer program beyond this does not fit a desk


@dataclass(frozen=True)
class Candidates:
    """Every cycle, and every link, that falls short of its prices by no more than a given slack."""

    cycles: list[Cycle]
    links: list[Link]


@dataclass(frozen=True)
class Completed:
    """The best deal over some candidates (None: not one found), and a bound on deals made of them alone."""

    deal: Deal | None
    bound: int
    proven: bool


def candidates(pool: OfferPool, prices: Prices, slack: int, deadline: Deadline) -> Candidates | None:
    """Enumerate the candidates (`slack` in units of the prices); None if they are too many or the time is up."""
    gains = gains_at(pool, prices.unit, prices.of)
    found: set[Cycle] = set()
    cycles = cycle_web(pool)
    search = CycleSearch(cycles, pool.max_cycle)
    for length in range(2, pool.max_cycle + 1):
        # Of `length` arcs raised by slack + 1 in all, those short by no more than slack gain: then they are found.
        raised = gains[cycles.arc] * length + slack + 1
        for walks in search.all_of_length(raised, length, MOST_WALKS):
            if walks is None or len(found) + len(walks) > MOST_COLUMNS or deadline.over:
                return None
            found.update(canonical(walk) for walk in walks if len(set(walk)) == length)
    return Candidates(sorted(found), list(_links(pool, prices, gains, slack)))


def _links(pool: OfferPool, prices: Prices, gains: Ints, slack: int) -> Iterator[Link]:
    web = chain_web(pool)
    if not len(web.arc):
        return
    values = chain_values(web, gains[web.arc], pool.max_chain)
    never = -(2**61)
    reached = np.where(pool.starts, -prices.of, never)
    for position, through in enumerate(values.through, start=1):
        arcs = np.flatnonzero(reached[web.tail] + through >= -slack)
        for arc in web.arc[arcs].tolist():
            yield arc, position
        onward = np.full(pool.size, never, dtype=np.int64)
        np.maximum.at(onward, web.head[arcs], reached[web.tail[arcs]] + gains[web.arc[arcs]])
        reached = onward


def best_of(pool: OfferPool, among: Candidates, at_most: int, deadline: Deadline) -> Completed:
    """Solve the integer program over the candidates, exactly; `at_most` is a bound known already.

    Raises:
        SolverFault: the solver's answer does not survive the check in whole numbers.
    """
    milp, worth = _program(pool, among)
    answer = Solver(milp).best(worth, "max", deadline)
    proven = answer.status is Status.OPTIMAL
    bound = at_most if answer.bound is None else min(at_most, answer.bound)
    if answer.x is None:
        return Completed(None, bound, proven)
    taken = answer.x == 1
    cycles = [c for c, take in zip(among.cycles, taken, strict=False) if take]
    links = [link for link, take in zip(among.links, taken[len(among.cycles) :], strict=True) if take]
    return Completed(Deal.of(pool, cycles, links), bound, proven)


def _program(pool: OfferPool, among: Candidates) -> tuple[Milp, Ints]:
    """The cycle and position-indexed link model, by rows; and what each column is worth."""
    offer_rows: list[list[int]] = [[] for _offer in range(pool.size)]
    flow_rows: dict[tuple[int, int], tuple[list[int], list[int]]] = {}  # (offer, position): in, out
    worth = []
    for column, cycle in enumerate(among.cycles):
        worth.append(sum(pool.worth(u, v) for u, v in Deal(cycles=(cycle,)).steps()))
        for offer in cycle:
            offer_rows[offer].append(column)
    for column, (arc, position) in enumerate(among.links, start=len(among.cycles)):
        tail, head = int(pool.tail[arc]), int(pool.head[arc])
        worth.append(int(pool.weight[arc]))
        offer_rows[head].append(column)
        if position == 1:
            offer_rows[tail].append(column)
        else:
            flow_rows.setdefault((tail, position - 1), ([], []))[1].append(column)
        if position < pool.max_chain:
            flow_rows.setdefault((head, position), ([], []))[0].append(column)
    rows = [(row, [1] * len(row), 1.0) for row in offer_rows]
    rows += [(came + went, [-1] * len(came) + [1] * len(went), 0.0) for came, went in flow_rows.values()]
    return _milp(len(worth), rows), np.array(worth, dtype=np.int64)


def _milp(columns: int, rows: list[tuple[list[int], list[int], float]]) -> Milp:
    counts = np.array([len(index) for index, _values, _upper in rows], dtype=np.int64)
    return Milp(
        lower=np.zeros(columns, dtype=np.int64),
        upper=np.ones(columns, dtype=np.int64),
        starts=np.cumsum(counts) - counts,
        index=np.array([i for index, _values, _upper in rows for i in index], dtype=np.int64),
        value=np.array([v for _index, values, _upper in rows for v in values], dtype=np.int64),
        row_lower=np.full(len(rows), -np.inf),
        row_upper=np.array([upper for _index, _values, upper in rows]),
    )
