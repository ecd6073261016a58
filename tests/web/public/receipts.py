"""Receipts in the record, for tests of what is counted from them."""

from django.db import transaction

from repatria.web.exchanges.models import Exchange
from repatria.web.ledger import enter as ledger
from tests.web.cast import MORNING, Cast


def hand_over(
    cast: Cast,
    *,
    formula: int = 12,
    owed: tuple[int, int] = (6, 0),
    civilians: int = 5,
    nationalities: tuple[str, ...] = (),
) -> None:
    """Close a manifest, receipt everybody on it, complete the handover and close the exchange.

    `formula` people go each way; `owed` go to South and to North beside them; `civilians` of South's are civilians,
    and its first have the `nationalities`.
    """
    lines = []
    for receiver, holder, beside in (("STH", "NTH", owed[0]), ("NTH", "STH", owed[1])):
        few = civilians if receiver == "STH" else 0
        of = nationalities if receiver == "STH" else ()
        for n in range(formula + beside):
            lines.append(
                {"manifest": "manifest-1", "line": len(lines) + 1, "holder": holder, "receiver": receiver,
                 "account": "formula" if n < formula else "owed", "status": "civilian" if n < few else "military",
                 "nationality": of[n] if n < len(of) else ""}
            )  # fmt: skip
    exchange = cast.exchange.reference
    with transaction.atomic():
        ledger.enter("manifest closed", by="HAL", exchange=exchange, agreement="agreement-1", manifest="manifest-1",
                     contents=ledger.commit({"lines": len(lines)}, None), persons=len(lines))  # fmt: skip
        for line in lines:
            party = cast.parties[line["receiver"]].pk
            ledger.enter("receipt given", by=line["receiver"], exchange=exchange, manifest="manifest-1",
                         receipt=ledger.commit(line, party))  # fmt: skip
        ledger.enter("handover completed", by="HAL", exchange=exchange, manifest="manifest-1", day=MORNING.date(),
                     returned=len(lines), not_returned=0)  # fmt: skip
    Exchange.objects.filter(pk=cast.exchange.pk).update(state=Exchange.State.CLOSED)
    cast.exchange.refresh_from_db()
