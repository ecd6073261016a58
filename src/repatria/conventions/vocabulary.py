"""Who appears in the Conventions' duties: parties, bodies and persons; whom a duty is about; who reads of it."""

from enum import StrEnum


class Actor(StrEnum):
    """Who owes a duty, or to whom it is owed."""

    DETAINING_POWER = "detaining_power"
    POWER_OF_ORIGIN = "power_of_origin"
    EACH_PARTY = "each_party"
    NIB = "nib"
    CTA = "cta"
    PROTECTING_POWER = "protecting_power"
    ICRC = "icrc"
    MMC = "mmc"
    NEUTRAL_POWER = "neutral_power"
    REPRESENTATIVE = "representative"
    PERSON = "person"
    FAMILY = "family"
    ENQUIRER = "enquirer"


class About(StrEnum):
    """Whom a duty is counted for."""

    PERSON = "person"
    SITE = "site"
    PARTY = "party"


class Category(StrEnum):
    """What a person is in law, as far as recorded. `DOUBT` and `UNKNOWN` are protected as prisoners (GC III 5)."""

    POW = "pow"
    RETAINED = "retained"
    CIVILIAN = "civilian"
    OTHER = "other"
    DOUBT = "doubt"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """Who looks at a duty. A role that a rule does not name sees nothing."""

    CAPTIVE = "captive"
    FAMILY = "family"
    DETAINING_POWER = "detaining_power"
    NIB = "nib"
    POWER_OF_ORIGIN = "power_of_origin"
    PROTECTING_POWER = "protecting_power"
    CTA = "cta"
    ICRC = "icrc"
    MEDIATOR = "mediator"
    PRESS = "press"
    ADMINISTRATOR = "administrator"


# GC III: prisoners, and whoever must be treated as one until a tribunal decides (art. 5).
POW = frozenset({Category.POW, Category.DOUBT, Category.UNKNOWN})
# Retained medics and chaplains are not prisoners, but have at least their benefits and protection (GC III 33).
POW_BENEFITS = POW | {Category.RETAINED}
RETAINED = frozenset({Category.RETAINED})
CIVILIAN = frozenset({Category.CIVILIAN})
ANYBODY = frozenset(Category)
