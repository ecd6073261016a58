"""Which tradition of names a pair of lists follows, told from a sample of its cells: the script, then the words."""

from collections.abc import Callable, Sequence

from repatria.names import arabic, plain
from repatria.names.groups import arabic_given, english_given
from repatria.names.script import clean, script_of
from repatria.names.word import Tradition

_ARABIC_CELLS, _CYRILLIC_CELLS = 0.1, 0.05  # Shares of cells that settle it.
_SLAVIC_WORDS = 0.1  # Of words in Latin letters.
# Of words in Latin letters that stand in the table of Arabic given names: lists from Arab countries show 0.4,
# English ones (FEBRL, the historical persons of Splink) 0.03.
_ARABIC_WORDS = 0.15

_SLAVIC_ENDINGS = tuple("enko chuk skyi skiy sky ovych ovich evich ivna ovna evna iuk yuk".split())


def tradition_of(cells: Sequence[str]) -> Tradition:
    """Tell the tradition from cells with names of persons, none of them empty."""
    scripts = [script_of(text) for text in cells]
    if scripts.count("arabic") > _ARABIC_CELLS * len(cells):
        return "arabic"
    if scripts.count("cyrillic") > _CYRILLIC_CELLS * len(cells):
        return "slavic"
    words = [word for text in cells for word in clean(text).split()]
    if _share(words, lambda word: word.endswith(_SLAVIC_ENDINGS)) > _SLAVIC_WORDS:
        return "slavic"
    arab = _share(words, _is_arabic)
    return "arabic" if arab > max(_ARABIC_WORDS, _share(words, _is_english)) else "plain"


def _share(words: Sequence[str], is_so: Callable[[str], bool]) -> float:
    return sum(map(is_so, words)) / max(1, len(words))


def _is_arabic(word: str) -> bool:
    return bool(arabic_given().of("|".join(arabic.code_and_vowels(word))))


def _is_english(word: str) -> bool:
    return bool(english_given().of(plain.code(word)))
