"""Visits to places of detention, interviews without witness, and the notes that open to the ICRC's own key alone.

A note is a sealed box (see :mod:`repatria.web.visits.box`): neither the installation's keys nor anything else in
the database or beside it opens it. Who may travel and whether a family may hear lie sealed for the ICRC as a party.
"""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from repatria.web.vault.fields import SealedText


class OwnKey(models.Model):
    """The ICRC's own key (X25519). The secret half lies locked under a passphrase that its delegates alone know."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    public = models.BinaryField()
    locked = models.BinaryField(help_text=_("salt, nonce, and the secret half under the passphrase"))
    relocked = models.BinaryField(
        null=True, blank=True, help_text=_("the same under a new passphrase, until a second delegate confirms it")
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["party"],
                condition=models.Q(retired_at=None, confirmed_at__isnull=False),
                name="one_own_key_in_use_for_each_party",
            )
        ]


class Visit(models.Model):
    """One visit to one site (GC III 126, GC IV 143): asked for, answered, refused or done."""

    class State(models.TextChoices):
        """How far it has come."""

        REQUESTED = "requested", _("asked for; no answer yet")
        GRANTED = "granted", _("granted")
        REFUSED = "refused", _("refused")
        DONE = "done", _("done")
        WITHDRAWN = "withdrawn", _("no longer asked for")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    site = models.ForeignKey("registry.Site", models.PROTECT, related_name="visits")
    icrc = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.REQUESTED)
    wanted_on = models.DateField(null=True, blank=True, help_text=_("the day that the ICRC would like"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    granted_for = models.DateField(null=True, blank=True)
    refused_until = models.DateField(null=True, blank=True)
    refusal = models.CharField(max_length=40, blank=True)
    done_on = models.DateField(null=True, blank=True)
    private_interviews = models.BooleanField(null=True)
    interviewed = models.PositiveIntegerField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="refused") | models.Q(refused_until__isnull=False, refusal__gt=""),
                name="a_refusal_has_a_reason_and_an_end",
            ),
            models.UniqueConstraint(
                fields=["site"],
                condition=models.Q(state__in=["requested", "granted"]),
                name="one_open_visit_to_a_site",
            ),
        ]


class Interview(models.Model):
    """A delegate has spoken with one person, alone with him. What he said lies in notes."""

    YES, NO = "yes", "no"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    visit = models.ForeignKey(Visit, models.PROTECT, null=True, blank=True, related_name="interviews")
    person = models.ForeignKey("registry.Person", models.PROTECT, related_name="interviews")
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+", help_text=_("the ICRC"))
    on = models.DateField()
    without_witness = models.BooleanField()
    family_may_hear = SealedText(null=True, blank=True, help_text=_("yes, no, or not asked"))
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["on", "noted_at"]


class Note(models.Model):
    """A note that opens to the ICRC's own key alone: on a visit, or why somebody does not travel."""

    class About(models.TextChoices):
        """What it is about."""

        VISIT = "visit", _("finding of a visit")
        REFUSAL = "refusal", _("why somebody does not travel")
        INTERVIEW = "interview", _("what was said in an interview")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+", help_text=_("the ICRC"))
    about = models.CharField(max_length=10, choices=About)
    visit = models.ForeignKey(Visit, models.PROTECT, null=True, blank=True, related_name="notes")
    interview = models.ForeignKey(Interview, models.PROTECT, null=True, blank=True, related_name="notes")
    key = models.ForeignKey(OwnKey, models.PROTECT, related_name="notes")
    box = models.BinaryField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at"]
