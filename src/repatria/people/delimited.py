"""Lists as delimited text: comma, semicolon, tab or bar."""

import csv
from collections.abc import Iterator
from pathlib import Path

from repatria.people.limits import Limits
from repatria.people.source import Row, Source


def open_delimited(path: Path, encoding: str | None, limits: Limits) -> Source:
    """Open a delimited list."""
    return Source(_rows(path, encoding or "utf-8-sig"), encoding=encoding or "utf-8")


def _rows(path: Path, encoding: str) -> Iterator[Row]:
    with path.open(encoding=encoding, newline="") as text:
        yield from enumerate(csv.reader(text, strict=True), 1)
