"""The log of reads as a Django application."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The log of reads, quotas, alarms."""

    name = "repatria.web.audit"
    label = "audit"
