"""The findings of a comparison of names in words, in the reader's language."""

from repatria.i18n import _
from repatria.names.levels import FamilyLevel, NameLevel

PARTS = ("given", "father", "grandfather")


def surname_in_words(level: FamilyLevel) -> str:
    """Say how two surnames compare; empty where one side gives none."""
    return {
        FamilyLevel.SAME: _("same surname"),
        FamilyLevel.OTHER_VOWELS: _("surname of the same consonants"),
        FamilyLevel.ONE_SLIP: _("surname one letter apart"),
        FamilyLevel.TWO_SLIPS: _("surname two letters apart"),
        FamilyLevel.ALIKE: _("surname alike"),
        FamilyLevel.DIFFERENT: _("another surname"),
    }.get(level, "")


def name_in_words(part: str, level: NameLevel) -> str:
    """Say how two given names compare (`part` is one of PARTS); empty where one side gives none."""
    return {
        "given": {
            NameLevel.SAME: _("same given name"),
            NameLevel.ONE_SLIP: _("given name one letter apart"),
            NameLevel.INITIAL: _("initial fits the given name"),
            NameLevel.ALIKE: _("given name alike"),
            NameLevel.DIFFERENT: _("another given name"),
            NameLevel.OTHER_NAME: _("another given name, perhaps a relative"),
        },
        "father": {
            NameLevel.SAME: _("same father's name"),
            NameLevel.ONE_SLIP: _("father's name one letter apart"),
            NameLevel.INITIAL: _("initial fits the father's name"),
            NameLevel.ALIKE: _("father's name alike"),
            NameLevel.DIFFERENT: _("another father's name"),
            NameLevel.OTHER_NAME: _("another father's name"),
        },
        "grandfather": {
            NameLevel.SAME: _("same grandfather's name"),
            NameLevel.ONE_SLIP: _("grandfather's name one letter apart"),
            NameLevel.INITIAL: _("initial fits the grandfather's name"),
            NameLevel.ALIKE: _("grandfather's name alike"),
            NameLevel.DIFFERENT: _("another grandfather's name"),
            NameLevel.OTHER_NAME: _("another grandfather's name"),
        },
    }[part].get(level, "")
