"""How signing in differs here from what the library does by itself."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from repatria.web.accounts.second_factor import FACTORS
from repatria.web.accounts.secrets import open_secret, seal_secret
from repatria.web.audit import alarms


class ByInvitationOnly(DefaultAccountAdapter):
    """Nobody signs up by himself, and a failed attempt tells nothing about who works here."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no."""
        return False

    def send_notification_mail(self, *args: object, **kwargs: object) -> None:
        """Send nothing: no fact about an account leaves by mail."""

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse after too many failures, whether or not the address belongs to somebody, and raise an alarm."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            alarms.locked_out(credentials.get("email", ""))
            raise

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """Check a password. A closed account answers like one that never was."""
        user = super().authenticate(request, **credentials)
        return user if user is not None and user.is_active else None

    def reauthenticate(self, user: Any, password: str) -> bool:
        """Check the password of somebody who is signed in; failures count like those at the door."""
        credentials = {"email": user.email, "password": password}
        self.pre_authenticate(self.request, **credentials)
        found = authenticate(self.request, **credentials)
        if found is None or found.pk != user.pk:
            return False
        self._rollback_login_failed_rl_usage()
        return True


class SealedSecondFactor(DefaultMFAAdapter):
    """Secrets of second factors lie sealed in the database, and nobody can take away his last factor."""

    def encrypt(self, text: str) -> str:
        """Seal a secret."""
        return seal_secret(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open it again."""
        return open_secret(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Say whether another passkey or app would be left."""
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=FACTORS)
        return others.exclude(pk=authenticator.pk).exists()

    def send_notification_mail(self, *args: object, **kwargs: object) -> None:
        """Send nothing."""
