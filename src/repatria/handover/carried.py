"""The balance carried to the next stage: what was agreed up to here, what was done, what is owed on."""

from collections.abc import Iterable
from dataclasses import dataclass

from repatria.handover.change import Change
from repatria.handover.changes import travelling
from repatria.handover.ledger import Ledger
from repatria.handover.on_the_day import changes_of
from repatria.handover.vocabulary import Outcome


@dataclass(frozen=True, slots=True)
class Carried:
    """Under one bound, after one stage: the lead that was signed, the lead that came about, and their difference.

    `carried` above 0: the first side has given that many more than was signed, so the second side owes them.
    """

    bound: str
    stage: int
    signed: int
    done: int
    most: int

    @property
    def carried(self) -> int:
        """What goes over to the next stage."""
        return self.done - self.signed

    @property
    def holds(self) -> bool:
        """Whether the lead that came about is within the bound."""
        return abs(self.done) <= self.most


def carried(ledger: Ledger, stage: int, log: Iterable[Change] | None = None) -> tuple[Carried, ...]:
    """Work out what is carried after `stage`: substitutes count as those whom they replace."""
    manifest = ledger.manifest
    now = travelling(manifest, changes_of(ledger) if log is None else log)
    stages = {code: line.stage for code, line in manifest.by_code.items()} | {line.code: line.stage for line in now}
    crossed = [
        line
        for code, line in manifest.by_code.items()
        if stages[code] <= stage and ledger.standing(code).outcome is Outcome.RECEIVED
    ]
    signed = [line for line in manifest.lines if line.stage <= stage]
    return tuple(
        Carried(
            bound.id,
            stage,
            sum(line.counts[place] for line in signed),
            sum(line.counts[place] for line in crossed),
            bound.most,
        )
        for place, bound in enumerate(manifest.bounds)
    )
