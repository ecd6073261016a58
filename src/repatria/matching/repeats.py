"""Rows of one list that are one person: the same engine, a list against itself.

Pairs become groups by average linkage: two groups join when the mean probability over the pairs between them
is high enough, so that one doubtful link does not pull two persons together.
"""

import heapq
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from repatria.matching.because import reasons
from repatria.matching.blocks import agreeing, at_random, once
from repatria.matching.coding import CodedLists, Ids, code_lists
from repatria.matching.compare import NAME_FIELDS, Comparer, Findings, fields_of
from repatria.matching.engine import Proposal
from repatria.matching.keys import agreeing_rows
from repatria.matching.resolve import calibrated
from repatria.matching.settings import BLOCK_PAIRS, RANDOM_PAIRS, Settings
from repatria.matching.table import proposals
from repatria.matching.training import full_names, known_days
from repatria.matching.weights import Weights, learn, prior_bits, shipped

MOST_PAIRS_PER_ROW = 60
_PARTNERS_PER_ROW = 30
_ENOUGH = 0.3  # Mean probability at which two groups join: pairs of one group vouch for one another.
_UNSEEN = 0.1  # Taken for the probability of a pair that was no candidate.
_LEAST = 0.02


@dataclass(frozen=True, slots=True)
class Repeats:
    """Candidate pairs inside one list, and the groups of rows that are probably one person."""

    frame: pl.DataFrame
    lists: CodedLists
    findings: Findings
    weights: Weights
    bits: NDArray[np.float32]
    probability: NDArray[np.float64]
    group: Ids  # Per row; rows of one group are one person.
    settings: Settings

    def table(self, everything: bool = False) -> pl.DataFrame:
        """Give the pairs as :meth:`Reconciliation.table` does, each once, the lesser id first.

        A pair of one group is a match even where its own two rows say little: the others of the group vouch for it.
        """
        findings, bits, probability = self._with_vouched()
        together = self.group[findings.left] == self.group[findings.right]
        shown = np.where(together, np.maximum(probability, self.settings.match), probability)
        shown = np.where(together, shown, np.minimum(shown, np.nextafter(self.settings.match, 0)))
        table = proposals((self.frame, self.frame), self.lists, findings, bits, shown, self.settings, everything)
        ordered = pl.col("left_id") <= pl.col("right_id")
        return table.with_columns(
            left_id=pl.when(ordered).then("left_id").otherwise("right_id"),
            right_id=pl.when(ordered).then("right_id").otherwise("left_id"),
        )

    def proposals(self) -> list[Proposal]:
        """Give the pairs of rows that are proposed as one person, with their reasons not yet in words.

        Pairs of one group come with at least the probability of a match: the others of the group vouch for them.
        """
        findings, bits, probability = self._with_vouched()
        together = self.group[findings.left] == self.group[findings.right]
        shown = np.where(together, np.maximum(probability, self.settings.match), probability)
        kept = np.flatnonzero(shown >= self.settings.match)
        kept = kept[np.lexsort((findings.right[kept], findings.left[kept], -shown[kept]))]
        chosen = findings.take(kept)
        because = reasons(self.lists, chosen, bits[kept])
        return [
            Proposal(*pair)
            for pair in zip(chosen.left.tolist(), chosen.right.tolist(), shown[kept].tolist(), because, strict=True)
        ]

    def _with_vouched(self) -> tuple[Findings, NDArray[np.float32], NDArray[np.float64]]:
        """Add the pairs of one group that were no candidates themselves."""
        a, b = self.pairs()
        known = self.findings.left.astype(np.int64) << 32 | self.findings.right
        new = ~np.isin(a.astype(np.int64) << 32 | b, known)
        if not new.any():
            return self.findings, self.bits, self.probability
        found = Comparer.of(self.lists, self.settings.threads).compare(a[new], b[new])
        weight = self.weights.of(found)
        return (
            self.findings.and_also(found),
            np.vstack([self.bits, weight]),
            np.concatenate([self.probability, np.full(len(found), self.settings.match)]),
        )

    def pairs(self) -> tuple[Ids, Ids]:
        """Give all pairs of rows (a < b) that stand in one group; at most MOST_PAIRS_PER_ROW a row."""
        groups = self.group.astype(np.int64)
        a, b = agreeing(groups, groups, most=MOST_PAIRS_PER_ROW * len(groups))
        return a[a < b], b[a < b]


def find_repeats(frame: pl.DataFrame, settings: Settings | None = None) -> Repeats:
    """Find the rows of `frame` (columns as for :func:`reconcile`) that are one person."""
    settings = settings or Settings()
    lists = code_lists(frame, frame.clear(), settings.threads).within("left")
    comparer = Comparer.of(lists, settings.threads)
    findings = comparer.compare(*_once(*agreeing_rows(lists, settings.threads, most_per_row=_PARTNERS_PER_ROW)))
    weights = learn(
        shipped(fields_of(lists)),
        comparer.compare(*_once(*at_random(frame.height, frame.height, RANDOM_PAIRS, settings.seed))),
        comparer.compare(*_once(*agreeing(known_days(lists.left), known_days(lists.left), BLOCK_PAIRS))),
        comparer.compare(*_block(lists)),
        NAME_FIELDS,
    )
    bits = weights.of(findings)
    score = bits.sum(axis=1).astype(np.float64)
    score += prior_bits(score, max(1.0, frame.height**2 / 2), float(len(score)))
    probability = calibrated(np.exp2(np.clip(score, -60, 60)))
    return Repeats(
        frame, lists, findings, weights, bits, probability, _grouped(findings, probability, frame.height), settings
    )


def _block(lists: CodedLists) -> tuple[Ids, Ids]:
    names = full_names(lists, lists.left)
    return _once(*agreeing(names, names, BLOCK_PAIRS))


def _once(a: Ids, b: Ids) -> tuple[Ids, Ids]:
    """Give each pair once, the smaller row first, no row with itself."""
    low, high = np.minimum(a, b).astype(np.int64), np.maximum(a, b)
    both = once((low << 32 | high)[low != high])
    return (both >> 32).astype(np.int32), (both & 0xFFFFFFFF).astype(np.int32)


def _grouped(findings: Findings, probability: NDArray[np.float64], height: int) -> Ids:
    """Join rows into groups, the surest pair first, while the mean link between two groups is strong enough."""
    group = list(range(height))
    size = [1] * height
    links: list[dict[int, tuple[float, int]]] = [{} for _ in range(height)]
    queue: list[tuple[float, int, int]] = []
    for a, b, p in zip(findings.left.tolist(), findings.right.tolist(), probability.tolist(), strict=True):
        if p >= _LEAST:
            links[a][b] = links[b][a] = (p, 1)
            if p >= _ENOUGH:
                queue.append((-p, a, b))
    heapq.heapify(queue)
    while queue:
        claimed, a, b = heapq.heappop(queue)
        if group[a] != a or group[b] != b or b not in links[a]:
            continue
        mean = _mean(links[a][b], size[a] * size[b])
        if mean < _ENOUGH:
            continue
        if mean != -claimed:
            heapq.heappush(queue, (-mean, a, b))
            continue
        _join(a, b, group, size, links, queue)
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
