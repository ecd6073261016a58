"""What of handover day goes into the record: counts and salted commitments, never a person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from repatria.handover.ledger import Ledger
from repatria.handover.manifest import Manifest
from repatria.handover.reconcile import End, Reconciliation
from repatria.handover.standing import Standing
from repatria.handover.vocabulary import Outcome
from repatria.record.commitments import Opening, commit
from repatria.record.entries.entry import entry

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Committed:
    """An entry for the record, and what opens its commitments: to be kept in the desk, never in the record."""

    entry: Entry
    openings: Mapping[str, Opening]


def manifest_closed(manifest: Manifest, at: datetime, by: str) -> Committed:
    """Write that the manifest is final. What is committed is its hash, the one on the paper."""
    opening = commit({"manifest": manifest.reference, "sha256": manifest.sha256})
    document = entry(
        "manifest closed", at=at, by=by, exchange=manifest.exchange, agreement=manifest.agreement,
        manifest=manifest.reference, contents=opening.commitment, persons=len(manifest.lines),
    )  # fmt: skip
    return Committed(document, {manifest.reference: opening})


def receipt_given(ledger: Ledger, standing: Standing, at: datetime) -> Committed:
    """Write one receipt, in the name of the receiving side; of an extra in that of who received him."""
    manifest = ledger.manifest
    fact = {"line": standing.subject, "check_ins": sorted(standing.made)}
    line = manifest.by_code.get(standing.subject)
    if line is not None:
        fact["captive"] = line.captive
    by = line.receiver if line is not None else _receiver(standing)
    opening = commit(fact)
    document = entry(
        "receipt given", at=at, by=by, exchange=manifest.exchange, manifest=manifest.reference,
        receipt=opening.commitment,
    )  # fmt: skip
    return Committed(document, {standing.subject: opening})


def receipts(ledger: Ledger, at: datetime, written: frozenset[str] = frozenset()) -> Iterator[Committed]:
    """Write a receipt for everybody who has crossed and is not in `written` (subjects) yet."""
    for standing in ledger.everybody():
        if standing.outcome is Outcome.RECEIVED and standing.subject not in written:
            yield receipt_given(ledger, standing, at)


def receipts_disagree(ledger: Ledger, standing: Standing, at: datetime, by: str) -> Committed:
    """Write that devices say different things of one person; what each says is committed, not shown."""
    openings = {
        position.event: commit({"check_in": position.event, "says": position.says.value, "line": standing.subject})
        for position in standing.positions[:7]
    }
    openings[standing.subject] = commit({"line": standing.subject, "check_ins": sorted(standing.made)})
    document = entry(
        "receipts disagree", at=at, by=by, exchange=ledger.manifest.exchange, manifest=ledger.manifest.reference,
        receipts=sorted(opening.commitment for opening in openings.values()),
    )  # fmt: skip
    return Committed(document, openings)


def handover_completed(
    manifest: Manifest, reconciliation: Reconciliation, day: date, at: datetime, by: str
) -> Entry:
    """Write that the manifest is done: everybody received, and the signed lines whose person was not."""
    not_returned = reconciliation.listed - reconciliation.ends[End.RETURNED]
    return entry(
        "handover completed", at=at, by=by, exchange=manifest.exchange, manifest=manifest.reference, day=day,
        returned=reconciliation.returned, not_returned=not_returned,
    )  # fmt: skip


def _receiver(standing: Standing) -> str:
    return next(position.party for position in standing.positions if position.party)
