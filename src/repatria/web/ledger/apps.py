"""The ledger as a Django application."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """The ledger."""

    name = "repatria.web.ledger"
    label = "ledger"
