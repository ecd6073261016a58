"""Two numbers that were exchanged for one another: "five volunteers for one officer", "19 against 11 Russians"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from repatria.claims.counts.item import Item
from repatria.claims.scene.scene import Scene

ROLE = "against"
_FOR = frozenset("for against на за против проти взамен натомість مقابل".split())
_IN_EXCHANGE = (("in", "exchange", "for"), ("in", "return", "for"), ("в", "обмен", "на"), ("в", "обмін", "на"))
FARTHEST = 14
# Of the wounded or the dead on both sides it is told how a part of the exchange divides.
_WHOLES = (None, "people", "military")


def against_each_other(found: Sequence[Item], scene: Scene) -> list[Item]:
    """Give the numbers back, those that were exchanged for one another with opposite sides."""
    told = list(found)
    for i, (one, other) in enumerate(pairwise(found)):
        if not _may_be_exchanged(one, other) or not _for_one_another(one, other):
            continue
        first, second = one.party, other.party
        if first is None and second is None:
            second = _by_record(other, scene)
        if first == second or first is None:
            first = scene.other(second or "")
        told[i] = replace(one, party=first, role=ROLE, partitive=False)
        told[i + 1] = replace(other, party=second or scene.other(first or ""), role=ROLE, partitive=False)
    return told


def _by_record(other: Item, scene: Scene) -> str | None:
    """Whose the second number is, where no word tells it: the side it fits, else the second."""
    sides = [side for e in scene.focus(other.sentence, other.at)[:1] for side in e.sides]
    fitting = [side.name for side in sides if side.total == other.number.n]
    return next(iter(fitting or [side.name for side in reversed(sides)]), None)


def _may_be_exchanged(one: Item, other: Item) -> bool:
    said_of_each = one.second is not None or one.each or other.each
    apart = one.kind == other.kind and one.kind not in _WHOLES
    return not said_of_each and not apart


def _for_one_another(one: Item, other: Item) -> bool:
    """Does a word for "for" stand right before the second number, and no other clause in between?"""
    sentence = one.sentence
    between = sentence.tags[one.at + 1 : other.at]
    words = tuple(a.text for a in sentence.atoms[one.at + 1 : other.at])
    told = (words[-1:] and words[-1] in _FOR) or any(words[-len(w) :] == w for w in _IN_EXCHANGE)
    return bool(told) and other.at - one.at <= FARTHEST and not set(between) & set(",;.n?&dhqFu")
