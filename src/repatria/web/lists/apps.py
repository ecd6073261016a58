"""Lists as a Django application."""

from django.apps import AppConfig


class ListsConfig(AppConfig):
    """Lists."""

    name = "repatria.web.lists"
    label = "lists"

    def ready(self) -> None:
        """Make what takes two people known, and the work that a killed worker leaves."""
        from repatria.web.lists import export, release, tasks  # noqa: F401
