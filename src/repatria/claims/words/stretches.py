"""Stretches of a sentence: how far a clause, or a phrase without any sign in between, reaches around some words."""

from repatria.claims.words.tagging import Sentence


def stretch(sentence: Sentence, first: int, last: int, ends: str) -> range:
    """The atoms around `first` to `last` up to, and without, an atom whose tag is one of `ends`."""
    tags = sentence.tags
    begin = max(tags.rfind(mark, 0, first) for mark in ends) + 1
    behind = [at for mark in ends if (at := tags.find(mark, last + 1)) >= 0]
    return range(begin, min(behind, default=len(tags)))


def clause(sentence: Sentence, first: int, last: int | None = None) -> range:
    """The stretch around an atom, or around `first` to `last`, up to a full stop or a semicolon."""
    return stretch(sentence, first, first if last is None else last, ";.")


def segment_of(sentence: Sentence, at: int) -> range:
    """The stretch around atom `at` without a sign or an "and" in between."""
    return stretch(sentence, at, at, ",;.&-?")
