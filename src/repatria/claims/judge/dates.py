"""Judges when an exchange took place, and when it was agreed or announced."""

from collections.abc import Sequence

from repatria.claims.claim import Judgement
from repatria.claims.judge import cite
from repatria.claims.scene.scene import Scene
from repatria.claims.words.dates import Period
from repatria.history import Exchange
from repatria.history.words import day
from repatria.i18n import _


def judge_announced(period: Period, rows: Sequence[Exchange]) -> Judgement:
    """Judge the day on which an exchange was agreed or announced."""
    if not rows:
        return Judgement("unknown", _("The record holds no exchange that this could be said of."))
    known = [e.tags.announced for e in rows if e.tags.announced]
    known += [e.talks.date.earliest for e in rows if e.talks and e.talks.date and e.talks.date.exact]
    months = [e.talks.date for e in rows if e.talks and e.talks.date and not e.talks.date.exact]
    if any(period.first <= d <= period.last for d in known):
        return cite.judged("true", _("Agreed or announced on {day}.").format(day=known[0]), rows)
    if any(m.earliest <= period.last and period.first <= m.latest for m in months):
        return cite.judged("true", _("Agreed in {month}.").format(month=months[0]), rows)
    if known or months:
        real = known[0] if known else months[0]
        return cite.judged("false", _("The record has it agreed or announced on {day}.").format(day=real), rows)
    return cite.judged("unknown", _("The record does not say when it was agreed or announced."), rows)


def _agrees(period: Period, exchange: Exchange) -> bool:
    """Is a day or month within the exchange, and a stretch of days its first to last day?"""
    month = str(period).count("-") == 1
    if period.exact or month:
        return exchange.date.earliest <= period.last and exchange.until >= period.first
    return period.first == exchange.date.earliest and period.last == exchange.until


def _spans(period: Period, rows: Sequence[Exchange]) -> bool:
    """ "From 23 to 25 May": the first and the last of several exchanges that are told as one."""
    return len(rows) > 1 and (period.first, period.last) == (rows[0].date.earliest, rows[-1].until)


def judge_day(
    periods: Sequence[Period], rows: Sequence[Exchange], scene: Scene, named: Sequence[Period] = ()
) -> Judgement:
    """Judge the day of an exchange; `named` are the days told by day and month."""
    wrong = [p for p in named if not any(_agrees(p, e) for e in rows) and not _spans(p, rows)]
    if rows and wrong:
        days = ", ".join(day(e) for e in rows)
        text = _("The record has {days}, not {day}.").format(days=days, day=", ".join(map(str, wrong)))
        return cite.judged("false", text, rows)
    if rows:
        days = ", ".join(day(e) for e in rows)
        return cite.judged("true", _("An exchange took place on {days}.").format(days=days), rows)
    if not periods or not scene.main:
        return Judgement("unknown", _("The record holds no exchange that this could be said of."))
    if any(e.date.latest >= p.first and e.date.earliest <= p.last for p in periods for e in scene.main):
        return cite.judged("true", _("The day agrees with the record as far as it goes."), scene.main)
    near = ", ".join(day(e) for e in scene.main)
    text = _("The record has no exchange on {day}; the nearest was on {near}.").format(
        day=", ".join(map(str, periods)), near=near
    )
    return cite.judged("false", text, scene.main)
