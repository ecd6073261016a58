"""Word lists as data: which words carry which meaning, found by looking words up, not by guessing.

A list is written as lines of entries; an entry is a phrase, a word may end in ``*`` (any ending), and a line may
begin with ``value:``. One letter, the tag, names the meaning (see :mod:`repatria.claims.words.tags`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from repatria.claims.words.reading import plain

# Arabic writes "and", "in", "for", "as" and "the" onto the word.
_CLITICS = ("وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "وب", "ول", "ال", "و", "ف", "ب", "ل", "ك")


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of a list: its words (a trailing ``*`` allows any ending), its tag and its value."""

    words: tuple[str, ...]
    tag: str
    value: str


class Lexicon:
    """The word lists of one language, ready to be looked up."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        # Entries by their first word, then by their second ("" where there is none, or any ending will do).
        self._by_word: dict[str, dict[str, list[Entry]]] = {}
        self._by_stem: dict[str, dict[str, list[Entry]]] = {}
        for tag, text in lists.items():
            for entry in _entries(tag, text):
                first = entry.words[0]
                shelf = self._by_stem if first.endswith("*") else self._by_word
                entries = shelf.setdefault(first.rstrip("*"), {})
                entries.setdefault(_second(entry), []).append(entry)
        self._longest_stem = max((len(stem) for stem in self._by_stem), default=0)

    def longest(self, words: Sequence[str], at: int) -> Entry | None:
        """The entry that covers most words from `at` on; of equals, the one with most letters."""
        found = [e for e in self._beginning(words, at) if _fits(e, words, at)]
        # "since the war began" both counts up to now and says of what: the second is the more telling.
        return max(found, key=lambda e: (len(e.words), sum(map(len, e.words)), e.tag == "Y"), default=None)

    def _beginning(self, words: Sequence[str], at: int) -> Iterator[Entry]:
        seconds = ["", *(forms(words[at + 1]) if at + 1 < len(words) else ())]
        for form in forms(words[at]):
            shelves = [self._by_word.get(form)]
            shelves += [self._by_stem.get(form[:n]) for n in range(2, min(len(form), self._longest_stem) + 1)]
            for shelf in filter(None, shelves):
                for second in seconds:
                    yield from shelf.get(second, ())


def _second(entry: Entry) -> str:
    second = entry.words[1] if len(entry.words) > 1 else ""
    return "" if second.endswith("*") else second


@lru_cache(maxsize=20_000)
def forms(word: str) -> list[str]:
    """The word, and what is left of an Arabic word without what is written onto its front."""
    if not "\u0621" <= word[0] <= "\u064a":
        return [word]
    joined = ["ال" + word[len(c) :] for c in ("لل", "ولل") if word.startswith(c)]  # "for the" swallows a letter
    bare = [word[len(c) :] for c in _CLITICS if word.startswith(c) and len(word) - len(c) > 2]
    return [word, *bare, *joined]


def _fits(entry: Entry, words: Sequence[str], at: int) -> bool:
    if at + len(entry.words) > len(words):
        return False
    return all(_same(want, words[at + i]) for i, want in enumerate(entry.words))


def _same(want: str, word: str) -> bool:
    if want.endswith("*"):
        return any(form.startswith(want[:-1]) for form in forms(word))
    return want in forms(word)


def _entries(tag: str, text: str) -> Iterator[Entry]:
    for line in text.strip().splitlines():
        value, colon, phrases = line.partition(":")
        if not colon:
            value, phrases = "", line
        for phrase in phrases.split(","):
            words = tuple(plain(phrase.strip()).replace("-", " - ").replace("'s", " 's").split())
            if words:
                yield Entry(words, tag, value.strip())
