"""The private keys of a log or witness, in one file that only its owner may read; a passphrase is optional."""

import json
import os
from collections.abc import Sequence
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from repatria.i18n import _
from repatria.record.errors import CannotKeep, MalformedKey
from repatria.record.formats.keys import SEED_BYTES, SigningKey, VerifierKey
from repatria.record.formats.text import from_base64, to_base64

FORMAT = "repatria-record-keys/1"
_SALT, _NONCE = 16, 12
_WORK = {"n": 2**15, "r": 8, "p": 1}  # about 32 MB and a tenth of a second for each guess


def new_keys(name: str, kinds: Sequence[int]) -> list[SigningKey]:
    """Make fresh keys of the given signature types, all under one name."""
    return [SigningKey(name, kind, os.urandom(SEED_BYTES)) for kind in kinds]


def format_keys(keys: Sequence[SigningKey], passphrase: str | None = None) -> bytes:
    """Write private keys, locked if there is a passphrase (scrypt, then AES-256-GCM)."""
    public = [key.verifier.format() for key in keys]
    seeds = b"".join(key.seed for key in keys)
    document: dict[str, Any] = {"format": FORMAT, "public": public}
    if passphrase is None:
        document["seeds"] = to_base64(seeds)
    else:
        salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
        box = AESGCM(_key(passphrase, salt)).encrypt(nonce, seeds, _bound(public))
        document["locked"] = to_base64(salt + nonce + box)
    return json.dumps(document, indent=1).encode() + b"\n"


def parse_public(data: bytes) -> list[VerifierKey]:
    """Read the public halves; this needs no passphrase.

    Raises:
        MalformedKey: the file is not a key file.
    """
    return [VerifierKey.parse(text) for text in _document(data)["public"]]


def parse_keys(data: bytes, passphrase: str | None = None) -> list[SigningKey]:
    """Read private keys.

    Raises:
        MalformedKey: the file is not a key file, or its halves do not belong together.
        CannotKeep: it is locked, and the passphrase is missing or wrong.
    """
    document = _document(data)
    public = parse_public(data)
    seeds = _seeds(document, passphrase)
    if len(seeds) != SEED_BYTES * len(public):
        raise MalformedKey(_("the key file does not hold a private key for each public one"))
    keys = [
        SigningKey(key.name, key.kind, seeds[at * SEED_BYTES : (at + 1) * SEED_BYTES])
        for at, key in enumerate(public)
    ]
    if [key.verifier for key in keys] != public:
        raise MalformedKey(_("the private keys in the key file do not belong to its public ones"))
    return keys


def _document(data: bytes) -> dict[str, Any]:
    try:
        document = json.loads(data)
        if document["format"] != FORMAT or not all(isinstance(text, str) for text in document["public"]):
            raise ValueError("another format")
    except (ValueError, KeyError, TypeError, RecursionError) as cause:
        raise MalformedKey(_("not a key file of a record")) from cause
    return dict(document)


def _seeds(document: dict[str, Any], passphrase: str | None) -> bytes:
    try:
        if "seeds" in document:
            return from_base64(document["seeds"])
        sealed = from_base64(document["locked"])
    except (ValueError, KeyError, TypeError, AttributeError) as cause:
        raise MalformedKey(_("the key file holds no private keys that can be read")) from cause
    if passphrase is None:
        raise CannotKeep(_("the private keys are locked; give the passphrase"))
    salt, nonce, box = sealed[:_SALT], sealed[_SALT : _SALT + _NONCE], sealed[_SALT + _NONCE :]
    try:
        return AESGCM(_key(passphrase, salt)).decrypt(nonce, box, _bound(document["public"]))
    except (InvalidTag, ValueError) as cause:
        raise CannotKeep(_("the passphrase does not open the private keys")) from cause


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, **_WORK).derive(passphrase.encode())


def _bound(public: Sequence[str]) -> bytes:
    return "\n".join([FORMAT, *public]).encode()
