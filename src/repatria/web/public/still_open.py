"""What is still open after an exchange that was run here, from what is public already.

Why a person did not go is not for the public (see :data:`repatria.web.policy.SIGHT`): those who did not are one
number.
"""

from dataclasses import dataclass

from repatria.history.small_cells import THRESHOLD
from repatria.web import gate
from repatria.web.ledger.enter import read_back
from repatria.web.ledger.models import Entry
from repatria.web.public.models import Statement


@dataclass(frozen=True, slots=True)
class StillOpen:
    """What is known to be open.

    Attributes:
        not_returned: persons of the completed manifests; 0 also where they are few.
        agreed: statements on what the same process has agreed and not carried out.
        corrected: the statement, if it is not its first version.
    """

    not_returned: int
    agreed: list[Statement]
    corrected: Statement | None

    def __bool__(self) -> bool:
        """Say whether anything is known to be open."""
        return bool(self.not_returned or self.agreed or self.corrected)


def of(statement: Statement) -> StillOpen:
    """Give what is still open after the exchange of a released statement."""
    agreed = gate.public(Statement).filter(
        exchange__process=statement.exchange.process, state=Statement.State.RELEASED, kind=Statement.Kind.AGREED
    )
    return StillOpen(
        _not_returned(statement),
        list(agreed.exclude(exchange=statement.exchange).select_related("exchange")),
        statement if statement.version > 1 and statement.why_corrected else None,
    )


def _not_returned(statement: Statement) -> int:
    """Add up what the record says of each manifest that was completed; a small number is not told."""
    reference = statement.exchange.reference
    completed = Entry.objects.filter(act="handover completed", exchange=reference)
    counted = sum(read_back(entry)["not_returned"] for entry in completed)
    return counted if counted >= THRESHOLD else 0
