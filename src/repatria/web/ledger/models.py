"""Entries on their way to the record, and the openings of what they commit to."""

import uuid

from django.db import models

from repatria.web.vault.fields import SealedJSON


class Entry(models.Model):
    """One entry. Written in the transaction of its effect; `index` is its number in the record, once there."""

    encoded = models.BinaryField()
    act = models.CharField(max_length=40)
    exchange = models.CharField(max_length=20, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    index = models.BigIntegerField(null=True, blank=True, unique=True)

    class Meta:
        ordering = ["pk"]


class Opening(models.Model):
    """What a commitment in the record commits to, for those entitled. Destroying it erases the fact for ever."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    party = models.ForeignKey("exchanges.Party", models.PROTECT, null=True)
    commitment = models.CharField(max_length=64, unique=True)
    contents = SealedJSON(null=True)
    destroyed_at = models.DateTimeField(null=True, blank=True)
