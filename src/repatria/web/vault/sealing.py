"""Sealing one value: AES-256-GCM, bound to table, column, row and party.

Stored: version (1 byte), number of the key (4 bytes), nonce (12 bytes), ciphertext with its tag. A value that was
moved to another row, column or party does not open.
"""

import secrets
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from repatria.web.vault import keys
from repatria.web.vault.keys import NONCE, CannotOpen

VERSION = 1
_HEAD = struct.Struct(">BI")


def seal(text: str, place: str, party: int | None) -> bytes:
    """Seal `text` for `party`, to be opened only at `place` (table, column and row)."""
    number, key = keys.newest(party)
    nonce = secrets.token_bytes(NONCE)
    return _HEAD.pack(VERSION, number) + nonce + AESGCM(key).encrypt(nonce, text.encode(), _bound(place, party))


def unseal(sealed: bytes, place: str, party: int | None) -> str:
    """Open what :func:`seal` made for the same place and party.

    Raises:
        CannotOpen: it was moved, changed, or its key is gone.
    """
    number = number_of_key(sealed)
    nonce, rest = sealed[_HEAD.size : _HEAD.size + NONCE], sealed[_HEAD.size + NONCE :]
    try:
        return AESGCM(keys.by_number(number)).decrypt(nonce, rest, _bound(place, party)).decode()
    except InvalidTag:
        raise CannotOpen("a sealed value was moved or changed, and does not open") from None


def number_of_key(sealed: bytes) -> int:
    """Give the number of the key under which a value lies.

    Raises:
        CannotOpen: it is not a sealed value.
    """
    if len(sealed) < _HEAD.size + NONCE or sealed[0] != VERSION:
        raise CannotOpen("not a sealed value")
    number: int = _HEAD.unpack_from(sealed)[1]
    return number


def _bound(place: str, party: int | None) -> bytes:
    return f"{place}|{party}".encode()
