"""Names in a reader's reply: a reply that seems to name a person is held, so that no captive is named in public."""

import itertools
import re
from functools import lru_cache

from repatria.names import Tradition, script_of
from repatria.names.word import given

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")


def seems_to_name(text: str) -> bool:
    """Say whether two neighbouring words of `text` read like a person's name.

    A given name of the vocabulary beside a word with a capital letter (or, in Arabic, beside any word) is enough:
    it is better to hold a reply for a person to read than to let one name through.
    """
    words = _WORD.findall(text)
    return any((_is_given(one) and _may_be_surname(other)) or (_is_given(other) and _may_be_surname(one))
               for one, other in itertools.pairwise(words))  # fmt: skip


def _may_be_surname(word: str) -> bool:
    return len(word) > 2 and (word[0].isupper() or not word[0].islower())


@lru_cache(maxsize=20_000)
def _is_given(word: str) -> bool:
    """Say whether `word` is, letter by letter as it sounds, a given name that the tables know."""
    if not _may_be_surname(word):
        return False
    traditions: tuple[Tradition, ...] = ("arabic",) if script_of(word) == "arabic" else ("slavic", "plain")
    found = [given(word, tradition) for tradition in traditions]
    return any(name.groups and name.sure for name in found)
