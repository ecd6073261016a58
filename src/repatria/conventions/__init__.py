"""The Geneva Conventions as clocks: events become duties that are met, due or late, each with its article."""

from repatria.conventions.audience import AUDIENCES, Scope
from repatria.conventions.contradictions import Fault, Problem
from repatria.conventions.duties import Duties
from repatria.conventions.duty import Duty, Status
from repatria.conventions.errors import (
    BadEvent,
    BadEventLine,
    BadFile,
    BadPolicy,
    ConventionsError,
    UnknownRule,
)
from repatria.conventions.evaluate import evaluate
from repatria.conventions.events import Event, event
from repatria.conventions.kinds import Kind
from repatria.conventions.policy import Parties, Policy
from repatria.conventions.ratio import Circumstances, Line, line_for
from repatria.conventions.rules import Rule
from repatria.conventions.sight import visible
from repatria.conventions.spans import Span
from repatria.conventions.table import EventTable
from repatria.conventions.treaty import RULES, rule
from repatria.conventions.vocabulary import About, Actor, Category, Role

__all__ = [
    "AUDIENCES",
    "RULES",
    "About",
    "Actor",
    "BadEvent",
    "BadEventLine",
    "BadFile",
    "BadPolicy",
    "Category",
    "Circumstances",
    "ConventionsError",
    "Duties",
    "Duty",
    "Event",
    "EventTable",
    "Fault",
    "Kind",
    "Line",
    "Parties",
    "Policy",
    "Problem",
    "Role",
    "Rule",
    "Scope",
    "Span",
    "Status",
    "UnknownRule",
    "evaluate",
    "event",
    "line_for",
    "rule",
    "visible",
]
