"""The public account: every known exchange, who came home, who said what, and what nobody published."""

from repatria.history.additions import check
from repatria.history.captivity import Gap, HeldClaim
from repatria.history.entries import from_entries
from repatria.history.errors import (
    BadExchange,
    BadHistoryFile,
    HistoryError,
    UnknownConflict,
    UnknownExchange,
)
from repatria.history.exchange import Exchange, Side, Statement, Talks
from repatria.history.history import History
from repatria.history.packaged import load, with_rows
from repatria.history.ranks import FirstSince, LargestSince
from repatria.history.tags import Ordinal, Tags
from repatria.history.totals import Pause, YearTotal
from repatria.history.when import When

__all__ = [
    "BadExchange",
    "BadHistoryFile",
    "Exchange",
    "FirstSince",
    "Gap",
    "HeldClaim",
    "History",
    "HistoryError",
    "LargestSince",
    "Ordinal",
    "Pause",
    "Side",
    "Statement",
    "Tags",
    "Talks",
    "UnknownConflict",
    "UnknownExchange",
    "When",
    "YearTotal",
    "check",
    "from_entries",
    "load",
    "with_rows",
]
