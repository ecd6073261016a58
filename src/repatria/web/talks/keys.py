"""A person's signing key: made in the desk, locked under a passphrase, in force once a colleague confirms it.

The secret half is an Ed25519 key (RFC 8032). It lies locked with AES-256-GCM under a key that Argon2id (RFC 9106)
makes of the passphrase; the lock is bound to the person and the public half. Nobody can open it without the
passphrase, and a lost passphrase means a new key.
"""

from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.web import limits
from repatria.web.policy import SIGNERS
from repatria.web.talks.errors import BadKey, CannotSign
from repatria.web.talks.models import SigningKey
from repatria.web.two_persons import rule
from repatria.web.two_persons.models import Act
from repatria.web.vault.passphrase import WrongPassphrase, lock, unlock

SHORTEST_PASSPHRASE = 12
MOST_TRIES, TRIES_SECONDS = 5, 300


def make(user: Any, passphrase: str) -> SigningKey:
    """Make a key for `user`, and ask a colleague to confirm it. Until then it signs nothing.

    Raises:
        BadKey: the passphrase is too short, or a key of his waits to be confirmed already.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise BadKey(
            _("A passphrase needs {n} characters at least; several words are good.").format(n=SHORTEST_PASSPHRASE)
        )
    secret = Ed25519PrivateKey.generate()
    public = secret.public_key().public_bytes_raw()
    with transaction.atomic():
        if SigningKey.objects.select_for_update().filter(person=user, confirmed_at=None, revoked_at=None).exists():
            raise BadKey(_("A key of yours waits for a colleague to confirm it. Withdraw that one first."))
        key = SigningKey(person=user, public=public)
        key.locked = lock(secret.private_bytes_raw(), passphrase, _bound(key))
        key.save()
        rule.propose(CONFIRM, user, key.pk, fingerprint=fingerprint(public))
    return key


def fingerprint(public: bytes) -> str:
    """Give what two people read to each other: SHA-256 of the public half, the first 16 bytes in groups of four."""
    digest = sha256(bytes(public)).hexdigest()[:32]
    return " ".join(digest[start : start + 4] for start in range(0, 32, 4))


def pem(public: bytes) -> bytes:
    """Give the public half as other programs read it (SubjectPublicKeyInfo, PEM)."""
    return Ed25519PublicKey.from_public_bytes(bytes(public)).public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def in_force(user: Any) -> SigningKey | None:
    """Give the key with which `user` signs now, if he has one."""
    return SigningKey.objects.filter(person=user, confirmed_at__isnull=False, revoked_at=None).first()


def waiting(user: Any) -> SigningKey | None:
    """Give the key of `user` that waits for a colleague."""
    return SigningKey.objects.filter(person=user, confirmed_at=None, revoked_at=None).first()


def sign(user: Any, passphrase: str, message: bytes) -> tuple[SigningKey, bytes]:
    """Sign `message`: the secret half is open only while this runs.

    Raises:
        CannotSign: he has no key in force, the passphrase is wrong, or it was wrong too often.
    """
    key = in_force(user)
    if key is None:
        raise CannotSign(_("You have no signing key in force. Make one, and let a colleague confirm it."))
    tries = f"passphrase:{key.pk}"
    # Counted before it is tried: of a hundred guesses sent at one moment, five are looked at.
    if limits.count(tries, TRIES_SECONDS) > MOST_TRIES:
        raise CannotSign(_("The passphrase was wrong five times. Nothing was signed; wait five minutes."))
    try:
        secret = unlock(bytes(key.locked), passphrase, _bound(key))
    except WrongPassphrase:
        raise CannotSign(_("The passphrase does not open your key. Nothing was signed.")) from None
    cache.delete(tries)
    return key, Ed25519PrivateKey.from_private_bytes(secret).sign(message)


def revoke(key: SigningKey, user: Any) -> SigningKey:
    """Withdraw one's own key, at once: a key that may be known to others must not wait for a second person.

    What it signed before stays signed. A key that waited is withdrawn with its proposal.
    """
    with transaction.atomic():
        SigningKey.objects.filter(pk=key.pk, person=user, revoked_at=None).update(revoked_at=timezone.now())
        act = Act.objects.filter(kind=CONFIRM.kind, subject=str(key.pk), state=Act.State.PROPOSED).first()
        if act is not None:
            rule.refuse(act.pk, user)
    return key


def refuse(act: Act, key: SigningKey, user: Any) -> Act:
    """Refuse a colleague's key: it never comes into force.

    Raises:
        NotSettled: it is settled already, or this person may not.
    """
    with transaction.atomic():
        settled = rule.refuse(act.pk, user)
        SigningKey.objects.filter(pk=key.pk, revoked_at=None).update(revoked_at=timezone.now())
    return settled


def _confirmed(act: Act) -> None:
    """The colleague has compared the fingerprint: the key is in force, and replaces the one before it."""
    key = SigningKey.objects.select_for_update().get(pk=act.subject)
    if key.revoked_at is not None:
        raise rule.NotSettled(_("This key was withdrawn; there is nothing to confirm."))
    now = timezone.now()
    SigningKey.objects.filter(person=key.person_id, confirmed_at__isnull=False, revoked_at=None).update(
        revoked_at=now
    )
    key.confirmed_by, key.confirmed_at = act.settled_by, now
    key.save(update_fields=["confirmed_by", "confirmed_at"])


def _described(act: Act) -> str:
    return _("{name}: {fingerprint}").format(name=act.proposed_by.name, fingerprint=act.details["fingerprint"])


CONFIRM = rule.register(rule.Weighty("talks.key", SIGNERS, _("Confirm a signing key"), _confirmed, _described))


def _bound(key: SigningKey) -> bytes:
    return f"signing key of {key.person_id}|".encode() + bytes(key.public)
