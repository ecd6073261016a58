"""Whether a breakdown of those who came home is published: each side's word, and in the record if it withholds."""

from typing import Any

from django.db import transaction

from repatria.web.exchanges.models import Exchange
from repatria.web.ledger import enter as ledger
from repatria.web.public.models import Breakdown

_IN_THE_RECORD = {"status": "breakdown by category", "nationality": "breakdown by nationality"}
REASONS = ("not given", "danger to persons", "law", "military necessity")


@transaction.atomic
def decide(exchange: Exchange, user: Any, what: str, *, published: bool, reason: str = "not given") -> Breakdown:
    """Say for one's side whether a breakdown is published. To withhold is itself an entry of the record."""
    word, _made = Breakdown.objects.update_or_create(
        exchange=exchange, party=user.party, what=what, defaults={"published": published, "decided_by": user}
    )
    if not published:
        ledger.enter(
            "withheld", by=user.party.code, exchange=exchange.reference, what=_IN_THE_RECORD[what], reason=reason
        )
    return word
