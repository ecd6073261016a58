"""Reads a news report, finds its claims about an exchange, and checks each against the public history."""

from repatria.claims.claim import CLAIM_TYPES, Claim
from repatria.claims.consistency import Contradiction
from repatria.claims.errors import CannotReadReport, ClaimsError
from repatria.claims.report import Report, check
from repatria.claims.unsaid import Unsaid

__all__ = ["CLAIM_TYPES", "CannotReadReport", "Claim", "ClaimsError", "Contradiction", "Report", "Unsaid", "check"]
