"""Lists on paper: facts at the head, one or more tables, places for signatures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from repatria.i18n import _, ngettext
from repatria.paper.errors import BadPaper
from repatria.paper.listed import ListedPerson
from repatria.paper.text import Text, Value, code, sentence, value, words


class Cell(StrEnum):
    """What a column holds: text, two names under each other, a QR code, or a square to tick."""

    TEXT = "text"
    NAMES = "names"
    QR = "qr"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what it holds, and its width in millimetres (None: a share of what is left)."""

    heading: str
    holds: Cell = Cell.TEXT
    millimetres: float | None = None

    def as_data(self) -> dict[str, Any]:
        """Give the column as the template reads it."""
        return {
            "heading": words(self.heading),
            "words": self.heading.split(),
            "holds": self.holds.value,
            "mm": self.millimetres,
        }


def fact(
    label: str, datum: Value, *, as_code: bool = False, wide: bool = False, by_hand: bool = False
) -> dict[str, Any]:
    """Give one fact of the head of a paper; `by_hand` leaves a line to write on where the datum is not known."""
    found = code(datum) if as_code else value(datum, lines=True)
    return {"label": words(label), "value": found, "wide": wide, "by_hand": by_hand}


def table(
    columns: Sequence[Column], rows: Iterable[Sequence[Any]], *, title: Text | None = None, apart: bool = False
) -> dict[str, Any]:
    """Give one table; `apart` begins it on a new page."""
    return {
        "title": title,
        "apart": apart,
        "columns": [column.as_data() for column in columns],
        "rows": [list(row) for row in rows],
    }


def roll(
    intro: Sequence[Text],
    facts: Sequence[dict[str, Any]],
    tables: Sequence[dict[str, Any]],
    *,
    signed_by: Sequence[str] = (),
    every_page: bool = False,
    wide_page: bool = False,
) -> dict[str, Any]:
    """Give a whole list. `every_page` repeats the places for signatures, so that each sheet can be certified."""
    return {
        "intro": list(intro),
        "facts": [each for each in facts if each["value"] or each["by_hand"]],
        "tables": list(tables),
        "signatures": [words(who) for who in signed_by],
        "every_page": every_page,
        "wide_page": wide_page,
    }


def people_count(n: int) -> Text:
    """Say how many persons a list has."""
    return sentence(ngettext("{n} person", "{n} persons", n), n=n)


def check_codes(persons: Sequence[ListedPerson]) -> None:
    """Refuse a list on which two lines share a code, or a line has none.

    Raises:
        BadPaper: with the number of the line, counted from 1.
    """
    seen: dict[str, int] = {}
    for line, person in enumerate(persons, start=1):
        if not person.code.strip():
            raise BadPaper(_("line {line} has no line code: give it one before printing").format(line=line))
        if person.code in seen:
            raise BadPaper(_("lines {first} and {second} have one and the same line code").format(
                first=seen[person.code], second=line))  # fmt: skip
        seen[person.code] = line
