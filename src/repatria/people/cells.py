"""One cell of a list: cleaned for reading."""

import unicodedata
from collections.abc import Sequence


def clean(text: str) -> str:
    """Give `text` in Unicode NFC and without white space around it: nothing else is changed."""
    return text.strip() if text.isascii() else unicodedata.normalize("NFC", text).strip()


def cleaned(cells: Sequence[str]) -> list[str]:
    """Clean each cell of a row."""
    return [clean(cell) for cell in cells]
