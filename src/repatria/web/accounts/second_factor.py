"""Everybody who works here has a second factor; until then an account opens nothing."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.http import HttpRequest

_KEY = "has_second_factor"
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def factors_of(account: Any) -> Any:
    """Give the passkeys and authenticator apps of an account (recovery codes alone are no second factor)."""
    return Authenticator.objects.filter(user_id=account, type__in=FACTORS)


def has_second_factor(request: HttpRequest) -> bool:
    """Say whether the person who is signed in has a passkey or an authenticator app."""
    if not request.session.get(_KEY):
        if not factors_of(request.user.pk).exists():
            return False
        request.session[_KEY] = True
    return True
