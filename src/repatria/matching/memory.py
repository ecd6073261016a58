"""What a reconciliation needs to hold in memory, and how it keeps within what it may use."""

import polars as pl

from repatria.errors import RepatriaError
from repatria.i18n import _

MIB = 1 << 20
_PROGRAM = 350 * MIB  # Python, its packages, tables of names.
_ROW = 620  # Bytes a row, coded, with its share of words, keys and candidates at work; measured on a million.
_READING = 1.6  # Bytes of memory for a byte of text while it is read.
_OF_ROOM = 4  # The part of the room left that candidates may take before they go to the disk.


class TooLittleMemory(RepatriaError):
    """The lists cannot be reconciled within the memory allowed."""


def needed(rows: int, text: int = 0) -> int:
    """Estimate the least memory (bytes) for `rows` in both lists together, which take `text` bytes as read."""
    return _PROGRAM + rows * _ROW + text


def check_files(memory: int | None, sizes: list[int]) -> None:
    """Make sure, before they are read, that files of `sizes` bytes fit into `memory` (None: all there is).

    Raises:
        TooLittleMemory: they do not; the text says how much reading them needs.
    """
    least = _PROGRAM + int(_READING * sum(sizes))
    if memory is not None and memory < least:
        raise TooLittleMemory(
            _(
                "{memory} MB are too little memory to read these files; allow at least {least} MB with --memory"
            ).format(memory=memory // MIB, least=-(-least // MIB))
        )


def check(memory: int | None, left: pl.DataFrame, right: pl.DataFrame) -> None:
    """Make sure that lists which have been read can be reconciled within `memory` bytes (None: all there is).

    Raises:
        TooLittleMemory: they cannot; the text says how much is needed.
    """
    if memory is None:
        return
    least = needed(left.height + right.height, int(left.estimated_size() + right.estimated_size()))
    if memory < least:
        raise TooLittleMemory(
            _(
                "{memory} MB are too little memory for {rows} rows; allow at least {least} MB with --memory, "
                "or compare the lists in parts"
            ).format(memory=memory // MIB, rows=left.height + right.height, least=-(-least // MIB))
        )


def for_pairs(memory: int | None) -> int | None:
    """Give the bytes of candidates that may be held before they are spilled to the disk."""
    return None if memory is None else max(16 * MIB, (memory - _PROGRAM) // _OF_ROOM)
