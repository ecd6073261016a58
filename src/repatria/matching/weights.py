"""Weights without labels: how much likelier each finding is for one person than for two (Fellegi and Sunter 1969).

For each field and level, `m` is the share of pairs of one person that show it, `u` the share of pairs of two
persons. u is counted on random pairs. m is learned by expectation-maximisation (Winkler 1988) twice: among
pairs of equal birth date (for all but the date) and among pairs of equal names (for all but the names), so
that no field is judged by itself. Shipped m are the starting point and weigh as much as PRIOR_PAIRS pairs:
a list of 20 keeps them, a list of thousands learns its own.
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from repatria.matching import tables
from repatria.matching.compare import Findings
from repatria.matching.dates import DateLevel
from repatria.names import NameLevel

Bits = NDArray[np.float64]
Shares: TypeAlias = dict[str, NDArray[np.float64]]

PRIOR_PAIRS = 40.0
_PRIOR_RANDOM_PAIRS = 200.0
_ROUNDS = 25
_SETTLED = 1e-3  # Bits by which the odds of a block still move when learning stops.
_SAME = 1
_RAREST, _COMMONEST = -5.0, 7.0  # Bits by which a common or a rare term may change the weight of agreement.


@dataclass(frozen=True, slots=True)
class Weights:
    """m and u per field and level; level 0 (one side says nothing) has weight 0.

    `trust` multiplies the weights of each field and `shift` (bits) is added to their sum with the prior: what
    people's decisions have taught (:mod:`repatria.matching.correcting`).
    """

    m: Shares
    u: Shares
    trust: tuple[float, ...] = ()
    shift: float = 0.0

    def bits(self) -> dict[str, Bits]:
        """Give the weight of each level in bits."""
        return {name: _bits(self.m[name], self.u[name]) for name in self.m}

    def of(self, findings: Findings) -> NDArray[np.float32]:
        """Give the weights in bits, per pair and field, adjusted for how common the agreeing term is."""
        columns = []
        for at, (name, bits) in enumerate(self.bits().items()):
            level = findings.levels[:, at]
            weight = bits[level]
            same = (level == _SAME) & (findings.frequency[:, at] < 1)
            rarity = np.log2(self.u[name][_SAME]) - np.log2(findings.frequency[same, at])
            weight[same] += np.clip(rarity, _RAREST, _COMMONEST)
            columns.append(weight.astype(np.float32))
        weights = _without_kinship(np.column_stack(columns), findings, list(self.m))
        return weights * np.array(self.trust, np.float32) if self.trust else weights


# What relatives share counts for nothing once the given names differ: the rest of it, in bits, at most.
_SHARED_BY_KIN = {"family": 0.0, "father": 0.0, "grandfather": 0.0, "place_of_birth": 0.0, "birth": 2.0}
_SHARED_BY_PERHAPS_KIN = {"father": 2.0, "grandfather": 2.0, "place_of_birth": 2.0}
# Nor does what father and son of one name share, once they are born a generation apart.
_SHARED_BY_FATHER_AND_SON = {"family": 3.0, "place_of_birth": 0.0, "unit": 2.0}


def _without_kinship(weights: NDArray[np.float32], findings: Findings, names: list[str]) -> NDArray[np.float32]:
    """Take back what speaks for a family rather than for a person: twins and brothers, father and son."""
    given, birth = (findings.levels[:, names.index(name)] for name in ("given", "birth"))
    for kin, limits in (
        (given == NameLevel.OTHER_NAME, _SHARED_BY_KIN),
        (given == NameLevel.DIFFERENT, _SHARED_BY_PERHAPS_KIN),
        (birth == DateLevel.GENERATION, _SHARED_BY_FATHER_AND_SON),
    ):
        rows = np.flatnonzero(kin)
        for name, limit in limits.items():
            at = names.index(name)
            weights[rows, at] = np.minimum(weights[rows, at], limit)
    return weights


def _bits(m: NDArray[np.float64], u: NDArray[np.float64]) -> Bits:
    bits = np.zeros(len(m))
    bits[1:] = np.log2(m[1:] / u[1:])
    return bits


@cache
def _shipped() -> dict[tuple[str, str], tuple[float, float]]:
    return {(field, level): (float(m), float(u)) for field, level, m, u in tables.lines("weights.tsv")}


def shipped(fields: dict[str, type[IntEnum]]) -> Weights:
    """Give the shipped m and u of `fields`; a field that is not in the table has those of ``other``."""
    m, u = {}, {}
    known = {field for field, _ in _shipped()}
    for name, levels in fields.items():
        rows = [_shipped()[name if name in known else "other", level.name] for level in levels if level]
        m[name] = _distribution([row[0] for row in rows])
        u[name] = _distribution([row[1] for row in rows])
    return Weights(m, u)


def _distribution(shares: list[float]) -> NDArray[np.float64]:
    return np.array([0.0, *(share / sum(shares) for share in shares)])


def learn(
    start: Weights, random: Findings, same_birth: Findings, same_names: Findings, name_fields: tuple[str, ...]
) -> Weights:
    """Learn u from `random` pairs and m from the two blocks, starting from and leaning on `start`."""
    strangers = _strangers(start, random)
    u = {
        name: _smoothed(_count(random.levels[:, at], strangers, len(known)), known, _PRIOR_RANDOM_PAIRS)
        for at, (name, known) in enumerate(start.u.items())
    }
    known = Weights(start.m, u)
    by_birth = _learn_m(known, same_birth, {"birth"})
    by_names = _learn_m(known, same_names, set(name_fields))
    m = {}
    for name in start.m:
        parts = [part[name] for part in (by_birth, by_names) if name in part]
        counts = sum(parts) if parts else 0.0
        m[name] = _smoothed(np.asarray(counts), start.m[name], PRIOR_PAIRS) if parts else start.m[name]
    return Weights(m, u)


def _strangers(start: Weights, random: Findings) -> NDArray[np.float64]:
    """Give the probability that random pairs are two persons: among few rows, many pairs are one."""
    score = start.of(random).sum(axis=1).astype(np.float64)
    return 1 - _probability(score + prior_bits(score, max(4.0, len(random)), float(len(random))))


def _learn_m(start: Weights, block: Findings, fixed: set[str]) -> Shares:
    """Give expected counts of levels among the pairs of one person in `block`, for all fields but the `fixed`."""
    if not len(block):
        return {}
    names = list(start.m)
    free = [(at, name) for at, name in enumerate(names) if name not in fixed]
    m, odds = dict(start.m), 0.0
    counts: Shares = {}
    for _ in range(_ROUNDS):
        weights = Weights(m, start.u).of(block)
        total = sum(weights[:, at] for at, _ in free) + odds
        share = _probability(np.asarray(total, np.float64))
        mean = float(np.clip(share.mean(), 1e-4, 1 - 1e-4))
        before, odds = odds, float(np.log2(mean / (1 - mean)))
        counts = {name: _count(block.levels[:, at], share, len(start.m[name])) for at, name in free}
        m = m | {name: _smoothed(counts[name], start.m[name], PRIOR_PAIRS) for _, name in free}
        if abs(odds - before) < _SETTLED:
            break
    return counts


def _count(level: NDArray[np.int8], share: NDArray[np.float64], levels: int) -> NDArray[np.float64]:
    counts = np.bincount(level, weights=share, minlength=levels).astype(np.float64)
    counts[0] = 0.0
    return counts


def _smoothed(counts: NDArray[np.float64], prior: NDArray[np.float64], strength: float) -> NDArray[np.float64]:
    mixed = counts + strength * prior
    return np.asarray(mixed / mixed.sum())


def _probability(bits: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1.0 / (1.0 + np.exp2(-np.clip(bits, -60, 60))))


_FINE = 256  # Steps of a bit that scores are counted in, to find the prior.


def prior_bits(scores: NDArray[np.float64], all_pairs: float, most: float) -> float:
    """Find the prior odds (bits) at which the expected number of matches agrees with itself, `most` at most."""
    all_pairs, most = max(4.0, all_pairs), max(1.0, most)
    share = min(0.5, most * 0.3 / all_pairs)
    steps, times = np.unique(np.round(np.clip(scores, -60, 60) * _FINE).astype(np.int32), return_counts=True)
    counted = steps / _FINE
    for _ in range(_ROUNDS):
        bits = np.log2(share / (1 - share))
        expected = float(times @ _probability(counted + bits))
        share = float(np.clip(expected / all_pairs, 1e-12, min(0.5, most / all_pairs)))
    return float(np.log2(share / (1 - share)))
