"""QR codes (ISO/IEC 18004) as squares of dark and light, drawn by the typesetter."""

from functools import lru_cache
from typing import TypedDict

import segno

from repatria.i18n import _
from repatria.paper.errors import BadPaper


class Square(TypedDict):
    """A QR code: `n` modules a side, `bits` row by row (0 dark, 255 light), `alt` for who cannot see it."""

    n: int
    bits: list[int]
    alt: str


@lru_cache(maxsize=4096)
def _modules(content: str) -> tuple[int, tuple[int, ...]]:
    made = segno.make(content, error="m", micro=False)
    rows = made.matrix_iter(border=4)
    return int(made.symbol_size(border=4)[0]), tuple(0 if dark else 255 for row in rows for dark in row)


def square(content: str) -> Square:
    """Give the QR code of `content`, quiet zone included.

    Raises:
        BadPaper: `content` is empty or longer than a QR code holds.
    """
    if not content:
        raise BadPaper(_("a QR code needs a line code or an address: give each line its code before printing"))
    try:
        side, bits = _modules(content)
    except segno.DataOverflowError as cause:
        raise BadPaper(_("a line code or address is too long for a QR code: shorten it")) from cause
    return {"n": side, "bits": list(bits), "alt": _("QR code: {content}").format(content=content)}
