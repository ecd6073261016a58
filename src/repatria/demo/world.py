"""A small invented world: two parties at war, whom each holds, whom each misses. Nobody in it exists."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from repatria.demo.names import FullName, Word, draw_brother, draw_name, places

NORTH, SOUTH = "north", "south"
PARTIES = {NORTH: "North", SOUTH: "South"}
OUTBREAK = date(2022, 2, 24)
TODAY = date(2026, 2, 5)

# Rank ladder: spelling in both languages, grade of the planner, category, share of captives.
RANKS = (
    (Word("солдат", "рядовой"), 0, "enlisted", 38),
    (Word("старший солдат", "ефрейтор"), 0, "enlisted", 17),
    (Word("молодший сержант", "младший сержант"), 1, "nco", 13),
    (Word("сержант", "сержант"), 1, "nco", 12),
    (Word("старший сержант", "старший сержант"), 1, "nco", 7),
    (Word("лейтенант", "лейтенант"), 3, "officer", 4),
    (Word("старший лейтенант", "старший лейтенант"), 3, "officer", 3),
    (Word("капітан", "капитан"), 4, "officer", 2),
    (Word("майор", "майор"), 5, "officer", 1),
    (Word("", ""), 0, "civilian", 3),
)


@dataclass(frozen=True, slots=True)
class Person:
    """A captive, or somebody whose own side believes he is one. `fate` is what is true in this world."""

    number: int
    origin: str
    name: FullName
    born: date
    birthplace: Word
    unit: int
    rank: Word
    grade: int
    category: str
    captured: date
    capture_place: Word
    fate: str  # held, released, deceased, unaccounted
    health: str  # fit, wounded, grave
    consent: str  # yes, no, unknown
    site: str
    group: str | None
    released_on: date | None = None

    @property
    def holder(self) -> str:
        """The other party: the Detaining Power, if he is held at all."""
        return NORTH if self.origin == SOUTH else SOUTH


@dataclass(frozen=True, slots=True)
class World:
    """Everybody, and what day it is."""

    seed: int
    today: date
    people: tuple[Person, ...]

    def of(self, origin: str) -> Iterator[Person]:
        """Yield the people who depend on `origin`."""
        return (person for person in self.people if person.origin == origin)


def make_world(people: int = 4000, seed: int = 314) -> World:
    """Invent `people` persons, half from each party. The same seed gives the same world."""
    random = Random(seed)
    everybody: list[Person] = []
    for origin in (SOUTH, NORTH):
        half = [_invent(random, len(everybody) + n, origin) for n in range(people // 2)]
        everybody += _with_brothers(half, random)
    return World(seed, TODAY, tuple(everybody))


def _invent(random: Random, number: int, origin: str) -> Person:
    rank, grade, category, _share = random.choices(RANKS, weights=[r[3] for r in RANKS])[0]
    captured = OUTBREAK + timedelta(days=int(1430 * random.random() ** 1.3))
    fate = random.choices(("held", "unaccounted", "deceased", "released"), weights=(80, 10, 5, 5))[0]
    waited = (TODAY - captured).days
    return Person(
        number=number,
        origin=origin,
        name=draw_name(random),
        born=date(1966, 1, 1) + timedelta(days=int(14_400 * random.random() ** 0.8)),
        birthplace=random.choice(places()),
        unit=random.randint(10, 130),
        rank=rank,
        grade=grade,
        category=category,
        captured=captured,
        capture_place=random.choice(places()),
        fate=fate,
        health=random.choices(("fit", "wounded", "grave"), weights=(905, 80, 15))[0],
        consent=random.choices(("yes", "no", "unknown"), weights=(955, 15, 30))[0],
        site=f"{'N' if origin == SOUTH else 'S'}-{random.randint(1, 9)}",
        group=None,
        released_on=captured + timedelta(days=random.randint(1, waited - 1)) if fate == "released" else None,
    )


def _with_brothers(people: list[Person], random: Random) -> list[Person]:
    """Make every fortieth person the brother of the one before: taken together, held together."""
    for n in range(39, len(people), 40):
        elder, younger = people[n - 1], people[n]
        group = f"family-{elder.number}"
        people[n - 1] = replace(elder, group=group)
        people[n] = replace(
            younger,
            name=draw_brother(elder.name, random),
            born=elder.born + timedelta(days=random.choice((0, 420, 700, 1100))),
            birthplace=elder.birthplace,
            unit=elder.unit,
            captured=elder.captured,
            capture_place=elder.capture_place,
            site=elder.site,
            group=group,
        )
    return people
