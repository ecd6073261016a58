"""One cell of a list: cleaned for reading."""

import unicodedata
from collections.abc import Sequence

from repatria.people.neutral import restored


def clean(text: str) -> str:
    """Give `text` in Unicode NFC, without white space around it and without our own guard against formulas."""
    return text.strip() if text.isascii() else restored(unicodedata.normalize("NFC", text)).strip()


def cleaned(cells: Sequence[str]) -> list[str]:
    """Clean each cell of a row."""
    return [clean(cell) for cell in cells]
