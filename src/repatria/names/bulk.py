"""Reading the names of long lists: every different word once, the rest is arithmetic on columns.

Most rows say a name in the usual way: a surname, a given name, a patronymic, a word or an initial each. Those are
read column by column (:mod:`repatria.names.columns`). The others (one field for all, two surnames, Arabic chains)
are read row by row. Both parts go to several processes where that pays, with the same result as on one.
"""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial

import numpy as np
import polars as pl

from repatria.names import columns
from repatria.names.script import clean_column
from repatria.names.vocabulary import Ids, Lexicon, Readings, Vocabulary
from repatria.names.word import Tradition, Word

NAME_CELLS = ("surname", "given_name", "patronymic", "full_name_native")
_Cells = tuple[str, str, str, str]
_Chunk = tuple[Readings, list[Word], list[Word]]

_CHUNK_ROWS = 10_000
_WORTH_PROCESSES = 60_000  # Rows.


def read_many(lists: Sequence[pl.DataFrame], tradition: Tradition, threads: int) -> tuple[Lexicon, list[Readings]]:
    """Read the names of several lists (columns NAME_CELLS, text without nulls) into one lexicon.

    Returns:
        the lexicon, and the readings of each list.
    """
    lexicon = Lexicon(tradition)
    cleaned = [frame.select(clean_column(frame[name]) for name in NAME_CELLS) for frame in lists]
    with _readers(threads, sum(frame.height for frame in lists)) as each:
        plain = columns.read(cleaned, lexicon, each)
        others = [_the_others(*pair, lexicon, each) for pair in zip(cleaned, plain, strict=True)]
    return lexicon, [_together(one, other) for one, other in zip(plain, others, strict=True)]


@contextmanager
def _readers(threads: int, rows: int) -> Iterator[columns.Map]:
    """Give a `map` that keeps the order, over processes where there is enough to do."""
    if threads < 2 or rows < _WORTH_PROCESSES or "fork" not in multiprocessing.get_all_start_methods():
        yield map
        return
    # The children do nothing but read names: no threads, no locks of the parent are touched.
    with ProcessPoolExecutor(threads, multiprocessing.get_context("fork")) as pool:
        yield pool.map


def _the_others(cells: pl.DataFrame, plain: Readings, lexicon: Lexicon, each: columns.Map) -> Readings:
    is_other = np.ones(cells.height, bool)
    is_other[plain.row] = False
    rows = np.flatnonzero(is_other).astype(np.int32)
    texts = list(cells[rows].iter_rows()) if len(rows) else []
    chunks = [texts[start : start + _CHUNK_ROWS] for start in range(0, len(texts), _CHUNK_ROWS)]
    read: Callable[[list[_Cells]], _Chunk] = partial(_read_chunk, lexicon.tradition)
    parts = [_renumbered(found, lexicon) for found in each(read, chunks)]
    starts = range(0, len(texts), _CHUNK_ROWS)
    placed = [_at(part, rows[start:]) for part, start in zip(parts, starts, strict=True)]
    return _joined(placed)


def _read_chunk(tradition: Tradition, texts: list[_Cells]) -> _Chunk:
    lexicon = Lexicon(tradition)
    found = lexicon.read(texts)
    return found, lexicon.families.words, lexicon.names.words


def _renumbered(chunk: _Chunk, lexicon: Lexicon) -> Readings:
    found, families, names = chunk
    family, name = _numbers(families, lexicon.families), _numbers(names, lexicon.names)
    return Readings(found.row, family[found.family], name[found.given], name[found.father], name[found.grandfather])


def _numbers(words: list[Word], vocabulary: Vocabulary) -> Ids:
    """Give the numbers of `words` in `vocabulary`; the last entry stands for ABSENT, which is -1."""
    return np.array([*map(vocabulary.number, words), -1], np.int32)


def _at(found: Readings, rows: Ids) -> Readings:
    return Readings(rows[found.row], found.family, found.given, found.father, found.grandfather)


def _joined(parts: list[Readings]) -> Readings:
    if not parts:
        return Readings(*(np.zeros(0, np.int32) for _ in range(5)))
    names = ("row", "family", "given", "father", "grandfather")
    return Readings(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def _together(one: Readings, other: Readings) -> Readings:
    """Give the readings of both in row order; those of one row stay in their order."""
    both = _joined([one, other])
    order = np.argsort(both.row, kind="stable")
    return Readings(
        *(column[order] for column in (both.row, both.family, both.given, both.father, both.grandfather))
    )
