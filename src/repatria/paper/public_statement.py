"""A public statement for the press, with a QR code that leads to its proof."""

from collections.abc import Sequence
from dataclasses import dataclass

from repatria.i18n import _
from repatria.paper.qr import square
from repatria.paper.sheet import Sheet
from repatria.paper.text import Text, Value, code, value, words


@dataclass(frozen=True, slots=True)
class PublicStatementPaper:
    """A released statement, already worded in the language of the document; no name of a captive belongs in it.

    `figures` are pairs of a label and a counted number. `proof` is the address at which anyone checks it.
    """

    headline: str
    paragraphs: Sequence[str]
    figures: Sequence[tuple[str, int | str]]
    proof: str
    day: Value = None
    place: str = ""
    issued_by: str = ""
    entry: str = ""

    def sheet(self) -> Sheet:
        """Give the statement on A4."""
        data = {
            "headline": words(self.headline),
            "dateline": _dateline(self.place, self.day),
            "issued_by": value(self.issued_by),
            "paragraphs": [words(paragraph) for paragraph in self.paragraphs],
            "figures": [{"label": words(label), "value": value(number)} for label, number in self.figures],
            "proof": {"qr": square(self.proof), "address": code(self.proof), "entry": code(self.entry),
                      "says": words(_("Check this statement yourself: its numbers are counted from the record."))},
        }  # fmt: skip
        return Sheet("statement.typ", _("Public statement"), data, reference=self.entry)


def _dateline(place: str, day: Value) -> Text:
    parts = [part for part in (value(place), code(day)) if part]
    return [piece for at, part in enumerate(parts) for piece in ([(" · ", "")] if at else []) + part]
