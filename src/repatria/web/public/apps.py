"""The public rooms as a Django application."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """Statements, history, press desk, replies of readers."""

    name = "repatria.web.public"
    label = "public"

    def ready(self) -> None:
        """Make the weighty acts of this room known."""
        from repatria.web.public import account_acts, statement_acts

        _ = account_acts, statement_acts
