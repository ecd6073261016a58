"""Which exchanges a number of people is of: those of a day beside it, of the report, of several days summed."""

from collections.abc import Sequence

from repatria.claims.counts.item import Item
from repatria.claims.scene.scene import Scene
from repatria.claims.words.stretches import segment_of
from repatria.history import Exchange


def rows_of_item(item: Item, scene: Scene) -> tuple[Exchange, ...]:
    """The exchanges a number is of: those of the day beside it, or all days of the report where it sums them."""
    rows = scene.focus(item.sentence, item.at)
    if series := of_whole_series(item, scene):
        return series
    several = _of_several_days(item, rows, scene) if item.in_all else ()
    if len(several) > 1:
        return several
    beside = any(abs(at - item.at) <= 4 for at, _rows in scene.anchors(item.sentence))
    summing = any(item.sentence.tags[i] in "uT" for i in segment_of(item.sentence, item.at))
    of_main = len(scene.main) > 1 and bool(rows) and rows[0] in scene.main
    return scene.main if of_main and (item.in_all or (summing and not beside)) else rows


def of_whole_series(item: Item, scene: Scene) -> tuple[Exchange, ...]:
    """The rows of the report's series, where the number is what somebody said of all of them together."""
    tags = {e.tags.series for e in scene.main}
    if len(tags) != 1 or None in tags or scene.history is None or item.number.n is None:
        return ()
    rows = scene.history.series(scene.main[0].tags.series or "")
    said = {(s.number, s.party) for e in rows for s in e.said("series_total")}
    told = any(n == item.number.n and party in ("", item.party) for n, party in said)
    return rows if told and len(rows) > 1 else ()


_SERIES = ("series", "stage", "сері", "сери", "етап", "этап", "مراحل", "المراحل", "السلسله")


def _of_several_days(item: Item, rows: Sequence[Exchange], scene: Scene) -> tuple[Exchange, ...]:
    """The rows of "in two days", "in five exchanges" or "over the whole series"."""
    if not rows or scene.history is None:
        return ()
    sums = [a.text for a in item.sentence.atoms if a.tag == "T"]
    if rows[-1].tags.series and any(word in text for text in sums for word in _SERIES):
        return scene.history.series(rows[-1].tags.series)
    return (
        item.span.rows(max(rows[-1], *scene.main[-1:], key=lambda e: e.date.earliest), scene) if item.span else ()
    )
