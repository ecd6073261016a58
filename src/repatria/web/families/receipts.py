"""Receipts: 16 digits by which a family comes back. They are shown, and only a slow keyed hash is kept.

15 digits are drawn from the form that was sent, so that sending it twice gives the same receipt; the last is a
check digit (Damm 2004: finds every wrong digit and every two neighbours exchanged). A guess hits one of 100,000
receipts after ten thousand million tries on the average; see :mod:`.views.public` for how many an hour are let in.
"""

import hashlib
import hmac
import re
import unicodedata
from functools import cache

from repatria.web.environment import secret

DIGITS = 16
# scrypt (RFC 7914): 4 MB and about ten milliseconds a try, also for whoever has the database and the key.
_COST, _BLOCK = 2**12, 8
_NOT_DIGITS = re.compile(r"[\s\-‐‑–—./]+")

# A totally anti-symmetric quasigroup of order 10, the one that Damm gives.
_TABLE = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2), (7, 0, 9, 2, 1, 5, 4, 8, 6, 3), (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6), (6, 1, 2, 3, 0, 4, 5, 9, 7, 8), (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4), (8, 9, 4, 5, 3, 6, 2, 0, 1, 7), (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)  # fmt: skip


def receipt_for(form: str) -> str:
    """Give the receipt (16 digits) of the form with this token: the same each time, and known to nobody else."""
    drawn = int.from_bytes(hmac.digest(_key("draw"), form.encode(), "sha256"), "big") % 10 ** (DIGITS - 1)
    digits = f"{drawn:0{DIGITS - 1}}"
    return digits + str(_damm(digits))


def plain(text: str) -> str:
    """Give what was typed as digits, be it in groups, with dashes or in Arabic digits; other text unchanged."""
    closed = _NOT_DIGITS.sub("", unicodedata.normalize("NFKC", text))
    return "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in closed)


def is_well_formed(text: str) -> bool:
    """Say whether `text` is 16 digits of which the last fits. Says nothing of whether it was ever given out."""
    return len(text) == DIGITS and text.isascii() and text.isdigit() and _damm(text) == 0


def hashed(receipt: str) -> bytes:
    """Give the hash that is kept of a receipt, a code or a form's token (32 bytes; about ten milliseconds)."""
    return hashlib.scrypt(receipt.encode(), salt=_key("receipt"), n=_COST, r=_BLOCK, p=1, dklen=32)


def quick_hash(purpose: str, text: str) -> bytes:
    """Give a keyed hash of something that cannot be guessed anyway."""
    return hmac.digest(_key(purpose), text.encode(), "sha256")


def in_groups(receipt: str) -> str:
    """Write a receipt as people read it out: four groups of four."""
    return " ".join(receipt[start : start + 4] for start in range(0, len(receipt), 4))


def _damm(digits: str) -> int:
    state = 0
    for digit in digits:
        state = _TABLE[state][int(digit)]
    return state


@cache
def _key(purpose: str) -> bytes:
    return hmac.digest(bytes.fromhex(secret("families")), purpose.encode(), "sha256")
