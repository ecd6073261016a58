"""What a reader must be told about a list: rows that do not go on, and questions only a person can answer."""

from dataclasses import dataclass
from enum import StrEnum

from repatria.i18n import _


class Effect(StrEnum):
    """What became of the row a remark is about."""

    LEFT_OUT = "left out"
    """The row cannot be read; it is in no table, only in the report."""
    HELD = "held"
    """The row was read and is shown, but does not go on until a person has decided."""
    OPEN = "open"
    """The row goes on; one cell of it stays as written and undecided."""


def in_words(effect: Effect) -> str:
    """Say in the reader's language what became of a row."""
    return {
        Effect.LEFT_OUT: _("left out"),
        Effect.HELD: _("read, and waits"),
        Effect.OPEN: _("goes on; this cell waits"),
    }[effect]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row (or one cell of it) that waits for a person, with the reason and what the sender can do.

    `row` counts from 1 in the file or sheet, headings included. `column` is the heading as the sender wrote it, or
    empty when the whole row is meant. No text of the row is quoted.
    """

    row: int
    column: str
    why: str
    remedy: str
    effect: Effect = Effect.LEFT_OUT
    sheet: str = ""


class About(StrEnum):
    """What a question is about."""

    ENCODING = "encoding"
    TEXT = "text"
    HEADING = "heading"
    PERSON = "person"
    SHEET = "sheet"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Question:
    """Something about the whole file that is proposed and not yet decided."""

    about: About
    text: str
