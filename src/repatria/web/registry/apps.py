"""The register as a Django application."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """The register."""

    name = "repatria.web.registry"
    label = "registry"
