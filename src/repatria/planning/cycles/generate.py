"""Column generation: the optimum of the linear program over all cycles and chains, and a proof of it.

Prices are kept as whole numbers of `unit`-ths, rounded up. Every comparison is then exact, and the prices
themselves prove the bound: :func:`repatria.planning.cycles.bound.proven_bound` checks them without a solver.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from repatria.planning.cycles.bound import gains_at
from repatria.planning.cycles.deal import Link
from repatria.planning.cycles.master import Master, Relaxation
from repatria.planning.cycles.pool import Floats, Ints, OfferPool
from repatria.planning.cycles.walks import CycleSearch, Web, best_way_on, chain_values
from repatria.planning.deadline import Deadline

# Duals of set packing are mostly fractions with small denominators: 720720 is divided by 1..16.
UNITS = (720_720, 5_040, 60, 1)
ROUNDING = 2e-7  # of a weight of 1: what the solver's prices may be off

# How widely to look in one round. They trade rounds against columns; the optimum does not depend on them.
ARCS_OF_EACH = 10  # offer, in the quick search
CYCLES_OF_EACH = 3  # start
WAYS_OF_EACH = 6  # place where a chain may begin or go on

Source = tuple[int, int]  # an offer where a chain may go on, and how many arcs led there


def unit_for(pool: OfferPool) -> int:
    """The finest unit in which sums of this pool's weights stay far inside 64 bits."""
    largest = max(1, int(np.abs(pool.weight).max(initial=1))) * (pool.size + 1) * (pool.max_cycle + 2)
    return next(unit for unit in UNITS if unit * largest < 2**61 or unit == 1)


@dataclass(frozen=True)
class Situation:
    """What a dive has left to choose among: offers taken already, and where chains may begin or go on."""

    cycles: Web
    chains: Web
    sources: tuple[Source, ...]

    @classmethod
    def of(
        cls, pool: OfferPool, taken: NDArray[np.bool_] | None = None, ends: Sequence[Source] = ()
    ) -> "Situation":
        """Leave out the offers `taken`; chains may begin at free unconditional offers and go on at `ends`."""
        free = np.ones(pool.size, dtype=np.bool_) if taken is None else ~taken
        heads = free[pool.head]
        begins = np.flatnonzero(pool.starts & free) if pool.max_chain else np.empty(0, dtype=np.int64)
        return cls(
            Web.of(pool, heads & free[pool.tail] & ~pool.starts[pool.tail]),
            Web.of(pool, heads if pool.max_chain else np.zeros_like(heads)),
            tuple((int(v), 0) for v in begins) + tuple(ends),
        )


class Generator:
    """Adds to a master program the columns it is worth having."""

    def __init__(self, master: Master, deadline: Deadline) -> None:
        self.master, self.pool, self.deadline = master, master.pool, deadline
        self.unit = unit_for(self.pool)

    def optimum(self, situation: Situation) -> Relaxation:
        """Solve until no column is missing, or the time is up."""
        while True:
            relaxation = self.master.solve()
            assert relaxation is not None, "the empty deal is always possible"
            if self.deadline.over or not self._add_columns(situation, relaxation, thorough=True):
                return relaxation

    def improved(self, situation: Situation, enough: float) -> Relaxation | None:
        """Solve until the value reaches `enough` or a quick search finds no more; None if nothing is possible."""
        while True:
            relaxation = self.master.solve()
            if relaxation is None or relaxation.value >= enough or self.deadline.over:
                return relaxation
            if not self._add_columns(situation, relaxation, thorough=False):
                return relaxation

    def whole_prices(self, price: Floats) -> Ints:
        """Prices of the offers in `unit`-ths, rounded up but for the solver's own noise."""
        return np.ceil((price[: self.pool.size] - ROUNDING) * self.unit).clip(0).astype(np.int64)

    def _add_columns(self, situation: Situation, relaxation: Relaxation, thorough: bool) -> int:
        gains = gains_at(self.pool, self.unit, self.whole_prices(relaxation.price))
        added = self.master.add(links=self._links(situation, gains, relaxation.price))
        search = CycleSearch(situation.cycles, self.pool.max_cycle)
        gains = gains[situation.cycles.arc]
        for found in search.along_best_arcs(gains, ARCS_OF_EACH):
            added += self.master.add(cycles=found.best_of_each_start(CYCLES_OF_EACH))
        if added > self.pool.size // 20 or not thorough:
            return added
        for found in search.everywhere(gains):
            added += self.master.add(cycles=found.best_of_each_start(CYCLES_OF_EACH))
            if added > self.pool.size:
                break
        return added

    def _links(self, situation: Situation, gains: Ints, price: Floats) -> list[Link]:
        web = situation.chains
        if not situation.sources or not len(web.arc):
            return []
        values = chain_values(web, gains[web.arc], self.pool.max_chain)
        links: list[Link] = []
        for offer, position in situation.sources:
            if position == self.pool.max_chain:
                continue
            begin, end = int(web.first[offer]), int(web.first[offer + 1])
            onward = values.through[position][begin:end]
            standing = self.master.standing_price(offer, position, price)
            worth = np.flatnonzero(onward > int(np.ceil((standing - ROUNDING) * self.unit)))
            for arc in worth[np.argsort(-onward[worth], kind="stable")][:WAYS_OF_EACH]:
                way = best_way_on(web, values, begin + int(arc), position + 1)
                links += [(int(web.arc[a]), k) for a, k in way]
        return links
