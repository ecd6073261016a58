"""Rows that say a name in the usual way, read column by column, with the result of reading each on its own.

What is not usual (:mod:`repatria.names.usual`) is left to :func:`repatria.names.split.readings`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

import numpy as np
import polars as pl
from numpy.typing import NDArray

from repatria.names import slavic
from repatria.names.usual import READING, Flags, usual
from repatria.names.vocabulary import ABSENT, Ids, Lexicon, Readings, Vocabulary
from repatria.names.word import Word, family, father, given

CodesOf = Callable[[pl.Series], pl.Series]
"""Gives the codes of a column of words that are nothing but their codes, null for others."""


class Map(Protocol):
    """`map`, or that of a pool of processes."""

    def __call__(self, do: Callable[[Any], Any], items: Iterable[Any], /) -> Iterable[Any]:
        """Apply `do` to each item; the order is kept."""


_CHUNK_WORDS = 20_000
_NOTHING = Readings(*(np.zeros(0, np.int32) for _ in range(5)))


def read(lists: Sequence[pl.DataFrame], lexicon: Lexicon, each: Map) -> list[Readings]:
    """Read the usual rows of cleaned lists; rows that are missing in the answer are for somebody else to read."""
    if lexicon.tradition == "arabic":
        return [_NOTHING for _ in lists]
    rows = [usual(frame, lexicon.tradition) for frame in lists]
    words = _Words.of(rows, lexicon, each)
    return [words.readings(frame) for frame in rows]


@dataclass(frozen=True, slots=True)
class _Role:
    """The different words of one role, as arrays with an entry for each; the last stands for "no word"."""

    texts: pl.Series
    number: Ids
    code: Ids  # Equal for equal codes.
    odd: Flags  # An initial, or nothing that can be read: two readings of such are left to the reader of rows.

    @classmethod
    def of(
        cls,
        columns: list[pl.Series],
        read: Callable[[str], Word],
        codes_of: CodesOf | None,
        numbers: Vocabulary,
        each: Map,
    ) -> "_Role":
        """Read the different words of `columns`, many at once where `codes_of` can."""
        texts = pl.concat([column.rename("") for column in columns]).drop_nulls().unique(maintain_order=True)
        words = _words(texts, read, codes_of, each)
        codes: dict[str, int] = {}
        return cls(
            texts,
            np.array([*map(numbers.number, words), ABSENT], np.int32),
            np.array([*(codes.setdefault(word.code, len(codes)) for word in words), ABSENT], np.int32),
            np.array([*(word.initial or not word.code for word in words), False], bool),
        )

    def places(self, words: pl.Series) -> NDArray[np.intp]:
        """Give the place of each word of a column; the last place where there is none."""
        places = pl.Series(range(len(self.texts)), dtype=pl.Int32)
        found = words.replace_strict(self.texts, places, default=len(self.texts), return_dtype=pl.Int32)
        return found.fill_null(len(self.texts)).to_numpy().astype(np.intp)


def _words(texts: pl.Series, read: Callable[[str], Word], codes_of: CodesOf | None, each: Map) -> list[Word]:
    if codes_of is None:
        return _one_by_one(texts, read, each)
    codes = codes_of(texts)
    others = iter(_one_by_one(texts.filter(codes.is_null()), read, each))
    made = {code: Word(code) for code in codes.drop_nulls().unique()}
    return [next(others) if code is None else made[code] for code in codes.to_list()]


def _one_by_one(texts: pl.Series, read: Callable[[str], Word], each: Map) -> list[Word]:
    spelled = texts.to_list()
    chunks = [spelled[start : start + _CHUNK_WORDS] for start in range(0, len(spelled), _CHUNK_WORDS)]
    return [_unpacked(word) for part in each(partial(_read_words, read), chunks) for word in part]


def _read_words(read: Callable[[str], Word], texts: list[str]) -> list[Word | str]:
    """Read words; one that is nothing but its code goes back as that: it travels lighter."""
    words = (read(text) for text in texts)
    return [word.code if word == Word(word.code) else word for word in words]


def _unpacked(word: Word | str) -> Word:
    return Word(word) if isinstance(word, str) else word


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of all usual rows, by role."""

    roles: tuple[_Role, _Role, _Role]

    @classmethod
    def of(cls, lists: list[pl.DataFrame], lexicon: Lexicon, each: Map) -> "_Words":
        vocabularies = (lexicon.families, lexicon.names, lexicon.names)
        roles = [
            _Role.of(
                [frame[column] for frame in lists for column in (name, f"{name}2")],
                partial(read, tradition=lexicon.tradition),
                slavic.surname_codes if (name, lexicon.tradition) == ("family", "slavic") else None,
                vocabulary,
                each,
            )
            for name, read, vocabulary in zip(READING, (family, given, father), vocabularies, strict=True)
        ]
        return cls(tuple(roles))  # type: ignore[arg-type]

    def readings(self, frame: pl.DataFrame) -> Readings:
        """Give the readings of arranged rows; two that do not contradict each other are one."""
        row = frame["row"].to_numpy()
        pairs = [
            (role, role.places(frame[name]), role.places(frame[f"{name}2"]))
            for name, role in zip(READING, self.roles, strict=True)
        ]
        first = [role.number[a] for role, a, _ in pairs]
        second = [role.number[b] for role, _, b in pairs]
        one_alone = np.any([a != ABSENT for a in first], axis=0)
        other_too = np.any([b != ABSENT for b in second], axis=0)
        odd = other_too & np.any([role.odd[a] | role.odd[b] for role, a, b in pairs], axis=0)
        merged = _agree(pairs) | ~one_alone
        whole = [np.where(merged & (a == ABSENT), b, a) for a, b in zip(first, second, strict=True)]
        more = other_too & ~merged & ~odd
        return _in_row_order(row, whole, ~odd, second, more)


def _agree(pairs: list[tuple[_Role, NDArray[np.intp], NDArray[np.intp]]]) -> Flags:
    """Tell where two readings contradict each other in no part and agree in two."""
    both = [(role.code[a] != ABSENT) & (role.code[b] != ABSENT) for role, a, b in pairs]
    equal = [role.code[a] == role.code[b] for role, a, b in pairs]
    contradicts = np.any([known & ~same for known, same in zip(both, equal, strict=True)], axis=0)
    return np.asarray(~contradicts & (np.sum(both, axis=0) > 1))


def _in_row_order(row: Ids, whole: list[Ids], kept: Flags, second: list[Ids], more: Flags) -> Readings:
    rows = np.concatenate([row[kept], row[more]])
    order = np.argsort(rows, kind="stable")
    family, given, father = (np.concatenate([a[kept], b[more]])[order] for a, b in zip(whole, second, strict=True))
    return Readings(rows[order], family, given, father, np.full(len(rows), ABSENT, np.int32))
