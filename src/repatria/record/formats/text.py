"""The small pieces that all the formats share: base64, decimals, and lines, each written in one way only."""

import re
from base64 import b64decode, b64encode
from binascii import Error

LARGEST = 2**63 - 1  # what a signed 64-bit number holds: Go's tlog and the timestamp of a cosignature

CONTROL = re.compile(r"[\x00-\x1f]")
_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}")


def to_base64(data: bytes) -> str:
    """Write bytes as standard base64 (RFC 4648, section 4)."""
    return b64encode(data).decode("ascii")


def from_base64(text: str) -> bytes:
    """Read standard base64, written exactly as :func:`to_base64` writes it.

    Raises:
        ValueError: anything else, also stray bits in the last letter.
    """
    try:
        data = b64decode(text.encode("ascii"), validate=True)
    except (Error, UnicodeEncodeError) as cause:
        raise ValueError("not base64") from cause
    if to_base64(data) != text:
        raise ValueError("not written as base64 is written")
    return data


def from_decimal(text: str) -> int:
    """Read a decimal without sign, spaces or leading zeros, at most 2**63 - 1.

    Raises:
        ValueError: anything else.
    """
    if not _DECIMAL.fullmatch(text) or int(text) > LARGEST:
        raise ValueError("not a decimal number")
    return int(text)


def hash_from_base64(text: str) -> bytes:
    """Read a 32-byte hash in base64.

    Raises:
        ValueError: it is not one.
    """
    data = from_base64(text)
    if len(data) != 32:
        raise ValueError("not 32 bytes")
    return data


def is_line(text: str) -> bool:
    """Say whether `text` can stand as a line: not empty, Unicode, and without control characters."""
    try:
        return bool(text.encode()) and not CONTROL.search(text)
    except UnicodeEncodeError:
        return False
