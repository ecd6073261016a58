"""Pairs of rows become levels: for each field a small integer that says how the two rows compare there.

A `Findings` holds them as a matrix (pairs x fields, int8; 0 always means "one side says nothing"), beside
the term frequency of what agrees: a shared Shevchenko says little, a rare surname much.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cpdist

from repatria.matching import dates
from repatria.matching.coding import CodedLists, Ids, Side, Texts
from repatria.names import ABSENT, FamilyLevel, NameLevel, family_levels, name_levels


class PlaceLevel(IntEnum):
    """How two places (or call signs, or further texts) compare."""

    MISSING = 0
    SAME = 1
    ALIKE = 2
    REGION = 3  # One side names a region only.
    DIFFERENT = 4


class UnitLevel(IntEnum):
    """How two units compare."""

    MISSING = 0
    SAME = 1
    SAME_NUMBER = 2  # Of another kind.
    SAME_KIND = 3
    DIFFERENT = 4


class RankLevel(IntEnum):
    """How two ranks compare."""

    MISSING = 0
    SAME = 1
    ONE_STEP = 2
    DIFFERENT = 3


class CaptureLevel(IntEnum):
    """How two dates of capture compare."""

    MISSING = 0
    SAME = 1
    DAYS = 2  # Up to three days apart: lists say when a man was last heard of, or first seen.
    WEEK = 3
    FORTNIGHT = 4
    SLIP = 5  # A digit, or day and month exchanged.
    SAME_MONTH = 6  # Or only the month known.
    DIFFERENT = 7


_LEVELS: dict[str, type[IntEnum]] = {
    "family": FamilyLevel,
    "given": NameLevel,
    "father": NameLevel,
    "grandfather": NameLevel,
    "birth": dates.DateLevel,
    "place_of_birth": PlaceLevel,
    "unit": UnitLevel,
    "rank": RankLevel,
    "capture_date": CaptureLevel,
    "capture_place": PlaceLevel,
    "callsign": PlaceLevel,
}
NAME_FIELDS = ("family", "given", "father", "grandfather")


def fields_of(lists: CodedLists) -> dict[str, type[IntEnum]]:
    """Name the fields of a comparison, in the order of the columns of `Findings.levels`."""
    return _LEVELS | {name: PlaceLevel for name in lists.texts if name not in _LEVELS}


@dataclass(frozen=True, slots=True)
class Findings:
    """What comparing pairs found; the readings are those that fit best."""

    left: Ids
    right: Ids
    left_reading: Ids
    right_reading: Ids
    levels: NDArray[np.int8]  # (pairs, fields)
    frequency: NDArray[np.float32]  # (pairs, fields): share of rows with the agreeing term; 1 where none agrees.

    def __len__(self) -> int:
        """Give the number of pairs."""
        return len(self.left)

    def take(self, kept: NDArray[np.intp] | NDArray[np.bool_]) -> "Findings":
        """Give the findings of some pairs."""
        return Findings(
            self.left[kept],
            self.right[kept],
            self.left_reading[kept],
            self.right_reading[kept],
            self.levels[kept],
            self.frequency[kept],
        )


# Rough worth of a level of the name in bits, only to choose between readings of one pair and to search candidates.
FAMILY_WORTH = np.array([0, 9, 4, 6, 3, 1, -5], np.float32)
NAME_WORTH = np.array([0, 4, 3, 2, 0, -3, -6], np.float32)


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares rows of two coded lists; term frequencies are counted once over both."""

    lists: CodedLists
    family_share: NDArray[np.float32]
    name_share: dict[str, NDArray[np.float32]]  # By part of the name: given, father, grandfather.
    text_share: dict[str, NDArray[np.float32]]
    unit_share: dict[int, float]
    workers: int = 1

    @classmethod
    def of(cls, lists: CodedLists, workers: int = 1) -> "Comparer":
        """Count how common each term is."""
        both = (lists.left.readings, lists.right.readings)
        family_terms = lists.families.code_number
        return cls(
            lists,
            _shares(family_terms, np.concatenate([r.family for r in both])),
            {
                part: _shares(lists.names.term, np.concatenate([getattr(r, part) for r in both]))
                for part in NAME_FIELDS[1:]
            },
            {name: _text_share(texts) for name, texts in lists.texts.items()},
            _unit_shares(lists.left, lists.right),
            workers,
        )

    def compare(self, left: Ids, right: Ids) -> Findings:
        """Compare row `left[i]` of the left list with row `right[i]` of the right list, for every i."""
        left_reading, right_reading, names, name_shares = self._names(left, right)
        columns, shares = self._fields(left, right)
        return Findings(
            left,
            right,
            left_reading,
            right_reading,
            np.column_stack([*names, *columns]).astype(np.int8, copy=False),
            np.column_stack([*name_shares, *shares]).astype(np.float32, copy=False),
        )

    def _names(self, left: Ids, right: Ids) -> tuple[Ids, Ids, list[NDArray[np.int8]], list[NDArray[np.float32]]]:
        pair, a, b = _every_reading(self.lists.left, self.lists.right, left, right)
        levels, shares = self._name_levels(a, b)
        worth = FAMILY_WORTH[levels[0]] + sum(NAME_WORTH[level] for level in levels[1:])
        best = _best_of(pair, worth, len(left))
        return a[best], b[best], [level[best] for level in levels], [share[best] for share in shares]

    def _name_levels(self, a: Ids, b: Ids) -> tuple[list[NDArray[np.int8]], list[NDArray[np.float32]]]:
        one, other = self.lists.left.readings, self.lists.right.readings
        families, names, workers = self.lists.families, self.lists.names, self.workers
        levels = [family_levels(families, one.family[a], other.family[b], workers)]
        shares = [_common(self.family_share, families.code_number, one.family[a], other.family[b], levels[0] == 1)]
        for part in NAME_FIELDS[1:]:
            x, y = getattr(one, part)[a], getattr(other, part)[b]
            level = name_levels(names, x, y, workers)
            levels.append(level)
            shares.append(_common(self.name_share[part], names.term, x, y, level == 1))
        return levels, shares

    def _fields(self, left: Ids, right: Ids) -> tuple[list[NDArray[np.int8]], list[NDArray[np.float32]]]:
        one, other, texts = self.lists.left, self.lists.right, self.lists.texts
        no_share = np.ones(len(left), np.float32)
        unit = _unit_levels(one, other, left, right)
        columns = {
            "birth": (dates.levels(one.birth[left], other.birth[right]), no_share),
            "unit": (unit, self._unit_share(left, unit)),
            "rank": (_rank_levels(one.rank[left], other.rank[right]), no_share),
            "capture_date": (_capture_levels(one.captured[left], other.captured[right]), no_share),
        }
        for name, text in texts.items():
            a, b = text.left[left], text.right[right]
            level = self._text_levels(text, a, b, name)
            columns[name] = (level, np.where(level == 1, self.text_share[name][a], 1).astype(np.float32))
        ordered = [columns[name] for name in fields_of(self.lists) if name not in NAME_FIELDS]
        return [level for level, _ in ordered], [share for _, share in ordered]

    def _unit_share(self, left: Ids, level: NDArray[np.int8]) -> NDArray[np.float32]:
        numbers, where = np.unique(self.lists.left.unit_number[left], return_inverse=True)
        shares = np.array([self.unit_share.get(int(n), 1.0) for n in numbers], np.float32)
        return np.where(level == UnitLevel.SAME, shares[where], 1).astype(np.float32)

    def _text_levels(self, text: Texts, a: Ids, b: Ids, name: str) -> NDArray[np.int8]:
        different = np.flatnonzero((a != b) & (a != ABSENT) & (b != ABSENT))
        result = np.where((a == b) & (a != ABSENT), PlaceLevel.SAME, PlaceLevel.MISSING).astype(np.int8)
        key = np.minimum(a, b)[different].astype(np.int64) << 32 | np.maximum(a, b)[different]
        pairs, where = np.unique(key, return_inverse=True)
        x, y = (pairs >> 32).astype(np.int32), (pairs & 0xFFFFFFFF).astype(np.int32)
        found = _alike(text.codes, x, y, self.workers)
        if name == "place_of_birth" and len(self.lists.region):
            region = self.lists.region
            found[(region[x] != region[y])] = PlaceLevel.REGION
        result[different] = found[where]
        return result


def _alike(codes: "NDArray[np.object_]", x: Ids, y: Ids, workers: int) -> NDArray[np.int8]:
    left, right = codes[x].tolist(), codes[y].tolist()
    slips = cpdist(left, right, scorer=OSA.distance, score_cutoff=2, dtype=np.uint8, workers=workers)
    likeness = cpdist(
        left, right, scorer=JaroWinkler.similarity, score_cutoff=0.8, dtype=np.float32, workers=workers
    )
    shorter = np.array([min(len(a), len(b)) for a, b in zip(left, right, strict=True)], np.int32)
    alike = (likeness >= 0.88) | ((slips <= 1) & (shorter >= 4)) | ((slips <= 2) & (shorter >= 6))
    return np.where(alike, PlaceLevel.ALIKE, PlaceLevel.DIFFERENT).astype(np.int8)


def _unit_levels(one: Side, other: Side, left: Ids, right: Ids) -> NDArray[np.int8]:
    n, m = one.unit_number[left], other.unit_number[right]
    k, h = one.unit_kind[left], other.unit_kind[right]
    kinds_fit = (k == h) | (k == 0) | (h == 0)
    result = np.where(kinds_fit, UnitLevel.SAME_KIND, UnitLevel.DIFFERENT)
    result = np.where(n == m, np.where(kinds_fit, UnitLevel.SAME, UnitLevel.SAME_NUMBER), result)
    return np.where((n == 0) | (m == 0), UnitLevel.MISSING, result).astype(np.int8)


def _rank_levels(a: Ids, b: Ids) -> NDArray[np.int8]:
    steps = np.abs(a - b)
    result = np.where(steps == 0, RankLevel.SAME, np.where(steps == 1, RankLevel.ONE_STEP, RankLevel.DIFFERENT))
    return np.where((a == 0) | (b == 0), RankLevel.MISSING, result).astype(np.int8)


def _capture_levels(a: Ids, b: Ids) -> NDArray[np.int8]:
    level = dates.levels(a, b)
    apart = np.abs(dates.day_number(a) - dates.day_number(b))
    full = (a % 100 > 0) & (b % 100 > 0)
    rules = [
        (level == dates.DateLevel.MISSING, CaptureLevel.MISSING),
        (full & (apart == 0), CaptureLevel.SAME),
        (full & (apart <= 3), CaptureLevel.DAYS),
        (full & (apart <= 7), CaptureLevel.WEEK),
        (full & (apart <= 14), CaptureLevel.FORTNIGHT),
        ((level >= dates.DateLevel.SWAPPED) & (level <= dates.DateLevel.YEAR_OFF), CaptureLevel.SLIP),
        (a // 100 == b // 100, CaptureLevel.SAME_MONTH),
    ]
    return np.select([rule for rule, _ in rules], [found for _, found in rules], CaptureLevel.DIFFERENT).astype(
        np.int8
    )


def _every_reading(one: Side, other: Side, left: Ids, right: Ids) -> tuple[Ids, Ids, Ids]:
    """Give (pair, reading of the left row, reading of the right row) for every combination of readings."""
    a0, b0 = one.first_reading[left], other.first_reading[right]
    na, nb = one.first_reading[left + 1] - a0, other.first_reading[right + 1] - b0
    counts = na * nb
    pair = np.repeat(np.arange(len(left), dtype=np.int32), counts)
    within = np.arange(len(pair), dtype=np.int32) - np.repeat(np.cumsum(counts) - counts, counts).astype(np.int32)
    return pair, a0[pair] + within // nb[pair], b0[pair] + within % nb[pair]


def _best_of(pair: Ids, worth: NDArray[np.float32], pairs: int) -> NDArray[np.intp]:
    """Give for each pair the place of its best reading (the first of equals)."""
    if len(pair) == pairs:
        return np.arange(pairs)
    order = np.lexsort((-worth, pair))
    first = np.searchsorted(pair[order], np.arange(pairs))
    return order[first]


def _shares(terms: Ids, used: Ids) -> NDArray[np.float32]:
    """Give for each term the share of rows that have it."""
    counts = np.bincount(terms[used[used != ABSENT]], minlength=int(terms.max(initial=0)) + 1)
    return np.asarray(counts / max(1, counts.sum()), np.float32)


def _common(
    shares: NDArray[np.float32], terms: Ids, a: Ids, b: Ids, same: NDArray[np.bool_]
) -> NDArray[np.float32]:
    """Give how common the agreeing term is; of two terms the rarer stands for both."""
    result = np.ones(len(a), np.float32)
    x, y = shares[terms[a[same]]], shares[terms[b[same]]]
    result[same] = np.maximum(x, y)
    return np.maximum(result, np.float32(1e-7), dtype=np.float32)


def _text_share(texts: Texts) -> NDArray[np.float32]:
    used = np.concatenate([texts.left, texts.right])
    counts = np.bincount(used[used != ABSENT], minlength=len(texts.codes) + 1)
    return np.asarray(counts / max(1, counts.sum()), np.float32)


def _unit_shares(left: Side, right: Side) -> dict[int, float]:
    numbers = np.concatenate([left.unit_number, right.unit_number])
    found, counts = np.unique(numbers[numbers > 0], return_counts=True)
    return dict(zip(found.tolist(), (counts / max(1, counts.sum())).tolist(), strict=True))
