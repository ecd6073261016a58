"""A picture of the history: one strip a year, people home to side a above the line, to side b below it.

The picture is plain SVG with a title and a description, so that it can be read aloud; every exchange carries
its own title. The two sides differ by place and by pattern, not by colour alone. Dates run from left to
right in every language. No attribute holds a style: a page under a strict policy takes the picture with
``style=False`` and serves :data:`CSS` itself.
"""

import calendar
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from repatria.history import table_words, words
from repatria.history.exchange import Exchange, Side
from repatria.history.history import History
from repatria.history.in_brief import in_brief
from repatria.i18n import RIGHT_TO_LEFT, _, current_language

WIDTH, NARROWEST = 1180, 360
LEFT, RIGHT = 76, 24
STRIP, HALF = 148, 54
BAR = 4.4
TALLEST = HALF - 2
UNKNOWN_HEIGHT = 15
PAUSE_WORTH_NAMING = 60

CSS = """
.tl text{font-family:system-ui,'Noto Sans','DejaVu Sans',sans-serif;fill:var(--tl-ink,#22303a);direction:ltr}
.tl .p{unicode-bidi:plaintext}.tl .paper{fill:var(--tl-paper,#fff)}
.tl .h{font-size:21px;font-weight:600}.tl .c{font-size:16px;font-weight:600}.tl .s{font-size:12px}
.tl .t{font-size:11px;fill:var(--tl-faint,#55636d)}.tl .y{font-size:15px;font-weight:600}.tl .n{font-size:10.5px}
.tl .axis{stroke:var(--tl-ink,#22303a);stroke-width:1}.tl .grid{stroke:var(--tl-line,#e3e7ea);stroke-width:1}
.tl .a{fill:var(--tl-a,#1f5f8b)}.tl .b{fill:url(#tl-stripe);stroke:var(--tl-b,#9a4a12);stroke-width:.9}
.tl .b-paper{fill:var(--tl-b-paper,#fbe6d6)}.tl .b-ink{fill:var(--tl-b-ink,#c05f1c)}
.tl .u{fill:var(--tl-paper,#fff);stroke:var(--tl-faint,#55636d);stroke-width:1.1;stroke-dasharray:2 1.6}
.tl .m,.tl .here{fill:none;stroke:var(--tl-ink,#22303a);stroke-width:1}.tl .here{stroke-width:1.8}
.tl .arrow{fill:var(--tl-ink,#22303a)}.tl .gap{fill:url(#tl-dots)}
.tl .dot-paper{fill:var(--tl-gap,#f4f5f6)}.tl .dot{fill:var(--tl-dot,#b9c2c8)}
.tl .pause{stroke:var(--tl-faint,#7a8790);stroke-width:1;fill:none}
"""
_PATTERNS = (
    '<pattern id="tl-stripe" width="3.4" height="3.4" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="3.4" height="3.4" class="b-paper"/>'
    '<rect width="1.6" height="3.4" class="b-ink"/></pattern>'
    '<pattern id="tl-dots" width="7" height="7" patternUnits="userSpaceOnUse">'
    '<rect width="7" height="7" class="dot-paper"/><circle cx="2" cy="2" r=".9" class="dot"/></pattern>'
)


@dataclass(frozen=True, slots=True)
class _Strip:
    """One year of one conflict, and where it lies on the sheet."""

    year: int
    top: float
    scale: float
    width: int = WIDTH
    highlight: str | None = None

    @property
    def right(self) -> int:
        return self.width - RIGHT

    @property
    def axis(self) -> float:
        return self.top + STRIP / 2

    def x(self, day: date) -> float:
        days = 366 if calendar.isleap(self.year) else 365
        passed = (day - date(self.year, 1, 1)).days
        return LEFT + (self.right - LEFT) * (passed + 0.5) / days

    def clip(self, first: date, last: date) -> tuple[float, float] | None:
        """The part of the stretch `first` to `last` that lies in this year, as x positions."""
        start, end = max(first, date(self.year, 1, 1)), min(last, date(self.year, 12, 31))
        return (self.x(start), self.x(end)) if start <= end else None


def timeline_svg(
    history: History,
    highlight: str | None = None,
    years: Collection[int] | None = None,
    width: int = WIDTH,
    style: bool = True,
) -> str:
    """Draw `history` as one SVG document, which can also stand inside a page.

    Args:
        highlight: id of an exchange to point out; only its conflict is drawn.
        years: only these years; all if None. With `highlight`, ``{e.date.year}`` gives one strip.
        width: in pixels of the picture's own grid, at least 360; a phone wants 420 or so.
        style: put :data:`CSS` into the picture. False for a page that serves it in its own stylesheet (and may set
            the variables ``--tl-ink``, ``--tl-paper``, ... for the dark).

    Raises:
        UnknownExchange: `highlight` is none of the history.
        ValueError: `width` is below 360.
    """
    if width < NARROWEST:
        raise ValueError("a timeline is at least 360 wide")
    if highlight:
        history = history.of(history.exchange(highlight).conflict)
    legend, below = _legend(62, width)
    body, height = [], below + 18
    for conflict in history.conflicts:
        part = history.of(conflict)
        shown = sorted({e.date.year for e in part if years is None or e.date.year in years})
        if not shown:
            continue
        lines, height = _heading(part, height, width)
        body += lines
        top = max((side.at_least or 0 for e in part for side in e.sides), default=0) or 1
        for year in shown:
            body += list(_strip(_Strip(year, height, TALLEST / top, width, highlight), part))
            height += STRIP
        height += 26
    return "\n".join(_sheet(history, [*legend, *body], height, width, style))


def _sheet(history: History, body: list[str], height: float, width: int, style: bool) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="tl" viewBox="0 0 {width} {height:.0f}" width="{width}" '
        f'height="{height:.0f}" role="img" aria-labelledby="tl-title tl-desc" lang="{current_language()}">'
    )
    title = _("Exchanges of captives, by day")
    yield f'<title id="tl-title">{escape(title)}</title>'
    yield f'<desc id="tl-desc">{escape(in_brief(history))}</desc>'
    yield f"<defs>{f'<style>{CSS}</style>' if style else ''}{_PATTERNS}</defs>"
    yield f'<rect width="{width}" height="{height:.0f}" class="paper"/>'
    yield _text(_margin(width), 34, title, "h")
    yield from body
    yield "</svg>"


def _margin(width: int) -> int:
    return LEFT if width > 700 else 16


def _text(x: float, y: float, text: str, style: str, anchor: str = "start") -> str:
    # A right-to-left sentence is set by its own rules, but the picture's left stays left.
    bidi = " p" if current_language() in RIGHT_TO_LEFT else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{style}{bidi}" text-anchor="{anchor}">{escape(text)}</text>'


def _legend(y: float, width: int) -> tuple[list[str], float]:
    """The marks and their meanings, in as many lines as the width asks for; and where the last line stands."""
    marks = (
        ('<rect x="{x}" y="{y}" width="8" height="13" class="a"/>', _("home to the side named first")),
        ('<rect x="{x}" y="{y}" width="8" height="13" class="b"/>', _("home to the other side")),
        ('<rect x="{x}" y="{y}" width="8" height="13" class="u"/>', _("number not published")),
        ('<path d="M{x} {foot}v-5h14v5" class="m"/>', _("day unknown, month only")),
        ('<rect x="{x}" y="{y}" width="16" height="13" class="gap"/>', _("record incomplete")),
    )
    drawn, x = list[str](), float(_margin(width))
    for mark, meaning in marks:
        room = 21 + 6.6 * len(meaning)
        if x > _margin(width) and x + room > width - RIGHT / 2:
            x, y = float(_margin(width)), y + 20
        drawn += [mark.format(x=x, y=y - 11, foot=y + 1), _text(x + 21, y, meaning, "s")]
        x += room + 27
    return drawn, y


def _heading(part: History, y: float, width: int) -> tuple[list[str], float]:
    """Name the conflict and its sides; give the lines and where the first strip begins."""
    first = part.exchanges[0]
    sides = _("above: home to {a}; below: home to {b}").format(
        a=words.party(first.a.name), b=words.party(first.b.name)
    )
    name, left = table_words.conflict(part.conflicts[0]), _margin(width)
    beside = left + 12 + 9.6 * len(name)
    if beside + 6.6 * len(sides) < width:
        return [_text(left, y + 12, name, "c"), _text(beside, y + 12, sides, "s")], y + 30
    return [_text(left, y + 12, name, "c"), _text(left, y + 30, sides, "s")], y + 46


def _strip(strip: _Strip, part: History) -> Iterator[str]:
    yield from _holes(strip, part)
    yield from _months(strip)
    yield _text(LEFT - 16, strip.axis + 5, str(strip.year), "y", "end")
    yield f'<path d="M{LEFT} {strip.axis}H{strip.right}" class="axis"/>'
    yield from _pauses(strip, part)
    for exchange in part:
        if exchange.date.year == strip.year:
            yield from _exchange(strip, exchange)
            if exchange.id == strip.highlight:
                yield _here(strip, exchange)
    yield from _labels(strip, part)


def _here(strip: _Strip, exchange: Exchange) -> str:
    """Point at one exchange from below its strip and frame it: form, not colour, says which it is."""
    x, width = _place(strip, exchange)
    middle, foot = x + width / 2, strip.axis + HALF + 3
    return (
        f'<path d="M{middle:.1f} {foot}l-6 10h12z" class="arrow"/>'
        f'<rect x="{x - 4:.1f}" y="{strip.axis - HALF - 3}" width="{width + 8:.1f}" height="{2 * HALF + 6}" '
        f'rx="3" class="here"/>'
    )


def _months(strip: _Strip) -> Iterator[str]:
    for month in range(1, 13):
        x = strip.x(date(strip.year, month, 1))
        yield f'<path d="M{x:.1f} {strip.axis - HALF}V{strip.axis + HALF}" class="grid"/>'
        if strip.width > 700 or month % 3 == 1:
            yield _text(x + 3, strip.axis + HALF + 14, f"{month:02}", "t")


def _holes(strip: _Strip, part: History) -> Iterator[str]:
    for gap in part.gaps:
        found = strip.clip(gap.first.earliest, gap.last.latest)
        if found:
            x, end = found
            yield (
                f'<rect x="{x:.1f}" y="{strip.axis - HALF}" width="{end - x:.1f}" height="{2 * HALF}" '
                f'class="gap"><title>{escape(table_words.missing(gap.missing))}</title></rect>'
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
        for e in sorted(rows, key=lambda e: (e.id != strip.highlight, -(e.sides[index].at_least or 0))):
            number, x = e.sides[index].at_least, _place(strip, e)[0] + _place(strip, e)[1] / 2
            if number is None or len(taken) >= strip.width // 130 or any(abs(x - t) < 23 for t in taken):
                continue
            taken.append(x)
            height = max(number * strip.scale, 1.5)
            y = strip.axis - height - 3 if up else strip.axis + height + 9.5
            label = str(number) if e.sides[index].total is not None else f"≥{number}"
            yield _text(x, y, label, "n", "middle")
