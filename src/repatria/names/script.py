"""Which script a word is written in, and how a word is made clean before anything is compared.

Homoglyphs: a Latin letter that looks like its Cyrillic neighbour (and the reverse) is folded into the script
that the rest of the word is written in (Unicode Technical Standard 39, confusables, restricted to the
letters of the two alphabets that meet in these lists).
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

import polars as pl

Script = Literal["cyrillic", "latin", "arabic", "other"]

LONGEST_NAME = 200  # Letters; what follows in a cell is not a name any more.

_CYRILLIC = re.compile("[\u0400-\u052f]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# Marks of direction, joiners, byte order marks and controls; Arabic vowel signs and the stretching tatweel.
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u0301\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\u0640\u064b-\u065f\u0670]"
)
_LOOKS_LATIN = str.maketrans("асеіорхукмтвнјѕ", "aceiopxykmtbhjs")
_LOOKS_CYRILLIC = str.maketrans("aceiopxykmtbhjs", "асеіорхукмтвнјѕ")
APOSTROPHES = "'’ʼ`´ʹ′‘ʾʿʻ\"“”"
_NO_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, ""))


def script_of(text: str) -> Script:
    """Name the script that most letters of `text` are written in."""
    counts: dict[Script, int] = {
        "cyrillic": len(_CYRILLIC.findall(text)),
        "latin": len(_LATIN.findall(text)),
        "arabic": len(_ARABIC.findall(text)),
    }
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else "other"


@lru_cache(maxsize=1 << 17)
def clean(text: str) -> str:
    """Give `text` in lower case, composed (NFKC), without unseen marks, at most LONGEST_NAME letters long."""
    text = text[: 4 * LONGEST_NAME]
    if not text.isascii() and not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    if _UNSEEN.search(text):
        text = _UNSEEN.sub("", text)
    return text.lower()[:LONGEST_NAME]


def one_script(word: str) -> str:
    """Fold look-alike letters of a clean `word` into the script of its majority; drop apostrophes."""
    word = word.translate(_NO_APOSTROPHES)
    if word.isascii() or not _LATIN.search(word) or not _CYRILLIC.search(word):
        return word
    cyrillic, latin = len(_CYRILLIC.findall(word)), len(_LATIN.findall(word))
    return word.translate(_LOOKS_CYRILLIC if cyrillic >= latin else _LOOKS_LATIN)


# Composed letters without unseen companions: all that `clean` does to them is to make them small.
_PLAIN_SIGNS = (
    "^[ -~\u00a1-\u00a7\u00a9\u00ab\u00ac\u00ae\u00b0\u00b1\u00b6\u00b7\u00bb\u00bf-\u012f\u0131"
    "\u0134-\u013e\u0141-\u0148\u014a-\u017e"
    "\u0400-\u0482\u048a-\u052f\u0621-\u063a\u0641-\u064a\u02bc\u2018\u2019\u2013\u2014]*$"
)


def clean_column(texts: pl.Series) -> pl.Series:
    """Give a column of texts as :func:`clean` gives each of them."""
    plain = texts.str.contains(_PLAIN_SIGNS) & (texts.str.len_bytes() <= LONGEST_NAME)
    small = texts.str.to_lowercase()
    if plain.all():
        return small
    others = texts.filter(~plain).unique()
    cleaned = pl.Series([clean(text) for text in others.to_list()], dtype=pl.String)
    return small.zip_with(plain, texts.replace_strict(others, cleaned, default="", return_dtype=pl.String))
