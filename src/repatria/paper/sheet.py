"""A document on its way to paper: which template, which title, which data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from repatria.i18n import _, current_language, isolate, language
from repatria.paper.engine import typeset_pdf
from repatria.paper.text import code, page_direction, places, sentence, words

LONG = 200
"""Letters from which on a row may be split between two pages."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the typesetter needs. `title` names the kind of document and nobody in it: it stands in the metadata."""

    template: str
    title: str
    data: Mapping[str, Any]
    reference: str = ""


class Printable(Protocol):
    """A document that can be put on paper."""

    def sheet(self) -> Sheet:
        """Give the document in the language in force."""


def pdf(document: Printable, *, language_code: str, at: datetime) -> bytes:
    """Give `document` as a PDF in `language_code` (one of :data:`repatria.i18n.LANGUAGES`), dated `at`.

    The same document, language, time and version of the package give the same bytes.

    Raises:
        BadPaper: the data of the document do not go together, or `at` has no time zone.
        CannotTypeset: the template is at fault.
    """
    with language(language_code):
        sheet = document.sheet()
        return typeset_pdf(sheet.template, _with_frame(sheet, at), at=at)


def _with_frame(sheet: Sheet, at: datetime) -> dict[str, Any]:
    return {
        "language": current_language(),
        "dir": page_direction(),
        "title": sheet.title,
        "made": sentence(_("Made {moment}"), moment=_moment(at)),
        "pages": places(_("Page {page} of {pages}")),
        "reference": code(sheet.reference),
        "unprintable": words(_explained()) if _holds(sheet.data, _numbered) else None,
        "long": _holds(sheet.data, _is_long),
        **sheet.data,
    }


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC") if at.tzinfo else ""


def _explained() -> str:
    return _(
        "{mark} stands for a character that the fonts of this paper do not have: its number in Unicode."
    ).format(mark=isolate("[U+…]"))


def _numbered(letters: str) -> bool:
    return "[U+" in letters


def _is_long(letters: str) -> bool:
    return len(letters) > LONG


def _holds(data: Any, asked: Any) -> bool:
    if isinstance(data, str):
        return bool(asked(data))
    if isinstance(data, Mapping):
        return any(_holds(part, asked) for key, part in data.items() if key != "bits")
    return isinstance(data, list | tuple) and any(_holds(part, asked) for part in data)
