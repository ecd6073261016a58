"""Pictures for shared links (Open Graph): 1200 × 630 PNG with the day of an exchange and its counted numbers.

Every number is given by the caller, who has it from the public account; a number that may not be published is None,
and the picture says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from repatria.i18n import _, current_language, language
from repatria.paper.engine import typeset_png
from repatria.paper.errors import BadPaper
from repatria.paper.text import Text, Value, code, page_direction, value, words

WIDTH, HEIGHT = 1200, 630
MOST_FIGURES = 3
_POINTS_WIDE = 600


@dataclass(frozen=True, slots=True)
class Count:
    """One counted number and what it counts, in the language of the picture."""

    label: str
    number: int | None


@dataclass(frozen=True, slots=True)
class ExchangePicture:
    """The picture of one exchange, or of the whole account. `counts` are up to three."""

    title: str
    counts: Sequence[Count] = ()
    day: Value = None
    place: str = ""

    def __post_init__(self) -> None:
        """Refuse more counts than the picture holds."""
        if len(self.counts) > MOST_FIGURES:
            raise BadPaper(_("a picture holds at most {most} numbers").format(most=MOST_FIGURES))


def picture(drawn: ExchangePicture, *, language_code: str) -> bytes:
    """Give the picture as PNG, 1200 × 630; the same data, language and version give the same bytes.

    Raises:
        CannotTypeset: the template is at fault.
    """
    with language(language_code):
        return typeset_png("picture.typ", _data(drawn), pixels_per_inch=72 * WIDTH / _POINTS_WIDE)


def alternative_text(drawn: ExchangePicture, *, language_code: str) -> str:
    """Say in words what the picture shows, for who cannot see it (``og:image:alt``)."""
    with language(language_code):
        counts = [_("{label}: {number}").format(label=each.label, number=_number(each)) for each in drawn.counts]
        head = [drawn.title, *(str(part) for part in (drawn.day, drawn.place) if part)]
        return ". ".join(head + counts)


def _data(drawn: ExchangePicture) -> dict[str, Any]:
    return {
        "language": current_language(),
        "dir": page_direction(),
        "title": "Repatria",
        "headline": words(drawn.title),
        "dateline": [part for part in (code(drawn.day), value(drawn.place)) if part],
        "counts": [_count(each) for each in drawn.counts],
        "foot": words(_("Counted from the record. Anyone can check it.")),
        "pages": [],
        "made": [],
        "reference": None,
        "unprintable": None,
        "long": False,
    }


def _count(each: Count) -> dict[str, Any]:
    number: Text | None = words(_number(each)) if each.number is None else code(_number(each))
    return {"label": words(each.label), "number": number, "known": each.number is not None}


def _number(each: Count) -> str:
    if each.number is None:
        return _("not published")
    return f"{each.number:,}".replace(",", "\u00a0") if each.number >= 10_000 else str(each.number)
