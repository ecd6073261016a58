"""What the two parties agree, written as an instance for the planner.

157 from each side, 314 in all. The seriously wounded and sick are in nobody's number: the planner sends them
whatever the terms say.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from repatria.demo.world import NORTH, PARTIES, SOUTH, Person

EACH_SIDE = 157
SITES_EACH = 7
COLUMNS = (
    "id", "holder", "origin", "dest", "category", "grade", "health", "days", "age", "consent", "site", "group",
)  # fmt: skip


def instance(captives: Iterable[tuple[str, Person]], today: date) -> dict[str, Any]:
    """Write the instance (format ``repatria-plan-instance/1``) for the captives whom replies say are held."""
    captives = list(captives)
    sites = sorted({(person.site, person.holder) for _id, person in captives})
    return {
        "format": "repatria-plan-instance/1",
        "name": "demo-314",
        "kind": "selection",
        "reference_date": today.isoformat(),
        "parties": [{"id": party, "name": name} for party, name in PARTIES.items()],
        "sites": [
            {"id": site, "party": holder, "open_cost": 3 + 2 * (n % 4), "per_day": None}
            for n, (site, holder) in enumerate(sites)
        ],
        "columns": list(COLUMNS),
        "captives": [_row(captive_id, person, today) for captive_id, person in captives],
        "values": [],
        "terms": terms(),
        "objective": [
            {"type": "count", "select": {}},
            {"type": "longest_held", "bucket_days": 180, "buckets": 9},
            {"type": "transport"},
            {"type": "days"},
        ],
    }


def _row(captive_id: str, person: Person, today: date) -> list[Any]:
    age = today.year - person.born.year - ((today.month, today.day) < (person.born.month, person.born.day))
    return [
        captive_id, person.holder, person.origin, person.origin, person.category, person.grade, person.health,
        (today - person.captured).days, age, person.consent, person.site, person.group,
    ]  # fmt: skip


def terms() -> list[dict[str, Any]]:
    """The terms of the talks, each with its author and its text."""
    return [
        {"id": "T1", "type": "count", "by": "mediator", "select": {"holder": NORTH},
         "min": EACH_SIDE, "max": EACH_SIDE, "text": "North hands over 157."},
        {"id": "T2", "type": "count", "by": "mediator", "select": {"holder": SOUTH},
         "min": EACH_SIDE, "max": EACH_SIDE, "text": "South hands over 157."},
        {"id": "T3", "type": "count", "by": SOUTH, "select": {"holder": NORTH, "category": "civilian"},
         "min": 7, "max": 7, "text": "Seven of those whom North hands over are civilians."},
        {"id": "T4", "type": "parity", "by": NORTH, "left": {"holder": NORTH, "category": ["officer"]},
         "right": {"holder": SOUTH, "category": ["officer"]}, "per": "category", "tolerance": 3,
         "text": "Officers go in near equal number."},
        {"id": "T5", "type": "together", "by": "mediator", "groups": "all", "text": "Brothers travel together."},
        {"id": "T6", "type": "sites", "by": NORTH, "select": {"holder": NORTH}, "max": SITES_EACH,
         "text": "North opens at most seven places of detention."},
        {"id": "T7", "type": "sites", "by": SOUTH, "select": {"holder": SOUTH}, "max": SITES_EACH,
         "text": "South opens at most seven places of detention."},
    ]  # fmt: skip
