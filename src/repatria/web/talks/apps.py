"""Talks as a Django application."""

from django.apps import AppConfig


class TalksConfig(AppConfig):
    """Talks."""

    name = "repatria.web.talks"
    label = "talks"

    def ready(self) -> None:
        """Make the acts that take two people known."""
        from repatria.web.talks import keys  # noqa: F401
