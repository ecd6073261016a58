"""Judges numbers of exchanges within a stretch of days or a series, and how frequent exchanges are."""

from collections.abc import Sequence
from datetime import timedelta

from repatria.claims.claim import Judgement
from repatria.claims.judge import cite
from repatria.claims.scene.scene import Scene
from repatria.history import Exchange
from repatria.i18n import _


def in_days(n: int, days: int, rows: Sequence[Exchange], scene: Scene) -> Judgement:
    """Judge "the second exchange in two days": both ends of a stretch may be counted."""
    if not rows or scene.history is None:
        return Judgement("unknown", _("The record holds no exchange that this could be said of."))
    last = rows[-1].date.earliest
    counts = {
        len({e.date for e in scene.history if first < e.date.earliest <= last})
        for first in (last - timedelta(days=days), last - timedelta(days=days + 1))
    }
    text = _("The record has {n} exchanges in {days} days.").format(n=max(counts), days=days)
    return cite.judged("true" if n in counts else "false", text, [rows[-1]])


def stages(n: int, rows: Sequence[Exchange], scene: Scene) -> Judgement:
    """Judge "the last of nine stages": how long the series of `rows` is, and that it ended with them."""
    series = rows[-1].tags.series if rows else None
    if not series or scene.history is None:
        return cite.judged("unknown", _("It is not part of a series in the record."), rows)
    whole = scene.history.series(series)
    text = _("The series had {n} stages.").format(n=len(whole))
    right = n == len(whole) and whole[-1].id == rows[-1].id
    return cite.judged("true" if right else "false", text, [whole[-1]])


# So many handovers a year are rare, or frequent.
RARE, FREQUENT = 3, 6


def rate(rare: bool, scene: Scene) -> Judgement:
    """Judge "exchanges have been rare" by how many there were in the year before."""
    year = [e for e in scene.history or () if (scene.as_of - e.date.earliest).days <= 365]
    text = _("{n} handovers in the year before, by the record.").format(n=len(year))
    stands = len(year) < RARE if rare else len(year) >= FREQUENT
    return cite.judged("true" if stands else "false", text, scene.main)
