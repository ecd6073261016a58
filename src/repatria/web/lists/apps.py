"""Lists as a Django application."""

from django.apps import AppConfig


class ListsConfig(AppConfig):
    """Lists."""

    name = "repatria.web.lists"
    label = "lists"

    def ready(self) -> None:
        """Make what takes two people known, the work that a killed worker leaves, and the files."""
        from repatria.web.lists import export, release, storage, tasks  # noqa: F401
        from repatria.web.vault import rotation

        rotation.ELSEWHERE.append(storage.Files())
