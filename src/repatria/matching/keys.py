"""The keys of long lists: rows that agree on one of several narrow keys are worth a look.

Each key is a number per reading, made of what the reading and its row say. A key is narrow enough that its blocks
grow with the lists, not with their square.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
import polars as pl
from numpy.typing import NDArray

from repatria.matching.blocks import Keys
from repatria.matching.coding import FIELD_COLUMNS, CodedLists, Ids, Side
from repatria.names import ABSENT, Coded

_SHORTEST_MENDED, _LONGEST_MENDED = 4, 16  # Letters.


@dataclass(frozen=True, slots=True)
class Rows:
    """What the keys and the points of one side are made of, one entry a reading."""

    row: Ids
    family: Ids  # Numbers of codes, ABSENT where there is none; so are the next.
    bones: Ids
    mended: Ids  # The commonest code a slip away, so that most slips meet what was meant.
    given: Ids
    father: Ids
    letter: Ids
    birth: Ids
    captured: Ids
    unit: Ids
    place: Ids
    capture_place: Ids
    callsign: Ids
    further: tuple[Ids, ...]  # One for each further column that both lists have.

    def take(self, which: slice) -> "Rows":
        """Give some of the readings."""
        plain = {name: getattr(self, name)[which] for name in self.__slots__ if name != "further"}
        return Rows(**plain, further=tuple(ids[which] for ids in self.further))


def rows_of(lists: CodedLists, side: Side, which: int, mended: Ids) -> Rows:
    """Give what the keys of one side (0 left, 1 right) are made of."""
    r = side.readings
    texts = {name: (text.left, text.right)[which][r.row] for name, text in lists.texts.items()}
    return Rows(
        row=r.row,
        family=_looked_up(lists.families.code_number, r.family),
        bones=_looked_up(lists.families.bones, r.family),
        mended=_looked_up(mended, r.family),
        given=_looked_up(lists.names.term, r.given),
        father=_looked_up(lists.names.term, r.father),
        letter=_looked_up(_first_letters(lists.families), r.family),
        birth=side.birth[r.row],
        captured=side.captured[r.row],
        unit=side.unit_number[r.row] * 32 + side.unit_kind[r.row] * (side.unit_number[r.row] > 0),
        place=texts["place_of_birth"],
        capture_place=texts["capture_place"],
        callsign=texts["callsign"],
        further=tuple(ids for name, ids in texts.items() if name not in FIELD_COLUMNS),
    )


def _looked_up(table: Ids, numbers: Ids) -> Ids:
    return np.append(table, np.int32(ABSENT))[numbers]


def mended_codes(lists: CodedLists) -> Ids:
    """Give for each surname the commonest code that shares with it all letters but one; itself if it is that."""
    words = lists.families
    used = np.concatenate([lists.left.readings.family, lists.right.readings.family])
    frame = pl.DataFrame(
        {
            "code": pl.Series(words.codes.tolist(), dtype=pl.String),
            "number": words.code_number,
            "times": np.bincount(used[used != ABSENT], minlength=len(words.codes)),
        }
    )
    counted = frame.group_by("code", "number").agg(pl.col("times").sum()).sort("number")
    code = pl.col("code")
    shortened = pl.concat(
        [
            counted.filter(code.str.len_bytes() > max(at, _SHORTEST_MENDED)).select(
                "number", "times", short=(code.str.slice(0, at) + code.str.slice(at + 1)).hash(0)
            )
            for at in range(_LONGEST_MENDED)
        ]
        + [counted.select("number", "times", short=code.hash(0))]
    )
    commonest = pl.struct("number", "times").sort_by(["times", "number"], descending=[True, False]).first()
    best = shortened.group_by("short").agg(best=commonest)
    mended = (
        shortened.select("short", own="number")
        .join(best, on="short")
        .unnest("best")
        .group_by("own")
        .agg(pl.col("number").sort_by(["times", "number"], descending=[True, False]).first())
    )
    table = np.arange(int(words.code_number.max(initial=0)) + 1, dtype=np.int32)
    table[mended["own"].to_numpy()] = mended["number"].to_numpy()
    return table[words.code_number]


def _first_letters(words: Coded) -> Ids:
    return np.array([ord(code[0]) for code in words.codes], np.int32)


def _key(number: int, *parts: NDArray[np.integer]) -> Keys:
    """Mix the parts of a key into one number; ABSENT where any part is missing (ABSENT or 0 for dates)."""
    mixed = np.full(len(parts[0]), number + 1, np.uint64)
    missing = np.zeros(len(parts[0]), bool)
    for part in parts:
        missing |= part < 0
        mixed = (mixed ^ part.astype(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    keys = (mixed >> np.uint64(1)).astype(np.int64)
    keys[missing] = ABSENT
    return keys


def _known(date: Ids) -> Ids:
    return np.where(date > 0, date, ABSENT)


def _day(date: Ids) -> Ids:
    """Give full dates, the lesser of day and month first, so that exchanged ones agree.

    A first of January is left out: it stands for an unknown day.
    """
    month, day = date // 100 % 100, date % 100
    ordered = date // 10000 * 10000 + np.minimum(month, day) * 100 + np.maximum(month, day)
    return np.where((day > 0) & (date % 10000 != 101), ordered, ABSENT)


def kinds_of_keys(r: Rows) -> list[Callable[[], Keys]]:
    """Give one kind of key after another, to be made when wanted; the order is the same for both sides."""
    day, year, captured = _day(r.birth), _known(r.birth // 10000), _day(r.captured)
    in_year = np.where(day > 0, day % 10000, ABSENT)
    unit = np.where(r.unit > 0, r.unit, ABSENT)
    parts: list[tuple[int, tuple[Ids, ...]]] = []
    parts += [(1 + at, (day, other)) for at, other in enumerate((r.given, r.letter, r.father, r.place))]
    mended = (r.given, r.father), (r.given, year), (r.father, year), (r.given, r.place), (r.given, captured)
    parts += [(10 + at, (r.mended, *others)) for at, others in enumerate((*mended, (r.given, unit), (r.given,)))]
    parts += [(20 + at, (r.bones, r.given, other)) for at, other in enumerate((year, r.father))]
    father: tuple[tuple[Ids, ...], ...] = (in_year,), (captured,), (year, r.place)
    parts += [(30 + at, (r.given, r.father, *others)) for at, others in enumerate(father)]
    others: tuple[tuple[Ids, ...], ...] = (captured, unit), (r.place, year), (r.callsign,)
    parts += [(40 + at, (r.given, *more)) for at, more in enumerate(others)]
    parts += [(50 + at, (r.family, other)) for at, other in enumerate((r.place, captured, unit, in_year))]
    parts.append((60, (captured, unit, r.letter)))
    for at, ids in enumerate(r.further):
        parts += [(100 + 4 * at + n, (ids, other)) for n, other in enumerate((day, r.mended, r.given, year))]
    return [partial(_key, number, *columns) for number, columns in parts]
