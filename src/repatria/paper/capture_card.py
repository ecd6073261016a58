"""The capture card (GC III art. 70, Annex IV B): 15 × 10.5 cm, at the latest one week after arrival at a camp."""

from dataclasses import dataclass

from repatria.i18n import _
from repatria.paper.cards import Box, Health, card_sheet
from repatria.paper.sheet import Sheet
from repatria.paper.text import Value


@dataclass(frozen=True, slots=True)
class CaptureCard:
    """One card; two go out: one to the family, one to the Central Tracing Agency.

    A field that is None is left to be filled in by hand. `languages` adds up to two languages of labels to that of
    the document (the Convention asks for two or three in all). `addressee` is the family's address; None addresses
    the card to the Central Tracing Agency.
    """

    power_of_origin: str | None
    name: str | None
    first_names: str | None = None
    father_first_name: str | None = None
    born: Value = None
    birthplace: str | None = None
    rank: str | None = None
    service_number: str | None = None
    next_of_kin_address: str | None = None
    taken_on: Value = None
    coming_from: str | None = None
    health: Health | None = None
    prisoner_number: str | None = None
    camp: str | None = None
    written_on: Value = None
    addressee: str | None = None
    languages: tuple[str, ...] = ()

    def sheet(self) -> Sheet:
        """Give the card: the side with the address, then the side with the fields."""
        return card_sheet(
            _("Capture card"), _heads, _labels, self._contents(), addressee=self.addressee, health=self.health,
            others=self.languages,
        )  # fmt: skip

    def _contents(self) -> list[Box]:
        return [
            Box(1, self.power_of_origin),
            Box(2, self.name),
            Box(3, self.first_names),
            Box(4, self.father_first_name),
            Box(5, self.born, as_code=True),
            Box(6, self.birthplace),
            Box(7, self.rank),
            Box(8, self.service_number, as_code=True),
            Box(9, self.next_of_kin_address, wide=True, lines=True),
            Box(10, self.taken_on, as_code=True),
            Box(10, self.coming_from),
            Box(12, self.prisoner_number, as_code=True),
            Box(12, self.camp),
            Box(13, self.written_on, as_code=True),
            Box(14, None),
        ]


def _labels() -> list[str]:
    return [
        _("Power on which the prisoner depends"),
        _("Name"),
        _("First names (in full)"),
        _("First name of father"),
        _("Date of birth"),
        _("Place of birth"),
        _("Rank"),
        _("Service number"),
        _("Address of next of kin"),
        _("Taken prisoner on"),
        _("Coming from (camp no., hospital)"),
        _("Prisoner no."),
        _("Present address: camp"),
        _("Date"),
        _("Signature"),
    ]


def _heads() -> list[str]:
    return [
        _("Capture card for prisoners of war"),
        _("Prisoner of war mail: free of postage"),
        _("Fill in at once after capture, and again at each change of address (hospital, another camp)."),
        _("The prisoner may send a separate card to the family. Strike out what does not apply; add no remarks."),
    ]
