"""Words of names as integers, so that millions of comparisons touch each spelling once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from repatria.names.split import Reading, readings
from repatria.names.word import Tradition, Word

Ids = NDArray[np.int32]
ABSENT = -1


@dataclass(slots=True)
class Vocabulary:
    """Words, each with a number; the same word always has the same number."""

    numbers: dict[Word, int] = field(default_factory=dict)
    words: list[Word] = field(default_factory=list)

    def number(self, word: Word | None) -> int:
        """Give the number of `word`, a new one if it was not met before; ABSENT for None or an unreadable word."""
        if word is None or not word.code:
            return ABSENT
        found = self.numbers.get(word)
        if found is None:
            found = self.numbers[word] = len(self.words)
            self.words.append(word)
        return found


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings of a list's names: one entry per reading, in row order.

    `row` is the row a reading belongs to; the others are numbers of words (ABSENT where there is none):
    `family` in the vocabulary of families, the rest in that of given names.
    """

    row: Ids
    family: Ids
    given: Ids
    father: Ids
    grandfather: Ids


@dataclass(slots=True)
class Lexicon:
    """Both vocabularies of one tradition."""

    tradition: Tradition
    families: Vocabulary = field(default_factory=Vocabulary)
    names: Vocabulary = field(default_factory=Vocabulary)

    def read(self, rows: Sequence[tuple[str, str, str, str]]) -> Readings:
        """Read rows of (surname, given name, patronymic, full name); a row without a name has one empty reading."""
        entries: list[int] = []
        family, name = self.families.number, self.names.number
        for at, cells in enumerate(rows):
            for r in readings(*cells, self.tradition) or [Reading()]:
                entries += (at, family(r.family), name(r.given), name(r.father), name(r.grandfather))
        table = np.array(entries, dtype=np.int32).reshape(-1, 5)
        return Readings(*(np.ascontiguousarray(column) for column in table.T))
