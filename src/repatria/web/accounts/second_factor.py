"""Everybody who works here has a second factor; until then an account opens nothing."""

from allauth.mfa.models import Authenticator
from django.http import HttpRequest

_KEY = "has_second_factor"
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(request: HttpRequest) -> bool:
    """Say whether the person who is signed in has a passkey or an authenticator app."""
    if not request.session.get(_KEY):
        if not Authenticator.objects.filter(user_id=request.user.pk, type__in=FACTORS).exists():
            return False
        request.session[_KEY] = True
    return True
