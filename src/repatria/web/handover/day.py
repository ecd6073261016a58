"""The day as it stands: the library's ledger over all check-ins that were taken in, and what follows from it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from repatria import handover
from repatria.handover import Board, Event, Ledger, Reconciliation, board, changes_of, reconcile
from repatria.handover import Change as AgreedChange
from repatria.handover.readiness import Answers, Travels
from repatria.handover.vocabulary import Cause, Rule
from repatria.web.compartments import house
from repatria.web.handover.making import manifest_of
from repatria.web.handover.models import Answer, Change, CheckIn, Manifest


@dataclass
class Day:
    """Everything about one manifest, worked out from what is kept."""

    kept: Manifest
    manifest: handover.Manifest
    log: tuple[AgreedChange, ...]
    ledger: Ledger

    @property
    def board(self) -> Board:
        """The counts of this moment."""
        return board(self.ledger, self.log)

    @property
    def reconciliation(self) -> Reconciliation:
        """How every line ended."""
        return reconcile(self.ledger, self.log)


@house()
def day_of(kept: Manifest) -> Day:
    """Work out the day of a manifest."""
    manifest = manifest_of(kept)
    if kept.document is None:
        return Day(kept, manifest, log_of(kept), Ledger(manifest))
    ledger = Ledger(manifest, (Event.read(one.document) for one in CheckIn.objects.filter(manifest=kept)))
    return Day(kept, manifest, changes_of(ledger), ledger)


def log_of(kept: Manifest) -> tuple[AgreedChange, ...]:
    """Give the lines that fell away before the manifest was frozen, in order."""
    return tuple(
        AgreedChange(row.code, Cause(row.cause), Rule(row.rule), row.instead, row.pauses and not row.decided_by_id)
        for row in Change.objects.filter(manifest=kept)
    )


@house()
def answers_of(kept: Manifest) -> Answers:
    """Give what the ICRC has said of each captive: travels or not, fit or not."""
    travels, fit = {}, {}
    for answer in Answer.objects.filter(line__agreement=kept.agreement).select_related("line"):
        captive = str(answer.line.captive_id)
        if answer.travels is not None:
            travels[captive] = Travels.YES if answer.travels else Travels.NO
        if answer.fit is not None:
            fit[captive] = answer.fit
    return Answers(travels, fit)


def keep(kept: Manifest, event: Event, heard_at: datetime) -> bool:
    """Keep one check-in; False if it was kept before."""
    from hashlib import sha256

    document: dict[str, Any] = event.document()
    digest = sha256(event.format().encode()).hexdigest()
    if CheckIn.objects.filter(manifest=kept, event_id=event.id, digest=digest).exists():
        return False
    CheckIn.objects.create(manifest=kept, event_id=event.id, digest=digest, document=document, heard_at=heard_at)
    return True
