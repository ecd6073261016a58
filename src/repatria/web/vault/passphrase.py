"""A secret locked under a passphrase that only its people know: nobody at rest, with database and files, opens it.

Kept: salt (16 bytes), nonce (12), ciphertext with its tag. AES-256-GCM under a key that Argon2id (RFC 9106) makes
of the passphrase; the lock is bound to whose secret it is.
"""

import secrets
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SALT, NONCE = 16, 12
# RFC 9106, second recommended option: 64 MiB, three passes, four lanes.
ARGON: dict[str, Any] = {
    "time_cost": 3,
    "memory_cost": 64 * 1024,
    "parallelism": 4,
    "hash_len": 32,
    "type": Type.ID,
}


class WrongPassphrase(Exception):
    """The passphrase does not open it, or it was bound to somebody else."""


def lock(secret: bytes, passphrase: str, bound: bytes) -> bytes:
    """Lock `secret`; `bound` says whose it is, and must be said again to open it."""
    head = secrets.token_bytes(SALT + NONCE)
    return head + AESGCM(_stretched(passphrase, head)).encrypt(head[SALT:], secret, bound)


def unlock(locked: bytes, passphrase: str, bound: bytes) -> bytes:
    """Open what :func:`lock` locked.

    Raises:
        WrongPassphrase: it does not open.
    """
    head, rest = locked[: SALT + NONCE], locked[SALT + NONCE :]
    try:
        return AESGCM(_stretched(passphrase, head)).decrypt(head[SALT:], rest, bound)
    except InvalidTag:
        raise WrongPassphrase from None


def _stretched(passphrase: str, head: bytes) -> bytes:
    return hash_secret_raw(passphrase.encode(), head[:SALT], **ARGON)
