"""The receipt for money and valuables taken into keeping (GC III art. 18), and for their return (art. 119)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from repatria.i18n import _
from repatria.paper.errors import BadPaper
from repatria.paper.listed import ListedPerson
from repatria.paper.rolls import Cell, Column, fact, roll, table
from repatria.paper.sheet import Sheet
from repatria.paper.text import Value, code, value, words


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing taken: `quantity` with its unit or currency as written in the register."""

    what: str
    quantity: str = "1"


@dataclass(frozen=True, slots=True)
class EffectsReceipt:
    """An itemised receipt. The officer's name, rank and unit are legible on it: the article asks for them."""

    receipt: str
    person: ListedPerson
    effects: Sequence[Effect]
    officer: str
    officer_rank: str
    officer_unit: str
    taken_on: Value = None
    reason: str = ""
    register: str = ""

    def sheet(self) -> Sheet:
        """Give the receipt.

        Raises:
            BadPaper: nothing is on it, or the officer cannot be known from it.
        """
        if not self.effects:
            raise BadPaper(_("a receipt for effects lists at least one thing"))
        if not (self.officer.strip() and self.officer_rank.strip() and self.officer_unit.strip()):
            raise BadPaper(_("a receipt for effects names the officer, with rank and unit (GC III art. 18)"))
        rows = [_row(number, each) for number, each in enumerate(self.effects, start=1)]
        body = roll(
            [words(_("Taken by order of an officer, to be returned in its first shape (GC III art. 18)."))],
            self._facts(),
            [table(_columns(), rows)],
            signed_by=[_("Officer"), _("Prisoner, on handing over"), _("Prisoner, on return")],
        )
        return Sheet("roll.typ", _("Receipt for personal effects"), body, reference=self.receipt)

    def _facts(self) -> list[dict[str, Any]]:
        person = self.person
        return [
            fact(_("Receipt no."), self.receipt, as_code=True),
            fact(_("Register"), self.register, as_code=True),
            fact(_("Name"), person.name),
            fact(_("Name as the other side reads it"), person.name_other),
            fact(_("Number"), person.number, as_code=True),
            fact(_("Line"), person.code, as_code=True),
            fact(_("Taken on"), self.taken_on, as_code=True, by_hand=True),
            fact(_("Reason of security"), self.reason, by_hand=True),
            fact(_("Officer"), self.officer),
            fact(_("Rank, unit"), self.officer_rank + ", " + self.officer_unit),
        ]


def _columns() -> list[Column]:
    return [
        Column(_("No."), millimetres=11),
        Column(_("What")),
        Column(_("Quantity or amount"), millimetres=42),
        Column(_("Returned"), Cell.TICK, 22),
    ]


def _row(number: int, each: Effect) -> list[Any]:
    return [code(number), value(each.what), value(each.quantity, narrow=True), None]
