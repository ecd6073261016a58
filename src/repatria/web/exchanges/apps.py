"""Parties, processes and exchanges as a Django application."""

from django.apps import AppConfig


class ExchangesConfig(AppConfig):
    """Parties, processes, exchanges."""

    name = "repatria.web.exchanges"
    label = "exchanges"
