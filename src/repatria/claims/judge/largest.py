"""Is an exchange the largest since a day, the second largest, or one of the largest?"""

from collections.abc import Sequence

from repatria.claims import figures
from repatria.claims.claim import Judgement
from repatria.claims.judge import cite
from repatria.claims.judge import quantities as judge_quantities
from repatria.claims.scene.scene import Scene
from repatria.claims.words.dates import Period
from repatria.history import Exchange
from repatria.history.words import day
from repatria.i18n import _, ngettext


def largest(
    rows: Sequence[Exchange], scope: Period | None, one_of: bool, scene: Scene, still: bool = False
) -> Judgement:
    """Judge that one of `rows` was the largest of its time.

    Args:
        scope: the time within which it was so; None for the whole conflict.
        one_of: said of one of the largest.
        still: said to be the largest up to now, and not only when it took place.
    """
    if not rows or scene.history is None:
        return judge_quantities.no_row()
    if len(scene.main) > 1 and tuple(rows) == scene.main and scene.main[0].tags.series:
        return _whole_series(scope, one_of, scene)
    this = max(rows, key=lambda e: e.living or 0)
    found = scene.history.largest_since(this)
    if found.size is None:
        return _by_what_was_said(this, scene)
    rivals = _rivals(this, scope, scene, still)
    larger = [e for e in rivals if e.living is not None and e.living >= found.size]
    if one_of:
        return _one_of(this, found.size, larger, rivals)
    if larger:
        top = max(larger, key=lambda e: e.living or 0)
        text = _("{date} was as large or larger: {n} people against {size}.").format(
            date=day(top), n=top.living, size=found.size
        )
        return cite.judged("false", text, [top, this])
    return _largest_stands(this, found.size, rivals)


def nth_largest(nth: int, rows: Sequence[Exchange], scope: Period | None, scene: Scene) -> Judgement:
    """Judge "the second largest": how many before it were larger."""
    this = max(rows, key=lambda e: e.living or 0, default=None)
    if this is None or scene.history is None or not this.living:
        return judge_quantities.no_row()
    before = [e for e in scene.history if e.date.latest < this.date.earliest]
    within = [e for e in before if scope is None or e.date.earliest >= scope.first]
    larger = [e for e in within if (e.living or 0) > (this.living or 0)]
    text = _("{n} of {m} known exchanges were as large or larger.").format(n=len(larger), m=len(within))
    return cite.judged("true" if len(larger) == nth - 1 else "false", text, [*larger[-2:], this])


def larger_only(period: Period, rows: Sequence[Exchange], scene: Scene) -> Judgement:
    """Judge "only the exchange of May was larger": every larger one before lies in `period`."""
    this = max(rows, key=lambda e: e.living or 0, default=None)
    if this is None or scene.history is None or not this.living:
        return judge_quantities.no_row()
    before = [e for e in scene.history if e.date.latest < this.date.earliest]
    larger = [e for e in before if (e.living or 0) > this.living]
    inside = [e for e in larger if period.first <= e.date.earliest <= period.last]
    text = _("{n} of {m} known exchanges were as large or larger.").format(n=len(larger), m=len(before))
    return cite.judged("true" if larger and inside == larger else "false", text, [*larger[-2:], this])


def _rivals(this: Exchange, scope: Period | None, scene: Scene, still: bool = False) -> list[Exchange]:
    """The exchanges that `this` is compared with: those before it, or all others up to now."""
    others = [e for e in scene.history or () if e.id != this.id and (still or e.date.latest < this.date.earliest)]
    return [e for e in others if scope is None or (e.date.earliest >= scope.first and _within(e, scope))]


def _within(e: Exchange, scope: Period) -> bool:
    """A scope of one day is open to the end: "since 17 October"."""
    return scope.exact or e.date.earliest <= scope.last


def _whole_series(scope: Period | None, one_of: bool, scene: Scene) -> Judgement:
    """The days of one agreement told as one exchange: their sum against every earlier day."""
    assert scene.history is not None
    sizes = [e.living for e in scene.main]
    first, last = scene.main[0], scene.main[-1]
    if None in sizes:
        return cite.judged("unknown", _("A side's number is unknown, so its size is too."), scene.main)
    size = sum(n for n in sizes if n is not None)
    rivals = _rivals(first, scope, scene)
    larger = [e for e in rivals if e.living is not None and e.living >= size]
    if one_of:
        return _one_of(last, size, larger, rivals)
    if larger:
        top = max(larger, key=lambda e: e.living or 0)
        text = _("{date} was as large or larger: {n} people against {size}.").format(
            date=day(top), n=top.living, size=size
        )
        return cite.judged("false", text, [top, *scene.main])
    return _largest_stands(last, size, rivals)


def _by_what_was_said(this: Exchange, scene: Scene) -> Judgement:
    """No size by the sides' own accounts: compare what was agreed or said of both together."""
    assert scene.history is not None
    sizes = {e.id: max((f.number for f in figures.both_sides([e])), default=0) for e in scene.history}
    earlier = [e for e in scene.history if e.date.latest < this.date.earliest]
    top = max(earlier, key=lambda e: sizes[e.id], default=None)
    if top is not None and sizes[this.id] and sizes[top.id] >= sizes[this.id]:
        text = _("{date} was larger by what was agreed or said: {n} against {size}.").format(
            date=day(top), n=sizes[top.id], size=sizes[this.id]
        )
        return cite.judged("false", text, [top, this])
    if not earlier:
        return cite.judged("true", _("The record knows no exchange before this one."), [this])
    return cite.judged("unknown", _("A side's number is unknown, so its size is too."), [this])


def _largest_stands(this: Exchange, size: int, rivals: Sequence[Exchange]) -> Judgement:
    known = [e for e in rivals if e.living is not None]
    text = _("{size} people on both sides, more than every earlier one with known numbers.").format(size=size)
    if known:
        second = max(known, key=lambda e: e.living or 0)
        text += " " + _("The next was {date} with {n}.").format(date=day(second), n=second.living)
        known = [second]
    unknown = len([e for e in rivals if e.living is None])
    if unknown:
        text += " " + ngettext(
            "{n} exchange in between gave no size.", "{n} exchanges in between gave no size.", unknown
        ).format(n=unknown)
    return cite.judged("true", text, [*known, this])


def _one_of(this: Exchange, size: int, larger: Sequence[Exchange], rivals: Sequence[Exchange]) -> Judgement:
    """ "One of the largest" stands for the upper tenth; and not where the one just before was larger."""
    before = [e for e in rivals if e.living is not None][-1:]
    if before and before[0] in larger:
        text = _("The one before, {date}, was larger: {n} people against {size}.").format(
            date=day(before[0]), n=before[0].living, size=size
        )
        return cite.judged("false", text, [before[0], this])
    known = [e for e in rivals if e.living is not None]
    text = _("{n} of {m} known exchanges were as large or larger.").format(n=len(larger), m=len(known))
    verdict = "true" if len(larger) <= max(1, len(known) // 10) else "false"
    return cite.judged(verdict, text, [*larger[-2:], this])  # type: ignore[arg-type]
