"""Names of no particular tradition, in Latin letters: the letters themselves, without accents and doubling."""

import re
import unicodedata

from anyascii import anyascii

from repatria.names.script import clean, one_script

_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


def code(word: str) -> str:
    """Give the plain letters and digits of one word."""
    word = one_script(clean(word))
    if not word.isascii():
        word = anyascii("".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)))
    return _NOT_A_LETTER.sub("", word.lower())
