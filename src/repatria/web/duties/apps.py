"""Duties as a Django application."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    """Duties."""

    name = "repatria.web.duties"
    label = "duties"
