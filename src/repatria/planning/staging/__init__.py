"""On which day everybody goes: lanes, sites, groups, order, and neither side ever too far ahead."""

from repatria.planning.staging.check import Lead, leads
from repatria.planning.staging.plan import solve_staging

__all__ = ["Lead", "leads", "solve_staging"]
