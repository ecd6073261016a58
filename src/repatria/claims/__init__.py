"""Reads a news report, finds its claims about an exchange, and checks each against the public history.

The front door::

    report = check(text, history, as_of=None)        # Report: claims, contradictions, quotations, notes
    report.document("name.txt")                       # JSON, as `repatria claims --json`
    fragment(report, row_address=lambda e: f"/exchanges/{e.id}/")   # HTML piece: classes only, no style, no script
    CSS                                               # the stylesheet that goes with it (all under ``.checked``)
    page(report, "name.txt")                          # a page that stands alone
    reviews(report, "name.txt")                       # schema.org ClaimReview, JSON-LD
    parse(data)                                       # Source: text of an upload (text or saved page), page_date

The way of a report through the room, see `report.py`: `words` (text to tagged words) → `scene` (its day, which
exchange, who speaks) → `counts` (numbers of people) and `find` (claims, one type a file) → `judge` (verdict and
reason) → the page.
"""

from repatria.claims.claim import CLAIM_TYPES, Claim
from repatria.claims.claim_review import reviews
from repatria.claims.consistency import Contradiction
from repatria.claims.errors import CannotReadReport, ClaimsError
from repatria.claims.html_report import CSS, fragment, page
from repatria.claims.quotations import QuotedWords
from repatria.claims.report import Report, check
from repatria.claims.source import Source, parse
from repatria.claims.unsaid import Unsaid

__all__ = [
    "CLAIM_TYPES",
    "CSS",
    "CannotReadReport",
    "Claim",
    "ClaimsError",
    "Contradiction",
    "QuotedWords",
    "Report",
    "Source",
    "Unsaid",
    "check",
    "fragment",
    "page",
    "parse",
    "reviews",
]
