"""The manifest of a handover: one line a person, with the QR code that a tablet reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from repatria.i18n import _
from repatria.paper.listed import ListedPerson, both_names
from repatria.paper.qr import square
from repatria.paper.rolls import Cell, Column, check_codes, fact, people_count, roll, table
from repatria.paper.sheet import Sheet
from repatria.paper.text import Value, code, value, words


@dataclass(frozen=True, slots=True)
class ManifestLine:
    """One person, and which way he goes."""

    person: ListedPerson
    holder: str
    receiver: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ManifestPaper:
    """A closed manifest. `sha256` (64 hexadecimal digits) is that of the manifest as the record holds it."""

    exchange: str
    manifest: str
    lines: Sequence[ManifestLine]
    day: Value = None
    stage: str = ""
    place: str = ""
    agreement: str = ""
    sha256: str = ""
    signed_by: Sequence[str] = ()

    def sheet(self) -> Sheet:
        """Give the manifest on A4 across, with squares for present, seen by the ICRC, received."""
        check_codes([line.person for line in self.lines])
        rows = [_row(number, line) for number, line in enumerate(self.lines, start=1)]
        body = roll(
            [people_count(len(self.lines)), words(_counted())],
            self._facts(),
            [table(_columns(), rows)],
            signed_by=self.signed_by or _signers(),
            wide_page=True,
        )
        return Sheet("roll.typ", _("Manifest"), body, reference=self.manifest)

    def _facts(self) -> list[dict[str, Any]]:
        return [
            fact(_("Exchange"), self.exchange),
            fact(_("Manifest"), self.manifest, as_code=True),
            fact(_("Agreement"), self.agreement, as_code=True),
            fact(_("Day"), self.day, as_code=True),
            fact(_("Stage"), self.stage),
            fact(_("Place"), self.place),
            fact(_("SHA-256 of the manifest in the record"), self.sha256, as_code=True, wide=True),
        ]


def _columns() -> list[Column]:
    return [
        Column(_("No."), millimetres=11),
        Column(_("QR code"), Cell.QR, 17),
        Column(_("Line"), millimetres=24),
        Column(_("Name"), Cell.NAMES),
        Column(_("Date of birth"), millimetres=23),
        Column(_("Number, rank"), Cell.NAMES, 33),
        Column(_("From, to"), Cell.NAMES, 30),
        Column(_("Note"), millimetres=25),
        Column(_("Present"), Cell.TICK, 17),
        Column(_("Seen by the ICRC"), Cell.TICK, 17),
        Column(_("Received"), Cell.TICK, 18),
    ]


def _row(number: int, line: ManifestLine) -> list[Any]:
    person = line.person
    return [
        code(number),
        square(person.code),
        code(person.code),
        both_names(person),
        code(person.born),
        [text for text in (code(person.number), value(person.rank, narrow=True)) if text],
        [text for text in (value(line.holder, narrow=True), value(line.receiver, narrow=True)) if text],
        value(line.note, narrow=True),
        None,
        None,
        None,
    ]


def _counted() -> str:
    return _("A person counts as returned when receipted, not when listed.")


def _signers() -> list[str]:
    return [_("For the holder"), _("For the receiver"), _("Delegate of the ICRC")]
