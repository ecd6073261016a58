"""Who is who across lists: candidates, evidence, probability, people's decisions."""

from repatria.matching.decisions import Decisions
from repatria.matching.engine import Reconciliation, reconcile
from repatria.matching.repeats import Repeats, find_repeats
from repatria.matching.settings import MATCH, REVIEW, Settings

__all__ = ["MATCH", "REVIEW", "Decisions", "Reconciliation", "Repeats", "Settings", "find_repeats", "reconcile"]
