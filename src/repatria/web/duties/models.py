"""What people set about duties: the mediator's targets, and calendars that others subscribe to."""

import uuid

from django.conf import settings
from django.db import models


class Target(models.Model):
    """The mediator's target, in days, for a rule whose treaty has words and no number. Never shown as law."""

    process = models.ForeignKey("exchanges.Process", models.CASCADE, related_name="targets")
    rule = models.CharField(max_length=40)
    days = models.PositiveSmallIntegerField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    set_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["rule"]
        constraints = [models.UniqueConstraint(fields=["process", "rule"], name="one_target_for_each_rule")]


class Calendar(models.Model):
    """A calendar that one person's program fetches without signing in. Only the hash of its secret is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendars")
    process = models.ForeignKey("exchanges.Process", models.CASCADE, related_name="+")
    secret = models.BinaryField(unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]
