"""Keys: one for each party, wrapped under the installation's key (AES-256-GCM, NIST SP 800-38D).

The installation's key is a file outside the database: whoever has the database alone reads nothing.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import transaction
from django.utils import timezone

from repatria.errors import RepatriaError
from repatria.web.environment import secret
from repatria.web.vault.models import PartyKey

NONCE = 12
KEY = 32


class CannotOpen(RepatriaError):
    """A sealed value does not open: it was moved, changed, or its key is gone."""


def newest(party: int | None) -> tuple[int, bytes]:
    """Give the number and bytes of the key that seals for `party` now; make the first one if need be.

    `None` is the installation's own compartment, for what belongs to no party.
    """
    kept = _kept.get()
    if kept is not None and party in kept:
        return kept[party]
    found = PartyKey.objects.filter(party=party, retired_at=None).last()
    found = found or add_key(party)
    key = found.pk, by_number(found.pk)
    if kept is not None:
        kept[party] = key
    return key


_kept: ContextVar[dict[int | None, tuple[int, bytes]] | None] = ContextVar("kept", default=None)


@contextmanager
def kept() -> Iterator[None]:
    """Look each party's key up once while many values are sealed.

    A key that is retired meanwhile still seals until the end of this; what it seals opens, as all that it sealed.
    """
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


# Unwrapped keys by number. A key is remembered only once the transaction that made it is committed: if it is rolled
# back, the database may give its number to another key.
_known: dict[int, bytes] = {}
_not_committed: set[int] = set()


def by_number(number: int) -> bytes:
    """Give the bytes of key `number`.

    Raises:
        CannotOpen: the key does not exist, or was wrapped by another installation's key.
    """
    if number in _known:
        return _known[number]
    key = _unwrapped(number)
    if number not in _not_committed:
        _known[number] = key
    return key


def forget() -> None:
    """Forget what is remembered of keys."""
    _known.clear()
    _not_committed.clear()


def _unwrapped(number: int) -> bytes:
    found = PartyKey.objects.filter(pk=number).first()
    if found is None:
        raise CannotOpen("the key of this value no longer exists")
    wrapped = bytes(found.wrapped)
    try:
        return _wrapper().decrypt(wrapped[:NONCE], wrapped[NONCE:], _bound(found.party_id))
    except InvalidTag:
        raise CannotOpen("secrets/vault is not the key that this database was made with; put it back") from None


def add_key(party: int | None) -> PartyKey:
    """Make a new key for `party`; from now on it seals."""
    nonce = secrets.token_bytes(NONCE)
    wrapped = nonce + _wrapper().encrypt(nonce, secrets.token_bytes(KEY), _bound(party))
    made = PartyKey.objects.create(party_id=party, wrapped=wrapped)
    _not_committed.add(made.pk)
    transaction.on_commit(lambda: _not_committed.discard(made.pk))
    return made


@transaction.atomic
def rotate(party: int | None) -> PartyKey:
    """Retire the party's keys and make a new one. What the old ones sealed still opens until it is sealed anew."""
    PartyKey.objects.filter(party=party, retired_at=None).update(retired_at=timezone.now())
    return add_key(party)


def blind(party: int | None, purpose: str, word: str) -> bytes:
    """Give the blind index of `word`: 16 bytes that only this installation can make (HMAC-SHA-256, cut).

    It differs from party to party and from purpose to purpose, so that two registers cannot be compared by it.
    """
    key = _blind_key(party, purpose)
    return hmac.digest(key, word.encode(), hashlib.sha256)[:16]


@lru_cache(maxsize=256)
def _blind_key(party: int | None, purpose: str) -> bytes:
    # The installation's key lies in a file: a register is not indexed by reading it a million times.
    return hmac.digest(_installation_key(), f"blind|{party}|{purpose}".encode(), "sha256")


def _installation_key() -> bytes:
    return bytes.fromhex(secret("vault"))


@lru_cache(maxsize=1)
def _wrapper() -> AESGCM:
    return AESGCM(_installation_key())


def _bound(party: int | None) -> bytes:
    return f"key of party {party}".encode()
