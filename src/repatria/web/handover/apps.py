"""The handover desk as a Django application."""

from django.apps import AppConfig


class HandoverConfig(AppConfig):
    """Manifests, answers before departure, check-ins, receipts, closing."""

    name = "repatria.web.handover"
    label = "handover_desk"

    def ready(self) -> None:
        """Make the weighty acts of this room known."""
        from repatria.web.handover import closing_acts, freezing

        _ = closing_acts, freezing
