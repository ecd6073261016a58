"""Which exchanges a number of people is of: those of a day beside it, of the report, of several days summed."""

from collections.abc import Sequence

from repatria.claims.counts.item import Item
from repatria.claims.scene.scene import Scene
from repatria.claims.words.numbers import Duration
from repatria.claims.words.stretches import segment_of
from repatria.history import Exchange


def rows_of_item(item: Item, scene: Scene) -> tuple[Exchange, ...]:
    """The exchanges a number is of: those of the day beside it, or all days of the report where it sums them."""
    rows = scene.focus(item.sentence, item.at)
    if item.in_all and (several := _of_several_days(item, rows, scene)):
        return several
    beside = any(abs(at - item.at) <= 4 for at, _rows in scene.anchors(item.sentence))
    summing = any(item.sentence.tags[i] in "uT" for i in segment_of(item.sentence, item.at))
    of_main = len(scene.main) > 1 and bool(rows) and rows[0] in scene.main
    return scene.main if of_main and (item.in_all or (summing and not beside)) else rows


_SERIES = ("series", "stage", "сері", "сери", "етап", "этап", "مراحل", "المراحل", "السلسله")


def _of_several_days(item: Item, rows: Sequence[Exchange], scene: Scene) -> tuple[Exchange, ...]:
    """The rows of "in two days" or "over the whole series"."""
    if not rows or scene.history is None:
        return ()
    sums = [a.text for a in item.sentence.atoms if a.tag == "T"]
    if rows[-1].tags.series and any(word in text for text in sums for word in _SERIES):
        return scene.history.series(rows[-1].tags.series)
    near = segment_of(item.sentence, item.at)
    lengths = [a.value for a in item.sentence.atoms[near.start : item.at] if a.tag == "u"]
    days = next((d.amount for d in lengths if isinstance(d, Duration) and d.unit == "day"), 0)
    last = rows[-1].date.earliest
    found = tuple(e for e in scene.history if 0 <= (last - e.date.earliest).days < days)
    return found if len(found) > 1 else ()
