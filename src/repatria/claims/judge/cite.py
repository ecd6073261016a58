"""How a reason names the rows it rests on, and their sources."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from repatria.claims.claim import Judgement, Verdict
from repatria.history import Exchange
from repatria.i18n import _, isolate


def row(exchange: Exchange) -> str:
    """``ru-ua-2026-02-05``, kept readable inside right-to-left text."""
    return isolate(exchange.id)


def rows(exchanges: Sequence[Exchange]) -> str:
    """The rows and the sites their sources are on, in brackets."""
    sites = dict.fromkeys(_site(source) for e in exchanges for source in e.sources)
    return _("[rows {rows}; sources: {sites}]").format(
        rows=", ".join(row(e) for e in exchanges), sites=isolate(", ".join(list(sites)[:6]))
    )


def _site(source: str) -> str:
    return urlsplit(source).netloc.removeprefix("www.") or source


def judged(verdict: Verdict, because: str, exchanges: Iterable[Exchange]) -> Judgement:
    """A verdict whose reason ends with the rows and sources it rests on."""
    kept = tuple({e.id: e for e in exchanges}.values())
    return Judgement(verdict, f"{because} {rows(kept)}" if kept else because, kept)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict on a statement of several parts: one false part makes it false."""
    kept = list(verdicts)
    if "false" in kept:
        return "false"
    return "unknown" if "unknown" in kept or not kept else "true"
