"""Handover day: from the frozen manifest to the last receipt, counted once each, with no network."""

from repatria.handover.board import Board, board
from repatria.handover.carried import Carried, carried
from repatria.handover.change import Change
from repatria.handover.changes import Balance, Recomputed, balance, fall_away, travelling
from repatria.handover.closing import Approval, check_closed, press_may_be_told
from repatria.handover.codes import line_code, read_code
from repatria.handover.effects import effects
from repatria.handover.errors import BadEvent, BadManifest, HandoverError
from repatria.handover.events import Event, Kept
from repatria.handover.from_plan import Head, Identity, manifest_from_plan, seated
from repatria.handover.ledger import Ledger
from repatria.handover.lists import BusList, DepartureList, bus_lists, departure_lists
from repatria.handover.manifest import Agreed, Bound, Line, Manifest, Party
from repatria.handover.on_the_day import changes_of
from repatria.handover.readiness import Answers, Travels, check_ready, falls_away
from repatria.handover.reading import parse_manifest
from repatria.handover.reconcile import End, Reconciliation, reconcile
from repatria.handover.standing import Standing
from repatria.handover.vocabulary import Cause, Counted, Kind, Outcome, Role, Rule, StopReason

__all__ = [
    "Agreed",
    "Answers",
    "Approval",
    "BadEvent",
    "BadManifest",
    "Balance",
    "Board",
    "Bound",
    "BusList",
    "Carried",
    "Cause",
    "Change",
    "Counted",
    "DepartureList",
    "End",
    "Event",
    "HandoverError",
    "Head",
    "Identity",
    "Kept",
    "Kind",
    "Ledger",
    "Line",
    "Manifest",
    "Outcome",
    "Party",
    "Recomputed",
    "Reconciliation",
    "Role",
    "Rule",
    "Standing",
    "StopReason",
    "Travels",
    "balance",
    "board",
    "bus_lists",
    "carried",
    "changes_of",
    "check_closed",
    "check_ready",
    "departure_lists",
    "effects",
    "fall_away",
    "falls_away",
    "line_code",
    "manifest_from_plan",
    "parse_manifest",
    "press_may_be_told",
    "read_code",
    "reconcile",
    "seated",
    "travelling",
]
