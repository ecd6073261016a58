"""The ICRC's own key: made by one delegate, in use once a second confirms it; opened by its passphrase alone.

The secret half lies locked with AES-256-GCM under a key that Argon2id (RFC 9106) makes of the passphrase. There is
no copy and no way round: with the passphrase lost, the notes are lost.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from repatria.web import limits
from repatria.web.ledger.enter import approvals, enter
from repatria.web.policy import Role
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import Weighty, propose, register
from repatria.web.vault import passphrase as passphrases
from repatria.web.visits import box
from repatria.web.visits.errors import StaysLocked, TooShort
from repatria.web.visits.models import OwnKey

SHORTEST = 14
MOST_TRIES, WINDOW = 5, 300


def in_use(party: Any) -> OwnKey | None:
    """Give the key to which notes of this party are sealed now."""
    return OwnKey.objects.filter(party=party, confirmed_at__isnull=False, retired_at=None).first()


def waiting(party: Any) -> OwnKey | None:
    """Give the key that waits for a second delegate."""
    return OwnKey.objects.filter(party=party, confirmed_at=None, retired_at=None).first()


@transaction.atomic
def make(user: Any, passphrase: str) -> OwnKey:
    """Make a key and propose it. The one in use stays in use until a second delegate confirms.

    Raises:
        TooShort: the passphrase is too short. NotSettled: the role may not, or one is proposed already.
    """
    _check(passphrase)
    secret, public = box.new_pair()
    key = OwnKey(party=user.party, public=public, made_by=user)
    key.locked = passphrases.lock(secret, passphrase, _bound(key))
    key.save()
    propose(CONFIRM, user, user.party_id, key=str(key.pk))
    return key


def _confirm(act: Act) -> None:
    now = timezone.now()
    OwnKey.objects.filter(party=act.party_id, confirmed_at__isnull=False, retired_at=None).update(retired_at=now)
    OwnKey.objects.filter(pk=act.details["key"], party=act.party_id).update(confirmed_at=now)
    OwnKey.objects.filter(party=act.party_id, confirmed_at=None).update(retired_at=now)
    _enter(act, "put in use")


CONFIRM = register(
    Weighty(
        "visits.own_key", frozenset({Role.ICRC}), gettext_lazy("The ICRC's own key"), _confirm,
        lambda act: _("a new key for notes, with a passphrase that your colleague knows"),
        lambda act: _("New notes are sealed to it at once. Older notes still open with the key before."),
    )
)  # fmt: skip


def unlock(key: OwnKey, passphrase: str, who: Any) -> bytes:
    """Give the secret half.

    Raises:
        StaysLocked: the passphrase is wrong, or was wrong too often just now.
    """
    _count_try(key, who)
    try:
        return passphrases.unlock(bytes(key.locked), passphrase, _bound(key))
    except passphrases.WrongPassphrase:
        raise StaysLocked(_("This is not the passphrase. Nothing was opened.")) from None


def change_passphrase(key: OwnKey, old: str, new: str, who: Any) -> None:
    """Lock the same key under another passphrase and propose it. The old one opens it until a second confirms.

    Raises:
        StaysLocked: the old one is wrong.
        TooShort: the new one is too short.
        NotSettled: a change is proposed already.
    """
    _check(new)
    # Outside the transaction: a try with a wrong passphrase stays counted.
    key.relocked = passphrases.lock(unlock(key, old, who), new, _bound(key))
    with transaction.atomic():
        key.save(update_fields=["relocked"])
        propose(CHANGE, who, key.pk)


def is_changing(key: OwnKey) -> bool:
    """Say whether a new passphrase waits for a second delegate."""
    return Act.objects.filter(kind=CHANGE.kind, subject=str(key.pk), state=Act.State.PROPOSED).exists()


def _change(act: Act) -> None:
    """Let the new passphrase open the key. What lay under the old one is not kept."""
    key = OwnKey.objects.select_for_update().get(pk=act.subject, party=act.party_id)
    key.locked, key.relocked = key.relocked, None
    key.save(update_fields=["locked", "relocked"])
    _enter(act, "passphrase changed")


CHANGE = register(
    Weighty(
        "visits.own_key_passphrase", frozenset({Role.ICRC}), gettext_lazy("Change the passphrase"), _change,
        lambda act: _("another passphrase for the ICRC's own key, which your colleague knows"),
        lambda act: _("From then on only the new passphrase opens the key; ask for it first."),
    )
)  # fmt: skip


def _enter(act: Act, what: str) -> None:
    enter(
        "notes key changed",
        by=act.party.code,
        what=what,
        approvals=approvals(act.proposed_by, act.settled_by),
    )


def _check(passphrase: str) -> None:
    if len(passphrase) < SHORTEST:
        raise TooShort(
            _("A passphrase needs {n} characters at least; five or six words are good.").format(n=SHORTEST)
        )


def _count_try(key: OwnKey, who: Any) -> None:
    if limits.count(f"own-key:{key.pk}:{who.pk}", WINDOW) > MOST_TRIES:
        raise StaysLocked(_("Too many passphrases were tried; wait five minutes."))


def _bound(key: OwnKey) -> bytes:
    return f"own key {key.pk}|{key.party_id}|".encode() + bytes(key.public)
