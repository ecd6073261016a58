"""Looks at the mistakes of `repatria.matching` on a made-up pair of lists: which kinds, with examples.

python -m benchmarks.linkage_examine PROFILE [SIZE] [SEED]
"""

import sys
from collections import Counter

import numpy as np
import polars as pl

from benchmarks import linkage_measure as measure
from benchmarks import people_world
from benchmarks.linkage_persons import TIES
from benchmarks.people_world import World

EXAMPLES = 14


def false_kinds(world: World, wrong: pl.DataFrame) -> list[str]:
    """For each wrong pair, how its two persons resemble each other in truth."""
    left, right = _persons_of(world, wrong)
    p, kinds = world.persons, []
    for a, b in zip(left, right, strict=True):
        if p.family[a] == p.family[b]:
            kinds.append(TIES[p.tie[a]])
        elif p.surname[a] == p.surname[b] and p.given[a] == p.given[b]:
            kinds.append("namesake by chance")
        else:
            kinds.append("same surname" if p.surname[a] == p.surname[b] else "different name")
    return kinds


def _persons_of(world: World, pairs: pl.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    row = [pairs[c].str.slice(1).cast(pl.Int64).to_numpy() - 1 for c in measure.PAIR]
    return world.left_person[row[0]], world.right_person[row[1]]


def what_differs(a: dict[str, str], b: dict[str, str]) -> list[str]:
    """What makes a true pair hard, as seen from its two rows."""
    found = []
    for name in ("surname", "given_name", "patronymic", "date_of_birth"):
        if not (a[name] and b[name]):
            found.append(f"no {name}")
    days = [sorted(filter(None, r["date_of_birth"].replace("/", "-").replace(".", "-").split("-"))) for r in (a, b)]
    if all(days) and days[0] != days[1]:
        found.append("year only" if min(map(len, days)) == 1 else "other date_of_birth")
    for row in (a, b):
        if row["given_name"].endswith("."):
            found.append("initials")
    return found or ["names and dates there"]


def rows_of(frame: pl.DataFrame) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in frame.iter_rows(named=True)}


def show(title: str, pairs: pl.DataFrame, world: World, notes: list[str]) -> None:
    left, right = rows_of(world.left), rows_of(world.right)
    print(f"\n### {title}: {pairs.height}\n")
    for kind, count in Counter(notes).most_common(14):
        print(f"- {count}: {kind}")
    print()
    for row, note in list(zip(pairs.iter_rows(named=True), notes, strict=True))[:EXAMPLES]:
        print(f"    {row['probability'] or 0:.2f} {note}. {row.get('because') or ''}")
        for side, name in ((left, "left_id"), (right, "right_id")):
            print("        " + "|".join(list(side[row[name]].values())[:12]))


def examine(profile: str, size: int, seed: int) -> None:
    from repatria.matching import reconcile

    world = people_world.make(profile, size, seed)
    found = reconcile(world.left, world.right).table(everything=True)
    gold = world.gold.rename(dict(zip(world.gold.columns, measure.PAIR, strict=True)))
    decided = measure.of(found.filter(pl.col("decision") == "match"), world.gold)
    print(
        f"## {profile}, {size}, seed {seed}: F1 {decided.f1:.4f} p {decided.precision:.4f} r {decided.recall:.4f}"
    )
    known = measure.marked(found, world.gold)
    wrong = known.filter((pl.col("decision") == "match") & ~pl.col("true"))
    show("False pairs", wrong, world, false_kinds(world, wrong))
    missed = gold.join(found.filter(pl.col("decision") == "match"), on=measure.PAIR, how="anti").join(
        found.select(*measure.PAIR, "probability", "because"), on=measure.PAIR, how="left"
    )
    left, right = rows_of(world.left), rows_of(world.right)
    for title, part in (
        ("Missed: never a candidate", missed.filter(pl.col("probability").is_null())),
        ("Missed: a candidate with too little", missed.filter(pl.col("probability").is_not_null())),
    ):
        notes = [" + ".join(what_differs(left[a], right[b])) for a, b in part.select(measure.PAIR).iter_rows()]
        show(title, part, world, notes)


if __name__ == "__main__":
    examine(sys.argv[1], int((sys.argv[2:3] or ["3000"])[0]), int((sys.argv[3:4] or ["41"])[0]))
