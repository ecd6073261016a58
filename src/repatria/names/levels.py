"""How alike two words of a name are, in steps, for many pairs of words at once."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cpdist

from repatria.names.arabic import vowel_clashes
from repatria.names.vocabulary import ABSENT, Ids, Vocabulary

Levels = NDArray[np.int8]
Comparison = Callable[["Coded", Ids, Ids, int], Levels]
_NO_GROUP = -1
_UNLIKE = 0.62  # Jaro-Winkler similarity below which nobody mistypes one name into the other.


class FamilyLevel(IntEnum):
    """How two surnames compare."""

    MISSING = 0
    SAME = 1
    OTHER_VOWELS = 2  # Same consonants as far as tables of letters can confuse them; other vowels.
    ONE_SLIP = 3
    TWO_SLIPS = 4
    ALIKE = 5
    DIFFERENT = 6


class NameLevel(IntEnum):
    """How two given names (or fathers' names) compare."""

    MISSING = 0
    SAME = 1
    ONE_SLIP = 2
    INITIAL = 3  # One side gives an initial, and it fits.
    ALIKE = 4
    DIFFERENT = 5
    OTHER_NAME = 6  # Known names that are not the same one, or names that have nothing in common.


@dataclass(frozen=True, slots=True)
class Coded:
    """A vocabulary as arrays: what the comparison of its words needs."""

    codes: "NDArray[np.object_]"
    code_number: Ids  # Equal for equal codes.
    bones: Ids  # Equal for equal consonants, those confused by tables of letters being one; -1 for too few.
    length: Ids
    groups: Ids  # (words, 3), _NO_GROUP where there is none.
    sure: NDArray[np.bool_]
    initial: NDArray[np.bool_]
    letters: NDArray[np.int64]  # Bit mask of possible first letters.
    vowels: "NDArray[np.object_]"
    vowelled: NDArray[np.bool_]  # Vowels are kept apart: the Arabic tradition.
    arabic: NDArray[np.bool_]
    term: Ids  # Equal for words that count as the same name: first group, else code.


def coded(vocabulary: Vocabulary) -> Coded:
    """Turn a vocabulary into arrays."""
    words = vocabulary.words
    codes = np.array([w.code for w in words], dtype=object)
    _, code_number = np.unique(codes.astype(str), return_inverse=True) if words else (None, np.zeros(0, int))
    groups = np.full((len(words), 3), _NO_GROUP, np.int32)
    for at, word in enumerate(words):
        groups[at, : len(word.groups)] = word.groups
    shift = int(groups.max(initial=0)) + 1
    return Coded(
        codes=codes,
        code_number=code_number.astype(np.int32),
        bones=_numbered([_bones(w.code) for w in words]),
        length=np.array([len(w.code) for w in words], np.int32),
        groups=groups,
        sure=np.array([w.sure for w in words], bool),
        initial=np.array([w.initial for w in words], bool),
        letters=np.array([_mask(w.letters) for w in words], np.int64),
        vowels=np.array([w.vowels for w in words], dtype=object),
        vowelled=np.array([bool(w.vowels) for w in words], bool),
        arabic=np.array([w.arabic for w in words], bool),
        term=np.where(groups[:, 0] != _NO_GROUP, groups[:, 0], code_number + shift).astype(np.int32),
    )


# German z and s, Polish c, Maghrebi ch, Egyptian g: what one country's table writes, another's reads otherwise.
_CONFUSED = str.maketrans("zScCZjgdbfw", "ssssskktpvv", "aiou")
_FEWEST_BONES = 3


def _bones(code: str) -> str:
    """Give the consonants of a code, those that tables of letters confuse being one."""
    return code[:1].translate({ord(v): "'" for v in "aiou"}).translate(_CONFUSED) + code[1:].translate(_CONFUSED)


def _numbered(texts: list[str]) -> Ids:
    numbers: dict[str, int] = {}
    found = [numbers.setdefault(t, len(numbers)) if len(t) >= _FEWEST_BONES else ABSENT for t in texts]
    return np.array(found, np.int32)


def _mask(letters: str) -> int:
    mask = 0
    for letter in letters:
        mask |= 1 << (ord(letter) & 63 if ord(letter) < 128 else 62)
    return mask & ((1 << 62) - 1)


def family_levels(words: Coded, a: Ids, b: Ids, workers: int = 1) -> Levels:
    """Compare surnames pair by pair (numbers of words) into FamilyLevel."""
    return _by_unique_pair(words, a, b, _family_levels, workers)


def name_levels(words: Coded, a: Ids, b: Ids, workers: int = 1) -> Levels:
    """Compare given names pair by pair (numbers of words) into NameLevel."""
    return _by_unique_pair(words, a, b, _name_levels, workers)


def _by_unique_pair(words: Coded, a: Ids, b: Ids, compare: Comparison, workers: int) -> Levels:
    """Compare each different pair of words once; a word with itself, the usual case, without sorting."""
    itself = np.flatnonzero(np.bincount(a[(a == b) & (a != ABSENT)])).astype(np.int32)
    table = np.zeros(len(words.codes) + 1, np.int8)  # ABSENT is the last.
    table[itself] = compare(words, itself, itself, workers)
    result = np.where(a == b, table[a], np.int8(0))
    others = np.flatnonzero((a != b) & (a != ABSENT) & (b != ABSENT))
    low, high = np.minimum(a[others], b[others]), np.maximum(a[others], b[others])
    pairs, where = np.unique(low.astype(np.int64) << 32 | high, return_inverse=True)
    found = compare(words, (pairs >> 32).astype(np.int32), (pairs & 0xFFFFFFFF).astype(np.int32), workers)
    result[others] = found[where]
    return result


def _family_levels(words: Coded, a: Ids, b: Ids, workers: int) -> Levels:
    result = np.full(len(a), FamilyLevel.DIFFERENT, np.int8)
    same = words.code_number[a] == words.code_number[b]
    result[same] = FamilyLevel.SAME
    rest = np.flatnonzero(~same)
    slips, likeness = _distances(words, a[rest], b[rest], workers)
    shorter = np.minimum(words.length[a[rest]], words.length[b[rest]])
    result[rest[likeness >= 0.82]] = FamilyLevel.ALIKE
    result[rest[(slips == 2) & (shorter >= 5)]] = FamilyLevel.TWO_SLIPS
    result[rest[(slips == 1) & (shorter <= 3)]] = FamilyLevel.ALIKE
    result[(words.bones[a] == words.bones[b]) & (words.bones[a] != ABSENT) & ~same] = FamilyLevel.OTHER_VOWELS
    result[rest[(slips == 1) & (shorter >= 3)]] = FamilyLevel.ONE_SLIP
    result[_clashing(words, a, b, same)] = FamilyLevel.OTHER_VOWELS
    return result


def _name_levels(words: Coded, a: Ids, b: Ids, workers: int) -> Levels:
    slips, likeness = _distances(words, a, b, workers)
    result = np.where(likeness < _UNLIKE, NameLevel.OTHER_NAME, NameLevel.DIFFERENT).astype(np.int8)
    same_code = words.code_number[a] == words.code_number[b]
    shared = np.zeros(len(a), bool)
    for i in range(3):
        for j in range(3):
            shared |= (words.groups[a, i] != _NO_GROUP) & (words.groups[a, i] == words.groups[b, j])
    known = (words.groups[a, 0] != _NO_GROUP) & (words.groups[b, 0] != _NO_GROUP)
    both_sure = words.sure[a] & words.sure[b]
    longer = np.maximum(words.length[a], words.length[b])
    result[likeness >= 0.82] = NameLevel.ALIKE
    result[(slips == 2) & (longer >= 4) & (words.letters[a] & words.letters[b] != 0)] = NameLevel.ALIKE
    result[(slips == 2) & (longer >= 6)] = NameLevel.ALIKE
    result[(slips == 1) & (longer >= 3)] = NameLevel.ALIKE
    result[(slips == 1) & (longer >= 4)] = NameLevel.ONE_SLIP
    result[(words.bones[a] == words.bones[b]) & (words.bones[a] != ABSENT)] = NameLevel.ONE_SLIP
    result[known & both_sure] = NameLevel.OTHER_NAME
    # Consonants alone are few: a slip turns one known Arabic name into another.
    result[known & (slips <= 1) & (words.vowelled[a] | words.vowelled[b])] = NameLevel.DIFFERENT
    clash = _clashing(words, a, b, same_code)
    result[same_code & ~(known & both_sure & clash)] = NameLevel.SAME
    result[same_code & clash & ~known] = NameLevel.ALIKE
    result[shared] = np.where(both_sure[shared], NameLevel.SAME, NameLevel.ONE_SLIP)
    result[same_code & ~clash] = NameLevel.SAME
    initial = words.initial[a] | words.initial[b]
    fits = words.letters[a] & words.letters[b] != 0
    result[initial] = np.where(fits[initial], NameLevel.INITIAL, NameLevel.DIFFERENT)
    return result


def _distances(words: Coded, a: Ids, b: Ids, workers: int) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    left, right = words.codes[a].tolist(), words.codes[b].tolist()
    slips = cpdist(left, right, scorer=OSA.distance, score_cutoff=3, dtype=np.uint8, workers=workers)
    likeness = cpdist(
        left, right, scorer=JaroWinkler.similarity, score_cutoff=_UNLIKE, dtype=np.float32, workers=workers
    )
    return slips, likeness


def _clashing(words: Coded, a: Ids, b: Ids, same: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell where consonants are the same and the vowels cannot be."""
    result = np.zeros(len(a), bool)
    vowelled = same & (words.vowels[a] != words.vowels[b])
    for at in np.flatnonzero(vowelled):
        one, other = a[at], b[at]
        result[at] = bool(
            vowel_clashes(
                words.vowels[one], words.vowels[other], bool(words.arabic[one]), bool(words.arabic[other])
            )
        )
    return result
