"""What the planner found among offers: the deal, its value, and what proves that none is worth more."""

from dataclasses import dataclass
from typing import Any

from repatria.planning.cycles.bound import Prices
from repatria.planning.cycles.deal import Deal
from repatria.planning.cycles.pool import OfferPool


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

    @property
    def proven(self) -> bool:
        """Whether no deal can be worth more."""
        return self.value == self.bound

    def proof(self, pool: OfferPool) -> dict[str, Any]:
        """Give what a delegation needs to check the bound without a solver, and what rests on one."""
        prices = {pool.ids[n]: price for n, price in enumerate(self.prices.of.tolist()) if price}
        found: dict[str, Any] = {"by": "prices", "unit": self.prices.unit, "prices": prices}
        if self.checked:
            found |= {"by": "prices and an integer program", "columns": self.checked}
        return found
