"""Signing: two people of each party, each with his own key, under one and the same text."""

from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.web.exchanges.acts import move_on
from repatria.web.exchanges.models import Exchange, Party
from repatria.web.ledger import enter as ledger
from repatria.web.policy import SIGNERS
from repatria.web.talks import keys, table
from repatria.web.talks.errors import CannotSign, ChangedMeanwhile, NotNow, NotYours
from repatria.web.talks.models import Agreement, Signature

PEOPLE = 2


@dataclass(frozen=True, slots=True)
class Signed:
    """One party's signatures under the text as it stands, and those that a changed text has made void."""

    party: Party
    valid: list[Signature]
    void: list[Signature]

    @property
    def is_complete(self) -> bool:
        """Whether two people have signed."""
        return len(self.valid) >= PEOPLE


def sign(agreement: Agreement, user: Any, passphrase: str, seen_sha256: str) -> Signature:
    """Sign the text that the person has read, known by its hash.

    Raises:
        CannotSign: no key, a wrong passphrase; signed already; two of the party have signed.
        ChangedMeanwhile: the text is no longer the one that was read. Nothing was signed.
        NotNow: the agreement is not open. NotYours: the person's party does not sign it.
    """
    _may_sign(agreement, user)
    _is_read(agreement, seen_sha256)
    # The key is unlocked before the row is locked: stretching a passphrase takes its time on purpose.
    key, made = keys.sign(user, passphrase, agreement.text.encode())
    try:
        with transaction.atomic():
            return _entered(agreement, user, key, made, seen_sha256)
    except IntegrityError:
        raise CannotSign(_("You have signed this text already; once is enough.")) from None


def _entered(agreement: Agreement, user: Any, key: Any, made: bytes, seen_sha256: str) -> Signature:
    found = Agreement.objects.select_for_update().select_related("exchange__process__mediator").get(pk=agreement.pk)
    _is_read(found, seen_sha256)
    before = under_text(found, user.party)
    if any(one.person_id == user.pk for one in before.valid):
        raise CannotSign(_("You have signed this text already; once is enough."))
    if before.is_complete:
        raise CannotSign(_("Two people of your party have signed this text; that is complete."))
    signature = Signature.objects.create(
        agreement=found, party=user.party, person=user, key=key, signature=made, text_sha256=seen_sha256
    )
    after = under_text(found, user.party)
    if after.is_complete:
        _enter(found, after)
        _all_signed(found)
    return signature


def standing(agreement: Agreement) -> list[Signed]:
    """Give each signer's signatures, the sides first, the mediator last."""
    return [under_text(agreement, party) for party in table.signers(agreement.exchange)]


def under_text(agreement: Agreement, party: Party) -> Signed:
    """Give one party's signatures. Each is checked anew against the text: what does not verify counts as void."""
    found = list(agreement.signatures.filter(party=party).select_related("person", "key").order_by("given_at"))
    valid = [one for one in found if one.text_sha256 == agreement.text_sha256 and verifies(one, agreement)]
    return Signed(party, valid, [one for one in found if one not in valid])


def verifies(signature: Signature, agreement: Agreement) -> bool:
    """Say whether a signature is one of this text, by this key (Ed25519, RFC 8032)."""
    public = Ed25519PublicKey.from_public_bytes(bytes(signature.key.public))
    try:
        public.verify(bytes(signature.signature), agreement.text.encode())
    except InvalidSignature:
        return False
    return True


def _may_sign(agreement: Agreement, user: Any) -> None:
    if user.role not in SIGNERS or user.party not in table.signers(agreement.exchange):
        raise NotYours(_("Your party does not sign this agreement."))


def _is_read(agreement: Agreement, seen_sha256: str) -> None:
    if agreement.state != Agreement.State.OPEN:
        raise NotNow(_("This agreement is not open for signature. Nothing was signed."))
    if agreement.text_sha256 != seen_sha256:
        raise ChangedMeanwhile(
            _("The text has changed since you read it. Nothing was signed; read the new text first.")
        )


def _enter(agreement: Agreement, signed: Signed) -> None:
    people = [one.person for one in signed.valid]
    fact = {
        "agreement": agreement.reference,
        "text_sha256": agreement.text_sha256,
        "annex_sha256": agreement.annex_sha256,
        "keys": sorted(bytes(one.key.public).hex() for one in signed.valid),
    }
    ledger.enter(
        "agreement signed",
        by=signed.party.code,
        exchange=agreement.exchange.reference,
        agreement=agreement.reference,
        proposal=agreement.package.reference,
        text=ledger.commit(fact, None),
        persons=len(agreement.annex["lines"]),
        approvals=ledger.approvals(*people),
    )


def _all_signed(agreement: Agreement) -> None:
    if not all(one.is_complete for one in standing(agreement)):
        return
    agreement.state, agreement.signed_at = Agreement.State.SIGNED, timezone.now()
    agreement.save(update_fields=["state", "signed_at"])
    move_on(agreement.exchange, Exchange.State.AGREED)
