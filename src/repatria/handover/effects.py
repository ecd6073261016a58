"""Effects: what was taken with a receipt goes back with a receipt (GC III 18, 119, 122(9))."""

from dataclasses import dataclass
from typing import Literal

from repatria.handover.ledger import Ledger
from repatria.i18n import _

Movement = Literal["transfer", "repatriation"]
KILOGRAMS = 25


def limit_fault(movement: Movement, limit_kg: int) -> str | None:
    """Say why a baggage limit cannot stand, or None.

    The two articles point in opposite directions: on a transfer a person need never carry more than 25 kg (48); on
    repatriation he may always take at least 25 kg (119).
    """
    if movement == "repatriation" and limit_kg < KILOGRAMS:
        return _("on repatriation each person may take at least 25 kg (GC III 119)")
    if movement == "transfer" and limit_kg > KILOGRAMS:
        return _("on a transfer nobody carries more than 25 kg (GC III 48)")
    return None


@dataclass(frozen=True, slots=True)
class EffectsOfLine:
    """The art. 18 receipts of one line: handed back, still outstanding, and handed though nobody listed them."""

    code: str
    handed: tuple[str, ...]
    outstanding: tuple[str, ...]
    unlisted: tuple[str, ...]


def effects(ledger: Ledger) -> list[EffectsOfLine]:
    """Compare receipts with what was handed over, for each line that has either.

    What is outstanding goes to the bureau of the power of origin, sealed and listed (GC III 122(9)).
    """
    found = []
    for line in ledger.manifest.by_code.values():
        listed, handed = set(line.effects), set(ledger.standing(line.code).effects)
        if listed or handed:
            found.append(
                EffectsOfLine(
                    line.code,
                    tuple(sorted(listed & handed)),
                    tuple(sorted(listed - handed)),
                    tuple(sorted(handed - listed)),
                )
            )
    return found
