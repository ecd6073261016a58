"""The simulated year as a picture: who is freed and who waits, by length of captivity. SVG, with its text."""

from collections.abc import Sequence
from html import escape

from repatria.i18n import _
from repatria.planning.simulate import Year, lengths

WIDTH, ROW, GAP, LEFT = 820, 18, 26, 220
MARGIN = 12
# Long captivity is dark: what the eye should find first. Readable in print and by the colour-blind (one hue).
SHADES = ("#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#3182bd", "#08306b")
_INK = "#1a1a1a"


def picture(years: Sequence[Year]) -> str:
    """Draw one bar per policy for those freed and one for those still waiting, split by length of captivity."""
    most = max((sum(year.waiting_by_length) for year in years), default=1)
    most = max(most, *(sum(year.freed_by_length) for year in years), 1)
    height = 84 + len(years) * (2 * ROW + GAP)
    parts = [_legend()]
    for n, year in enumerate(years):
        top = 76 + n * (2 * ROW + GAP)
        parts.append(_text(MARGIN, top + ROW, year.policy, weight="600"))
        parts.append(_bar(_("freed"), year.freed_by_length, top, most))
        parts.append(_bar(_("waiting"), year.waiting_by_length, top + ROW, most))
    title = _("A year of exchanges under different terms")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
        f' aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="12">'
        f'<title id="title">{escape(title)}</title>'
        f'<desc id="desc">{escape(in_words(years))}</desc>'
        f'<rect width="100%" height="100%" fill="#fff"/>{"".join(parts)}</svg>\n'
    )


def in_words(years: Sequence[Year]) -> str:
    """The picture's text alternative: every number that it shows, in sentences."""
    sentences = []
    for year in years:
        waiting = ", ".join(f"{name}: {n}" for name, n in zip(lengths(), year.waiting_by_length, strict=True))
        sentences.append(
            _(
                "{policy}: {freed} freed after {median} days in the median; {passed} were passed over;"
                " still waiting: {waiting}; the longest for {longest} days."
            ).format(
                policy=year.policy,
                freed=year.freed,
                median=year.median_wait,
                passed=year.passed_over,
                waiting=waiting,
                longest=year.longest_still_held,
            )
        )
    return " ".join(sentences)


def _legend() -> str:
    parts = [
        _text(MARGIN, 18, _("Who is freed and who still waits after a year, by days in captivity"), weight="600")
    ]
    for n, (name, shade) in enumerate(zip(lengths(), SHADES, strict=True)):
        x = MARGIN + n * (WIDTH - MARGIN) // len(SHADES)
        parts.append(
            f'<rect x="{x}" y="34" width="12" height="12" fill="{shade}" stroke="{_INK}" stroke-width=".3"/>'
        )
        parts.append(_text(x + 17, 44, name))
    return "".join(parts)


def _bar(name: str, numbers: Sequence[int], top: int, most: int) -> str:
    parts = [_text(LEFT - 8, top + 13, name, anchor="end")]
    scale, x = (WIDTH - LEFT - 40) / most, float(LEFT)
    for number, shade in zip(numbers, SHADES, strict=True):
        width = number * scale
        parts.append(
            f'<rect x="{x:.1f}" y="{top + 2}" width="{width:.1f}" height="{ROW - 4}" fill="{shade}"'
            f' stroke="{_INK}" stroke-width=".3"/>'
        )
        x += width
    parts.append(_text(x + 5, top + 13, f"{sum(numbers):,}"))
    return "".join(parts)


def _text(x: float, y: float, words: str, weight: str = "400", anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{_INK}" font-weight="{weight}" text-anchor="{anchor}">'
        f"{escape(words)}</text>"
    )
