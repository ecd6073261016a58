"""One code for one sound: Ukrainian, Russian and every Latin table of theirs fold into the same letters.

Шевченко, Shevchenko, Szewczenko and Schewtschenko have one code; so have Ковальов, Ковалёв, Kovalov and
Kovalev, -ський, -ский, -skyi and -sky. The code is for comparison and never shown. What the folding cannot
bring together (Микола and Николай) is in the tables of given names.
"""

import re
import unicodedata
from functools import cache, lru_cache

import polars as pl

from repatria.names import tables
from repatria.names.script import APOSTROPHES, clean, one_script

_VOWELS = "aiou"
_DOUBLED = re.compile(r"(.)\1+")
_GLIDE = re.compile(r"i(?=[aou])")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_SHORTEST_WITH_ENDING = 5  # Sounds.
_MOST_REPEATED = 8  # Halvings: a sound may stand 200 times in a row, no clean word is longer.


@cache
def _letters() -> dict[int, str]:
    return {ord(row[0]): (row[1] if len(row) > 1 else "") for row in tables.rows("slavic_letters.tsv")}


@cache
def _latin() -> tuple[re.Pattern[str], dict[str, str]]:
    sounds = {row[0]: row[1] for row in tables.rows("slavic_latin.tsv")}
    longest_first = sorted(sounds, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) + "|."), sounds


@cache
def _endings(table: str) -> tuple[list[int], dict[str, str]]:
    """Give the lengths of endings, the longest first, and what stands for each."""
    pairs = {row[0]: (row[1] if len(row) > 1 else "") for row in tables.rows(table)}
    return sorted({len(ending) for ending in pairs}, reverse=True), pairs


def _ending(spelled: str, table: str) -> str | None:
    """Give the longest ending of `spelled` that is in the table."""
    lengths, endings = _endings(table)
    for length in lengths:
        if spelled[-length:] in endings and length <= len(spelled):
            return spelled[-length:]
    return None


def _latin_sounds(word: str) -> str:
    pattern, sounds = _latin()
    spelled = "".join(sounds.get(found, "") or _plain(found, sounds) for found in pattern.findall(word))
    # A final -c is -ц in Polish and careless spelling (Marzec); before other letters it was read as k.
    return spelled[:-1] + "c" if word.endswith("c") and spelled else spelled


def _plain(letter: str, sounds: dict[str, str]) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return sounds.get({"ł": "l", "đ": "d", "ø": "o", "ı": "i"}.get(base, base), "")


@lru_cache(maxsize=1 << 18)
def sounds(word: str) -> str:
    """Give the sounds of one clean word, before endings are cut; empty if nothing can be read."""
    word = one_script(word)
    spelled = word.translate(_letters())
    if not spelled.isascii() or spelled == word:
        spelled = _latin_sounds(spelled)
    spelled = _DOUBLED.sub(r"\1", spelled.replace("ts", "c"))
    if "i" not in spelled:
        return spelled
    without = _GLIDE.sub("", spelled)
    return without if without == spelled else _DOUBLED.sub(r"\1", without)


def surname_code(word: str) -> str:
    """Give the code of a surname: its sounds, with feminine and declined endings made masculine."""
    spelled = sounds(clean(word))
    if len(spelled) < _SHORTEST_WITH_ENDING:
        return spelled
    ending = _ending(spelled, "slavic_endings.tsv")
    return spelled if ending is None else spelled[: -len(ending)] + _endings("slavic_endings.tsv")[1][ending]


def surname_codes(words: pl.Series) -> pl.Series:
    """Give the codes of clean surnames as :func:`surname_code` does, many at once; null where letters are odd."""
    bare = words.str.replace_many(list(APOSTROPHES), [""] * len(APOSTROPHES))
    sounds = pl.coalesce(_from_cyrillic(bare), _from_latin(bare)).str.replace_all("ts", "c", literal=True)
    vowels = list("aou")
    spelled = _once_each(_once_each(sounds).str.replace_many([f"i{v}" for v in vowels], vowels))
    return pl.select(spelled=spelled).select(_without_ending("slavic_endings.tsv")).to_series()


def _from_cyrillic(words: pl.Series) -> pl.Expr:
    letters = {chr(code): sound for code, sound in _letters().items() if _CYRILLIC.match(chr(code))}
    sounds = words.str.replace_many(list(letters), list(letters.values()))
    return pl.when(words.str.contains(f"^[{''.join(letters)}]+$")).then(sounds)


def _from_latin(words: pl.Series) -> pl.Expr:
    _, table = _latin()
    letters = "".join(spelling for spelling, sound in table.items() if len(spelling) == 1 and sound)
    longest_first = sorted(table, key=len, reverse=True)
    sounds = words.str.replace_many(longest_first, [table[s] for s in longest_first], leftmost=True)
    final_c = words.str.ends_with("c") & (sounds != "")
    sounds = sounds.zip_with(~final_c, sounds.str.head(-1) + "c")
    return pl.when(words.str.contains(f"^[{letters}]+$")).then(sounds)


def _once_each(column: pl.Expr) -> pl.Expr:
    """Write a sound once where it stands several times in a row."""
    every = sorted(set("".join(_letters().values())) | {"c"})
    for _ in range(_MOST_REPEATED):
        column = column.str.replace_many([2 * sound for sound in every], every)
    return column


def _without_ending(table: str) -> pl.Expr:
    lengths, endings = _endings(table)
    spelled, length = pl.col("spelled"), pl.col("spelled").str.len_chars()
    cases = []
    for count in lengths:
        found = {ending: given for ending, given in endings.items() if len(ending) == count}
        ending = spelled.str.tail(count)
        shorter = spelled.str.head(-count) + ending.replace(list(found), list(found.values()))
        cases.append(pl.when((length >= _SHORTEST_WITH_ENDING) & ending.is_in(list(found))).then(shorter))
    return pl.coalesce([*cases, spelled])


def father_code(word: str) -> str | None:
    """Give the code of the father's name in a patronymic, or None if `word` has no ending of one."""
    spelled = sounds(clean(word))
    ending = _ending(spelled, "patronymic_endings.tsv")
    if ending is None or len(spelled) - len(ending) < 2:
        return None
    return stem(spelled[: -len(ending)])


def stem(code: str) -> str:
    """Cut the vowels a given name ends in, so that Микола, Никола- and Данило, Данил- meet."""
    return code.rstrip(_VOWELS) or code
