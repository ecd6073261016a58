"""Who is who across lists: candidates, evidence, probability, people's decisions."""

from repatria.matching.decisions import Decisions
from repatria.matching.engine import MATCH, REVIEW, Reconciliation, Settings, reconcile

__all__ = ["MATCH", "REVIEW", "Decisions", "Reconciliation", "Settings", "reconcile"]
