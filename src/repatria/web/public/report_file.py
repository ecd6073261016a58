"""The text of a report that was pasted or dropped as a file."""

from datetime import date
from typing import Any

from repatria.claims import source


def text_of_upload(file: Any, pasted: str) -> tuple[str, date | None]:
    """Give the text to check, and the day that its web page gives, if it is one.

    Raises:
        CannotReadReport: the file is not a text or a saved page.
    """
    if not file:
        return pasted, None
    read = source.parse(file.read(), "report")
    return read.text, read.page_date
