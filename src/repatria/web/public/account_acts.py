"""A side's own account of an exchange: written by its delegation, released by two of it, corrected in the open.

It follows the mediator's statement, never comes before it. One in which a name seems to stand is held, as a reply
of a reader is, until a press officer has read it.
"""

from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from repatria.web.compartments import house
from repatria.web.exchanges.models import Exchange
from repatria.web.ledger import enter as ledger
from repatria.web.policy import DECIDES_FOR_A_SIDE, STATEMENT_BEFORE_ACCOUNT
from repatria.web.public.corrections import enter_correction
from repatria.web.public.models import SideAccount, Statement
from repatria.web.public.names_in_text import seems_to_name
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import NotSettled, Weighty, propose, register

_OPEN = (SideAccount.State.DRAFT, SideAccount.State.HELD)
Texts = dict[str, list[str]]


class Overtaken(NotSettled):
    """Somebody else of the delegation has saved another text meanwhile; `revision` is the one that stands."""

    def __init__(self, account: SideAccount) -> None:
        """Say so, whatever the other text is."""
        super().__init__(_("Somebody of your delegation has saved another text meanwhile; compare it with yours."))
        self.revision = account.revision


def open_account(exchange: Exchange, party: int) -> SideAccount | None:
    """Give the version that a side is working on, or that is held."""
    return SideAccount.objects.filter(exchange=exchange, party=party, state__in=_OPEN).first()


@transaction.atomic
def write(exchange: Exchange, user: Any, texts: Texts, *, revision: int = 0, why: str = "") -> SideAccount:
    """Save the words of one's side: of the version that is open, else of a new one.

    Args:
        texts: language -> paragraphs.
        revision: that of the draft which the writer had before him; 0 where there was none.
        why: why a released version is corrected.

    Raises:
        NotSettled: the text waits for somebody.
        Overtaken: another person of the delegation has saved a text meanwhile.
    """
    Exchange.objects.select_for_update().get(pk=exchange.pk)
    account = open_account(exchange, user.party_id) or _next_version(exchange, user)
    if account.state == SideAccount.State.HELD or waits(account):
        raise NotSettled(_("this text waits for its second person or is released; withdraw that first"))
    if account.revision != revision:
        raise Overtaken(account)
    account.texts, account.why_corrected, account.written_by = texts, why, user
    account.revision += 1
    account.save()
    return account


def _next_version(exchange: Exchange, user: Any) -> SideAccount:
    earlier = SideAccount.objects.filter(exchange=exchange, party=user.party_id).count()
    return SideAccount(exchange=exchange, party=user.party, version=earlier + 1)


def waits(account: SideAccount) -> bool:
    """Say whether the release of a version is proposed and waits for its second person."""
    return Act.objects.filter(kind=RELEASE.kind, subject=str(account.pk), state=Act.State.PROPOSED).exists()


def names_somebody(account: SideAccount) -> bool:
    """Say whether a person's name seems to stand in what would be public, in any of its languages."""
    said = ["\n".join(paragraphs) for paragraphs in account.texts.values()]
    return any(map(seems_to_name, [account.why_corrected, *said]))


def missing(exchange: Exchange) -> str:
    """Say what must happen before a side's words can be released; nothing, if they can be."""
    if _statement_before(exchange):
        return ""
    return _("The mediator's statement on this exchange, as it stands now, must be released first.")


def _statement_before(exchange: Exchange) -> Statement | None:
    now = Exchange.objects.get(pk=exchange.pk)  # as it is now, not as it was when the page was opened
    kind = STATEMENT_BEFORE_ACCOUNT.get(now.state)
    return Statement.objects.filter(exchange=now, state=Statement.State.RELEASED, kind=kind).first()


@transaction.atomic
def propose_release(account: SideAccount, user: Any) -> Act:
    """Propose to release one's side's words, as the first of two of its delegation.

    Raises:
        NotSettled: this version is released or held, or the mediator's statement is not released yet.
    """
    # Whoever saves holds the same lock: what is proposed is what stands.
    Exchange.objects.select_for_update().get(pk=account.exchange_id)
    _must_be_ready(SideAccount.objects.get(pk=account.pk), SideAccount.State.DRAFT)
    return propose(RELEASE, user, account.pk)


def _must_be_ready(account: SideAccount, state: Any) -> None:
    if account.state != state:
        raise NotSettled(_("this was settled already; nothing was done a second time"))
    reason = missing(account.exchange)
    if reason:
        raise NotSettled(reason)


def _locked(number: Any) -> SideAccount:
    """Lock one version. Whoever releases a statement of the same exchange does not wait for it."""
    return SideAccount.objects.select_for_update(of=("self",)).select_related("exchange", "party").get(pk=number)


def _release(act: Act) -> None:
    """Release, or hold it where a name seems to stand in it."""
    account = _locked(act.subject)
    _must_be_ready(account, SideAccount.State.DRAFT)
    if names_somebody(account):
        account.state = SideAccount.State.HELD
        account.save()
    else:
        _publish(account)


@house()
@transaction.atomic
def settle(account: SideAccount, user: Any, *, show: bool) -> None:
    """Let a held text through, or send it back to its delegation, which keeps it as a draft.

    It crosses compartments: what is sent back is its delegation's alone again.

    Raises:
        NotSettled: somebody has settled it already, or the statement before it is not released any more.
    """
    held = _locked(account.pk)
    _must_be_ready(held, SideAccount.State.HELD)
    held.settled_by = user
    if show:
        _publish(held)
    else:
        held.state, held.sent_back = SideAccount.State.DRAFT, True
        held.save()


def _publish(account: SideAccount) -> None:
    """Fix the text, enter its hash into the record, correct the version before it."""
    _correct_earlier(account)
    account.sha256 = sha256(account.document.encode()).hexdigest()
    account.entry = ledger.enter(
        "account published", by=account.party.code, exchange=account.exchange.reference,
        version=account.reference, text=account.sha256,
    )  # fmt: skip
    account.kind = STATEMENT_BEFORE_ACCOUNT[account.exchange.state]
    account.state, account.released_at = SideAccount.State.RELEASED, timezone.now()
    account.save()


def _correct_earlier(account: SideAccount) -> None:
    released = SideAccount.objects.select_for_update(of=("self",)).filter(
        exchange=account.exchange, party=account.party, state=SideAccount.State.RELEASED
    )
    for old in released.select_related("entry"):
        old.state = SideAccount.State.CORRECTED
        old.save()
        enter_correction(old, account.party.code)


def _describe(act: Act) -> str:
    account = SideAccount.objects.select_related("exchange").get(pk=act.subject)
    return _("{exchange}, version {n}").format(exchange=account.exchange.title, n=account.version)


def _consequence(act: Act) -> str:
    return _(
        "The text is fixed, its hash enters the record, and everybody can read it as your side's words. If a name "
        "seems to stand in it, a press officer of the mediator reads it first."
    )


RELEASE = register(
    Weighty(
        "account.release", DECIDES_FOR_A_SIDE, gettext_lazy("Release your side's own words"), _release, _describe,
        _consequence,
    )
)  # fmt: skip
