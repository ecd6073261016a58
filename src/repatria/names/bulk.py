"""Reading the names of long lists: in chunks, on several processes, with the same result as on one."""

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor

import numpy as np

from repatria.names.vocabulary import Ids, Lexicon, Readings, Vocabulary
from repatria.names.word import Tradition, Word

Cells = tuple[str, str, str, str]
"""Surname, given name, patronymic, full name of one row."""
_Chunk = tuple[Readings, list[Word], list[Word]]

_CHUNK = 50_000
_WORTH_PROCESSES = 150_000

# A forked child reads its rows from here: they need not be sent.
_lists: Sequence[Sequence[Cells]] = ()
_tradition: Tradition = "plain"


def read_many(
    lists: Sequence[Sequence[Cells]], tradition: Tradition, threads: int
) -> tuple[Lexicon, list[Readings]]:
    """Read the names of several lists into one lexicon; give it, and the readings of each list."""
    global _lists, _tradition  # noqa: PLW0603 - how a forked child finds its rows
    _lists, _tradition = lists, tradition
    try:
        lexicon = Lexicon(tradition)
        starts = [(which, start) for which, rows in enumerate(lists) for start in range(0, len(rows), _CHUNK)]
        parts: list[list[Readings]] = [[] for _ in lists]
        for (which, start), chunk in zip(starts, _chunks(starts, threads), strict=True):
            parts[which].append(_renumbered(chunk, start, lexicon))
        return lexicon, [_joined(part) for part in parts]
    finally:
        _lists = ()


def _chunks(starts: list[tuple[int, int]], threads: int) -> Iterator[_Chunk]:
    rows = sum(map(len, _lists))
    if threads < 2 or rows < _WORTH_PROCESSES or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(_read_chunk, starts)
        return
    # The children do nothing but read names: no threads, no locks of the parent are touched.
    with ProcessPoolExecutor(threads, multiprocessing.get_context("fork")) as pool:
        yield from pool.map(_read_chunk, starts)


def _read_chunk(place: tuple[int, int]) -> _Chunk:
    which, start = place
    lexicon = Lexicon(_tradition)
    found = lexicon.read(_lists[which][start : start + _CHUNK])
    return found, lexicon.families.words, lexicon.names.words


def _renumbered(chunk: _Chunk, start: int, lexicon: Lexicon) -> Readings:
    found, families, names = chunk
    family, name = _numbers(families, lexicon.families), _numbers(names, lexicon.names)
    return Readings(
        found.row + np.int32(start),
        family[found.family],
        name[found.given],
        name[found.father],
        name[found.grandfather],
    )


def _numbers(words: list[Word], vocabulary: Vocabulary) -> Ids:
    """Give the numbers of `words` in `vocabulary`; the last entry stands for ABSENT, which is -1."""
    return np.array([*map(vocabulary.number, words), -1], np.int32)


def _joined(parts: list[Readings]) -> Readings:
    if not parts:
        return Readings(*(np.zeros(0, np.int32) for _ in range(5)))
    names = ("row", "family", "given", "father", "grandfather")
    return Readings(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))
