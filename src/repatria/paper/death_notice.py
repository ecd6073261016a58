"""The notice of death (GC III art. 120, Annex IV D)."""

from dataclasses import dataclass
from typing import Any

from repatria.i18n import _
from repatria.paper.forms import choice, form, group
from repatria.paper.rolls import fact
from repatria.paper.sheet import Sheet
from repatria.paper.text import Value, words


@dataclass(frozen=True, slots=True)
class DeathNotice:
    """One notice. Fields that are None are filled in by hand; a bool that is None leaves both squares open."""

    authority: str | None
    power_of_origin: str | None
    surname: str
    first_names: str | None = None
    father_first_name: str | None = None
    born: Value = None
    birthplace: str | None = None
    died_on: Value = None
    died_at: str | None = None
    rank: str | None = None
    number: str | None = None
    next_of_kin_address: str | None = None
    captured: str | None = None
    cause: str | None = None
    burial_place: str | None = None
    buried_on: Value = None
    grave_marked: bool | None = None
    effects_kept: bool | None = None
    reference: str = ""

    def sheet(self) -> Sheet:
        """Give the notice on A4, with places for two witnesses and the seal."""
        body = form(
            [words(_("Every death needs a medical examination before burial (GC III art. 120)."))],
            [
                group(_("The deceased"), self._person()),
                group(_("Capture and death"), self._death()),
                group(_("Burial"), self._burial()),
                choice(_("Is the grave marked so that it can be found?"), _yes_no(self.grave_marked)),
                choice(
                    _("Are the personal effects kept (yes) or forwarded with this notice (no)?"),
                    _yes_no(self.effects_kept),
                ),
            ],
            [_("Competent authority"), _("First witness: name, address"), _("Second witness: name, address")],
            seal=_("Seal"),
            small=False,
        )
        return Sheet("form.typ", _("Notice of death"), body, reference=self.reference)

    def _person(self) -> list[dict[str, Any]]:
        return [
            fact(_("Competent authority"), self.authority),
            fact(_("Power on which the prisoner depended"), self.power_of_origin),
            fact(_("Surname"), self.surname),
            fact(_("First names (in full)"), self.first_names),
            fact(_("First name of father"), self.father_first_name),
            fact(_("Date of birth"), self.born, as_code=True),
            fact(_("Place of birth"), self.birthplace),
            fact(_("Rank"), self.rank),
            fact(_("Service number"), self.number, as_code=True),
            fact(_("Address of next of kin"), self.next_of_kin_address, wide=True),
        ]

    def _death(self) -> list[dict[str, Any]]:
        return [
            fact(_("Where and when taken prisoner"), self.captured, wide=True),
            fact(_("Date of death"), self.died_on, as_code=True),
            fact(_("Place of death"), self.died_at),
            fact(_("Cause and circumstances"), self.cause, wide=True),
        ]

    def _burial(self) -> list[dict[str, Any]]:
        return [
            fact(_("Date of burial"), self.buried_on, as_code=True),
            fact(_("Place of burial"), self.burial_place),
        ]


def _yes_no(answer: bool | None) -> list[tuple[str, bool]]:
    return [(_("yes"), answer is True), (_("no"), answer is False)]
