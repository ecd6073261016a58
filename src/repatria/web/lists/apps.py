"""Lists as a Django application."""

from django.apps import AppConfig


class ListsConfig(AppConfig):
    """Lists."""

    name = "repatria.web.lists"
    label = "lists"
