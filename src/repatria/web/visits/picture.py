"""The picture of places for the ICRC: a bar a place, as long as it was not seen. SVG without styles or scripts."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from repatria.web.visits.seen import Place

WIDTH, ROW, LEFT, RIGHT, TOP = 720, 26, 150, 130, 34
MOST = 40
_INK, _SOFT, _BAR, _NEVER, _PAPER = "#1b2124", "#55626a", "#1d4f63", "#9b1c1c", "#ffffff"


def drawn(places: Sequence[Place]) -> str:
    """Draw the places, never seen first, at most :data:`MOST` of them."""
    shown = places[:MOST]
    longest = max([place.days or 0 for place in shown], default=0) or 1
    height = TOP + ROW * len(shown) + 16
    rows = "".join(_row(place, TOP + ROW * number, longest) for number, place in enumerate(shown))
    title = escape(_title(places))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" font-family="sans-serif" font-size="13"><title>{title}</title>'
        f'<rect width="{WIDTH}" height="{height}" fill="{_PAPER}"/>'
        f'<text x="{WIDTH / 2:g}" y="20" text-anchor="middle" fill="{_INK}">{title}</text>{rows}</svg>'
    )


def _title(places: Sequence[Place]) -> str:
    seen = sum(not place.never for place in places)
    return _("{seen} of {known} places seen").format(seen=seen, known=len(places))


def _row(place: Place, top: int, longest: int) -> str:
    room = WIDTH - LEFT - RIGHT
    length = room if place.days is None else max(2, room * place.days // longest)
    paint = f'fill="none" stroke="{_NEVER}" stroke-dasharray="5 4"' if place.never else f'fill="{_BAR}"'
    words = (
        _("never seen") if place.days is None else ngettext("{n} day", "{n} days", place.days).format(n=place.days)
    )
    ink = _NEVER if place.never else _SOFT
    name = escape(f"{place.site.party.code} {place.site.code}")
    return (
        f'<text x="{LEFT - 8}" y="{top + 17}" text-anchor="end" fill="{_INK}">{name}</text>'
        f'<rect x="{LEFT}" y="{top + 5}" width="{length}" height="{ROW - 10}" {paint}/>'
        f'<text x="{LEFT + length + 8}" y="{top + 17}" fill="{ink}">{escape(words)}</text>'
    )
