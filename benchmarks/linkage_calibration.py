"""Whether a probability means what it says: of the pairs in each tenth, how many are one person.

A tenth of one pair of lists holds a few dozen pairs, which tell 0.1 from chance at best. So three fresh worlds of
each profile are pooled, and each figure comes with its standard error.
"""

from collections.abc import Iterator

import polars as pl

from benchmarks import linkage_measure as measure
from benchmarks import people_world
from benchmarks.figures import Figure
from benchmarks.linkage_profiles import PROFILES
from benchmarks.linkage_strange import STRANGE

SIZE, SEEDS = 3000, (71, 72, 73)


def calibration_figures() -> Iterator[Figure]:
    """For each profile, and for all together."""
    pooled = {name: pl.concat(_weighed(name, seed) for seed in SEEDS) for name in PROFILES | STRANGE}
    for name, pairs in (pooled | {"all worlds together": pl.concat(pooled.values())}).items():
        yield figure(name, pairs)


def _weighed(profile: str, seed: int) -> pl.DataFrame:
    from repatria.matching import reconcile

    world = people_world.make(profile, SIZE, seed)
    found = reconcile(world.left, world.right).table(everything=True)
    return measure.marked(found, world.gold).select("probability", "true")


def figure(name: str, pairs: pl.DataFrame) -> Figure:
    """The tenth that is furthest off, chance allowed for, of those with 30 pairs at least."""
    off, share = (
        (pl.col("said") - pl.col("true")).abs(),
        (pl.col("true") * pl.col("pairs") + 1) / (pl.col("pairs") + 2),
    )
    tenths = measure.tenths(pairs).with_columns(off=off, error=(share * (1 - share) / pl.col("pairs")).sqrt())
    worst = tenths.filter(pl.col("pairs") >= 30).sort(pl.col("off") - pl.col("error")).tail(1).row(0, named=True)
    said = "; ".join(
        f"{r['said']:.2f}→{r['true']:.2f} ± {r['error']:.2f} ({r['pairs']})" for r in tenths.iter_rows(named=True)
    )
    value = f"{worst['off']:.3f} ± {worst['error']:.3f}"
    return Figure(f"calibration, {name}: worst tenth", value, "≤ 0.05", f"said→true (pairs): {said}")
