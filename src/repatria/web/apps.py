"""The site as a Django application: its templates, files and languages."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class WebConfig(AppConfig):
    """The site."""

    name = "repatria.web"
    label = "web"

    def ready(self) -> None:
        """Let each room make known what takes two people (``acts.py``) and what waits (``panels.py``)."""
        autodiscover_modules("acts", "panels")
