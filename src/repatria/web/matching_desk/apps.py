"""The matching desk as a Django application."""

from django.apps import AppConfig


class MatchingDeskConfig(AppConfig):
    """The matching desk."""

    name = "repatria.web.matching_desk"
    label = "matching_desk"
