"""Keys of signed notes: verifier keys (vkeys) to hand out, and private keys to sign with.

A vkey is ``name+id+base64(type || public key)``; the id is the first four bytes of
SHA-256(name || 0x0A || type || public key) in hexadecimal (C2SP signed-note 1.0.0).
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey, MLDSA44PublicKey

from repatria.i18n import _
from repatria.record.errors import MalformedKey
from repatria.record.formats.text import from_base64, is_line, to_base64

ED25519 = 0x01
ED25519_COSIGNATURE = 0x04
MLDSA44_COSIGNATURE = 0x06

PUBLIC_KEY_BYTES = {ED25519: 32, ED25519_COSIGNATURE: 32, MLDSA44_COSIGNATURE: 1312}
SIGNATURE_BYTES = {ED25519: 64, ED25519_COSIGNATURE: 72, MLDSA44_COSIGNATURE: 2428}
SEED_BYTES = 32
LONGEST_NAME = 255  # bytes: the ML-DSA cosignature counts a name in one byte

_ID = re.compile(r"[0-9a-f]{8}")


class PublicKey(Protocol):
    """What can check a raw signature: Ed25519 or ML-DSA-44."""

    def verify(self, signature: bytes, data: bytes, /) -> None:
        """Raise InvalidSignature unless `signature` is one of `data`."""


def check_name(name: str) -> str:
    """Give back `name` if it may name a key: not empty, no space, no plus, no control character.

    Raises:
        MalformedKey: it may not.
    """
    if not is_line(name) or "+" in name or any(c.isspace() for c in name):
        raise MalformedKey(_("the name of a key is empty or has a space, a plus or a control character in it"))
    if len(name.encode()) > LONGEST_NAME:
        raise MalformedKey(_("the name of a key is longer than {n} bytes").format(n=LONGEST_NAME))
    return name


def key_id(name: str, kind: int, public: bytes) -> int:
    """Give the 32-bit id of a key: SHA-256(name || 0x0A || type || public key), first four bytes."""
    return int.from_bytes(sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:4], "big")


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key with its name and signature type: everything needed to check a signature line."""

    name: str
    kind: int
    public: bytes

    def __post_init__(self) -> None:
        check_name(self.name)
        if self.kind not in PUBLIC_KEY_BYTES:
            raise MalformedKey(
                _("the key has a signature type we do not know; known are 1, 4 and 6 (C2SP signed-note)")
            )
        if len(self.public) != PUBLIC_KEY_BYTES[self.kind]:
            raise MalformedKey(_("the public key has the wrong length for its signature type"))

    @property
    def id(self) -> int:
        """The 32-bit key id that signature lines carry."""
        return key_id(self.name, self.kind, self.public)

    @classmethod
    def parse(cls, text: str) -> "VerifierKey":
        """Read a vkey.

        Raises:
            MalformedKey: it is not one, or its id does not belong to its name and key.
        """
        parts = text.split("+", 2)
        if len(parts) != 3 or not _ID.fullmatch(parts[1]):
            raise MalformedKey(_("not a verifier key; one looks like name+1a2b3c4d+base64"))
        try:
            material = from_base64(parts[2])
        except ValueError as cause:
            raise MalformedKey(_("the last part of the verifier key is not base64")) from cause
        if len(material) < 2:
            raise MalformedKey(_("the verifier key holds no public key"))
        found = cls(parts[0], material[0], material[1:])
        if found.id != int(parts[1], 16):
            raise MalformedKey(_("the id in the verifier key does not belong to its name and key"))
        return found

    def format(self) -> str:
        """Write the vkey."""
        return f"{self.name}+{self.id:08x}+{to_base64(bytes([self.kind]) + self.public)}"

    def holds(self, signature: bytes, data: bytes) -> bool:
        """Say whether the raw `signature` of this key over `data` verifies."""
        try:
            self._key().verify(signature, data)
        except InvalidSignature:
            return False
        return True

    def _key(self) -> PublicKey:
        if self.kind == MLDSA44_COSIGNATURE:
            return MLDSA44PublicKey.from_public_bytes(self.public)
        return Ed25519PublicKey.from_public_bytes(self.public)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key: 32 secret bytes (RFC 8032; the seed of FIPS 204) with name and signature type."""

    name: str
    kind: int
    seed: bytes

    def __post_init__(self) -> None:
        check_name(self.name)
        if self.kind not in PUBLIC_KEY_BYTES or len(self.seed) != SEED_BYTES:
            raise MalformedKey(_("not a private key: its type is unknown or it is not 32 bytes long"))

    def __repr__(self) -> str:
        return f"SigningKey({self.name!r}, kind={self.kind}, seed=secret)"

    def _key(self) -> Ed25519PrivateKey | MLDSA44PrivateKey:
        if self.kind == MLDSA44_COSIGNATURE:
            return MLDSA44PrivateKey.from_seed_bytes(self.seed)
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @property
    def verifier(self) -> VerifierKey:
        """The public half."""
        return VerifierKey(self.name, self.kind, self._key().public_key().public_bytes_raw())

    def sign_raw(self, data: bytes) -> bytes:
        """Sign bytes as they are; :mod:`~repatria.record.formats.signatures` says what to sign."""
        return self._key().sign(data)


def same_key(a: VerifierKey, b: VerifierKey) -> bool:
    """Say whether two vkeys wrap one public key, whatever their names (tlog-policy: duplicates)."""
    return a.public == b.public
