"""Wristbands: strips to cut out, with the QR code of the line, the line code, and the name in both scripts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from repatria.i18n import _
from repatria.paper.listed import ListedPerson, both_names
from repatria.paper.qr import square
from repatria.paper.rolls import check_codes
from repatria.paper.sheet import Sheet
from repatria.paper.text import code, words


@dataclass(frozen=True, slots=True)
class WristbandSheet:
    """Bands of 27.7 × 2.7 cm, six on a sheet of A4 across."""

    persons: Sequence[ListedPerson]
    manifest: str = ""

    def sheet(self) -> Sheet:
        """Give the bands. No date of birth, rank or site stands on a band: others can read it."""
        check_codes(self.persons)
        data = {"bands": [_band(person) for person in self.persons], "glue": words(_("Glue here"))}
        return Sheet("bands.typ", _("Wristbands"), data, reference=self.manifest)


def _band(person: ListedPerson) -> dict[str, Any]:
    return {"qr": square(person.code), "code": code(person.code), "names": both_names(person)}
