"""The repatriation certificate (GC III Annex IV E; Annex II art. 11): what the mixed medical commission decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from repatria.i18n import _
from repatria.paper.errors import BadPaper
from repatria.paper.forms import choice, form, group
from repatria.paper.rolls import fact
from repatria.paper.sheet import Sheet
from repatria.paper.text import Value, words


class Decision(StrEnum):
    """The three codes of the model certificate."""

    DIRECT = "A"
    NEUTRAL = "B"
    REEXAMINE = "NC"


@dataclass(frozen=True, slots=True)
class RepatriationCertificate:
    """One certificate for one prisoner. Fields that are None are filled in by hand.

    `injury` may stay empty: the register holds the medical category, not a diagnosis; the commission writes it in.
    """

    surname: str
    first_names: str | None = None
    born: Value = None
    rank: str | None = None
    army_number: str | None = None
    prisoner_number: str | None = None
    power_of_origin: str | None = None
    camp: str | None = None
    hospital: str | None = None
    injury: str | None = None
    decision: Decision | None = None
    decided_on: Value = None
    number: str = ""

    def sheet(self) -> Sheet:
        """Give the certificate on A5."""
        body = form(
            [words(_("Decision of the mixed medical commission (GC III art. 110, 112, Annex II)."))],
            [group(_("Prisoner"), self._prisoner()), choice(_("Decision"), self._decisions())],
            [_("Chairman of the mixed medical commission")],
            seal=_("Seal"),
            small=True,
        )
        return Sheet("form.typ", _("Repatriation certificate"), body, reference=self.number)

    def _prisoner(self) -> list[dict[str, Any]]:
        return [
            fact(_("Date"), self.decided_on, as_code=True),
            fact(_("Power on which the prisoner depends"), self.power_of_origin),
            fact(_("Camp"), self.camp),
            fact(_("Hospital"), self.hospital),
            fact(_("Surname"), self.surname),
            fact(_("First names (in full)"), self.first_names),
            fact(_("Date of birth"), self.born, as_code=True),
            fact(_("Rank"), self.rank),
            fact(_("Army number"), self.army_number, as_code=True),
            fact(_("Prisoner no."), self.prisoner_number, as_code=True),
            fact(_("Injury or disease"), self.injury, wide=True),
        ]

    def _decisions(self) -> list[tuple[str, bool]]:
        labels = {
            Decision.DIRECT: _("A: direct repatriation"),
            Decision.NEUTRAL: _("B: accommodation in a neutral country"),
            Decision.REEXAMINE: _("NC: to be examined again by the next commission"),
        }
        return [(label, self.decision is kind) for kind, label in labels.items()]


@dataclass(frozen=True, slots=True)
class RepatriationCertificates:
    """Certificates of many prisoners in one document, each on a page of its own."""

    certificates: Sequence[RepatriationCertificate]

    def sheet(self) -> Sheet:
        """Give all of them, in their order.

        Raises:
            BadPaper: there is none.
        """
        if not self.certificates:
            raise BadPaper(_("there is nobody to make a certificate for"))
        sheets = [one.sheet() for one in self.certificates]
        return Sheet("forms.typ", sheets[0].title, {"small": True, "forms": [one.data for one in sheets]})
