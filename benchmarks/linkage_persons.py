"""Made-up persons, as numbers: who they are, whom they resemble, and in which lists they stand.

Every attribute is an index into a pool; how it is spelt is decided for each row in `people_world`.
"""

from dataclasses import dataclass, fields

import numpy as np

ALONE, TWIN, BROTHER, SON, NAMESAKE = range(5)
TIES = ("stranger", "twin", "brother", "father and son", "namesake")


@dataclass(slots=True)
class Persons:
    """Parallel arrays, one entry a person; -1 says "has none"."""

    family: np.ndarray  # persons tied to each other share a number
    tie: np.ndarray
    surname: np.ndarray
    second_surname: np.ndarray
    maiden: np.ndarray
    given: np.ndarray
    father: np.ndarray
    grandfather: np.ndarray
    woman: np.ndarray
    born: np.ndarray  # days since 1970-01-01
    birthplace: np.ndarray
    unit_kind: np.ndarray
    unit_number: np.ndarray
    rank: np.ndarray
    taken: np.ndarray
    taken_place: np.ndarray
    callsign: np.ndarray

    def __len__(self) -> int:
        return len(self.family)

    def copy(self, names: tuple[str, ...], source: np.ndarray, target: np.ndarray) -> None:
        for name in names:
            column = getattr(self, name)
            column[target] = column[source]

    def rows(self, chosen: np.ndarray) -> "Persons":
        return Persons(*(getattr(self, f.name)[chosen] for f in fields(self)))


@dataclass(frozen=True, slots=True)
class Population:
    """Sizes of the pools, and how often people resemble each other."""

    surnames: int
    common_surnames: int
    men: int
    women: int
    places: int
    towns: int
    unit_kinds: int
    rank_shares: tuple[float, ...]
    callsigns: int
    common_share: float = 0.3
    women_share: float = 0.06
    twins: float = 0.015
    brothers: float = 0.03
    sons: float = 0.015
    namesakes: float = 0.05
    double_surnames: float = 0.01


def zipf(dice: np.random.Generator, size: int, count: int, power: float = 0.9) -> np.ndarray:
    """`count` draws from 0..size-1, the first the commonest."""
    weights = np.arange(1, size + 1, dtype=float) ** -power
    return dice.choice(size, count, p=weights / weights.sum())


def draw(population: Population, count: int, dice: np.random.Generator) -> Persons:
    p, woman = population, dice.random(count) < population.women_share
    is_common = dice.random(count) < p.common_share
    surname = np.where(is_common, zipf(dice, p.common_surnames, count, 0.6), dice.integers(0, p.surnames, count))
    any_surname = dice.integers(0, p.surnames, count)
    born = np.datetime64("1983-06-01", "D").astype(int) + dice.triangular(-7300, 800, 8200, count).astype(int)
    place = np.where(dice.random(count) < 0.45, zipf(dice, p.towns, count), dice.integers(0, p.places, count))
    front = zipf(dice, 240, count, 0.5)
    persons = Persons(
        family=np.arange(count),
        tie=np.zeros(count, int),
        surname=surname,
        second_surname=np.where(dice.random(count) < p.double_surnames, any_surname, -1),
        maiden=np.where(woman, dice.permutation(surname), -1),
        given=np.where(woman, p.men + zipf(dice, p.women, count), zipf(dice, p.men, count)),
        father=zipf(dice, p.men, count, 0.8),
        grandfather=np.where(dice.random(count) < 0.5, zipf(dice, p.men, count, 0.8), -1),
        woman=woman,
        born=born,
        birthplace=place,
        unit_kind=front % p.unit_kinds,
        unit_number=1 + front // p.unit_kinds + 7 * (front % 5),
        rank=dice.choice(len(p.rank_shares), count, p=np.array(p.rank_shares) / sum(p.rank_shares)),
        taken=np.datetime64("2022-03-01", "D").astype(int) + (dice.beta(0.9, 1.2, count) * 1030).astype(int),
        taken_place=p.towns - 1 - zipf(dice, min(24, p.towns), count, 0.8),
        callsign=np.where(dice.random(count) < 0.25, dice.integers(0, p.callsigns, count), -1),
    )
    _tie_together(persons, population, dice)
    return persons


def _tie_together(persons: Persons, p: Population, dice: np.random.Generator) -> None:
    """Turn some persons into relatives and namesakes of others: the pairs a matcher must keep apart."""
    order, at = dice.permutation(len(persons)), 0
    for tie, share in ((TWIN, p.twins), (BROTHER, p.brothers), (SON, p.sons), (NAMESAKE, p.namesakes)):
        count = int(share * len(persons) / 2)
        pairs = order[at : at + 2 * count]
        at += 2 * count
        _resemble(persons, tie, pairs[:count], pairs[count:], p, dice)


def _resemble(
    persons: Persons, tie: int, one: np.ndarray, other: np.ndarray, p: Population, dice: np.random.Generator
) -> None:
    persons.tie[one] = persons.tie[other] = tie
    persons.family[other] = persons.family[one]
    persons.copy(("surname", "second_surname", "woman", "maiden"), one, other)
    if tie == NAMESAKE:
        persons.copy(("given",), one, other)
        _with_same(persons, "father", one, other, 0.5, dice)
        return
    persons.copy(("birthplace", "grandfather"), one, other)
    _with_same(persons, "unit_number", one, other, 0.4, dice)
    _with_same(persons, "unit_kind", one, other, 0.6, dice)
    _with_same(persons, "taken", one, other, 0.3, dice)
    _with_same(persons, "taken_place", one, other, 0.5, dice)
    men = dice.integers(0, p.men - 1, len(one))
    if tie == SON:
        persons.woman[one] = persons.woman[other] = False
        persons.given[one] = men
        persons.father[other] = persons.given[one]
        persons.given[other] = np.where(dice.random(len(one)) < 0.2, men, dice.integers(0, p.men, len(one)))
        persons.born[one] = persons.born[other] - dice.integers(7000, 10000, len(one))
        return
    persons.copy(("father",), one, other)
    women = p.men + (persons.given[one] - p.men + 1 + dice.integers(0, max(1, p.women - 1), len(one))) % p.women
    brothers = (persons.given[one] + 1 + men) % p.men
    persons.given[other] = np.where(persons.woman[one], women, brothers)
    apart = 0 if tie == TWIN else dice.integers(330, 3000, len(one)) * dice.choice((-1, 1), len(one))
    persons.born[other] = persons.born[one] + apart


def _with_same(
    persons: Persons, column: str, one: np.ndarray, other: np.ndarray, share: float, dice: np.random.Generator
) -> None:
    same = dice.random(len(one)) < share
    persons.copy((column,), one[same], other[same])
