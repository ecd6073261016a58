"""The shipped name tables: data with sources, read once and kept.

A table is UTF-8 text; a line that starts with ``#`` is a comment (the source stands there).
"""

from functools import cache
from importlib import resources


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Give the rows of the table `name` as tuples of words (space or tab between them)."""
    text = resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(line.split("\t") if "\t" in line else line.split()) for line in lines)
