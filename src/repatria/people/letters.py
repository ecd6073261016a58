"""How much a text looks like Ukrainian, Russian, Arabic or accented Latin names.

A wrong code page gives letters, but not these letters in these places: capitals inside words, box-drawing signs,
rare letters everywhere. That is enough to propose a code page to a person, and never enough to apply it in silence.
"""

import math
import re
from functools import cache
from itertools import pairwise

# Letters of names, places and ranks in lists, per thousand (rare ones count as 1; a letter of the script that is
# missing here counts as rarer still).
_PER_THOUSAND = {
    "uk": "о106 а95 р79 и60 в56 н54 с52 л51 т48 к47 е44 і36 м36 д36 б28 й25 ч24 п17 у17 ь16 г16 ш12 ж8 я7 х7 з5"
    " ц4 ю4 ї3 є2 ф1 щ1 ґ1 '1",
    "ru": "о101 а91 р81 и77 е70 в66 н59 к50 с46 л45 т39 д37 м33 й29 ч26 б22 я18 г16 у15 п14 ь12 ш10 ж9 х7 ы6"
    " з5 ю5 ц4 ф4 щ1 э1 ё1 ъ1",
    "ar": "ا159 ل131 ي103 د62 م57 ن53 ع52 ر46 ح41 و39 ب37 س33 ء28 ج25 ص16 ز14 ة13 ف13 ه11 ق10 ت9 ش8 ك7 خ6 إ6 ض4 ذ4"
    " ى3 ط3 أ3 ث2 غ1 ئ1 آ1 ؤ1 ظ1",
    "latin": "é200 è60 ê20 ë30 ç50 à40 â20 î15 ï20 ô20 ö60 ü80 ä60 ß15 ñ30 ó40 í40 á60 ú20 å20 ø20 æ10 ş30 ı40 ğ20"
    " ł20 ń10 ś10 ź5 ż10 ą10 ę10 ć20 č20 š30 ž20 ř10 ě10 ý10 ő5 ű5 ă10 ţ10 ț5 ș5 đ10 ã20 õ10 ò10 ù10 ì10",
}
_RAREST = math.log(0.0003)
_FOREIGN = -12.0
"""For a sign that no word of the language holds."""
_BROKEN_CASE = -7.0
_PUNCTUATION = frozenset("«»“”„’‘–—…№°،؛؟")
_ACCENTS_ONLY = re.compile("[\u00c0-\u00ff]{3}")
_WORD = re.compile(r"[^\W\d_]+")


class _Weights(dict[str, float]):
    """Log-frequency of the letters of a language; that of any other sign is worked out when it is met first."""

    def __missing__(self, c: str) -> float:
        weight = self[c] = _weight(c, self)
        return weight


@cache
def _weights(language: str) -> _Weights:
    letters = {pair[0]: math.log(int(pair[1:]) / 1000) for pair in _PER_THOUSAND[language].split()}
    return _Weights(letters | {letter.upper(): weight for letter, weight in letters.items() if letter != "ı"})


def plausibility(text: str) -> float:
    """Say how much the letters of `text` outside ASCII look like one of our languages.

    Returns:
        the mean log-frequency per letter, about -3 for real names and below -5 for a wrong code page; 0 for a text
        in ASCII alone.
    """
    beyond = [c for c in text if c > "\x7f"]
    if not beyond:
        return 0.0
    best = max(_letters(beyond, _weights(language)) for language in _PER_THOUSAND)
    return (best + _case_faults(text) * _BROKEN_CASE) / len(beyond)


def _letters(beyond: list[str], weights: _Weights) -> float:
    return sum(map(weights.__getitem__, beyond))


def _weight(c: str, weights: _Weights) -> float:
    if c in _PUNCTUATION or c == "\xa0":
        return -6.0
    return _FOREIGN if not _same_script(c, weights) else _RAREST


def _same_script(c: str, weights: dict[str, float]) -> bool:
    lowest, highest = (
        ("\u0410", "\u0491") if "о" in weights else ("\u0621", "\u06d3") if "ا" in weights else ("À", "ž")
    )
    return lowest <= c <= highest and c.isalpha()


def _case_faults(text: str) -> int:
    """Count words with capitals after small letters, of accented letters alone, or of ASCII and another script."""
    faults = 2 * len(_ACCENTS_ONLY.findall(text))
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        if any(a.islower() and b.isupper() for a, b in pairwise(word)):
            faults += 1 + len(word) // 4
        ascii_letters = sum(c < "\x80" for c in word)
        if ascii_letters and any("\u0400" <= c <= "\u06ff" for c in word):
            faults += min(ascii_letters, len(word) - ascii_letters)
    return faults
