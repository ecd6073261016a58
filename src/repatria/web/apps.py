"""The site as a Django application of its own: base templates, static files, commands."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Base templates, static files and commands."""

    name = "repatria.web"
    label = "web"
