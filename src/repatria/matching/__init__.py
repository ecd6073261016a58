"""Who is who across lists: candidates, evidence, probability, people's decisions."""

from repatria.matching.because import Reason, in_words
from repatria.matching.contradictions import Contradiction
from repatria.matching.decisions import BadDecisions, Decisions, read_decisions
from repatria.matching.engine import Reconciliation, reconcile
from repatria.matching.memory import TooLittleMemory, check_files
from repatria.matching.progress import Progress, Stage
from repatria.matching.repeats import Repeats, find_repeats
from repatria.matching.settings import MATCH, REVIEW, Settings
from repatria.matching.table import Proposal

__all__ = [
    "MATCH",
    "REVIEW",
    "BadDecisions",
    "Contradiction",
    "Decisions",
    "Progress",
    "Proposal",
    "Reason",
    "Reconciliation",
    "Repeats",
    "Settings",
    "Stage",
    "TooLittleMemory",
    "check_files",
    "find_repeats",
    "in_words",
    "read_decisions",
    "reconcile",
]
