"""Reads of persons, canaries, and alarms."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Reading(models.Model):
    """Somebody has read one person's data. `party` owns the person; `page` is the address's name."""

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    party = models.ForeignKey("exchanges.Party", models.PROTECT, null=True)
    subject = models.UUIDField(db_index=True)
    page = models.CharField(max_length=60)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["reader", "at"])]


class Canary(models.Model):
    """A person of a register who does not exist and stands on no list: nobody has a reason to ask for him."""

    party = models.ForeignKey("exchanges.Party", models.PROTECT)
    subject = models.UUIDField(unique=True)
    planted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    planted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]


class Alarm(models.Model):
    """Something that people must look at within the minute."""

    class Kind(models.TextChoices):
        """What set it off."""

        SCRAPING = "scraping", _("a session read too many persons and was stopped")
        CANARY = "canary", _("a person who stands on no real list was asked for")
        LOCKED_OUT = "locked_out", _("too many failed attempts to sign in")

    at = models.DateTimeField(auto_now_add=True)
    kind = models.CharField(max_length=20, choices=Kind)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True)
    party = models.ForeignKey("exchanges.Party", models.PROTECT, null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-pk"]
