"""Signing and checking: what each type of signature covers.

From C2SP signed-note 1.0.0 and tlog-cosignature 1.0.1 / 1.1.0-rc.1:

* 0x01 Ed25519 over the text of the note;
* 0x04 Ed25519 over ``cosignature/v1``, a time line and the text: a witness saw it then;
* 0x06 ML-DSA-44 over a structure of cosigner, time, origin, size and root: the same, and safe
  against quantum computers; it also names the cosigner.
"""

import struct
from collections.abc import Iterable

from repatria.i18n import _
from repatria.record.errors import MalformedCheckpoint, MalformedKey, MalformedNote, SignatureRefused
from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.keys import (
    ED25519,
    ED25519_COSIGNATURE,
    LONGEST_NAME,
    SIGNATURE_BYTES,
    SigningKey,
    VerifierKey,
)
from repatria.record.formats.note import Note, SignatureLine
from repatria.record.formats.text import LARGEST


def sign(note: Note, key: SigningKey, at: int) -> SignatureLine:
    """Sign the text of `note`. `at` is seconds since 1970; plain Ed25519 signatures do not carry it.

    Raises:
        MalformedCheckpoint: a cosignature is asked for, but the text is not a checkpoint.
        MalformedKey: the time or a name cannot be written in the signed structure.
    """
    if key.kind == ED25519:
        signature = key.sign_raw(note.text.encode())
    else:
        signature = _timestamp(at) + key.sign_raw(_signed_bytes(note.text, key.name, key.kind, at))
    return SignatureLine(key.name, key.verifier.id, signature)


def line_holds(line: SignatureLine, key: VerifierKey, text: str) -> bool:
    """Say whether `line` is a good signature of `key` over the note text `text`."""
    if len(line.signature) != SIGNATURE_BYTES[key.kind]:
        return False
    if key.kind == ED25519:
        return key.holds(line.signature, text.encode())
    at = int.from_bytes(line.signature[:8], "big")
    if at > LARGEST:
        return False
    try:
        return key.holds(line.signature[8:], _signed_bytes(text, key.name, key.kind, at))
    except (MalformedCheckpoint, MalformedKey):
        return False


def check_signatures(note: Note, keys: Iterable[VerifierKey]) -> list[VerifierKey]:
    """Check every signature line of the known `keys`, and give the keys that signed.

    Lines of unknown keys are passed over, as the specification demands.

    Raises:
        SignatureRefused: none of `keys` has signed, or a line of one of them does not verify.
    """
    signed = []
    for key in keys:
        lines = note.by(key)
        if not all(line_holds(line, key, note.text) for line in lines):
            raise SignatureRefused(_("the signature of {name} does not verify").format(name=key.name))
        if lines:
            signed.append(key)
    if not signed:
        raise SignatureRefused(_("none of the keys you trust has signed this note"))
    return signed


def time_of(line: SignatureLine, key: VerifierKey) -> int:
    """Give the time that a cosignature states, in seconds since 1970.

    Raises:
        MalformedNote: the line is not a cosignature of `key`.
    """
    timed = key.kind != ED25519 and line.is_by(key)
    if not timed or len(line.signature) != SIGNATURE_BYTES[key.kind]:
        raise MalformedNote(_("this signature carries no time"))
    return int.from_bytes(line.signature[:8], "big")


def _timestamp(at: int) -> bytes:
    if not 0 <= at <= LARGEST:
        raise MalformedKey(_("the time of a cosignature must lie between 1970 and 2**63 seconds later"))
    return struct.pack(">Q", at)


def _signed_bytes(text: str, cosigner: str, kind: int, at: int) -> bytes:
    checkpoint = Checkpoint.parse(text)
    if kind == ED25519_COSIGNATURE:
        return f"cosignature/v1\ntime {at}\n{text}".encode()
    return (
        b"subtree/v1\n\x00"
        + _counted(cosigner)
        + _timestamp(at)
        + _counted(checkpoint.origin)
        + struct.pack(">QQ", 0, checkpoint.size)
        + checkpoint.root
    )


def _counted(name: str) -> bytes:
    data = name.encode()
    if len(data) > LONGEST_NAME:
        raise MalformedKey(_("an ML-DSA cosignature holds names of at most {n} bytes").format(n=LONGEST_NAME))
    return bytes([len(data)]) + data
