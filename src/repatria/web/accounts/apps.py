"""Accounts as a Django application."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Accounts."""

    name = "repatria.web.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Let the vault know what it has to seal anew when a key is changed."""
        from repatria.web.accounts.secrets import SecondFactors
        from repatria.web.vault import rotation

        rotation.ELSEWHERE.append(SecondFactors())
