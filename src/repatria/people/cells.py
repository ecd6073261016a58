"""One cell of a list: cleaned for reading, and what may not stand in it."""

import unicodedata
from collections.abc import Sequence

from repatria.people.neutral import restored

# Understood alike by Python's `re` and by Polars.
FORBIDDEN = (
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
"""Pattern of control signs (other than tab and line ends) and of the non-characters of every plane."""


def clean(text: str) -> str:
    """Give `text` in Unicode NFC, without white space around it and without our own guard against formulas."""
    return text.strip() if text.isascii() else restored(unicodedata.normalize("NFC", text)).strip()


def cleaned(cells: Sequence[str]) -> list[str]:
    """Clean each cell of a row."""
    return [clean(cell) for cell in cells]
