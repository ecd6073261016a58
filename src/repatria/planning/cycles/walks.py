"""Pricing: which cycles and chains are worth more than the prices of the offers they use.

Every offer v has a price; the *gain* of an arc is its weight less the price of its head. A cycle is worth
adding to the plan's columns if its gains sum to more than 0, a chain if they sum to more than the price of
the unconditional offer that begins it.

Two facts keep this polynomial for any length (Glorie, van de Klundert, Wagelmans, MSOM 2014; Plaut,
Dickerson, Sandholm, AAAI 2016). A closed walk of positive gain splits into cycles, one of them positive and
none longer. And a cycle of positive gain has a start from which every partial sum is positive (the cycle
lemma), so a partial walk at or below 0 may be dropped.

All functions work on integers and on floats alike; the proof of a bound uses integers only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from repatria.planning.cycles.pool import Ints, OfferPool

Cycle = tuple[int, ...]
Gains = NDArray[Any]  # one number for each arc, int64 or float64

# Partial walks looked at in one go: bounds memory, and lets a search stop early.
CHUNK = 200_000


@dataclass(frozen=True)
class Web:
    """The arcs a search may use, sorted by tail, with the first arc of each offer.

    `arc` gives each arc's place in the pool, so that gains and results can be translated.
    """

    size: int
    arc: Ints
    tail: Ints
    head: Ints
    first: Ints  # size + 1 places: arcs of offer v are first[v] .. first[v + 1] - 1

    @classmethod
    def of(cls, pool: OfferPool, usable: NDArray[np.bool_]) -> "Web":
        """Keep the arcs of `pool` marked in `usable`."""
        whole = cls(pool.size, np.arange(len(pool.tail)), pool.tail, pool.head, np.empty(0, dtype=np.int64))
        return whole.part(np.flatnonzero(usable))

    def part(self, kept: Ints) -> "Web":
        """Keep only these arcs (places in this web, ascending)."""
        tail = self.tail[kept]
        first = np.searchsorted(tail, np.arange(self.size + 1))
        return Web(self.size, self.arc[kept], tail, self.head[kept], first)


@dataclass(frozen=True)
class _Front:
    """Partial walks of one length: where they began and stand, what they gained, which walk each extends."""

    start: Ints
    end: Ints
    gain: Gains
    parent: Ints

    def only(self, keep: NDArray[Any]) -> "_Front":
        return _Front(self.start[keep], self.end[keep], self.gain[keep], self.parent[keep])


@dataclass(frozen=True)
class ClosedWalks:
    """Closed walks found: where each starts, what it gains, its offers in order.

    For cycles of more than 3 offers a walk may pass an offer twice; see :func:`elementary`.
    """

    starts: Ints
    gains: Gains
    walks: list[Cycle]

    def best_of_each_start(self, most: int) -> Iterator[Cycle]:
        """Give the cycles in the `most` best walks from every start."""
        order = np.lexsort((-self.gains, self.starts))
        ordered = self.starts[order]
        rank = np.arange(len(order)) - np.searchsorted(ordered, ordered)
        for place in order[rank < most].tolist():
            yield from elementary(self.walks[place])


class CycleSearch:
    """Finds cycles of positive gain, at most `max_cycle` long, among the arcs of a web.

    Gains are given as one number for each arc of the web.
    """

    def __init__(self, web: Web, max_cycle: int) -> None:
        self.web, self.max_cycle = web, max_cycle
        self._keys = web.tail * web.size + web.head  # sorted, as the arcs are

    def everywhere(self, gains: Gains) -> Iterator[ClosedWalks]:
        """Search all arcs, from ever more starts. If this gives no walk, there is no positive cycle."""
        return self._search(self.web, gains, gains)

    def along_best_arcs(self, gains: Gains, arcs_of_each: int) -> Iterator[ClosedWalks]:
        """Search only walks along the `arcs_of_each` best arcs of every offer: quick, but not complete."""
        web = self.web
        # Prices leave many ties. A fixed disorder spreads the walks over all offers.
        disorder = np.random.default_rng(0).permutation(len(web.arc))
        order = np.lexsort((disorder, -gains, web.tail))
        rank = np.arange(len(order)) - web.first[web.tail[order]]
        best = np.sort(order[rank < arcs_of_each])
        return self._search(web.part(best), gains[best], gains)

    def all_of_length(self, gains: Gains, length: int, most: int) -> Iterator[list[Cycle] | None]:
        """Give every closed walk of positive gain and exactly this length, each from at least one start.

        Gives None, and stops, where more than `most` partial walks would have to be held at once.
        """
        for front in self._seeds(self.web, gains):
            fronts = [front]
            for _step in range(length - 2):
                if int(np.diff(self.web.first)[fronts[-1].end].sum()) > most:
                    yield None
                    return
                fronts.append(_extend(self.web, gains, fronts[-1]))
            closing, _total = self._close(fronts[-1], gains)
            yield _trace(fronts, closing)

    def _seeds(self, steps: Web, gains: Gains) -> Iterator[_Front]:
        """Walks of one arc, in portions that grow to about `CHUNK` walks of two."""
        seeds = np.flatnonzero(gains > 0) if self.max_cycle >= 2 else np.empty(0, dtype=np.int64)
        effort = np.cumsum(np.diff(steps.first)[steps.head[seeds]] + 1)
        cuts = np.searchsorted(effort, np.arange(CHUNK, effort[-1:].sum(), CHUNK))
        for part in np.split(seeds, cuts):
            if len(part):
                yield _Front(steps.tail[part], steps.head[part], gains[part], part)

    def _search(self, steps: Web, step_gains: Gains, gains: Gains) -> Iterator[ClosedWalks]:
        best_into = np.full(self.web.size, gains.min(initial=0), dtype=gains.dtype)
        np.maximum.at(best_into, self.web.head, gains)
        for front in self._seeds(steps, step_gains):
            yield self._closed_walks(steps, step_gains, gains, best_into, front)

    def _closed_walks(
        self, steps: Web, step_gains: Gains, gains: Gains, best_into: Gains, front: _Front
    ) -> ClosedWalks:
        fronts = [front]
        starts, totals, walks = [], [], []
        for length in range(2, self.max_cycle + 1):
            closing, total = self._close(fronts[-1], gains)
            starts.append(fronts[-1].start[closing])
            totals.append(total)
            walks += _trace(fronts, closing)
            if length < self.max_cycle:
                grown = _extend(steps, step_gains, fronts[-1])
                last = length == self.max_cycle - 1
                # The last arc back to the start gains no more than the best arc into it.
                fronts.append(
                    grown.only(grown.gain + best_into[grown.start] > 0)
                    if last
                    else _best_of_each(grown, steps.size)
                )
        return ClosedWalks(np.concatenate(starts), np.concatenate(totals), walks)

    def _close(self, front: _Front, gains: Gains) -> tuple[Ints, Gains]:
        """Walks that an arc back to their start closes at a positive gain, and that gain."""
        wanted = front.end * self.web.size + front.start
        place = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        total = front.gain + gains[place]
        closing = np.flatnonzero((self._keys[place] == wanted) & (total > 0))
        return closing, total[closing]


def _extend(web: Web, gains: Gains, front: _Front) -> _Front:
    """All walks one arc longer that still gain and have not come back to their start."""
    counts = web.first[front.end + 1] - web.first[front.end]
    parent = np.repeat(np.arange(len(front.end)), counts)
    offset = np.arange(len(parent)) - np.repeat(np.cumsum(counts) - counts, counts)
    arcs = web.first[front.end][parent] + offset
    gain = front.gain[parent] + gains[arcs]
    kept = np.flatnonzero((gain > 0) & (web.head[arcs] != front.start[parent]))
    parent = parent[kept]
    return _Front(front.start[parent], web.head[arcs[kept]], gain[kept], parent)


def _best_of_each(front: _Front, size: int) -> _Front:
    """Of the walks between the same two offers keep the best one (the first of equals)."""
    key = front.start * size + front.end
    order = np.lexsort((-front.gain, key))
    first = np.ones(len(order), dtype=np.bool_)
    first[1:] = key[order][1:] != key[order][:-1]
    return front.only(np.sort(order[first]))


def _trace(fronts: list[_Front], closing: Ints) -> list[Cycle]:
    """The offers of each closing walk, from its start on."""
    columns = []
    at = closing
    for front in reversed(fronts):
        columns.append(front.end[at])
        at, start = front.parent[at], front.start[at]
    columns.append(start)
    return list(zip(*(c.tolist() for c in reversed(columns)), strict=True))


def elementary(walk: Cycle) -> list[Cycle]:
    """Split a closed walk into cycles that pass no offer twice."""
    cycles: list[Cycle] = []
    path: list[int] = []
    for offer in (*walk, walk[0]):
        if offer in path:
            at = path.index(offer)
            cycles.append(tuple(path[at:]))
            del path[at:]
        path.append(offer)
    return cycles


@dataclass(frozen=True)
class ChainValues:
    """What a chain can still gain, by position.

    `onward[k][v]`: the most that a walk standing at offer v after k arcs gains on the arcs it may still take
    (0: it ends there). `through[k]`: for each arc, its gain as arc number k + 1 and of the best way on.
    """

    onward: list[Gains]
    through: list[Gains]


def chain_values(web: Web, gains: Gains, max_chain: int) -> ChainValues:
    """Work out, from the last position back, the best continuation at every offer and position."""
    onward: list[Gains] = [np.zeros(web.size, dtype=gains.dtype)]
    through: list[Gains] = []
    tails = np.flatnonzero(np.diff(web.first))
    for _position in range(max_chain):
        through.append(gains + onward[-1][web.head])
        value = np.zeros(web.size, dtype=gains.dtype)
        if len(tails):
            value[tails] = np.maximum(np.maximum.reduceat(through[-1], web.first[tails]), 0)
        onward.append(value)
    return ChainValues(onward[::-1], through[::-1])


def best_way_on(web: Web, values: ChainValues, arc: int, position: int) -> list[tuple[int, int]]:
    """The arcs (place in the web, position) of the best walk that takes `arc` as arc number `position`."""
    way = [(arc, position)]
    offer = int(web.head[arc])
    while position < len(values.through) and values.onward[position][offer] > 0:
        begin, end = web.first[offer], web.first[offer + 1]
        arc = int(begin + np.argmax(values.through[position][begin:end]))
        position += 1
        way.append((arc, position))
        offer = int(web.head[arc])
    return way
