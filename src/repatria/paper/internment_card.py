"""The internment card (GC IV art. 106, Annex III): the twin of the capture card for civilian internees."""

from dataclasses import dataclass

from repatria.i18n import _
from repatria.paper.cards import Box, Health, card_sheet
from repatria.paper.sheet import Sheet
from repatria.paper.text import Value


@dataclass(frozen=True, slots=True)
class InternmentCard:
    """One card; two go out: one to the family, one to the Central Tracing Agency.

    Fields, languages and `addressee` as for the capture card; occupation and the address before detention stand
    where a soldier's rank and number would.
    """

    nationality: str | None
    surname: str | None
    first_names: str | None = None
    father_first_name: str | None = None
    born: Value = None
    birthplace: str | None = None
    occupation: str | None = None
    address_before: str | None = None
    next_of_kin_address: str | None = None
    interned_on: Value = None
    coming_from: str | None = None
    health: Health | None = None
    present_address: str | None = None
    written_on: Value = None
    addressee: str | None = None
    languages: tuple[str, ...] = ()

    def sheet(self) -> Sheet:
        """Give the card: the side with the address, then the side with the fields."""
        return card_sheet(
            _("Internment card"), _heads, _labels, self._contents(), addressee=self.addressee, health=self.health,
            others=self.languages,
        )  # fmt: skip

    def _contents(self) -> list[Box]:
        return [
            Box(1, self.nationality),
            Box(2, self.surname),
            Box(3, self.first_names),
            Box(4, self.father_first_name),
            Box(5, self.born, as_code=True),
            Box(6, self.birthplace),
            Box(7, self.occupation, wide=True),
            Box(8, self.address_before, wide=True, lines=True),
            Box(9, self.next_of_kin_address, wide=True, lines=True),
            Box(10, self.interned_on, as_code=True),
            Box(10, self.coming_from),
            Box(12, self.present_address, wide=True, lines=True),
            Box(13, self.written_on, as_code=True),
            Box(14, None),
        ]


def _labels() -> list[str]:
    return [
        _("Nationality"),
        _("Surname"),
        _("First names (in full)"),
        _("First name of father"),
        _("Date of birth"),
        _("Place of birth"),
        _("Occupation"),
        _("Address before detention"),
        _("Address of next of kin"),
        _("Interned on"),
        _("Coming from (hospital, place)"),
        _("Present address"),
        _("Date"),
        _("Signature"),
    ]


def _heads() -> list[str]:
    return [
        _("Internment card for civilian internees"),
        _("Civilian internee mail: free of postage"),
        _("Fill in at once on internment, and again at each change of address (hospital, another place)."),
        _("The internee may send a separate card to the family. Strike out what does not apply; add no remarks."),
    ]
