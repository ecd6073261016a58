"""The checked report in HTML: each claim marked in its place by colour *and* sign, the reason beside it.

:func:`fragment` is for a page of somebody else: classes only, no style, no script, nothing fetched; the page serves
:data:`CSS` in its own stylesheet. :func:`page` stands alone. Both read on a phone and from right to left.
"""

import itertools
from collections.abc import Callable, Iterator, Sequence
from html import escape

from repatria.claims.claim import Claim
from repatria.claims.judge import cite
from repatria.claims.report import Report
from repatria.claims.style import CSS, PAGE_CSS
from repatria.history import Exchange
from repatria.history.context import source
from repatria.i18n import RIGHT_TO_LEFT, _, current_language, isolate

SIGNS = {"true": "✓", "false": "✗", "unknown": "?"}
RowAddress = Callable[[Exchange], str | None]
__all__ = ["CSS", "SIGNS", "fragment", "page", "type_word", "verdict_word"]


def page(report: Report, name: str) -> str:
    """Give the checked report as one HTML document that needs nothing else."""
    return "\n".join(_page(report, name))


def fragment(report: Report, row_address: RowAddress | None = None, heading: int = 2) -> str:
    """Give the checked report as a piece of a page: one ``<div class="checked">``.

    Args:
        report: what :func:`repatria.claims.check` gave.
        row_address: the address of an exchange's own page, or None where it has none.
        heading: level of the headings inside (2 to 6).
    """
    return "\n".join(_fragment(report, row_address or (lambda exchange: None), heading))


def _page(report: Report, name: str) -> Iterator[str]:
    language = current_language()
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    yield "<!doctype html>"
    yield f'<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="referrer" content="no-referrer">'
    title, heading = _("Checked report: {name}").format(name=name), _("Checked report")
    yield f"<title>{escape(title)}</title><style>{PAGE_CSS}{CSS}</style></head>"
    yield f"<body><main><h1>{escape(heading)}</h1>"
    yield fragment(report)
    yield "</main></body></html>"


def _fragment(report: Report, address: RowAddress, heading: int) -> Iterator[str]:
    yield '<div class="checked">'
    yield f'<p class="facts" dir="auto">{escape(_facts(report))}</p>'
    yield from _tally(report)
    # On one line: white space inside is kept as it stands in the report.
    yield f'<div class="sheet"><div class="report"{_language_of(report)}>{_marked(report)}</div>'
    claims, nothing = _("Claims"), _("No claim about an exchange of captives was found.")
    yield f'<div class="reasons"><ol class="claims" aria-label="{escape(claims)}">'
    yield from (_reason(number, claim, address) for number, claim in enumerate(report.claims, 1))
    yield "</ol>"
    if not report.claims:
        yield f'<p class="none">{escape(nothing)}</p>'
    against = [_contradiction(c.between, c.why) for c in report.contradictions]
    yield from _list(_("The report contradicts itself"), against, heading)
    quoted = [f"“{q.text_span}” — {q.because}" for q in report.quotations]
    yield from _list(_("Quotations beside what is stored"), quoted, heading)
    yield from _list(
        _("Cannot be checked"), [f"{u.text_span} ({u.why})" for u in report.cannot_be_checked], heading
    )
    yield "</div></div></div>"


def _language_of(report: Report) -> str:
    language = f' lang="{report.languages[0]}"' if report.languages else ""
    return language + ' dir="auto"'


def _facts(report: Report) -> str:
    day = report.as_of.isoformat() if report.as_of else _("unknown")
    facts = _("Day of the report: {day} ({how}).").format(day=isolate(day), how=report.how_dated)
    return " ".join([facts, *report.notes])


def _tally(report: Report) -> Iterator[str]:
    """How many claims stand how, as a legend of the signs at the same time."""
    yield '<ul class="tally">'
    for verdict, sign in SIGNS.items():
        count = sum(c.verdict == verdict for c in report.claims)
        said = f"{escape(verdict_word(verdict))}: {count}"
        yield f'<li class="{verdict}"><span class="sign">{sign}</span> {said}</li>'
    yield "</ul>"


def verdict_word(verdict: str) -> str:
    """The verdict for people."""
    return {"true": _("agrees with the record"), "false": _("contradicts the record")}.get(
        verdict, _("not known to the record")
    )


def type_word(claim_type: str) -> str:
    """The type of a claim for people."""
    return {
        "total": _("number in all"),
        "per_side": _("number by side"),
        "date_announced": _("day of agreement"),
        "date_of_exchange": _("day of exchange"),
        "mediator": _("mediator"),
        "place": _("place"),
        "first_since": _("first since"),
        "largest_since": _("largest since"),
        "ordinal": _("number in a count"),
        "ordinal_or_rate": _("how often"),
        "months_of_war": _("age of the war"),
        "still_in_captivity": _("still held"),
        "breakdown": _("who they were"),
        "attribution": _("who said it"),
    }[claim_type]


def _marked(report: Report) -> str:
    """The text with every claim marked; claims may overlap, so marks are cut at each other's edges."""
    edges = sorted({0, len(report.text), *(e for c in report.claims for e in (c.start, c.end))})
    pieces = []
    for first, last in itertools.pairwise(edges):
        inside = [(n, c) for n, c in enumerate(report.claims, 1) if c.start <= first and last <= c.end]
        pieces.append(_piece(escape(report.text[first:last]), inside, last))
    return "".join(pieces)


def _piece(text: str, inside: Sequence[tuple[int, Claim]], last: int) -> str:
    if not inside:
        return text
    worst = next((v for v in ("false", "unknown", "true") if any(c.verdict == v for _n, c in inside)), "true")
    ending = "".join(_sign(n, c) for n, c in inside if c.end == last)
    return f'<mark class="{worst}">{text}{ending}</mark>'


def _sign(number: int, claim: Claim) -> str:
    said = escape(_("claim {n}: {verdict}").format(n=number, verdict=verdict_word(claim.verdict)))
    return (
        f'<a class="{claim.verdict}" href="#c{number}" id="t{number}" dir="ltr" aria-label="{said}">'
        f"{SIGNS[claim.verdict]}{number}</a>"
    )


def _reason(number: int, claim: Claim, address: RowAddress) -> str:
    because = claim.because.removesuffix(cite.rows(claim.exchanges)).strip() if claim.exchanges else claim.because
    return (
        f'<li id="c{number}" class="{claim.verdict}"><p class="head"><a href="#t{number}" dir="ltr">{number}</a> '
        f'<span class="verdict">{SIGNS[claim.verdict]} {escape(verdict_word(claim.verdict))}</span> '
        f'<span class="type">{escape(type_word(claim.claim_type))}</span></p>'
        f'<blockquote dir="auto">{escape(claim.text_span)}</blockquote>'
        f'<p class="why" dir="auto">{escape(because)}</p>{_rows(claim, address)}</li>'
    )


def _rows(claim: Claim, address: RowAddress) -> str:
    """The rows the verdict rests on, and where they were read."""
    if not claim.exchanges:
        return ""
    rows = [_link(e.id, address(e)) for e in claim.exchanges]
    read = {text: source(text) for e in claim.exchanges for text in e.sources}
    sources = [_link(s.host, s.link, "noopener noreferrer nofollow") for s in list(read.values())[:6]]
    said = _("[rows {rows}; sources: {sites}]").format(rows="\0", sites="\1").strip("[]")
    return (
        f'<p class="rows">{escape(said).replace(chr(0), ", ".join(rows)).replace(chr(1), ", ".join(sources))}</p>'
    )


def _link(text: str, to: str | None, rel: str = "") -> str:
    shown = f'<bdi dir="ltr">{escape(text)}</bdi>'
    relation = f' rel="{rel}"' if rel else ""
    return f'<a href="{escape(to)}"{relation}>{shown}</a>' if to else shown


def _contradiction(between: tuple[str, str], why: str) -> str:
    return _("“{one}” against “{other}”: {why}").format(one=between[0], other=between[1], why=why)


def _list(title: str, entries: Sequence[str], heading: int) -> Iterator[str]:
    if entries:
        yield f'<h{heading}>{escape(title)}</h{heading}><ul class="more">'
        yield from (f'<li dir="auto">{escape(entry)}</li>' for entry in entries)
        yield "</ul>"
