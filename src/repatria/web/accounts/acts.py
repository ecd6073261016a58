"""Accounts come into being and end: proposed by one, confirmed by another.

Who confirms an account of a party is that party itself, so that no administrator can put a person of his own behind
its walls. Only where a party has nobody yet do two administrators make its first accounts.
"""

import hashlib

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from repatria.web.accounts.models import Invitation, User
from repatria.web.exchanges.models import Party
from repatria.web.policy import HEADS, ROLES_OF_KIND, Role
from repatria.web.two_persons import rule
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import NotSettled, Weighty

_PROPOSERS = HEADS | {Role.ADMINISTRATOR}


def _second(act: Act, user: User) -> bool:
    """Say whether `user` can be the second person: of the party itself, if it has anybody who answers for it."""
    heads = User.objects.filter(party=act.party_id, is_active=True, role__in=HEADS)
    if act.party_id is not None and heads.exists():
        return user.party_id == act.party_id and user.role in HEADS
    return user.role == Role.ADMINISTRATOR


def _describe(act: Act) -> str:
    about = act.details
    role = dict(User._meta.get_field("role").flatchoices)[about["role"]]
    if act.party is None:
        return _("{name} ({email}), {role}").format(name=about["name"], email=about["email"], role=role)
    return _("{name} ({email}), {role} of {party}").format(
        name=about["name"], email=about["email"], role=role, party=act.party
    )


def _link(token: str) -> str:
    return settings.SITE_URL + reverse("accounts_accept", args=[token])


def _invite(act: Act) -> str:
    """Make the invitation that two people want; gives its link."""
    about = act.details
    _made, token = Invitation.make(
        email=about["email"], name=about["name"], role=about["role"], party=act.party,
        proposed_by=act.proposed_by, confirmed_by=act.settled_by,
    )  # fmt: skip
    return _link(token)


def _renew(act: Act) -> str:
    """Make a new link for an account; those before it stop working."""
    account = User.objects.select_for_update(of=("self",)).get(pk=act.subject)
    account.invitations.filter(used_at=None, withdrawn_at=None).update(withdrawn_at=timezone.now())
    _made, token = Invitation.make(
        email=account.email, name=account.name, role=account.role, party=account.party, account=account,
        proposed_by=act.proposed_by, confirmed_by=act.settled_by,
    )  # fmt: skip
    return _link(token)


INVITE = rule.register(
    Weighty(
        "accounts.invite", _PROPOSERS, gettext_lazy("Invite a person"), _invite, _describe,
        lambda act: _(
            "A link is shown to you once. Give it to this person yourself, by a way that you trust. Whoever opens "
            "it within seven days gets the account and sees what its role sees."
        ),
        _second,
    )
)  # fmt: skip
RENEW = rule.register(
    Weighty(
        "accounts.renew", _PROPOSERS, gettext_lazy("Let a person begin anew"), _renew, _describe,
        lambda act: _(
            "A link is shown to you once. Whoever opens it within seven days sets a new password and a new second "
            "factor for this account; the old ones stop working then."
        ),
        _second,
    )
)  # fmt: skip


def propose_invitation(user: User, *, email: str, name: str, role: str, party: Party | None) -> Act:
    """Propose that a person is invited.

    Raises:
        NotSettled: the role is none that the party can give, or there is an account or a proposal already.
    """
    email = User.objects.normalize_email(email).lower()
    if user.role != Role.ADMINISTRATOR and (party is None or party.pk != user.party_id):
        raise NotSettled(_("you can invite people of your own party alone"))
    if role not in ROLES_OF_KIND[party.kind if party else None]:
        raise NotSettled(_("this party does not have that role; choose another role or another party"))
    if User.objects.filter(email=email).exists():
        raise NotSettled(_("this address has an account already; let its person begin anew instead"))
    subject = hashlib.sha256(email.encode()).hexdigest()
    whose = party.pk if party else None
    return rule.propose(INVITE, user, subject, party=whose, email=email, name=name, role=str(role))


def propose_new_link(user: User, account: User) -> Act:
    """Propose that the person of `account` sets a new password and a new second factor.

    Raises:
        NotSettled: it is proposed already.
    """
    about = {"email": account.email, "name": account.name, "role": account.role}
    return rule.propose(RENEW, user, account.pk, party=account.party_id, **about)


@transaction.atomic
def withdraw(invitation: Invitation) -> None:
    """Make a link useless that was not used yet."""
    found = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if not found.is_open:
        raise NotSettled(_("this invitation was used, withdrawn or has run out already"))
    found.withdrawn_at = timezone.now()
    found.save(update_fields=["withdrawn_at"])


@transaction.atomic
def accept(invitation: Invitation, *, name: str, password: str) -> User:
    """Use a link: the account comes into being, or begins anew without its old second factors and sessions.

    Raises:
        NotSettled: the link was used, withdrawn or has run out.
    """
    found = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if not found.is_open:
        raise NotSettled(_("this link was used already or has run out; ask for a new one"))
    account = found.account or _new_account(found)
    account.name, account.is_active = name, True
    account.set_password(password)
    account.save()
    Authenticator.objects.filter(user=account).delete()
    end_sessions(account)
    found.used_at, found.account = timezone.now(), account
    found.save(update_fields=["used_at", "account"])
    return account


def _new_account(invitation: Invitation) -> User:
    if User.objects.filter(email=invitation.email).exists():
        raise NotSettled(_("this address has an account already; ask for a link to begin anew"))
    return User(email=invitation.email, role=invitation.role, party=invitation.party)


@transaction.atomic
def close(account: User, *, by: User) -> None:
    """Close an account: its sessions end now, its links stop working. To open it again takes two people.

    Raises:
        NotSettled: it is the person's own account; somebody must be left who can open it again.
    """
    if account.pk == by.pk:
        raise NotSettled(_("you cannot close your own account; ask another person to"))
    account.is_active = False
    account.save(update_fields=["is_active"])
    account.invitations.filter(used_at=None, withdrawn_at=None).update(withdrawn_at=timezone.now())
    end_sessions(account)


def end_sessions(account: User) -> None:
    """End every session of an account."""
    for session in UserSession.objects.filter(user=account):
        session.end()


def first_link() -> str | None:
    """Give a link for the first administrator, if nobody has an account yet; older such links stop working."""
    if User.objects.exists():
        return None
    return link_for_administrator(_("Administrator"), "administrator@localhost")


@transaction.atomic
def link_for_administrator(name: str, email: str) -> str:
    """Give a link for an administrator, for whoever works at the machine itself and so holds its keys anyway."""
    email = email.lower()
    Invitation.objects.filter(email=email, used_at=None, withdrawn_at=None).update(withdrawn_at=timezone.now())
    account = User.objects.filter(email=email, role=Role.ADMINISTRATOR).first()
    _made, token = Invitation.make(email=email, name=name, role=Role.ADMINISTRATOR, account=account)
    return _link(token)
