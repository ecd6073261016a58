"""A sealed box: anybody with the public half closes it, only the secret half opens it.

X25519 (RFC 7748) with a key made for this box alone, HKDF-SHA-256 (RFC 5869) over the shared secret and both public
halves, AES-256-GCM. The box is bound to its place, so that a note that was moved to another row does not open.
Stored: version (1 byte), the box's public key (32 bytes), ciphertext with tag; a key serves once, the nonce is 0.
"""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.utils.translation import gettext as _

from repatria.web.visits.errors import DoesNotOpen

VERSION, PUBLIC = 1, 32
_ONCE = bytes(12)


def new_pair() -> tuple[bytes, bytes]:
    """Make a pair: the secret half and the public half, 32 bytes each."""
    secret = X25519PrivateKey.generate()
    return secret.private_bytes_raw(), secret.public_key().public_bytes_raw()


def close(public: bytes, text: str, place: str) -> bytes:
    """Seal `text` to `public`, to be opened only at `place`."""
    once = X25519PrivateKey.generate()
    mine = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    key = _key(shared, mine, public)
    return bytes([VERSION]) + mine + AESGCM(key).encrypt(_ONCE, text.encode(), place.encode())


def open_box(secret: bytes, box: bytes, place: str) -> str:
    """Open what :func:`close` made for the same place.

    Raises:
        DoesNotOpen: it was moved or changed, or it is another key's.
    """
    if len(box) < 1 + PUBLIC or box[0] != VERSION:
        raise DoesNotOpen(_("this is not a sealed note"))
    mine, rest = box[1 : 1 + PUBLIC], box[1 + PUBLIC :]
    ours = X25519PrivateKey.from_private_bytes(secret)
    try:
        shared = ours.exchange(X25519PublicKey.from_public_bytes(mine))
        key = _key(shared, mine, ours.public_key().public_bytes_raw())
        return AESGCM(key).decrypt(_ONCE, rest, place.encode()).decode()
    except (InvalidTag, ValueError):
        raise DoesNotOpen(
            _("a note was moved or changed, or was sealed to another key; it does not open")
        ) from None


def _key(shared: bytes, once: bytes, public: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"repatria visits 1" + once + public).derive(shared)
