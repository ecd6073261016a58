"""A token: its hash, what it may, until when. The token itself is shown once and kept nowhere."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Scope(models.TextChoices):
    """What a token may, within what its person may."""

    EXCHANGES = "exchanges:read", _("read exchanges and where their lists stand")
    NAMES = "lists:names", _("read the names on open lists")
    READ_REPLIES = "replies:read", _("read replies")
    GIVE_REPLIES = "replies:write", _("give replies")
    READ_PERSONS = "persons:read", _("search and read the register")
    ENTER_PERSONS = "persons:write", _("enter persons into the register")


class Token(models.Model):
    """One token of one person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tokens")
    label = models.CharField(max_length=60)
    start = models.CharField(max_length=12, help_text=_("its first signs, to tell it from others"))
    sha256 = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]
