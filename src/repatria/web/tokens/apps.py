"""Tokens as a Django application."""

from django.apps import AppConfig


class TokensConfig(AppConfig):
    """Tokens."""

    name = "repatria.web.tokens"
    label = "tokens"
