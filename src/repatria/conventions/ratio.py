"""Who may stand inside a ratio, and who is owed outside it (GC III 109, GC I 28-31): one table."""

from dataclasses import dataclass
from enum import StrEnum

from repatria.conventions.attributes import DIRECT_REPATRIATION
from repatria.conventions.vocabulary import Category


class Line(StrEnum):
    """The line of an agreement on which a person stands. Only `EXCHANGEABLE` is ever counted against another."""

    EXCHANGEABLE = "exchangeable"
    OWED = "owed"
    SEPARATE = "separate"
    REMAINS = "remains"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What decides on the line. `art110` is a medical category of article 110, or None."""

    category: Category
    art110: str | None = None
    child: bool = False
    dead: bool = False
    third_country_national: bool = False


def line_for(person: Circumstances) -> Line:
    """Give the line on which a person stands by default.

    The dead have a ledger of their own. The seriously wounded and sick (GC III 109(1)), retained medics and
    chaplains (GC I 30) and children are owed, whatever else they are. Civilians (GC IV) and people of a third
    country stand apart: destination and consent are asked first. Whoever is in doubt is a prisoner (GC III 5).
    """
    if person.dead:
        return Line.REMAINS
    if person.art110 in DIRECT_REPATRIATION or person.child or person.category is Category.RETAINED:
        return Line.OWED
    if person.category in (Category.CIVILIAN, Category.OTHER) or person.third_country_national:
        return Line.SEPARATE
    return Line.EXCHANGEABLE
