"""Making, revoking and recognising tokens."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.errors import RepatriaError
from repatria.web import policy
from repatria.web.compartments import house
from repatria.web.tokens.models import Token

PREFIX = "rpt_"
LONGEST_DAYS = 90
MOST = 10
_NOTE_USE_EVERY = timedelta(minutes=1)


class CannotMakeToken(RepatriaError):
    """This token cannot be made; the text says why."""


@transaction.atomic
def make(user: Any, label: str, scopes: Iterable[str], days: int) -> tuple[Token, str]:
    """Make a token for the user himself; give it and its text, which is kept nowhere.

    Raises:
        CannotMakeToken: a scope that his role does not have, none at all, too long, or too many tokens already.
    """
    scopes = sorted(set(scopes))
    if not scopes or not set(scopes) <= policy.TOKEN_SCOPES[policy.Role(user.role)]:
        raise CannotMakeToken(_("choose at least one thing the token may do, of those that your role may"))
    if not 1 <= days <= LONGEST_DAYS:
        raise CannotMakeToken(_("a token lasts from 1 to {n} days").format(n=LONGEST_DAYS))
    living = Token.objects.filter(person=user, revoked_at=None, expires_at__gt=timezone.now())
    if living.count() >= MOST:
        raise CannotMakeToken(_("you have {n} tokens already; revoke one first").format(n=MOST))
    text = PREFIX + secrets.token_urlsafe(32)
    token = Token.objects.create(
        person=user, label=label, start=text[:10], sha256=_hash(text), scopes=scopes,
        expires_at=timezone.now() + timedelta(days=days),
    )  # fmt: skip
    return token, text


def revoke(token: Token) -> None:
    """Revoke a token at once; a second click changes nothing."""
    Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now())


def recognise(text: str) -> Token | None:
    """Give the living token with this text, whose person's account is open; else None."""
    now = timezone.now()
    with house():  # nobody is known yet; the token itself says who asks
        token = (
            Token.objects.select_related("person__party")
            .filter(sha256=_hash(text), revoked_at=None, expires_at__gt=now, person__is_active=True)
            .first()
        )
        if token is not None and (token.used_at is None or now - token.used_at > _NOTE_USE_EVERY):
            Token.objects.filter(pk=token.pk).update(used_at=now)
    return token


def _hash(text: str) -> str:
    # 256 random bits need no slow hash: there is nothing to guess.
    return hashlib.sha256(text.encode()).hexdigest()
