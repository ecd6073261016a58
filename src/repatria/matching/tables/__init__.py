"""The shipped tables of ranks, units and places: data with sources. Lines that start with ``#`` are comments."""

from functools import cache
from importlib import resources


@cache
def lines(name: str) -> tuple[tuple[str, ...], ...]:
    """Give the lines of the table `name`, each divided at tabs (or, without a tab, at ``|``)."""
    text = resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
    kept = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(line.split("\t" if "\t" in line else "|")) for line in kept)
