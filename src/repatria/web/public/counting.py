"""Counting: every figure of a statement comes from lines that were signed, or receipts that stand in the record."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from repatria.history.small_cells import publishable
from repatria.history.statement import APART, FORMULA, OWED, Figures, Line, count
from repatria.web.exchanges.models import Exchange, Party
from repatria.web.ledger.enter import read_back
from repatria.web.ledger.models import Entry, Opening
from repatria.web.public.models import Breakdown
from repatria.web.talks.models import Agreement
from repatria.web.talks.models import Line as AgreementLine

STATUS, NATIONALITY = "status", "nationality"


@dataclass(frozen=True, slots=True)
class Counted:
    """The figures, how many receipts they rest on, who withholds which breakdown, and the one by nationality."""

    figures: Figures
    receipts: int
    withheld_by: dict[str, list[str]]
    nationality: dict[str, dict[str, int | None]]


def agreed(agreement: Agreement) -> Counted:
    """Count the lines of a signed agreement."""
    lines = AgreementLine.objects.filter(agreement=agreement).select_related("holder", "receiver", "captive")
    facts = [
        {
            "holder": line.holder.code,
            "receiver": line.receiver.code,
            "account": line.account,
            "status": status_of(line.captive.current()),
            "nationality": line.captive.current().get("nationality", ""),
        }
        for line in lines
    ]
    return _counted(facts, agreement.exchange, receipts=0)


def received(exchange: Exchange) -> Counted:
    """Count the receipts of an exchange as they stand in the record: the first of each line, once.

    A receipt's commitment is opened for this: ``{"manifest", "line", "holder", "receiver", "account", "status"}``.
    """
    entries = Entry.objects.filter(act="receipt given", exchange=exchange.reference).order_by("pk")
    commitments = [read_back(entry)["receipt"] for entry in entries]
    openings = {o.commitment: o for o in Opening.objects.filter(commitment__in=commitments, destroyed_at=None)}
    facts: dict[tuple[Any, Any], dict[str, Any]] = {}
    for commitment in commitments:
        if commitment in openings:
            fact = openings[commitment].contents["fact"]
            facts.setdefault((fact.get("manifest"), fact["line"]), fact)
    return _counted(list(facts.values()), exchange, receipts=len(facts))


def status_of(values: dict[str, str]) -> str:
    """Give ``civilian`` or ``military`` for a person's values."""
    return "civilian" if values.get("category", "").startswith("civilian") else "military"


def _counted(facts: list[dict[str, Any]], exchange: Exchange, receipts: int) -> Counted:
    names = {party.code: party.name for party in Party.objects.all()}
    lines = [Line(names[f["holder"]], names[f["receiver"]], f["status"], _account(f["account"])) for f in facts]
    withheld = {what: withheld_by(exchange, what) for what in (STATUS, NATIONALITY)}
    nationality = {} if withheld[NATIONALITY] else _nationality(facts, names)
    return Counted(count(lines), receipts, withheld, nationality)


def _account(word: str) -> str:
    """Give the statement's account of a line: all who are neither under the formula nor owed go apart."""
    return word if word in (FORMULA, OWED) else APART


def _nationality(facts: Iterable[dict[str, Any]], names: dict[str, str]) -> dict[str, dict[str, int | None]]:
    """Break down everybody by nationality; small cells are hidden, and what would give them away."""
    cells: dict[str, Counter[str]] = {}
    for fact in facts:
        cells.setdefault(names[fact["receiver"]], Counter())[fact.get("nationality") or "?"] += 1
    return {receiver: publishable(dict(counts)) for receiver, counts in cells.items()}


def withheld_by(exchange: Exchange, what: str) -> list[str]:
    """Give the names of the sides that have not agreed to publish this breakdown."""
    yes = set(
        Breakdown.objects.filter(exchange=exchange, what=what, published=True).values_list("party_id", flat=True)
    )
    return [side.name for side in exchange.process.sides if side.pk not in yes]
