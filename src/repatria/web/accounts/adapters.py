"""How signing in differs here from what the library does by itself."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from repatria.web.vault.sealing import seal, unseal

_PLACE = "mfa|secret"


class ByInvitationOnly(DefaultAccountAdapter):
    """Nobody signs up by himself."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no."""
        return False

    def send_notification_mail(self, *args: object, **kwargs: object) -> None:
        """Send nothing: no fact about an account leaves by mail."""


class SealedSecondFactor(DefaultMFAAdapter):
    """Secrets of second factors lie sealed in the database."""

    def encrypt(self, text: str) -> str:
        """Seal a secret."""
        return seal(text, _PLACE, None).hex()

    def decrypt(self, encrypted_text: str) -> str:
        """Open it again."""
        return unseal(bytes.fromhex(encrypted_text), _PLACE, None)

    def send_notification_mail(self, *args: object, **kwargs: object) -> None:
        """Send nothing."""
