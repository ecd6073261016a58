"""Invented people to be staged, and the best timetable found by trying every one."""

import random
from collections import defaultdict
from itertools import accumulate, product
from typing import Any

from repatria.planning.instance import parse_instance
from repatria.planning.verify import Checker

Document = dict[str, Any]
COLUMNS = [
    "id", "holder", "origin", "dest", "category", "grade", "health", "days", "age", "consent", "site", "group",
]  # fmt: skip


def person(name: str, **changes: Any) -> dict[str, Any]:
    """A fit private held by the party that the name begins with (N or S), asked for by the other."""
    other = "S" if name[0] == "N" else "N"
    plain = {"id": name, "holder": name[0], "origin": other, "dest": other, "category": "enlisted", "grade": 0}
    plain |= {"health": "fit", "days": 100, "age": 30, "consent": "yes", "site": f"{name[0]}1", "group": None}
    return plain | changes


def staging_document(people: list[dict[str, Any]], days: int = 3, **fields: Any) -> Document:
    """An instance of kind staging between North and South; `fields` named as in ``staging`` go there."""
    sites = fields.pop("sites", {})
    staging = {
        "days": days,
        "lanes": [{"from": one, "to": other, "per_day": fields.pop("per_day", 2)} for one, other in ("NS", "SN")][
            :2
        ]
        if "lanes" not in fields
        else fields.pop("lanes"),
        "imbalance": fields.pop("imbalance", []),
        "same_day_groups": fields.pop("same_day_groups", False),
        "order": fields.pop("order", None),
    }
    return {
        "format": "repatria-plan-instance/1",
        "name": "invented",
        "kind": "staging",
        "parties": [{"id": "N"}, {"id": "S"}],
        "sites": [
            {"id": s, "party": s[0], "open_cost": 1, "per_day": sites.get(s)} for s in ("N1", "N2", "S1", "S2")
        ],
        "columns": COLUMNS,
        "captives": [[one[name] for name in COLUMNS] for one in people],
        "values": [],
        "terms": [],
        "objective": [],
        "staging": staging,
    } | fields


def head_count(most: int, left: Document | None = None, right: Document | None = None, factor: int = 1) -> Document:
    """The lead of one side over the other is bounded by `most`."""
    sides = {"left": left or {"holder": "N"}, "right": right or {"holder": "S"}}
    return {"id": "I1", **sides, "left_factor": factor, "right_factor": 1, "max": most}


def random_document(seed: int, selection: bool = False) -> Document:
    """A small instance that uses every staging rule now and then."""
    chance = random.Random(seed)
    people = [
        person(
            f"{chance.choice('NS')}{n}",
            category=chance.choice(["enlisted", "civilian"]),
            health=chance.choice(["fit", "fit", "fit", "grave"]),
            days=chance.choice([100, 200, 300]),
            consent=chance.choice(["yes"] * 5 + ["unknown", "no"]),
            group=chance.choice([None, None, None, "G1", "G2"]),
        )
        for n in range(chance.randint(0, 5 if selection else 6))
    ]
    for one in people:
        one["site"] = one["holder"] + chance.choice("12")
        if chance.random() < 0.1:
            one["dest"] = one["holder"]  # a lane that is rarely listed
    lanes = [("N", "S"), ("S", "N")] + [("N", "N"), ("S", "S")] * (chance.random() < 0.6)
    fields: Document = {
        "lanes": [{"from": one, "to": other, "per_day": chance.randint(1, 3)} for one, other in lanes],
        "sites": {chance.choice(["N1", "S1"]): chance.randint(0, 2)} if chance.random() < 0.4 else {},
        "same_day_groups": chance.random() < 0.6,
        "order": chance.choice([None, "longest_held"]),
    }
    civilians = [{"category": "civilian"}, {"category": "enlisted"}]
    rules = [
        head_count(chance.randint(0, 2)),
        head_count(chance.randint(1, 3), *civilians, factor=chance.randint(1, 2)),
    ]
    fields["imbalance"] = [rule for rule in rules if chance.random() < 0.5]
    if selection:
        fields |= {"kind": "selection", "objective": [{"type": "count"}, {"type": "days"}, {"type": "transport"}]}
        fields["terms"] = [term for term in _terms(chance) if chance.random() < 0.5]
    return staging_document(people, chance.randint(1, 3), **fields)


def _terms(chance: random.Random) -> list[Document]:
    sides = {"left": {"holder": "N"}, "right": {"holder": "S"}, "left_factor": 1, "right_factor": 1}
    return [
        {
            "id": "T1",
            "type": "balance",
            "by": "N",
            "text": "one for one",
            "tolerance": chance.randint(0, 1),
            **sides,
        },
        {"id": "T2", "type": "together", "by": "mediator", "text": "groups stay together", "groups": "all"},
        {"id": "T3", "type": "count", "by": "S", "text": "some", "select": {}, "min": chance.randint(1, 4)},
        {
            "id": "T4",
            "type": "count",
            "by": "N",
            "text": "few",
            "select": {"holder": "N"},
            "max": chance.randint(0, 2),
        },
    ]


def best_by_trying_all(document: Document) -> tuple[int, ...] | None:
    """The objective of the best plan (aims larger, transport and days smaller); None if there is no plan."""
    people = [dict(zip(COLUMNS, row, strict=True)) for row in document["captives"]]
    checker = Checker(parse_instance(document))
    choices = []
    for one in people:
        everybody = document["kind"] == "staging" or one["health"] == "grave"
        whole = list(range(1, document["staging"]["days"] + 1))
        choices.append([0] if one["consent"] == "no" else whole if everybody else [0, *whole])
    best: tuple[int, ...] | None = None
    held: dict[tuple[str, ...], tuple[int, ...] | None] = {}
    for days in product(*choices):
        going = tuple(one["id"] for one, day in zip(people, days, strict=True) if day)
        if not keeps_staging(document, [(one, day) for one, day in zip(people, days, strict=True) if day]):
            continue
        if going not in held:
            held[going] = None if checker.faults(going) else checker.objective(going)
        aims = held[going]
        if aims is None:
            continue
        owed = sum(day for one, day in zip(people, days, strict=True) if day and one["health"] == "grave")
        key = (*(-v for v in aims[:2]), *aims[2:], owed, sum(days))
        best = key if best is None else min(best, key)
    return None if best is None else (*(-v for v in best[: min(2, len(best) - 2)]), *best[min(2, len(best) - 2) :])


def keeps_staging(document: Document, going: list[tuple[dict[str, Any], int]]) -> bool:
    """Section 5 of the format, said once more in the plainest way."""
    staging = document["staging"]
    lanes = {(lane["from"], lane["to"]): lane["per_day"] for lane in staging["lanes"]}
    sites = {site["id"]: site["per_day"] for site in document["sites"]}
    use: dict[Any, int] = defaultdict(int)
    for one, day in going:
        use["lane", one["holder"], one["dest"], day] += 1
        use["site", one["site"], day] += 1
    for key, number in use.items():
        limit = lanes.get(key[1:3], 0) if key[0] == "lane" else sites[key[1]]
        if limit is not None and number > limit:
            return False
    free = [(one, day) for one, day in going if one["health"] != "grave"]
    for a, day in free:
        for b, other in free:
            if staging["same_day_groups"] and a["group"] == b["group"] is not None and day != other:
                return False
            queued = a["group"] is b["group"] is None and (a["site"], a["dest"]) == (b["site"], b["dest"])
            if staging["order"] and queued and a["days"] > b["days"] and day > other:
                return False
    return all(_balanced(rule, free, staging["days"]) for rule in staging["imbalance"])


def _balanced(rule: Document, free: list[tuple[dict[str, Any], int]], days: int) -> bool:
    def matches(one: dict[str, Any], select: Document) -> bool:
        return all(one[name] == value for name, value in select.items())

    steps = [0] * (days + 1)
    for one, day in free:
        steps[day] += rule["left_factor"] * matches(one, rule["left"])
        steps[day] -= rule["right_factor"] * matches(one, rule["right"])
    return all(abs(lead) <= rule["max"] for lead in accumulate(steps))
