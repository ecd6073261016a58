"""A = B and B = C, but A ≠ C: matches that cannot all be right, named before anybody relies on one of them."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import polars as pl

from repatria.i18n import _, isolate
from repatria.matching.because import sentences
from repatria.matching.coding import Ids
from repatria.matching.compare import Comparer
from repatria.matching.sameness import REPEAT_SHARE, Within
from repatria.matching.settings import Settings
from repatria.matching.weights import Weights

Node: TypeAlias = tuple[Literal[0, 1], int]
"""A row: of the left (0) or the right list, and its place there."""
_LARGEST_GROUP = 40  # Rows; of a larger group only rows with a common partner are compared.
_CLEAR = -6.0  # Bits against, before two rows are said to contradict each other.


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A chain of rows, each matched with the next, whose first and last cannot be one person."""

    chain: tuple[str, ...]
    """Ids, from one end to the other; rows of the two lists by turns."""
    sides: tuple[Literal["left", "right"], ...]
    because: str
    """What speaks against the two ends being one person."""

    def in_words(self) -> str:
        """Say it in one sentence that holds ids alone: for the screen, which may be logged."""
        links = " = ".join(isolate(name) for name in self.chain)
        return _("{chain}, but {first} and {last} contradict each other").format(
            chain=links, first=isolate(self.chain[0]), last=isolate(self.chain[-1])
        )

    def with_reason(self) -> str:
        """Say it in one sentence, with what speaks against it: for the file of proposals."""
        return _("{contradiction}: {because}").format(contradiction=self.in_words(), because=self.because)


def contradictions(
    sides: tuple[pl.DataFrame, pl.DataFrame],
    comparer: Comparer,
    weights: Weights,
    rows: tuple[Ids, Ids],
    settings: Settings,
) -> list[Contradiction]:
    """Find the contradictions among matched pairs of rows, those of the shortest chains first."""
    neighbours = _neighbours(rows)
    ends = {(chain[0], chain[-1]): chain for chain in _chains(neighbours)}
    found: list[Contradiction] = []
    for left, right in ((0, 0), (1, 1), (0, 1)):
        chosen = [pair for pair in ends if (pair[0][0], pair[1][0]) == (left, right)]
        if chosen:
            found += _judged(sides, comparer, weights, chosen, ends, settings)
    return sorted(found, key=lambda c: (len(c.chain), c.chain))


def warned(table: pl.DataFrame, found: Sequence[Contradiction]) -> pl.DataFrame:
    """Add to the reasons of the pairs of a proposal table in which contradictions they are."""
    texts: dict[tuple[str, str], str] = {}
    for one in found:
        for a, b, side in zip(one.chain, one.chain[1:], one.sides, strict=False):
            texts.setdefault((a, b) if side == "left" else (b, a), one.with_reason())
    if not texts:
        return table
    warnings = pl.DataFrame(
        [(a, b, _("look again: {warning}").format(warning=text)) for (a, b), text in texts.items()],
        schema=["left_id", "right_id", "warning"],
        orient="row",
    )
    joined = table.join(warnings, on=["left_id", "right_id"], how="left", maintain_order="left")
    because = pl.concat_str(["because", "warning"], separator="; ", ignore_nulls=True)
    return joined.with_columns(because.alias("because")).drop("warning")


def _neighbours(rows: tuple[Ids, Ids]) -> dict[Node, list[Node]]:
    """Give the partners of each row that is in a group of more than two."""
    several = [np.bincount(ids)[ids] > 1 if len(ids) else np.zeros(0, bool) for ids in rows]
    kept = np.flatnonzero(several[0] | several[1])
    neighbours: dict[Node, list[Node]] = defaultdict(list)
    for a, b in zip(rows[0][kept].tolist(), rows[1][kept].tolist(), strict=True):
        neighbours[0, a].append((1, b))
        neighbours[1, b].append((0, a))
    return neighbours


def _chains(neighbours: dict[Node, list[Node]]) -> Iterator[tuple[Node, ...]]:
    """Give the shortest chain between any two rows of a group that are not matched themselves, each once."""
    sizes: dict[Node, int] = {}
    for start in neighbours:
        if start not in sizes:
            group = list(_around(start, neighbours, longest=len(neighbours)))
            sizes |= dict.fromkeys(group, len(group))
        longest = 2 if sizes[start] > _LARGEST_GROUP else sizes[start]
        for chain in _around(start, neighbours, longest).values():
            if len(chain) > 2 and chain[0] < chain[-1]:
                yield chain


def _around(start: Node, neighbours: dict[Node, list[Node]], longest: int) -> dict[Node, tuple[Node, ...]]:
    """Give the shortest chain from `start` to each row at most `longest` links away."""
    chains: dict[Node, tuple[Node, ...]] = {start: (start,)}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        if len(chains[here]) > longest:
            continue
        for there in neighbours[here]:
            if there not in chains:
                chains[there] = (*chains[here], there)
                queue.append(there)
    return chains


def _judged(
    sides: tuple[pl.DataFrame, pl.DataFrame],
    comparer: Comparer,
    weights: Weights,
    chosen: list[tuple[Node, Node]],
    ends: dict[tuple[Node, Node], tuple[Node, ...]],
    settings: Settings,
) -> Iterator[Contradiction]:
    """Keep the pairs of ends that contradict each other, by what they say or by what people decided."""
    left, right = chosen[0][0][0], chosen[0][1][0]
    if left == right:
        comparer = Within.of(comparer.lists.within("right" if left else "left"), weights).comparer
    a, b = (np.array([pair[end][1] for pair in chosen], np.int32) for end in (0, 1))
    findings = comparer.compare(a, b)
    bits = weights.of(findings)
    prior = np.log2(REPEAT_SHARE / max(1, sides[right].height))
    clear = (np.minimum(bits, 0).sum(axis=1) <= _CLEAR) & (bits.sum(axis=1) + prior < 0)
    apart = settings.decisions.different if left != right else frozenset()
    against = sentences(sides[left], sides[right], comparer.lists, findings, np.minimum(bits, 0), only_against=True)
    for pair, is_clear, because in zip(chosen, clear.tolist(), against, strict=True):
        names = tuple(str(sides[side]["id"][row]) for side, row in ends[pair])
        decided = (names[0], names[-1]) in apart
        if is_clear or decided:
            chain_sides = tuple("right" if side else "left" for side, _row in ends[pair])
            why = _("people have decided that they are two") if decided else because
            yield Contradiction(names, chain_sides, why)  # type: ignore[arg-type]
