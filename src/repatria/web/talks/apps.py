"""Talks as a Django application."""

from django.apps import AppConfig


class TalksConfig(AppConfig):
    """Talks."""

    name = "repatria.web.talks"
    label = "talks"

    def ready(self) -> None:
        """Make the acts that take two people known, and put the talks on the page of each exchange."""
        from django.utils.translation import gettext_lazy as _

        from repatria.web.exchanges.rooms import add_room
        from repatria.web.talks import keys, runs  # noqa: F401

        add_room("talks_table", _("Talks"))
