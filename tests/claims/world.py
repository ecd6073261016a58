"""Reports on the exchange of 5 February 2026, which the packaged history knows well."""

from datetime import date

from repatria.claims import Claim, Report, check
from repatria.history import load

DAY = date(2026, 2, 5)


def read(
    sentence: str, as_of: date = DAY, opening: str = "Ukraine and Russia exchanged prisoners on Thursday."
) -> Report:
    return check(f"{opening} {sentence}", load(), as_of)


def claim(sentence: str, claim_type: str, as_of: date = DAY, **how: str) -> Claim:
    """The only claim of `claim_type` in `sentence`."""
    report = read(sentence, as_of, **how)
    found = [c for c in report.claims if c.claim_type == claim_type]
    assert len(found) == 1, found
    return found[0]
