"""Invented planning problems: one small readable world, and seeded random ones with every kind of term and aim."""

import random
from itertools import combinations
from typing import Any

from repatria.planning.aims import values_of
from repatria.planning.instance import Instance
from repatria.planning.verify import Checker

COLUMNS = [
    "id", "holder", "origin", "dest", "category", "grade", "health", "days", "age", "consent", "site", "group",
]  # fmt: skip

Document = dict[str, Any]


def captive(name: str, **other: Any) -> list[Any]:
    """A row: N-1 is held by North and goes to South, S-1 the other way round."""
    here, there = ("North", "South") if name.startswith("N") else ("South", "North")
    row = {
        "id": name, "holder": here, "origin": there, "dest": there, "category": "enlisted", "grade": 0,
        "health": "fit", "days": 100, "age": 30, "consent": "yes", "site": f"{here}-1", "group": None,
    }  # fmt: skip
    return [{**row, **other}[column] for column in COLUMNS]


def world(
    captives: list[list[Any]],
    terms: list[Document] | None = None,
    aims: list[Document] | None = None,
    values: list[list[Any]] | None = None,
) -> Document:
    """North and South, two sites each."""
    return {
        "format": "repatria-plan-instance/1",
        "name": "little world",
        "kind": "selection",
        "reference_date": "2026-01-01",
        "parties": [{"id": "North", "name": "North"}, {"id": "South", "name": "South"}],
        "sites": [
            {"id": f"{party}-{n}", "party": party, "open_cost": 10 * n, "per_day": None}
            for party in ("North", "South")
            for n in (1, 2)
        ],
        "columns": COLUMNS,
        "captives": captives,
        "values": values or [],
        "terms": [{"by": "mediator", "text": "agreed", **term} for term in terms or []],
        "objective": [{"type": "count"}] if aims is None else aims,
    }


def one_for_one(tolerance: int = 0) -> Document:
    return {
        "id": "balance", "type": "balance", "left": {"holder": "North"}, "right": {"holder": "South"},
        "left_factor": 1, "right_factor": 1, "tolerance": tolerance,
    }  # fmt: skip


def random_world(seed: int, most: int = 8) -> Document:
    """A random problem of up to `most` persons per world, with two to six terms and all aims in random order."""
    chance = random.Random(seed)
    captives = [_anybody(chance, n) for n in range(chance.randint(1, most))]
    values = [
        [row[0], party, chance.randint(-6, 9)]
        for row in captives
        for party in ("North", "South")
        if chance.random() < 0.6
    ]
    terms = [{"id": f"T{n}", **_any_term(chance, captives)} for n in range(chance.randint(1, 6))]
    aims = chance.sample(_AIMS, chance.randint(0, 5))
    return world(captives, terms, aims, values)


_AIMS: list[Document] = [
    {"type": "count", "select": {}},
    {"type": "count", "select": {"category": ["civilian", "officer"]}},
    {"type": "longest_held", "bucket_days": 200, "buckets": 3},
    {"type": "days"},
    {"type": "worst_off_party"},
    {"type": "points", "party": "all"},
    {"type": "points", "party": "North"},
    {"type": "net_min"},
    {"type": "transport"},
]


def _anybody(chance: random.Random, n: int) -> list[Any]:
    name = f"{chance.choice('NS')}-{n}"
    party = "North" if name.startswith("N") else "South"
    return captive(
        name,
        category=chance.choice(["officer", "nco", "enlisted", "civilian", "retained"]),
        grade=chance.choice([0, 0, 1, 3, 10]),
        health=chance.choice(["fit"] * 8 + ["wounded", "grave"]),
        days=chance.choice([50, 150, 250, 350, 450]),
        age=chance.randint(18, 60),
        consent=chance.choice(["yes"] * 8 + ["no", "unknown"]),
        site=f"{party}-{chance.randint(1, 2)}",
        group=chance.choice([None, None, "g1", "g2"]),
    )


def _any_selector(chance: random.Random, captives: list[list[Any]]) -> Document:
    return chance.choice(
        [
            {},
            {"holder": "North"},
            {"holder": ["South"]},
            {"category": ["enlisted", "civilian"]},
            {"min_days": 200, "max_days": 400},
            {"max_age": 40},
            {"grade_min": 1},
            {"site": "North-1"},
            {"group": "g1"},
            {"health": "wounded"},
            {"ids": [row[0] for row in chance.sample(captives, min(2, len(captives)))]},
        ]
    )


def _any_term(chance: random.Random, captives: list[list[Any]]) -> Document:
    def some() -> Document:
        return _any_selector(chance, captives)

    by_grade = {"by": "grade", "map": {"0": 1, "1": 2, "3": 4, "10": 9}}
    weights = chance.choice([None, by_grade, {"by": "category", "map": {"officer": 3}}])
    sides = {"left": {"holder": "North"}, "right": {"holder": "South"}}
    limits = {"min": chance.choice([None, 1, 2]), "max": chance.choice([None, 2, 4])}
    factors = {"left_factor": chance.randint(1, 3), "right_factor": chance.randint(1, 2)}
    per = chance.choice(["category", "grade"])
    named = {"ids": [chance.choice(captives)[0]]}
    term: Document = chance.choice(
        [
            {"type": "count", "select": some(), **limits},
            {"type": "count", "select": some(), "max": chance.randint(0, 6), "weights": weights},
            {
                "type": "balance", **sides, **factors, "tolerance": chance.randint(0, 3), "weights": weights,
            },
            {"type": "parity", **sides, "per": per, "tolerance": chance.randint(0, 1)},
            {"type": "share", "of": some(), "within": some(), "min_percent": chance.choice([25, 50, 100])},
            {"type": "include", "select": named},
            {"type": "exclude", "select": named},
            {"type": "sites", "select": some(), "max": chance.randint(0, 2)},
            {"type": "together", "groups": chance.choice(["all", ["g1"]])},
            {"type": "if_then", "if": some(), "then": named},
            {"type": "if_then", "if": named, "then": some()},
            {"type": "net", "party": chance.choice(["North", "South"]), "min": chance.randint(-4, 8)},
        ]
    )  # fmt: skip
    return {name: part for name, part in term.items() if part is not None}


def best_by_enumeration(instance: Instance) -> tuple[int, ...] | None:
    """The best objective over all subsets of the free persons, in the order and senses of the aims, or None."""
    checker = Checker(instance)
    signs = [1 if value.sense == "max" else -1 for value in values_of(instance.aims)]
    captives = instance.captives
    owed = [who for who, is_owed in zip(captives.ids, captives.owed, strict=True) if is_owed]
    free = [who for who, is_free in zip(captives.ids, captives.free, strict=True) if is_free]
    best: tuple[int, ...] | None = None
    for size in range(len(free) + 1):
        for some in combinations(free, size):
            go = (*owed, *some)
            if not checker.faults(go):
                signed = tuple(s * v for s, v in zip(signs, checker.objective(go), strict=True))
                best = signed if best is None else max(best, signed)
    return None if best is None else tuple(s * v for s, v in zip(signs, best, strict=True))
