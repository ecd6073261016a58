"""Talks as a Django application."""

from django.apps import AppConfig


class TalksConfig(AppConfig):
    """Talks."""

    name = "repatria.web.talks"
    label = "talks"
