"""Judges "first since" and "the previous exchange was on" by the history."""

from collections.abc import Sequence

from repatria.claims.claim import Judgement
from repatria.claims.judge import cite
from repatria.claims.scene.scene import Scene
from repatria.claims.words.dates import Period
from repatria.claims.words.numbers import Duration
from repatria.history import Exchange
from repatria.history.words import day
from repatria.i18n import _, ngettext


def judge_since(period: Period, main: Sequence[Exchange], scene: Scene) -> Judgement:
    """Judge "first since D": none lies in between."""
    history = scene.history
    if not main or history is None:
        return _nothing()
    this = main[0]
    if period.first >= this.date.earliest:
        return cite.judged("unknown", _("That day does not lie before {date}.").format(date=day(this)), [this])
    between = [e for e in history if period.last < e.date.earliest and e.until < this.date.earliest]
    if between:
        last = between[-1]
        gap = (this.date.earliest - last.until).days
        text = ngettext(
            "The exchange of {date} lies between, {days} day before.",
            "The exchange of {date} lies between, {days} days before.",
            gap,
        ).format(date=day(last), days=gap)
        return cite.judged("false", text, [last, this])
    known = [e for e in history if e.date.earliest <= period.last and e.until >= period.first and e.id != this.id]
    if known:
        gap = (this.date.earliest - known[-1].until).days
        text = _("The one before was on {date}, {days} days before; none is known in between.").format(
            date=day(known[-1]), days=gap
        )
        return cite.judged("true", text + _holes(this, scene), [known[-1], this])
    found = history.first_since(this)
    if found.previous is None:
        return cite.judged("unknown", _("The record knows no exchange before this one."), [this])
    text = _("There was none on that date; the one before was on {date}.").format(date=day(found.previous))
    return cite.judged("false", text, [found.previous, this])


def judge_since_event(period: Period, main: Sequence[Exchange], scene: Scene) -> Judgement:
    """Judge "the first since the crash of 24 January": on that day there need have been no exchange."""
    history = scene.history
    if not main or history is None:
        return _nothing()
    between = [e for e in history if period.last < e.date.earliest and e.until < main[0].date.earliest]
    if between:
        return judge_since(period, main, scene)
    return cite.judged("true", _("The record has none in between.") + _holes(main[0], scene), [main[0]])


def _holes(this: Exchange, scene: Scene) -> str:
    assert scene.history is not None
    gaps = scene.history.first_since(this).gaps
    return "".join(" " + _("(record incomplete: {what})").format(what=gap.missing) for gap in gaps)


def _nothing() -> Judgement:
    return Judgement("unknown", _("The record holds no exchange that this could be said of."))


def judge_length(length: Duration, main: Sequence[Exchange], scene: Scene) -> Judgement:
    """Judge "in N months": the gap rounds to N; "almost N" lies in the half month below N."""
    if not main or scene.history is None:
        return _nothing()
    found = scene.history.first_since(main[0])
    if found.previous is None or found.days is None:
        return cite.judged("unknown", _("The record knows no exchange before this one."), main)
    days = found.days[0]
    text = _("The one before was on {date}, {days} days ({months} months) before.").format(
        date=day(found.previous), days=days, months=round(days / 30.44, 1)
    )
    verdict = "true" if _fits(length, days) else "false"
    return cite.judged(verdict, text + _holes(main[0], scene), [found.previous, main[0]])  # type: ignore[arg-type]


def _fits(length: Duration, days: int) -> bool:
    unit = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}[length.unit]
    gap = days / unit
    whole = length.amount + (length.months / 12 if length.unit == "year" else 0)
    if length.how == "nearly":
        return whole - 0.5 <= gap < whole
    if length.how == "over":
        return whole <= gap <= whole + 1
    if length.unit == "day" and length.how == "exact":
        return days == length.amount
    return whole - 0.5 <= gap < whole + 0.5
