"""Who is who across lists: candidates, evidence, probability, people's decisions."""

from repatria.matching.because import Reason, in_words
from repatria.matching.decisions import Decisions
from repatria.matching.engine import Proposal, Reconciliation, reconcile
from repatria.matching.repeats import Repeats, find_repeats
from repatria.matching.settings import MATCH, REVIEW, Settings

__all__ = [
    "MATCH",
    "REVIEW",
    "Decisions",
    "Proposal",
    "Reason",
    "Reconciliation",
    "Repeats",
    "Settings",
    "find_repeats",
    "in_words",
    "reconcile",
]
