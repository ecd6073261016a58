"""Which exchange a report is about: the last that it dates, the newest, or all days of one agreement."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from repatria.claims.scene.conflict import LATEST
from repatria.claims.scene.days import covers, looks_back
from repatria.claims.scene.numbers_told import is_fresh_news, numbers
from repatria.claims.words import dates
from repatria.claims.words.dates import Period, Said
from repatria.claims.words.tagging import Sentence
from repatria.history import Exchange, History

# A report speaks of an exchange of the last days; older ones it names by their date.
RECENT = timedelta(days=14)


def reported(sentences: Sequence[Sentence], as_of: date, history: History) -> tuple[Exchange, ...]:
    """The exchange that `sentences` report: several rows where it spans several days of one agreement.

    Args:
        as_of: the report's day.
        history: the history of the report's conflict up to that day.
    """
    days = list(_days(sentences, as_of))
    hits = [e for e in history if any(covers(e, day) for day in days)]
    newest = _newest(as_of, history)
    if not hits or is_fresh_news(newest, hits[-1], sentences, as_of):
        return newest
    last = hits[-1]
    if whole := _series_told_whole(last, sentences, history):
        return whole
    series = [e for e in hits if e.tags.series and e.tags.series == last.tags.series]
    if series:
        series += [e for e in history if _continues(e, last, as_of)]
    return tuple(series) if len(series) > 1 else tuple(e for e in history if e.date == last.date)


def _days(sentences: Sequence[Sentence], as_of: date) -> Iterator[Period]:
    """The days just before the report that it names, and does not look back from."""
    for sentence in sentences:
        for at, atom in enumerate(sentence.atoms):
            said = atom.value
            if (
                atom.tag == "d"
                and isinstance(said, Said)
                and said.anchor != "event"
                and not looks_back(sentence, at)
            ):
                period = dates.place(said, as_of)
                if period and period.exact and as_of - period.first <= RECENT:
                    yield period


def _newest(as_of: date, history: History) -> tuple[Exchange, ...]:
    recent = [e for e in history if as_of - e.date.earliest <= LATEST]
    return tuple(e for e in recent if e.date == recent[-1].date)


def _continues(exchange: Exchange, last: Exchange, as_of: date) -> bool:
    """Is this the next day of the same series, on the report's own day?"""
    days = (exchange.date.earliest - last.until).days
    return exchange.tags.series == last.tags.series and days == 1 and exchange.date.holds(as_of)


def _series_told_whole(last: Exchange, sentences: Sequence[Sentence], history: History) -> tuple[Exchange, ...]:
    """All rows of a series of days on end, where the report repeats the number of its agreement."""
    rows = history.series(last.tags.series) if last.tags.series else ()
    days_on_end = all((b.date.earliest - a.until).days <= 1 for a, b in pairwise(rows))
    agreed = {s.number for e in rows for s in e.said("series_formula")}
    return rows if days_on_end and agreed & numbers(sentences) else ()
