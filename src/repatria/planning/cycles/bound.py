"""A bound that can be checked without a solver: one whole-number price for every offer.

For any prices, a deal is worth no more than the prices of all offers together, plus what single cycles and
chains gain beyond the prices of the offers they use. Every offer is in at most one of them, and every cycle has
a start of its own (see :mod:`repatria.planning.cycles.walks`); so those gains are counted once for each start.
At the prices of the linear program's optimum nothing gains, and the bound is the program's value.
"""

from dataclasses import dataclass
from math import gcd

import numpy as np

from repatria.planning.cycles.pool import Ints, OfferPool
from repatria.planning.cycles.walks import CycleSearch, Web, chain_values


@dataclass(frozen=True)
class Prices:
    """Prices of the offers in `unit`-ths of a weight of 1, and the bound (same unit) they prove."""

    unit: int
    of: Ints
    bound: int

    def whole_bound(self, pool: OfferPool) -> int:
        """The largest value a deal can have: whole, and a multiple of what divides all weights."""
        step = common_step(pool)
        return self.bound // (self.unit * step) * step


def common_step(pool: OfferPool) -> int:
    """The largest number that divides every weight: values of deals differ by multiples of it."""
    return max(1, gcd(*pool.weight.tolist()))


def cycle_web(pool: OfferPool) -> Web:
    """The arcs that may lie on a cycle."""
    return Web.of(pool, ~pool.starts[pool.tail])


def chain_web(pool: OfferPool) -> Web:
    """The arcs that may lie on a chain."""
    return Web.of(pool, np.full(len(pool.tail), pool.max_chain > 0))


def gains_at(pool: OfferPool, unit: int, prices: Ints) -> Ints:
    """Weight of every arc less the price of its head, in `unit`-ths."""
    return pool.weight * unit - prices[pool.head]


def proven_bound(pool: OfferPool, unit: int, prices: Ints) -> Prices:
    """Work out, in whole numbers, what these prices of the offers prove.

    Prices of unconditional offers are set to what the best chain from them gains; others must be 0 or more.
    """
    prices = np.maximum(prices, 0)
    gains = gains_at(pool, unit, prices)
    web = chain_web(pool)
    onward = chain_values(web, gains[web.arc], pool.max_chain).onward[0]
    prices = np.where(pool.starts, onward, prices)
    excess = np.zeros(pool.size, dtype=np.int64)
    cycles = cycle_web(pool)
    for found in CycleSearch(cycles, pool.max_cycle).everywhere(gains[cycles.arc]):
        np.maximum.at(excess, found.starts, found.gains)
    return Prices(unit, prices, int(prices.sum() + excess.sum()))
