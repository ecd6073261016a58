"""Text that a spreadsheet must not run: made harmless when written, restored when we read it again.

A cell that begins like a formula gets an apostrophe and a word joiner (U+2060) before it; a spreadsheet then shows
text. The joiner tells our own reader that the apostrophe is ours: a list that held one of its own keeps it.
"""

import unicodedata

GUARD = "'\u2060"
_STARTS_FORMULA = frozenset("=+-@")
_STARTS_LINE = frozenset("\t\r\n")


def neutral(text: str) -> str:
    """Give `text` in a form that no spreadsheet takes for a formula; :func:`restored` undoes it exactly."""
    return GUARD + text if _is_live(text) else text


def restored(text: str) -> str:
    """Give a cell without the guard that :func:`neutral` may have put before it."""
    return text.removeprefix(GUARD)


def _is_live(text: str) -> bool:
    if text.startswith(GUARD) or text[:1] in _STARTS_LINE:
        return True
    # Programs skip white space and unseen signs, and some take full-width signs for the plain ones.
    first = next((c for c in text if not c.isspace() and unicodedata.category(c) != "Cf"), "")
    return unicodedata.normalize("NFKC", first)[:1] in _STARTS_FORMULA if first else False
