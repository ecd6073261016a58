"""Rows of one list that are one person: the same engine, a list against itself.

Pairs become groups by average linkage: two groups join when the mean probability over the pairs between them
is high enough, so that one doubtful link does not pull two persons together.
"""

import heapq
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from repatria.matching.blocks import agreeing, at_random, once
from repatria.matching.coding import CodedLists, Ids, code_lists
from repatria.matching.compare import NAME_FIELDS, Comparer, fields_of
from repatria.matching.correcting import corrected
from repatria.matching.memory import check, for_pairs
from repatria.matching.progress import Progress, Stage, silent
from repatria.matching.resolve import tempered
from repatria.matching.scoring import weighed
from repatria.matching.search import agreeing_rows
from repatria.matching.settings import BLOCK_PAIRS, RANDOM_PAIRS, Settings
from repatria.matching.table import Proposal, proposals, proposed
from repatria.matching.training import full_names, known_days
from repatria.matching.weights import Weights, learn, prior_bits, shipped

Pairs = tuple[Ids, Ids]
MOST_PAIRS_PER_ROW = 60
_PARTNERS_PER_ROW = 30
_ENOUGH = 0.3  # Mean probability at which two groups join: pairs of one group vouch for one another.
_UNSEEN = 0.1  # Taken for the probability of a pair that was no candidate.
_LEAST = 0.02


@dataclass(frozen=True, slots=True)
class Repeats:
    """Candidate pairs inside one list, and the groups of rows that are probably one person."""

    frame: pl.DataFrame
    comparer: Comparer
    weights: Weights
    rows: Pairs
    probability: NDArray[np.float64]
    group: Ids  # Per row; rows of one group are one person.
    settings: Settings

    def table(self, everything: bool = False, progress: Progress = silent) -> pl.DataFrame:
        """Give the pairs as :meth:`Reconciliation.table` does, each once, the lesser id first.

        A pair of one group is a match even where its own two rows say little: the others of the group vouch for it.
        """
        rows, probability = self._with_vouched()
        together = self.group[rows[0]] == self.group[rows[1]]
        shown = np.where(together, np.maximum(probability, self.settings.match), probability)
        shown = np.where(together, shown, np.minimum(shown, np.nextafter(self.settings.match, 0)))
        sides = (self.frame, self.frame)
        table = proposals(
            sides, self.comparer, self.weights, rows, shown, self.settings, everything,
            lambda done, total: progress(Stage.REASONS, done, total),
        )  # fmt: skip
        ordered = pl.col("left_id") <= pl.col("right_id")
        return table.with_columns(
            left_id=pl.when(ordered).then("left_id").otherwise("right_id"),
            right_id=pl.when(ordered).then("right_id").otherwise("left_id"),
        )

    def proposals(self) -> list[Proposal]:
        """Give the pairs of rows that are proposed as one person, with their reasons not yet in words.

        Pairs of one group come with at least the probability of a match: the others of the group vouch for them.
        """
        rows, probability = self._with_vouched()
        together = self.group[rows[0]] == self.group[rows[1]]
        shown = np.where(together, np.maximum(probability, self.settings.match), probability)
        return proposed(self.comparer, self.weights, rows, shown, self.settings.match)

    def _with_vouched(self) -> tuple[Pairs, NDArray[np.float64]]:
        """Add the pairs of one group that were no candidates themselves."""
        a, b = self.pairs()
        known = self.rows[0].astype(np.int64) << 32 | self.rows[1]
        new = ~np.isin(a.astype(np.int64) << 32 | b, known)
        rows = np.concatenate([self.rows[0], a[new]]), np.concatenate([self.rows[1], b[new]])
        return rows, np.concatenate([self.probability, np.full(int(new.sum()), self.settings.match)])

    def pairs(self) -> Pairs:
        """Give all pairs of rows (a < b) that stand in one group; at most MOST_PAIRS_PER_ROW a row."""
        groups = self.group.astype(np.int64)
        a, b = agreeing(groups, groups, most=MOST_PAIRS_PER_ROW * len(groups))
        return a[a < b], b[a < b]


def find_repeats(frame: pl.DataFrame, settings: Settings | None = None, progress: Progress = silent) -> Repeats:
    """Find the rows of `frame` (columns as for :func:`reconcile`) that are one person.

    Raises:
        TooLittleMemory: the list cannot be searched within `settings.memory`.
    """
    settings = settings or Settings()
    check(settings.memory, frame, frame.clear())
    progress(Stage.CODING, 0, 0)
    lists = code_lists(frame, frame.clear(), settings.threads).within("left")
    return _repeats(frame, lists, settings, progress)


def _repeats(frame: pl.DataFrame, lists: CodedLists, settings: Settings, progress: Progress) -> Repeats:
    comparer = Comparer.of(lists)
    progress(Stage.LEARNING, 0, 0)
    weights = _learnt(lists, comparer, settings)
    same, different = settings.decisions.places(frame["id"], frame["id"])
    rows = _candidates(lists, settings, progress, same)
    probability = _weighed(comparer, weights, rows, settings, progress)
    if len(same[0]) + len(different[0]):
        same, different = _once(*same), _once(*different)
        weights = corrected(comparer, weights, rows, probability, same, different)
        probability = _weighed(comparer, weights, rows, settings, progress)
        keys = rows[0].astype(np.int64) << 32 | rows[1]
        probability[np.isin(keys, same[0].astype(np.int64) << 32 | same[1])] = 1.0
        probability[np.isin(keys, different[0].astype(np.int64) << 32 | different[1])] = 0.0
    progress(Stage.DECIDING, 0, 0)
    group = _grouped(rows, probability, different, frame.height)
    return Repeats(frame, comparer, weights, rows, probability, group, settings)


def _candidates(lists: CodedLists, settings: Settings, progress: Progress, same: Pairs) -> Pairs:
    found = agreeing_rows(
        lists,
        settings.threads,
        lambda done, total: progress(Stage.CANDIDATES, done, total),
        most_per_row=_PARTNERS_PER_ROW,
        most_bytes=for_pairs(settings.memory),
    )
    return _once(np.concatenate([found[0], same[0]]), np.concatenate([found[1], same[1]]))


def _learnt(lists: CodedLists, comparer: Comparer, settings: Settings) -> Weights:
    days, names, height = known_days(lists.left), full_names(lists, lists.left), lists.left.height
    return learn(
        shipped(fields_of(lists)),
        comparer.compare(*_once(*at_random(height, height, RANDOM_PAIRS, settings.seed))),
        comparer.compare(*_once(*agreeing(days, days, BLOCK_PAIRS))),
        comparer.compare(*_once(*agreeing(names, names, BLOCK_PAIRS))),
        NAME_FIELDS,
    )


def _weighed(
    comparer: Comparer, weights: Weights, rows: Pairs, settings: Settings, progress: Progress
) -> NDArray[np.float64]:
    def reached(done: int, total: int) -> None:
        progress(Stage.COMPARING, done, total)

    score = weighed(comparer, weights, rows, settings.threads, reached).astype(np.float64)
    height = comparer.lists.left.height
    score += prior_bits(score, max(1.0, height**2 / 2), float(len(score))) + weights.shift
    odds = tempered(score, comparer.lists.tradition)
    return np.asarray(odds / (1 + odds))


def _once(a: Ids, b: Ids) -> Pairs:
    """Give each pair once, the smaller row first, no row with itself."""
    low, high = np.minimum(a, b).astype(np.int64), np.maximum(a, b)
    both = once((low << 32 | high)[low != high])
    return (both >> 32).astype(np.int32), (both & 0xFFFFFFFF).astype(np.int32)


def _grouped(rows: Pairs, probability: NDArray[np.float64], different: Pairs, height: int) -> Ids:
    """Join rows into groups, the surest pair first, while the mean link between two groups is strong enough.

    Two groups that hold two rows which people have told apart never join.
    """
    group = list(range(height))
    size = [1] * height
    links: list[dict[int, tuple[float, int]]] = [{} for _ in range(height)]
    queue: list[tuple[float, int, int]] = []
    for a, b, p in zip(rows[0].tolist(), rows[1].tolist(), probability.tolist(), strict=True):
        if p >= _LEAST:
            links[a][b] = links[b][a] = (p, 1)
            if p >= _ENOUGH:
                queue.append((-p, a, b))
    heapq.heapify(queue)
    apart: dict[int, set[int]] = {}
    for a, b in zip(different[0].tolist(), different[1].tolist(), strict=True):
        apart.setdefault(a, set()).add(b)
        apart.setdefault(b, set()).add(a)
    while queue:
        claimed, a, b = heapq.heappop(queue)
        if group[a] != a or group[b] != b or b not in links[a]:
            continue
        if apart and b in {_root(group, row) for row in apart.get(a, ())}:
            continue
        mean = _mean(links[a][b], size[a] * size[b])
        if mean < _ENOUGH:
            continue
        if mean != -claimed:
            heapq.heappush(queue, (-mean, a, b))
            continue
        _join(a, b, group, size, links, queue)
        if a in apart or b in apart:
            apart[_root(group, a)] = apart.pop(a, set()) | apart.pop(b, set())
    return np.array([_root(group, row) for row in range(height)], np.int32)


def _mean(link: tuple[float, int], pairs: int) -> float:
    total, seen = link
    return (total + (pairs - seen) * _UNSEEN) / pairs


def _join(
    a: int,
    b: int,
    group: list[int],
    size: list[int],
    links: list[dict[int, tuple[float, int]]],
    queue: list[tuple[float, int, int]],
) -> None:
    keep, gone = (a, b) if len(links[a]) >= len(links[b]) else (b, a)
    group[gone] = keep
    size[keep] += size[gone]
    del links[keep][gone], links[gone][keep]
    for other, (total, seen) in links[gone].items():
        del links[other][gone]
        before, count = links[keep].get(other, (0.0, 0))
        links[keep][other] = links[other][keep] = (before + total, count + seen)
    links[gone] = {}
    for other, link in links[keep].items():
        mean = _mean(link, size[keep] * size[other])
        if mean >= _ENOUGH:
            heapq.heappush(queue, (-mean, min(keep, other), max(keep, other)))


def _root(group: list[int], row: int) -> int:
    while group[row] != row:
        row = group[row]
    return row
