"""Who goes home and when: instance to plan, with proof, reasons, alternatives and stages."""

from repatria.planning.instance import Instance, parse_instance, read_instance
from repatria.planning.plan import Plan, parse_plan, read_plan
from repatria.planning.proof import check_proof
from repatria.planning.solve import Wishes, solve, solve_and_tell

__all__ = [
    "Instance",
    "Plan",
    "Wishes",
    "check_proof",
    "parse_instance",
    "parse_plan",
    "read_instance",
    "read_plan",
    "solve",
    "solve_and_tell",
]
