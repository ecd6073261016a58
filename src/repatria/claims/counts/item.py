"""One number of people with what the words around it say of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from repatria.claims.counts.periods import Span
from repatria.claims.words.numbers import Number
from repatria.claims.words.tagging import Sentence


@dataclass(frozen=True, slots=True)
class Item:
    """One number with what the words around it say of it.

    Attributes:
        at, last: first and last atom that belong to it.
        kind: ``people``, ``military``, ``civilians``, ``bodies`` or a category of people; None if not said.
        party: the party they belong to; None if not said.
        each: said of each side.
        second: the other number of "17 for 15".
        span: the days or exchanges it is told of together.
        partitive: said of a part of people named before.
        in_all: said of all people together.
        same: "the same number".
        role: how the party was found.
    """

    sentence: Sentence
    at: int
    last: int
    number: Number
    kind: str | None = None
    party: str | None = None
    each: bool = False
    partitive: bool = False
    in_all: bool = False
    same: bool = False
    noun_at: int | None = None
    role: str = ""
    second: int | None = None
    span: Span | None = None


def detail(item: Item, said: Sequence[Item]) -> bool:
    """Is a number a part of the people, and not all of a side?"""
    split = item.kind == "military" and any(other.kind == "civilians" for other in said)
    return split or item.partitive or item.kind not in (None, "people", "military")


def is_pair(item: Item) -> bool:
    """Is it "75 for 75"?"""
    return item.sentence.tags[item.at] == "F"
