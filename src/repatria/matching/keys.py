"""Candidates of long lists: pairs that agree on one of several narrow keys, looked at cheaply, the best kept.

Each key is a number per row (or per reading); rows of equal keys are joined by sorting. A key is narrow enough
that its blocks grow with the lists, not with their square, and a block whose product is too large is left to the
narrower keys. The left list is worked through in slices, so memory is bounded by a slice and by what is kept.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from repatria.matching.blocks import Index, Keys, once
from repatria.matching.coding import FIELD_COLUMNS, CodedLists, Ids, Side
from repatria.names import ABSENT, Coded

Pairs = tuple[Ids, Ids]

_SLICE_ROWS = 50_000
_LARGEST_BLOCK = 50  # Rows one key may offer to a row: more namesakes with nothing else in common settle nothing.
PAIRS_PER_ROW = 12
_SHORTEST_MENDED, _LONGEST_MENDED = 4, 16  # Letters.
_WORTH_KEEPING = 5


@dataclass(frozen=True, slots=True)
class _Rows:
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

    def take(self, which: NDArray[np.intp]) -> "_Rows":
        plain = {name: getattr(self, name)[which] for name in self.__slots__ if name != "further"}
        return _Rows(**plain, further=tuple(ids[which] for ids in self.further))


def _rows(lists: CodedLists, side: Side, which: int, mended: Ids) -> _Rows:
    r = side.readings
    texts = {name: (text.left, text.right)[which][r.row] for name, text in lists.texts.items()}
    return _Rows(
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


def _mended(lists: CodedLists) -> Ids:
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


def _keys(r: _Rows) -> Iterator[Keys]:
    """Give one column of keys after another; the order is part of the contract between both sides."""
    day, year, captured = _day(r.birth), _known(r.birth // 10000), _day(r.captured)
    in_year = np.where(day > 0, day % 10000, ABSENT)
    unit = np.where(r.unit > 0, r.unit, ABSENT)
    yield from (_key(1 + at, day, other) for at, other in enumerate((r.given, r.letter, r.father, r.place)))
    mended = (r.given, r.father), (r.given, year), (r.father, year), (r.given, r.place), (r.given, captured)
    yield from (
        _key(10 + at, r.mended, *others) for at, others in enumerate((*mended, (r.given, unit), (r.given,)))
    )
    yield from (_key(20 + at, r.bones, r.given, other) for at, other in enumerate((year, r.father)))
    father = (in_year,), (captured,), (year, r.place)
    yield from (_key(30 + at, r.given, r.father, *others) for at, others in enumerate(father))
    others = (captured, unit), (r.place, year), (r.callsign,)
    yield from (_key(40 + at, r.given, *parts) for at, parts in enumerate(others))
    yield from (_key(50 + at, r.family, other) for at, other in enumerate((r.place, captured, unit, in_year)))
    yield _key(60, captured, unit, r.letter)
    for at, ids in enumerate(r.further):
        yield from (_key(100 + 4 * at + n, ids, other) for n, other in enumerate((day, r.mended, r.given, year)))


def agreeing_rows(
    lists: CodedLists,
    threads: int,
    reached: Callable[[int, int], None] | None = None,
    most_per_row: int = PAIRS_PER_ROW,
) -> Pairs:
    """Give the rows of the pairs worth comparing, in order, each pair once."""
    mended = _mended(lists)
    left, right = _rows(lists, lists.left, 0, mended), _rows(lists, lists.right, 1, mended)
    indexes = [Index.of(keys) for keys in _keys(right)]
    search = _Search(lists, left, right, indexes, most_per_row)
    starts = range(0, lists.left.height, _SLICE_ROWS)
    found = []
    with ThreadPoolExecutor(threads) as pool:
        for done, pairs in enumerate(pool.map(search.slice, starts), start=1):
            found.append(pairs)
            if reached:
                reached(done, len(starts))
    return tuple(np.concatenate(parts) for parts in zip(*found, strict=True))  # type: ignore[return-value]


class _Search:
    def __init__(
        self, lists: CodedLists, left: _Rows, right: _Rows, indexes: list[Index], most_per_row: int
    ) -> None:
        self.most_per_row = most_per_row
        self.lists, self.left, self.right, self.indexes = lists, left, right, indexes

    def slice(self, start: int) -> Pairs:
        """Find the candidates of the left rows from `start` to the end of their slice."""
        stop = min(self.lists.left.height, start + _SLICE_ROWS)
        readings = np.arange(self.lists.left.first_reading[start], self.lists.left.first_reading[stop])
        part = self.left.take(readings)
        pairs = [index.pairs(keys, _LARGEST_BLOCK) for keys, index in zip(_keys(part), self.indexes, strict=True)]
        width = np.int64(len(self.right.row))
        joined = once(np.concatenate([a.astype(np.int64) * width + b for a, b in pairs]))
        a, b = (joined // width).astype(np.int32), (joined % width).astype(np.int32)
        points = self._points(part, a, b)
        return self._best(part.row[a], self.right.row[b], points)

    def _points(self, part: _Rows, a: Ids, b: Ids) -> NDArray[np.int8]:
        right = self.right
        points = np.zeros(len(a), np.int8)
        for name, agrees, differs in (
            ("family", 4, 0),
            ("bones", 4, -2),
            ("given", 4, -2),
            ("father", 4, -2),
            ("place", 3, 0),
            ("capture_place", 1, 0),
            ("callsign", 5, 0),
        ):
            _judge(points, getattr(part, name)[a], getattr(right, name)[b], agrees, differs, ABSENT)
        _judge(points, part.unit[a], right.unit[b], 3, -1, 0)
        _judge(points, part.captured[a], right.captured[b], 4, 0, 0)
        for ours, theirs in zip(part.further, right.further, strict=True):
            _judge(points, ours[a], theirs[b], 2, 0, ABSENT)
        one, other = part.birth[a], right.birth[b]
        _judge(points, one // 10000, other // 10000, 3, -1, 0)
        _judge(points, one % 10000, other % 10000, 5, -1, 0)
        return points

    def _best(self, left: Ids, right: Ids, points: NDArray[np.int8]) -> Pairs:
        """Keep the best pairs of each left row, each pair of rows once."""
        kept = np.flatnonzero(points >= _WORTH_KEEPING)
        left, right, points = left[kept], right[kept], points[kept]
        # One number sorts by left row, then by points from the top, then by right row.
        ranked = once(left.astype(np.int64) << 38 | (127 - points).astype(np.int64) << 31 | right)
        left, right = (ranked >> 38).astype(np.int32), (ranked & 0x7FFFFFFF).astype(np.int32)
        first = _first_of_equals(left, right)
        left, right = left[first], right[first]
        rank = np.arange(len(left)) - np.searchsorted(left, left, "left")
        left, right = left[rank < self.most_per_row], right[rank < self.most_per_row]
        both = np.sort(left.astype(np.int64) << 32 | right)
        return (both >> 32).astype(np.int32), (both & 0xFFFFFFFF).astype(np.int32)


def _first_of_equals(left: Ids, right: Ids) -> NDArray[np.intp]:
    """Give the place of the best reading of each pair of rows; several readings may have met."""
    _, first = np.unique(left.astype(np.int64) << 32 | right, return_index=True)
    return np.sort(first)


def _judge(points: NDArray[np.int8], a: Ids, b: Ids, agrees: int, differs: int, missing: int) -> None:
    known = (a != missing) & (b != missing)
    points += np.where(known, np.where(a == b, np.int8(agrees), np.int8(differs)), np.int8(0))
