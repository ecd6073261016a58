"""The two-person rule as a Django application."""

from django.apps import AppConfig


class TwoPersonsConfig(AppConfig):
    """The two-person rule."""

    name = "repatria.web.two_persons"
    label = "two_persons"
