"""Who is who: `repatria match` beside Splink 5 and rapidfuzz on the developer lists and on lists nobody tuned to.

Each tool is a whole process: seconds from start to end, largest resident size. The worlds and seeds are fixed. The
million is run only when asked: `REPATRIA_BENCH_LARGE=1`. Of the sets those can be chosen whose names hold a text,
and then nothing else is run: `REPATRIA_BENCH_SETS="1,000,000;thin"`.
"""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from benchmarks import linkage_measure as measure
from benchmarks import people_world
from benchmarks.figures import Figure, skip_aloud
from benchmarks.linkage_calibration import calibration_figures
from benchmarks.linkage_general import general_figures
from benchmarks.linkage_measure import Failed, Run
from benchmarks.linkage_names import names_figures
from benchmarks.linkage_peers import THRESHOLDS

SHARED = Path(os.environ.get("REPATRIA_SHARED", "../shared")).absolute()
SEED = 20261123


@dataclass(frozen=True, slots=True)
class Set:
    """A pair of lists: from the developer folder, or from a profile of made-up people."""

    name: str
    goal_f1: float
    peers: tuple[str, ...]
    profile: str = ""
    size: int = 0
    goals: dict[str, str] = field(default_factory=dict)
    memory: str = ""  # Also run within this bound.


_FOUR = ("rapidfuzz", "splink", "splink-skeletons", "splink-all-pairs")
_UK_GOALS = {"accepted": "≥ 0.97", "review": "recall ≥ 0.995 at ≤ 0.3", "time": "≤ 0.6 of splink-skeletons"}
SETS = (
    Set("uk_ru (developer)", 0.995, _FOUR, goals=_UK_GOALS),
    Set("arabic (developer)", 0.955, _FOUR, goals={"accepted": "≥ 0.80"}),
    Set("uk_ru, unseen", 0.985, _FOUR, "uk_ru", 3000, _UK_GOALS),
    Set("uk_ru, other errors", 0.985, _FOUR, "uk_ru_other", 3000),
    Set("little more than a name", 0.955, _FOUR, "thin", 3000),
    Set("arabic, unseen", 0.955, _FOUR, "arabic", 2000, {"accepted": "≥ 0.80"}),
    Set("arabic, other errors", 0.955, _FOUR, "arabic_other", 2000),
    Set("old cards, scanned", 0.985, (), "scanned", 3000),
    Set("villages of relatives", 0.985, (), "kin", 3000),
    Set("names and years on both sides", 0.955, (), "bare", 3000),
    Set("arabic in Latin letters on both sides", 0.955, (), "two_latin", 2000),
    Set("100,000 a side", 0.98, ("splink-skeletons",), "uk_ru", 100_000, {"time": "≤ 0.35 of splink-skeletons"}),
)
LARGE = (
    Set("500,000 a side", 0.97, (), "uk_ru", 500_000),
    Set(
        "1,000,000 a side",
        0.97,
        ("splink-tight",),
        "uk_ru",
        1_000_000,
        {"time": "at most 8 GB, ≤ 0.5 of splink-tight"},
        memory="2.5G",
    ),
)


@dataclass(frozen=True, slots=True)
class Lists:
    """Where a set's lists lie, and which pairs are true."""

    left: Path
    right: Path
    gold: pl.DataFrame
    persons: int


def lists_of(chosen: Set, folder: Path) -> Lists | None:
    if chosen.profile:
        place = folder / "lists"
        people_world.make(chosen.profile, chosen.size, SEED).write(place)
    else:
        place = SHARED / "data" / "linkage" / chosen.name.split(" ")[0]
    if not place.exists():
        skip_aloud(f"{chosen.name}: {place} is not there; set REPATRIA_SHARED")
        return None
    left, right = place / "party_a_missing.csv", place / "party_b_held.csv"
    rows = pl.scan_csv(left, infer_schema=False).select(pl.len()).collect().item()
    return Lists(left, right, pl.read_csv(place / "gold.csv", infer_schema=False), rows)


def ours(lists: Lists, folder: Path, *options: str) -> Run:
    out = folder / "matches.csv"
    return measure.run_whole(
        measure.repatria("match", lists.left, lists.right, "--out", out, *options), out, folder
    )


def peer(name: str, lists: Lists, folder: Path) -> Run:
    out = folder / f"{name}.csv"
    return measure.run_whole(
        measure.python("benchmarks.linkage_peers", name, lists.left, lists.right, out), out, folder
    )


def figures_of(chosen: Set, folder: Path) -> Iterator[Figure]:
    lists = lists_of(chosen, folder)
    if lists is None:
        return
    try:
        mine = ours(lists, folder)
    except Failed as failure:
        yield Figure(f"{chosen.name}: repatria match", "failed", note=str(failure).strip()[-200:])
        return
    yield from _quality_figures(chosen, lists, mine)
    if chosen.memory:
        yield _bounded_figure(chosen, lists, mine, folder)
    for name in chosen.peers:
        yield _peer_figure(chosen, name, lists, mine, folder)


def _quality_figures(chosen: Set, lists: Lists, mine: Run) -> Iterator[Figure]:
    decided = mine.pairs.filter(pl.col("decision") == "match")
    own, top = measure.of(decided, lists.gold), measure.best(mine.pairs, lists.gold)
    yield Figure(
        f"{chosen.name}: repatria F1 (own threshold / best)",
        f"{own.f1:.4f} / {top.f1:.4f}",
        f"≥ {chosen.goal_f1}",
        f"precision {own.precision:.4f}, recall {own.recall:.4f}; {_cost(mine)}",
    )
    accepted = measure.accepted_at(mine.pairs, lists.gold)
    yield Figure(f"{chosen.name}: accepted at precision 0.995", f"{accepted:.3f}", chosen.goals.get("accepted", ""))
    lines, recall = measure.review_lines(mine.pairs, lists.gold, lists.persons)
    yield Figure(
        f"{chosen.name}: review lines a person",
        f"{lines:.2f}",
        chosen.goals.get("review", ""),
        f"recall {recall:.4f}",
    )


def _bounded_figure(chosen: Set, lists: Lists, mine: Run, folder: Path) -> Figure:
    """The same within a bound of memory: what it held at most, and whether the pairs are the same."""
    name = f"{chosen.name}: repatria match --memory {chosen.memory}"
    try:
        bounded = ours(lists, folder, "--memory", chosen.memory)
    except Failed as failure:
        return Figure(name, "failed", note=str(failure).strip()[-200:])
    same = "the same" if bounded.pairs.equals(mine.pairs) else "other"
    return Figure(name, f"{bounded.megabytes:.0f} MB", chosen.memory, f"{_cost(bounded)}; {same} pairs")


def _peer_figure(chosen: Set, name: str, lists: Lists, mine: Run, folder: Path) -> Figure:
    try:
        run = peer(name, lists, folder)
    except Failed as failure:
        return Figure(f"{chosen.name}: {name}", "failed", note=str(failure).strip()[-200:])
    usual = measure.at(run.pairs, lists.gold, THRESHOLDS[name.split("-")[0]])
    top = measure.best(run.pairs, lists.gold)
    return Figure(
        f"{chosen.name}: {name} F1 (usual threshold / best)",
        f"{usual.f1:.4f} / {top.f1:.4f}",
        "",
        f"{_cost(run)}; repatria takes {mine.seconds / run.seconds:.2f} of its time,"
        f" {mine.processor_seconds / run.processor_seconds:.2f} of its processor time"
        + (f" (goal {chosen.goals['time']})" if chosen.goals.get("time", "").endswith(f"of {name}") else ""),
    )


def _cost(run: Run) -> str:
    return f"{run.seconds:.1f} s ({run.processor_seconds:.1f} s of processor time), {run.megabytes:.0f} MB"


def wanted_sets() -> tuple[Set, ...]:
    """The sets asked for, or those of the usual run."""
    texts = [text for text in os.environ.get("REPATRIA_BENCH_SETS", "").split(";") if text]
    if texts:
        return tuple(each for each in SETS + LARGE if any(text in each.name for text in texts))
    if os.environ.get("REPATRIA_BENCH_LARGE"):
        return SETS + LARGE
    skip_aloud("lists of half a million and a million a side; ask with REPATRIA_BENCH_LARGE=1")
    return SETS


def run() -> list[Figure]:
    figures: list[Figure] = []
    for chosen in wanted_sets():
        with tempfile.TemporaryDirectory() as folder:
            figures.extend(figures_of(chosen, Path(folder)))
    if os.environ.get("REPATRIA_BENCH_SETS"):
        return figures
    return figures + list(calibration_figures()) + names_figures() + general_figures(SHARED)
