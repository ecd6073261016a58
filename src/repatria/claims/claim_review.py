"""Checked claims as schema.org ``ClaimReview`` data (https://schema.org/ClaimReview)."""

from repatria.claims.claim import Claim
from repatria.claims.html_report import verdict_word
from repatria.claims.report import Report

_RATING = {"false": 1, "unknown": 2, "true": 3}


def reviews(report: Report, name: str, publisher: str = "Repatria") -> dict[str, object]:
    """Give the report's claims as a JSON-LD document."""
    return {
        "@context": "https://schema.org",
        "@graph": [_review(claim, report, name, publisher) for claim in report.claims],
    }


def _review(claim: Claim, report: Report, name: str, publisher: str) -> dict[str, object]:
    sources = dict.fromkeys(source for e in claim.exchanges for source in e.sources)
    review: dict[str, object] = {
        "@type": "ClaimReview",
        "claimReviewed": claim.text_span,
        "reviewBody": claim.because,
        "author": {"@type": "Organization", "name": publisher},
        "itemReviewed": {"@type": "Claim", "appearance": {"@type": "CreativeWork", "name": name}},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATING[claim.verdict],
            "bestRating": 3,
            "worstRating": 1,
            "alternateName": verdict_word(claim.verdict),
        },
        "citation": list(sources),
    }
    if report.as_of:
        review["itemReviewed"] = {**review["itemReviewed"], "datePublished": report.as_of.isoformat()}  # type: ignore[dict-item]
    return review
