"""Text on its way to the page: pieces, each with its own direction, so that data never reorder a sentence.

A :data:`Text` is a list of ``(letters, direction)``, where letters may be a list of pieces again. Direction is
``ltr``, ``rtl``, or empty for the words of the document itself, which follow its language. The template only ever
shows the letters; it never reads them as markup.
"""

import re
import string
from datetime import date, datetime

from repatria.i18n import RIGHT_TO_LEFT, current_language
from repatria.paper.letters import breakable, direction, printable

Text = list[tuple["str | Text", str]]
Value = str | int | date | None
"""What a field may hold. A partial date is passed as it is written: ``1988-??-??``."""

WIDE, NARROW = 22, 10
"""Widest word, in common letters, that a wide and a narrow field hold unbroken."""

_CODE = re.compile(r"([+#№]?[A-Za-z0-9][A-Za-z0-9?.,:/\\_–—\u200b -]*[A-Za-z0-9?]|[A-Za-z0-9])")
"""A stretch of Latin letters and digits inside right-to-left text: ``7-B – 14``, ``1988-??-??``."""
_ISOLATED = re.compile("[\u2066\u2067\u2068]([^\u2066-\u2069]*)\u2069")


def value(datum: Value, *, narrow: bool = False, lines: bool = False) -> Text | None:
    """Give a datum of the record as text; None, to be filled in by hand, where there is none."""
    if datum is None or datum == "":
        return None
    letters = printable(_written(datum), lines=lines)
    return [_directed(breakable(letters, NARROW if narrow else WIDE))] if letters else None


def _directed(letters: str) -> tuple[str | Text, str]:
    """Give `letters` their direction; in right-to-left data codes, ranges and partial dates stay as typed."""
    way = direction(letters)
    if way == "ltr" or not _CODE.search(letters):
        return letters, way
    pieces = enumerate(_CODE.split(letters))
    return [(piece, "ltr" if at % 2 else "") for at, piece in pieces if piece], way


def code(datum: Value) -> Text | None:
    """Give a code, range, date or hash, which runs from left to right in every language."""
    letters = "" if datum is None else printable(_written(datum))
    return [(breakable(letters, NARROW), "ltr")] if letters else None


def _written(datum: str | int | date) -> str:
    if isinstance(datum, datetime):
        return datum.strftime("%Y-%m-%d %H:%M %Z").strip()
    return datum.isoformat() if isinstance(datum, date) else str(datum)


def words(sentence: str) -> Text:
    """Give words of the document; what :func:`repatria.i18n.isolate` has set apart stays apart."""
    pieces: Text = []
    for at, piece in enumerate(_ISOLATED.split(sentence)):
        letters = breakable(_plain(piece), WIDE)
        if letters:
            pieces.append((letters, direction(letters) if at % 2 else ""))
    return pieces


def _plain(piece: str) -> str:
    """Like :func:`printable`, but the spaces at both ends stay: they part a word from its neighbour."""
    middle = printable(piece, lines=True)
    if not middle:
        return " " if piece else ""
    head = " " if piece[0].isspace() else ""
    return head + middle + (" " if piece[-1].isspace() else "")


def sentence(pattern: str, **values: Value) -> Text:
    """Fill the named places of `pattern` with data, each set apart with its own direction."""
    pieces: Text = []
    for literal, name, _spec, _conversion in string.Formatter().parse(pattern):
        pieces += words(literal) if literal else []
        if name is not None:
            pieces += value(values[name]) or [("…", "")]
    return pieces


def places(pattern: str) -> list[str]:
    """Split `pattern` into its words and its ``{places}``, for numbers that only the typesetter knows."""
    parts: list[str] = []
    for literal, name, _spec, _conversion in string.Formatter().parse(pattern):
        parts += [literal] if literal else []
        parts += [f"{{{name}}}"] if name else []
    return parts


def page_direction() -> str:
    """Give the direction of the language in force."""
    return "rtl" if current_language() in RIGHT_TO_LEFT else "ltr"
