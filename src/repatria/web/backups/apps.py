"""Backups as a Django application."""

from django.apps import AppConfig


class BackupsConfig(AppConfig):
    """Backups, and going back to one."""

    name = "repatria.web.backups"
    label = "backups"

    def ready(self) -> None:
        """Make known what takes two people."""
        from repatria.web.backups import acts  # noqa: F401
