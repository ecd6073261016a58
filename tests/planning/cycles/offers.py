"""Invented pools of offers, and what they are worth when every deal is tried."""

import random
from functools import cache
from typing import Any

Document = dict[str, Any]


def pool_document(offers: list[str], arcs: list[tuple[str, str, int]], **fields: Any) -> Document:
    """An instance of kind cycles. An offer written ``+A`` is unconditional; its party is its first letter."""
    names = [offer.lstrip("+") for offer in offers]
    document = {
        "format": "repatria-plan-instance/1",
        "name": "invented",
        "kind": "cycles",
        "parties": [{"id": party} for party in sorted({name[0] for name in names})],
        "max_cycle": 3,
        "max_chain": 3,
        "vertices": [
            {"id": name, "party": name[0], "gives": f"captive of {name}", "unconditional": offer.startswith("+")}
            for name, offer in zip(names, offers, strict=True)
        ],
        "arcs": [list(arc) for arc in arcs],
    }
    return document | fields


def random_pool(seed: int, most: int = 9) -> Document:
    """A small pool of any shape the format allows, weights below 0 included."""
    chance = random.Random(seed)
    offers = [f"{chance.choice('NSHI')}{n}" for n in range(chance.randint(0, most))]
    starts = {offer for offer in offers if chance.random() < 0.2}
    density, weights = (
        chance.choice([0.15, 0.3, 0.5, 0.8]),
        chance.choice([(1, 1), (1, 5), (-3, 5), (2, 2), (10, 999)]),
    )
    arcs = [
        (u, v, chance.randint(*weights))
        for u in offers
        for v in offers
        if u != v and v not in starts and chance.random() < density
    ]
    chance.shuffle(arcs)
    limits = {"max_cycle": chance.choice([0, 1, 2, 3, 4, 5, 8]), "max_chain": chance.choice([0, 0, 1, 2, 3, 12])}
    return pool_document([f"+{o}" if o in starts else o for o in offers], arcs, **limits)


def best_by_trying_all(document: Document, taking_in: str | None = None) -> int | None:
    """The largest weight of any deal (that takes in the offer named); None if there is no such deal."""
    ids = [vertex["id"] for vertex in document["vertices"]]
    place = {name: n for n, name in enumerate(ids)}
    parts = _parts(document, place)
    goal = None if taking_in is None else place[taking_in]

    @cache
    def best(offer: int, used: int) -> int | None:
        if offer == len(ids):
            return 0 if goal is None or used >> goal & 1 else None
        found = [best(offer + 1, used)]
        if not used >> offer & 1:
            for mask, worth in parts[offer]:
                if not mask & used and (rest := best(offer + 1, used | mask)) is not None:
                    found.append(worth + rest)
        return max((one for one in found if one is not None), default=None)

    return best(0, 0)


def _parts(document: Document, place: dict[str, int]) -> list[list[tuple[int, int]]]:
    """Every cycle and chain as (offers, weight), under its first offer in the order of the file."""
    starts = {place[v["id"]] for v in document["vertices"] if v["unconditional"]}
    arcs = {(place[u], place[v]): w for u, v, w in document["arcs"]}
    parts: list[dict[int, int]] = [{} for _ in place]

    def keep(path: tuple[int, ...], worth: int) -> None:
        mask = sum(1 << offer for offer in path)
        first = parts[min(path)]
        first[mask] = max(first.get(mask, worth), worth)

    def grow(path: tuple[int, ...], worth: int) -> None:
        chain = path[0] in starts
        if chain and len(path) > 1:
            keep(path, worth)
        if not chain and len(path) > 1 and (path[-1], path[0]) in arcs:
            keep(path, worth + arcs[path[-1], path[0]])
        if len(path) < (document["max_chain"] + 1 if chain else document["max_cycle"]):
            for offer in range(len(place)):
                if (path[-1], offer) in arcs and offer not in path and offer not in starts:
                    grow((*path, offer), worth + arcs[path[-1], offer])

    for offer in range(len(place)):
        grow((offer,), 0)
    return [list(part.items()) for part in parts]
