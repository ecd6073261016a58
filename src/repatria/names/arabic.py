"""Names of Arabic tradition: one consonant code for Arabic script and its Latin spellings, and a vowel check.

Arabic script writes consonants and long vowels; a Latin spelling writes all vowels in as many ways as there
are clerks. So the code keeps consonants only (محمد, Mohammed and Muhamad are ``mhmd``), and the vowels are
kept apart, gap by gap, to tell Hasan from Hussein and Salem from Salim where the spelling allows it.
"""

import re
import unicodedata
from functools import cache, lru_cache

from repatria.names import tables
from repatria.names.script import clean, one_script, script_of

FAMILY_MARKS = frozenset({"al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "ul", "us", "ud", "ur", "ال"})
KINSHIP = frozenset(
    {"بن", "ابن", "بنت", "bin", "ben", "ibn", "bint", "bent", "ould", "ولد", "b", "бин", "ибн", "бен"}
)
FATHER_OF = frozenset({"ابو", "أبو", "ابي", "أبي", "abu", "abou", "abo", "abi", "bu", "bou", "абу"})

_SERVANT = re.compile(r"^(?:[aeiou]?[bp]d[aeiou]?[lrsnzdt]?|عبد|عبدال|ابد|абд|абдул|абдель)$")
_SERVANT_ARABIC = re.compile(r"^عبدال(?=..)")
_SERVANT_LATIN = re.compile(r"^[aeu][bp]d[aeou]l(?=[bcdfghjkmnpqrstvwxyz])")
_OF_THE_FAITH = re.compile(r"(?<=..)الدين$")
_ARTICLE_ARABIC = re.compile(r"^ال(?=...)")
_SERVANT_OF_A_VOWEL = re.compile(r"^[aeu][bp]d[aeou]l(?=[aeiou])(?!(?<=l)[aeo]h?[aei]?$)")
_ARTICLE_LATIN = re.compile(r"^[ae]l(?=[bcdfghjkmnpqrstvwxyz]..)")
_ASSIMILATED = re.compile(r"^[ae](?=([^aeiouyl])\1)")
_DOUBLED = re.compile(r"(.)\1+")
# A final h is written in Latin or left out, whatever it stands for (Hamza, Hamzah, Saleh): no code keeps it.
_FINAL_H = "هح"
_FRENCH_W = re.compile(r"(?<![a-z])ou(?=[aei])")
_KEPT_WITH_ARTICLE = frozenset(
    {"الله", "الياس", "الهام", "الفت", "ali", "aly", "alaa", "ala", "elias", "elyas", "allah", "alan"}
)


@cache
def _letters() -> dict[str, tuple[str, str]]:
    padded = ((*row, "", "") for row in tables.rows("arabic_letters.tsv"))
    return {row[0]: (row[1], row[2]) for row in padded}


@cache
def _latin() -> tuple[re.Pattern[str], dict[str, str]]:
    sounds = {row[0]: row[1] for row in tables.rows("arabic_latin.tsv")}
    longest_first = sorted(sounds, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), sounds


def has_article(word: str) -> bool:
    """Tell whether `word` carries al-, as family names do (and as few given names do)."""
    word = clean(word)
    return word not in _KEPT_WITH_ARTICLE and bool(
        _ARTICLE_ARABIC.match(word) or re.match(r"^[ae][lsdnrtz]h?[- ]", word) or _ARTICLE_LATIN.match(word)
    )


def words(text: str) -> list[str]:
    """Split a clean full name into its words: abd- and abu- joined to what they belong to, bin and al- dropped."""
    raw = [part for part in re.split(r"[\s,.;:/()_\-‐–—]+", one_marks(text)) if part]
    joined: list[str] = []
    carry, article = "", False
    for part in raw:
        if part in KINSHIP:
            continue
        if part in FAMILY_MARKS and len(raw) > 1:
            article = True
            continue
        if carry:
            part, carry = carry + _without_article(part), ""
        elif _SERVANT.match(part):
            carry = "عبد" if script_of(part) == "arabic" else "abd"
            continue
        elif part in FATHER_OF:
            carry = "ابو" if script_of(part) == "arabic" else "abu"
            continue
        elif joined and _without_article(part) in {
            "دين",
            "din",
            "dine",
            "deen",
            "ddin",
            "ddine",
            "eddine",
            "uddin",
            "eddin",
        }:
            joined[-1] += "دين" if script_of(part) == "arabic" else "din"
            continue
        joined.append(("al-" if article else "") + part)
        article = False
    return joined + ([carry] if carry else [])


def one_marks(text: str) -> str:
    """Drop apostrophes and signs of ayn and hamza that Latin spellings carry."""
    return one_script(text)


def _without_article(word: str) -> str:
    if word in _KEPT_WITH_ARTICLE:
        return word
    if word.startswith("al-"):
        return word[3:]
    if script_of(word) == "arabic":
        return _ARTICLE_ARABIC.sub("", word)
    if len(word) >= 6:
        word = _ARTICLE_LATIN.sub("", word)
    return _ASSIMILATED.sub("", word)


@lru_cache(maxsize=1 << 18)
def code_and_vowels(word: str) -> tuple[str, str]:
    """Give the consonants of one word, and the vowels of each gap between them, gaps parted by ``.``."""
    word = _without_article(word)
    script = script_of(word)
    if script == "arabic":
        return _from_arabic(_OF_THE_FAITH.sub("دين", _SERVANT_ARABIC.sub("عبد", word)))
    if script == "cyrillic":
        word = _from_cyrillic(word)
    return _from_latin(word)


def _from_arabic(word: str) -> tuple[str, str]:
    consonants: list[str] = []
    gaps = [""]
    letters = _letters()
    last = len(word) - 1
    for at, letter in enumerate(word):
        consonant, vowel = letters.get(letter, ("", ""))
        silent = vowel and consonant and at > 0  # Waw and ya inside a word: read as vowels.
        unheard = letter in _FINAL_H and at == last and at > 1
        if letter in "ىي" and at == last and at > 0:
            gaps[-1] += "y"  # Final ya and alif maqsura are written for one another.
            continue
        if unheard or silent or not consonant:
            gaps[-1] += vowel
            continue
        consonants.append(consonant)
        gaps.append("")
    return "".join(consonants), ".".join(gaps)


def _from_latin(word: str) -> tuple[str, str]:
    word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    word = word.replace("ı", "i")
    word = _FRENCH_W.sub(
        "w", _SERVANT_OF_A_VOWEL.sub("abd", _SERVANT_LATIN.sub("abd", _DOUBLED.sub(_single_consonant, word)))
    )
    if len(word) > 3 and word[-1] == "h" and word[-2] in "aeiou":
        word = word[:-1]
    pattern, sounds = _latin()
    word = pattern.sub(lambda found: sounds[found.group()], word)
    consonants: list[str] = []
    gaps = [""]
    for at, letter in enumerate(word):
        if letter in "aeiou" or (letter in "yw" and at > 0):
            gaps[-1] += {"y": "i", "w": "u"}.get(letter, letter)
        elif letter.isascii() and letter.isalpha():
            consonants.append(letter)
            gaps.append("")
    return "".join(consonants), ".".join(gaps)


def _single_consonant(found: re.Match[str]) -> str:
    letter = found.group(1)
    return letter * 2 if letter in "aeiou" else letter


@cache
def _cyrillic() -> dict[int, str]:
    pairs = zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя",
        "a b v g g d e e o j z i i i i k l m n o p r s t u f kh ts ch sh sh  i  e iu ia".split(" "),
        strict=True,
    )
    return {ord(letter): latin for letter, latin in pairs}


def _from_cyrillic(word: str) -> str:
    return word.translate(_cyrillic())


_CLASSES = {"a": "ae", "i": "iey", "u": "uow", "y": "aiey"}


def vowel_clashes(one: str, other: str, one_arabic: bool, other_arabic: bool) -> int:
    """Count the gaps whose vowels cannot be the same, for two words of equal consonants."""
    return sum(
        not _agree(a, b, one_arabic, other_arabic)
        for a, b in zip(one.split(".")[1:], other.split(".")[1:], strict=False)
    )


@lru_cache(maxsize=1 << 16)
def _agree(a: str, b: str, a_arabic: bool, b_arabic: bool) -> bool:
    if a_arabic and b_arabic:
        return _long(a) == _long(b)
    if a_arabic or b_arabic:
        arabic, latin = (a, b) if a_arabic else (b, a)
        if not arabic:
            return len(latin) < 2 or latin in {"ou"}
        return any(vowel in _CLASSES[sign] for sign in arabic[:1] for vowel in latin)
    if not a or not b:
        return len(a + b) < 2
    return bool({_latin_class(v) for v in a} & {_latin_class(v) for v in b}) or (a + b) in {"ei", "ie", "ae", "ea"}


def _long(vowels: str) -> str:
    return vowels[:1]


def _latin_class(vowel: str) -> str:
    return {"e": "i", "o": "u"}.get(vowel, vowel)
