"""Manifests, what is known before departure, check-ins, receipts, and who closed the day."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from repatria.web.vault.fields import SealedJSON


class Manifest(models.Model):
    """The list of those who travel under one agreement. The record calls it ``manifest-N``, N being `number`.

    `document` is the library's manifest (``repatria-manifest/1``) once frozen; until then it is worked out anew.
    """

    class State(models.TextChoices):
        """How far it has come."""

        DRAFT = "draft", _("being prepared")
        FROZEN = "frozen", _("frozen; the handover may begin")
        CLOSED = "closed", _("closed by all")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    party_id = None  # it holds people of every side: the installation's own compartment
    number = models.PositiveIntegerField(unique=True)
    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="manifests")
    agreement = models.OneToOneField("talks.Agreement", models.PROTECT, related_name="manifest")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    days = models.JSONField(help_text=_("the date of each stage, the first first"))
    seats = models.PositiveIntegerField(default=45, help_text=_("what one bus takes"))
    ahead = models.PositiveIntegerField(default=50, help_text=_("how far one side may be ahead"))
    baggage_kg = models.PositiveIntegerField(default=25)
    on_loss = models.CharField(max_length=20, default="shrink")
    receipt_by = models.JSONField(
        default=list, help_text=_("roles whose receipts make a person count; empty: usual")
    )
    absent_by = models.JSONField(
        default=list, help_text=_("roles on whose word the absent fall away; empty: usual")
    )
    document = SealedJSON(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    frozen_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-number"]

    @property
    def reference(self) -> str:
        """What the record calls it."""
        return f"manifest-{self.number}"


class Answer(models.Model):
    """What the ICRC says of one line before departure. Why somebody does not travel is in no field."""

    line = models.OneToOneField("talks.Line", models.CASCADE, related_name="answer")
    travels = models.BooleanField(null=True)
    fit = models.BooleanField(null=True)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField(auto_now=True)


class Change(models.Model):
    """A line that falls away, by the rule that was agreed. Kept in order; nothing is taken back, only added to."""

    manifest = models.ForeignKey(Manifest, models.PROTECT, related_name="changes")
    code = models.CharField(max_length=20)
    cause = models.CharField(max_length=20)
    rule = models.CharField(max_length=20)
    instead = models.CharField(max_length=20, blank=True)
    pauses = models.BooleanField(default=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        help_text=_("who has decided that the stage goes on, where it waited"),
    )  # fmt: skip
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["manifest", "code"], name="a_line_falls_away_once")]


class CheckIn(models.Model):
    """One check-in as its device made it, and when it was heard here. Two that differ under one id both stay."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    party_id = None
    manifest = models.ForeignKey(Manifest, models.PROTECT, related_name="check_ins")
    event_id = models.CharField(max_length=50)
    digest = models.CharField(max_length=64)
    document = SealedJSON()
    heard_at = models.DateTimeField()
    taken_in_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["event_id"]
        constraints = [
            models.UniqueConstraint(fields=["manifest", "event_id", "digest"], name="a_check_in_is_kept_once")
        ]


class Receipt(models.Model):
    """A person is back, and the record says so: one receipt for each line or person, never two."""

    manifest = models.ForeignKey(Manifest, models.PROTECT, related_name="receipts")
    subject = models.CharField(max_length=50)
    captive = models.ForeignKey("registry.Person", models.PROTECT, null=True, blank=True, related_name="receipts")
    entry = models.ForeignKey("ledger.Entry", models.PROTECT, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["manifest", "subject"], name="one_receipt_for_each_line"),
            models.UniqueConstraint(
                fields=["manifest", "captive"],
                condition=models.Q(captive__isnull=False),
                name="nobody_counts_twice",
            ),
        ]


class Noted(models.Model):
    """A disagreement that stands in the record; it is entered once, however it is resolved."""

    manifest = models.ForeignKey(Manifest, models.PROTECT, related_name="noted")
    subject = models.CharField(max_length=50)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["manifest", "subject"], name="a_disagreement_is_noted_once")]


class Approval(models.Model):
    """One person of one party who has read the reconciliation of a stage (0: of the whole) and closes it."""

    manifest = models.ForeignKey(Manifest, models.PROTECT, related_name="approvals")
    stage = models.PositiveIntegerField(default=0)
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    fingerprint = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["manifest", "stage", "fingerprint", "person"], name="a_person_closes_once"
            )
        ]


class ClosedStage(models.Model):
    """A stage as all have closed it, and the balance carried to the next one. Closed anew if it changes after."""

    manifest = models.ForeignKey(Manifest, models.PROTECT, related_name="closed_stages")
    stage = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64)
    carried = models.JSONField(help_text=_("for each bound: its name, signed, done, what is carried"))
    entry = models.ForeignKey("ledger.Entry", models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["manifest", "stage", "fingerprint"], name="a_stage_closes_once_as_it_is"
            )
        ]


class ReleasedApart(models.Model):
    """Somebody who came home outside the manifest: found late, or released by one side alone. Never added to it."""

    class Why(models.TextChoices):
        """Why he stands apart."""

        LATE_FIND = "late_find", _("found held after the exchange")
        UNILATERAL = "unilateral", _("released by one side alone")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="released_apart")
    person = models.OneToOneField("registry.Person", models.PROTECT, related_name="released_apart")
    receiver = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    day = models.DateField()
    why = models.CharField(max_length=12, choices=Why)
    receipted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    receipted_at = models.DateTimeField(null=True, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(auto_now_add=True)


class RemainsBag(models.Model):
    """Remains, one bag a row, in a ledger of their own. Whose they are is known only by a laboratory's report."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="remains")
    number = models.CharField(max_length=40)
    day = models.DateField()
    given_by = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    received_by = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    identification = models.CharField(max_length=12, default="unknown")
    persons = SealedJSON(party="received_by_id", default=list)
    report = models.CharField(max_length=60, blank=True)
    reported_on = models.DateField(null=True, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["day", "number"]
        constraints = [
            models.UniqueConstraint(fields=["exchange", "given_by", "number"], name="one_bag_for_each_number")
        ]
