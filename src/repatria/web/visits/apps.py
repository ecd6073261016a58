"""Visits as a Django application."""

from django.apps import AppConfig


class VisitsConfig(AppConfig):
    """Visits."""

    name = "repatria.web.visits"
    label = "visits"
