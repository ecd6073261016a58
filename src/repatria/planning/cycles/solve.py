"""The planner for offers among n parties: the best cycles and chains, with a proof."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any

from repatria.planning.cycles.bound import Prices, common_step, proven_bound
from repatria.planning.cycles.complete import best_of, candidates
from repatria.planning.cycles.deal import Deal, worth_of
from repatria.planning.cycles.dive import dive
from repatria.planning.cycles.generate import Generator, Situation
from repatria.planning.cycles.master import Master
from repatria.planning.cycles.pool import OfferPool, read_pool
from repatria.planning.plan import Plan


@dataclass(frozen=True)
class Solution:
    """The best deal found, its value, and the largest value any deal can have. Optimal where they are equal.

    `prices` prove their own bound; where the deal falls short of that, `checked` is how many columns an integer
    program had to look at.
    """

    deal: Deal
    value: int
    bound: int
    prices: Prices
    checked: int = 0


def solve_pool(pool: OfferPool, seconds: float | None = None) -> Solution:
    """Find the deal of the largest weight; stop after about `seconds` with the best one so far.

    Raises:
        SolverFault: the solver's answer does not survive the check in whole numbers.
    """
    until = None if seconds is None else monotonic() + seconds
    generator = Generator(Master(pool))
    root = generator.optimum(Situation.of(pool))
    assert root is not None, "the empty deal is always possible"
    prices = proven_bound(pool, generator.unit, generator.whole_prices(root.price))
    bound = prices.whole_bound(pool)
    deal = dive(generator, root, bound)
    found = Solution(deal, worth_of(pool, deal), bound, prices)
    return found if found.value == bound else _close_gap(pool, found, until)


def _close_gap(pool: OfferPool, found: Solution, until: float | None) -> Solution:
    step = common_step(pool)
    slack = found.prices.bound - (found.value + step) * found.prices.unit
    while (among := candidates(pool, found.prices, slack)) is None:
        slack //= 2  # too many to hold: look at the likeliest, and give the bound that the others leave
    left_out = min(found.bound, (found.prices.bound - slack - 1) // (found.prices.unit * step) * step)
    seconds = None if until is None else until - monotonic()
    done = best_of(pool, among, found.bound, seconds)
    checked = len(among.cycles) + len(among.links)
    if done.deal is not None and (value := worth_of(pool, done.deal)) > found.value:
        found = replace(found, deal=done.deal, value=value)
    return replace(found, bound=max(found.value, done.bound // step * step, left_out), checked=checked)
