"""Exchanges among n parties: offers joined to cycles and chains (section 6 of the instance format)."""

from repatria.planning.cycles.pool import OfferPool, read_pool
from repatria.planning.cycles.solution import Solution
from repatria.planning.cycles.solve import solve_cycles, solve_pool

__all__ = ["OfferPool", "Solution", "read_pool", "solve_cycles", "solve_pool"]
