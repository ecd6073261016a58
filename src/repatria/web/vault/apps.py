"""The vault as a Django application."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """Keys and sealed fields."""

    name = "repatria.web.vault"
    label = "vault"
