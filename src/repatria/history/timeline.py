"""A picture of the history: one strip a year, people home to side a above the line, to side b below it.

The picture is plain SVG with a title and a description, so that it can be read aloud; every exchange carries
its own title. The two sides differ by place and by pattern, not by colour alone. Dates run from left to
right in every language.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from repatria.history import words
from repatria.history.exchange import Exchange, Side
from repatria.history.history import History
from repatria.i18n import RIGHT_TO_LEFT, _, current_language

WIDTH = 1180
LEFT, RIGHT = 76, 24
STRIP, HALF = 148, 54
BAR = 4.4
TALLEST = HALF - 2
UNKNOWN_HEIGHT = 15
PAUSE_WORTH_NAMING = 60

_STYLE = """
text{font-family:system-ui,'Noto Sans','DejaVu Sans',sans-serif;fill:#22303a;direction:ltr}
.h{font-size:21px;font-weight:600}.c{font-size:16px;font-weight:600}.s{font-size:12px}.t{font-size:11px;fill:#55636d}
.y{font-size:15px;font-weight:600}.n{font-size:10.5px}.axis{stroke:#22303a;stroke-width:1}.grid{stroke:#e3e7ea;stroke-width:1}
.a{fill:#1f5f8b}.b{fill:url(#stripe);stroke:#9a4a12;stroke-width:.9}
.u{fill:#fff;stroke:#55636d;stroke-width:1.1;stroke-dasharray:2 1.6}
.m{fill:none;stroke:#22303a;stroke-width:1}.gap{fill:url(#dots)}.pause{stroke:#7a8790;stroke-width:1;fill:none}
"""
_PATTERNS = (
    '<pattern id="stripe" width="3.4" height="3.4" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="3.4" height="3.4" fill="#fbe6d6"/>'
    '<rect width="1.6" height="3.4" fill="#c05f1c"/></pattern>'
    '<pattern id="dots" width="7" height="7" patternUnits="userSpaceOnUse">'
    '<rect width="7" height="7" fill="#f4f5f6"/><circle cx="2" cy="2" r=".9" fill="#b9c2c8"/></pattern>'
)


@dataclass(frozen=True, slots=True)
class _Strip:
    """One year of one conflict, and where it lies on the sheet."""

    year: int
    top: float
    scale: float

    @property
    def axis(self) -> float:
        return self.top + STRIP / 2

    def x(self, day: date) -> float:
        days = 366 if calendar.isleap(self.year) else 365
        passed = (day - date(self.year, 1, 1)).days
        return LEFT + (WIDTH - LEFT - RIGHT) * (passed + 0.5) / days

    def clip(self, first: date, last: date) -> tuple[float, float] | None:
        """The part of the stretch `first` to `last` that lies in this year, as x positions."""
        start, end = max(first, date(self.year, 1, 1)), min(last, date(self.year, 12, 31))
        return (self.x(start), self.x(end)) if start <= end else None


def timeline(history: History) -> str:
    """Draw `history` as one SVG document."""
    body, height = [], 92.0
    for conflict in history.conflicts:
        part = history.of(conflict)
        body += list(_heading(part, height))
        height += 30
        top = max((side.at_least or 0 for e in part for side in e.sides), default=0) or 1
        for year in sorted({e.date.year for e in part}):
            body += list(_strip(_Strip(year, height, TALLEST / top), part))
            height += STRIP
        height += 26
    return "\n".join(_sheet(history, body, height))


def _sheet(history: History, body: list[str], height: float) -> Iterator[str]:
    language = current_language()
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" '
        f'height="{height:.0f}" role="img" aria-labelledby="title desc" lang="{language}">'
    )
    title = _("Exchanges of captives, by day")
    yield f'<title id="title">{escape(title)}</title>'
    yield f'<desc id="desc">{escape(words.summary(history))}</desc>'
    yield f"<defs><style>{_STYLE}</style>{_PATTERNS}</defs>"
    yield f'<rect width="{WIDTH}" height="{height:.0f}" fill="#fff"/>'
    yield _text(LEFT, 34, _("Exchanges of captives, by day"), "h")
    yield from _legend(62)
    yield from body
    yield "</svg>"


def _text(x: float, y: float, text: str, style: str, anchor: str = "start") -> str:
    # A right-to-left sentence is set by its own rules, but the picture's left stays left.
    bidi = ' style="unicode-bidi:plaintext"' if current_language() in RIGHT_TO_LEFT else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{style}" text-anchor="{anchor}"{bidi}>{escape(text)}</text>'


def _legend(y: float) -> Iterator[str]:
    marks = (
        (f'<rect x="{{x}}" y="{y - 11}" width="8" height="13" class="a"/>', _("home to the side named first")),
        (f'<rect x="{{x}}" y="{y - 11}" width="8" height="13" class="b"/>', _("home to the other side")),
        (f'<rect x="{{x}}" y="{y - 11}" width="8" height="13" class="u"/>', _("number not published")),
        (f'<path d="M{{x}} {y + 1}v-5h14v5" class="m"/>', _("day unknown, month only")),
        (f'<rect x="{{x}}" y="{y - 11}" width="16" height="13" class="gap"/>', _("record incomplete")),
    )
    x = float(LEFT)
    for mark, meaning in marks:
        yield mark.format(x=x)
        yield _text(x + 21, y, meaning, "s")
        x += 48 + 6.6 * len(meaning)


def _heading(part: History, y: float) -> Iterator[str]:
    first = part.exchanges[0]
    sides = _("above: home to {a}; below: home to {b}").format(
        a=words.party(first.a.name), b=words.party(first.b.name)
    )
    yield _text(LEFT, y + 12, part.conflicts[0], "c")
    yield _text(LEFT + 12 + 9.6 * len(part.conflicts[0]), y + 12, sides, "s")


def _strip(strip: _Strip, part: History) -> Iterator[str]:
    yield from _holes(strip, part)
    yield from _months(strip)
    yield _text(LEFT - 16, strip.axis + 5, str(strip.year), "y", "end")
    yield f'<path d="M{LEFT} {strip.axis}H{WIDTH - RIGHT}" class="axis"/>'
    yield from _pauses(strip, part)
    for exchange in part:
        if exchange.date.year == strip.year:
            yield from _exchange(strip, exchange)
    yield from _labels(strip, part)


def _months(strip: _Strip) -> Iterator[str]:
    for month in range(1, 13):
        x = strip.x(date(strip.year, month, 1))
        yield f'<path d="M{x:.1f} {strip.axis - HALF}V{strip.axis + HALF}" class="grid"/>'
        yield _text(x + 3, strip.axis + HALF + 14, f"{month:02}", "t")


def _holes(strip: _Strip, part: History) -> Iterator[str]:
    for gap in part.gaps:
        found = strip.clip(gap.first.earliest, gap.last.latest)
        if found:
            x, end = found
            yield (
                f'<rect x="{x:.1f}" y="{strip.axis - HALF}" width="{end - x:.1f}" height="{2 * HALF}" '
                f'class="gap"><title>{escape(gap.missing)}</title></rect>'
            )


def _pauses(strip: _Strip, part: History) -> Iterator[str]:
    for pause in part.longest_pauses(len(part)):
        found = strip.clip(pause.before.until, pause.after.date.earliest)
        if pause.days < PAUSE_WORTH_NAMING or not found:
            continue
        x, end = found
        if end - x < 24:
            continue
        y = strip.axis - 9
        x, end = x + 5, end - 5
        yield f'<path d="M{x:.1f} {y}v-4M{x:.1f} {y - 2}H{end:.1f}M{end:.1f} {y}v-4" class="pause"/>'
        if end - x > 140:
            label = _("no known exchange for {days} days").format(days=pause.days)
            yield _text((x + end) / 2, y - 8, label, "n", "middle")


def _exchange(strip: _Strip, exchange: Exchange) -> Iterator[str]:
    x, width = _place(strip, exchange)
    numbers = "; ".join(f"{words.party(side.name)}: {words.number(side)}" for side in exchange.sides)
    yield f"<g><title>{escape(f'{words.day(exchange)}. {numbers}. {exchange.note}')}</title>"
    yield _bar(strip, x, width, exchange.a, up=True)
    yield _bar(strip, x, width, exchange.b, up=False)
    if not exchange.date.exact:
        first, last = strip.x(exchange.date.earliest), strip.x(exchange.date.latest)
        for end in (-HALF, HALF):
            tick = 5 if end < 0 else -5
            yield f'<path d="M{first:.1f} {strip.axis + end + tick}v{-tick}H{last:.1f}v{tick}" class="m"/>'
    yield "</g>"


def _place(strip: _Strip, exchange: Exchange) -> tuple[float, float]:
    first, end = strip.x(exchange.date.earliest), strip.x(min(exchange.until, date(strip.year, 12, 31)))
    if not exchange.date.exact:
        # The middle of a bracket over the month: one place had to be chosen, the bracket says that it was.
        return (first + end - BAR) / 2, BAR
    return first - BAR / 2, max(BAR, end - first)


def _bar(strip: _Strip, x: float, width: float, side: Side, up: bool) -> str:
    if side.at_least is None:
        y = strip.axis - UNKNOWN_HEIGHT if up else strip.axis
        return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{UNKNOWN_HEIGHT}" class="u"/>'
    height = max(side.at_least * strip.scale, 1.5)
    y = strip.axis - height if up else strip.axis
    style = "a" if up else "b"
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" class="{style}"/>'


def _labels(strip: _Strip, part: History) -> Iterator[str]:
    """Name the largest numbers of a year, where they do not run into each other."""
    rows = [e for e in part if e.date.year == strip.year]
    for index, up in ((0, True), (1, False)):
        taken: list[float] = []
        for e in sorted(rows, key=lambda e: -(e.sides[index].at_least or 0)):
            number, x = e.sides[index].at_least, _place(strip, e)[0] + _place(strip, e)[1] / 2
            if number is None or len(taken) >= 9 or any(abs(x - t) < 23 for t in taken):
                continue
            taken.append(x)
            height = max(number * strip.scale, 1.5)
            y = strip.axis - height - 3 if up else strip.axis + height + 9.5
            label = str(number) if e.sides[index].total is not None else f"≥{number}"
            yield _text(x, y, label, "n", "middle")
