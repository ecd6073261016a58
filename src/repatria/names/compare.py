"""Two names, as people write them, compared: a weight and a sentence.

For single questions ("is Szewczenko Wołodymyr our Шевченко Володимир?") and for search across spellings. Lists
are compared by :mod:`repatria.matching`, which learns its weights and term frequencies from the lists themselves.
"""

from collections.abc import Mapping
from math import log2

import numpy as np

from repatria.i18n import _
from repatria.names.evidence import Evidence
from repatria.names.levels import FamilyLevel, NameLevel, coded, family_levels, name_levels
from repatria.names.script import script_of
from repatria.names.vocabulary import Lexicon
from repatria.names.word import Tradition, family, place_code
from repatria.names.wording import PARTS, name_in_words, surname_in_words

# Bits a finding is worth before any list is known; from the shares in matching/tables/weights.tsv.
_SURNAME = {
    FamilyLevel.SAME: 9.5,
    FamilyLevel.OTHER_VOWELS: 4.0,
    FamilyLevel.ONE_SLIP: 6.5,
    FamilyLevel.TWO_SLIPS: 3.5,
    FamilyLevel.ALIKE: 0.5,
    FamilyLevel.DIFFERENT: -5.5,
}
_GIVEN = {
    NameLevel.SAME: 4.8,
    NameLevel.ONE_SLIP: 3.5,
    NameLevel.INITIAL: 2.5,
    NameLevel.ALIKE: 0.0,
    NameLevel.DIFFERENT: -3.0,
    NameLevel.OTHER_NAME: -7.5,
}
_COMMONEST, _RAREST = 1e-1, 1e-7


def tradition_of(*texts: str) -> Tradition:
    """Tell the tradition of a few names: Arabic if any is in Arabic script, else Slavic."""
    return "arabic" if any(script_of(text) == "arabic" for text in texts) else "slavic"


def code(surname: str, tradition: Tradition = "slavic") -> str:
    """Give the code that all spellings of a surname share (empty if nothing in it can be read)."""
    return family(surname.strip().lower(), tradition).code


def search_key(text: str, tradition: Tradition = "slavic") -> str:
    """Give one key for any text of several words, such as a place: equal for its spellings."""
    return place_code(text, tradition)


def compare(one: str, other: str, shares: Mapping[str, float] | None = None) -> Evidence:
    """Compare two full names, in any script and order.

    `shares` says how common a surname is (its :func:`code` -> share of people): a rare one that agrees weighs more.
    """
    tradition = tradition_of(one, other)
    lexicon = Lexicon(tradition)
    left, right = (lexicon.read([("", "", "", text)]) for text in (one, other))
    a, b = (
        grid.ravel().astype(np.int32) for grid in np.meshgrid(np.arange(len(left.row)), np.arange(len(right.row)))
    )
    families, names = coded(lexicon.families), coded(lexicon.names)
    surnames = family_levels(families, left.family[a], right.family[b])
    parts = [
        name_levels(names, getattr(left, part)[a], getattr(right, part)[b])
        for part in ("given", "father", "grandfather")
    ]
    found = [
        _weighed(
            FamilyLevel(surnames[i]),
            [NameLevel(part[i]) for part in parts],
            _rarity(lexicon, left.family[a[i]], shares),
        )
        for i in range(len(a))
    ]
    return max(found, key=lambda evidence: evidence.weight)


def _rarity(lexicon: Lexicon, number: int, shares: Mapping[str, float] | None) -> float:
    """Give the bits by which a surname is rarer than most, 0 where nothing is known of it."""
    if shares is None or number < 0:
        return 0.0
    share = shares.get(lexicon.families.words[number].code, _RAREST)
    return -log2(min(max(share, _RAREST), _COMMONEST)) - _SURNAME[FamilyLevel.SAME]


def _weighed(surname: FamilyLevel, parts: list[NameLevel], rarity: float) -> Evidence:
    weight = _SURNAME.get(surname, 0.0) + (rarity if surname is FamilyLevel.SAME else 0.0)
    weight += sum(_GIVEN.get(level, 0.0) for level in parts)
    reasons = [surname_in_words(surname), *(name_in_words(*pair) for pair in zip(PARTS, parts, strict=True))]
    said = [reason for reason in reasons if reason]
    return Evidence(weight, ", ".join(said) or _("one side gives no name"))
