"""The checked report as a page: each claim marked in its place by colour *and* sign, the reason beside it.

The page stands alone: no script, nothing fetched. It reads on a phone and from right to left.
"""

import itertools
from collections.abc import Iterator, Sequence
from html import escape

from repatria.claims.claim import Claim
from repatria.claims.report import Report
from repatria.i18n import RIGHT_TO_LEFT, _, current_language

SIGNS = {"true": "✓", "false": "✗", "unknown": "?"}

_STYLE = """
:root{--true:#1c6b3a;--false:#a3241c;--unknown:#6b5300;--ink:#1d2730;--line:#d5dbe0}
*{box-sizing:border-box}body{margin:0;color:var(--ink);background:#fff;font:1.05rem/1.65 system-ui,'Noto Sans',
'Noto Sans Arabic',sans-serif}main{max-width:72rem;margin-inline:auto;padding:1.2rem}
h1{font-size:1.4rem;margin-block:0 .3rem}.facts{color:#4b5963;margin-block:0 1rem}
.sheet{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2rem}
.report{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}
mark{background:none;color:inherit;border-block-end:3px solid}
mark a{color:inherit;text-decoration:none;font-weight:700;font-size:.78em;
padding-inline-start:.25em;white-space:nowrap}
mark.true{border-color:var(--true);background:#e8f4ec}
mark.false{border-color:var(--false);border-block-end-style:double;border-block-end-width:5px;background:#fbe9e7}
mark.unknown{border-color:var(--unknown);border-block-end-style:dashed;background:#fdf6df}
ol{padding:0;margin:0;list-style:none}li{border:1px solid var(--line);border-inline-start:.4rem solid;
border-radius:.3rem;padding:.5rem .8rem;margin-block-end:.7rem;font-size:.93rem;line-height:1.5;
overflow-wrap:anywhere}
li.true{border-inline-start-color:var(--true)}li.false{border-inline-start-color:var(--false)}
li.unknown{border-inline-start-color:var(--unknown)}.verdict{font-weight:700}li.true .verdict{color:var(--true)}
li.false .verdict{color:var(--false)}li.unknown .verdict{color:var(--unknown)}
li p{margin:0}blockquote{margin:.2rem 0;padding:0;font-style:normal;color:#39454e}
h2{font-size:1.1rem;margin-block:1.4rem .5rem}
li:target{outline:3px solid #1f5f8b}
@media(max-width:48rem){.sheet{grid-template-columns:minmax(0,1fr)}main{padding:.8rem}}
"""


def page(report: Report, name: str) -> str:
    """Give the checked report as one HTML document."""
    return "\n".join(_page(report, name))


def _page(report: Report, name: str) -> Iterator[str]:
    language = current_language()
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    yield "<!doctype html>"
    yield f'<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    title, heading, claims = _("Checked report: {name}").format(name=name), _("Checked report"), _("Claims")
    yield f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
    yield f"<body><main><h1>{escape(heading)}</h1>"
    yield f'<p class="facts" dir="auto">{escape(_facts(report))}</p>'
    yield f'<div class="sheet"><div class="report" lang="{(report.languages or ("",))[0]}" dir="auto">'
    yield _marked(report) + "</div>"
    yield f'<div><ol aria-label="{escape(claims)}">'
    yield from (_reason(number, claim) for number, claim in enumerate(report.claims, 1))
    yield "</ol>"
    yield from _list(
        _("The report contradicts itself"), [_contradiction(c.between, c.why) for c in report.contradictions]
    )
    yield from _list(_("Cannot be checked"), [f"{u.text_span} ({u.why})" for u in report.cannot_be_checked])
    yield "</div></div></main></body></html>"


def _facts(report: Report) -> str:
    day = report.as_of.isoformat() if report.as_of else _("unknown")
    counts = {verdict: sum(c.verdict == verdict for c in report.claims) for verdict in SIGNS}
    facts = _("Day of the report: {day} ({how}). Claims: {true} true, {false} false, {unknown} unknown.").format(
        day=day, how=report.how_dated, **counts
    )
    return " ".join([facts, *report.notes])


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
    ending = "".join(
        f'<a href="#c{n}" id="t{n}" dir="ltr">{SIGNS[c.verdict]}{n}</a>' for n, c in inside if c.end == last
    )
    return f'<mark class="{worst}">{text}{ending}</mark>'


def _reason(number: int, claim: Claim) -> str:
    return (
        f'<li id="c{number}" class="{claim.verdict}"><a href="#t{number}">{number}</a> '
        f'<span class="verdict">{SIGNS[claim.verdict]} {escape(verdict_word(claim.verdict))}</span> '
        f"· {escape(type_word(claim.claim_type))}"
        f'<blockquote dir="auto">{escape(claim.text_span)}</blockquote>'
        f'<p dir="auto">{escape(claim.because)}</p></li>'
    )


def _contradiction(between: tuple[str, str], why: str) -> str:
    return _("“{one}” against “{other}”: {why}").format(one=between[0], other=between[1], why=why)


def _list(title: str, entries: Sequence[str]) -> Iterator[str]:
    if entries:
        yield f"<h2>{escape(title)}</h2><ul>"
        yield from (f'<li class="unknown" dir="auto">{escape(entry)}</li>' for entry in entries)
        yield "</ul>"
