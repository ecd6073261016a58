"""Which counts of a breakdown may be published: small cells hidden, and what would give them away.

A cell under five can point at a person, so it is hidden; and as the total is public, a single hidden cell could
be worked out by subtraction, so a second one is hidden with it. The threshold is Repatria's own rule, built on
the ban on exposing prisoners to public curiosity (GC III art. 13, GC IV art. 27). The method is the primary
and complementary suppression of statistical offices (Hundepool et al., Statistical Disclosure Control, 2012).
"""

from collections.abc import Mapping

THRESHOLD = 5


def publishable(cells: Mapping[str, int], threshold: int = THRESHOLD) -> dict[str, int | None]:
    """Give each count, or None where it must be withheld, of a breakdown whose total is public.

    Args:
        cells: counts of persons by category; together they are the published total.
        threshold: the smallest count that may be published.

    Raises:
        ValueError: a count is negative.
    """
    if any(count < 0 for count in cells.values()):
        raise ValueError("a count of persons cannot be negative")
    hidden = {name for name, count in cells.items() if count < threshold}
    # A reader knows the sum of what is hidden. Hide more until that sum can be shared out in several ways:
    # at least two cells, and together at least the threshold.
    spare = sorted((name for name in cells if name not in hidden), key=lambda name: (cells[name], name))
    while hidden and spare and (len(hidden) < 2 or sum(cells[name] for name in hidden) < threshold):
        hidden.add(spare.pop(0))
    if hidden and sum(cells[name] for name in hidden) < threshold:
        hidden = set(cells)
    return {name: None if name in hidden else count for name, count in cells.items()}
