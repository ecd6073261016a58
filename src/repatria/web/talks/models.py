"""Rounds, terms, plans, packages, acceptances, agreements and their signatures."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from repatria.web.vault.fields import SealedJSON, SealedText


class Round(models.Model):
    """One meeting of the talks."""

    process = models.ForeignKey("exchanges.Process", models.PROTECT, related_name="rounds")
    number = models.PositiveIntegerField()
    place = models.CharField(max_length=200)
    begins_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    agenda = models.TextField(blank=True)
    communique = models.TextField(blank=True)

    class Meta:
        ordering = ["process", "number"]
        constraints = [models.UniqueConstraint(fields=["process", "number"], name="one_round_for_each_number")]


class Term(models.Model):
    """One term of an exchange, as a sentence and as the planner's term. A changed term is a new version."""

    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="terms")
    code = models.CharField(max_length=10)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    document = models.JSONField(help_text=_("the planner's term, see repatria.planning.terms"))
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["exchange", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["exchange", "code", "version"], name="one_term_for_each_version")
        ]


class PlanRun(models.Model):
    """One run of the planner in the background. `instance` and `plan` are its own documents, sealed."""

    class State(models.TextChoices):
        """How it goes."""

        WAITING = "waiting", _("waits for its turn")
        RUNNING = "running", _("is running")
        DONE = "done", _("is done")
        CONFLICT = "conflict", _("the terms cannot all hold")
        FAILED = "failed", _("has failed")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="plan_runs")
    party_id = None  # the installation's own compartment: it holds people of every side
    terms = models.ManyToManyField(Term, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    why = models.CharField(max_length=300, blank=True)
    instance = SealedJSON(null=True)
    plan = SealedJSON(null=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at"]


class Package(models.Model):
    """A plan put to all sides at once. The record calls it ``proposal-N``, N being its number here."""

    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="packages")
    run = models.ForeignKey(PlanRun, models.PROTECT, related_name="packages")
    alternative = models.PositiveIntegerField(default=0)
    put_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    put_at = models.DateTimeField(auto_now_add=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    accepted = models.BooleanField(null=True, blank=True, help_text=_("known once every side has answered"))

    class Meta:
        ordering = ["-put_at"]


class Acceptance(models.Model):
    """One side's answer to a package. It stays sealed: only that all accepted is ever revealed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    package = models.ForeignKey(Package, models.PROTECT, related_name="acceptances")
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    answer = SealedText()  # yes, no
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["package", "party"], name="one_answer_for_each_side")]


class Agreement(models.Model):
    """One text that all sides and the mediator sign. The record calls it ``agreement-N``, N its number here."""

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", _("being written")
        OPEN = "open", _("open for signature")
        SIGNED = "signed", _("signed by all")
        ENDED = "ended", _("carried out, or ended")

    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="agreements")
    package = models.ForeignKey(Package, models.PROTECT, related_name="agreements")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    articles = models.JSONField(
        default=list, help_text=_("numbered articles: those from the terms, then free clauses")
    )
    change_rule = models.CharField(max_length=20, default="shrink")
    annex_sha256 = models.CharField(max_length=64, blank=True)
    text_sha256 = models.CharField(max_length=64, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]

    @property
    def reference(self) -> str:
        """What the record calls it."""
        return f"agreement-{self.pk}"


class Line(models.Model):
    """One captive in an agreement. The database itself holds that he is in one live agreement at most."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="lines")
    number = models.PositiveIntegerField()
    captive = models.ForeignKey("registry.Person", models.PROTECT, related_name="lines")
    reply = models.ForeignKey("replies.Reply", models.PROTECT, related_name="lines")
    holder = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    receiver = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    account = models.CharField(max_length=20, help_text=_("formula, owed, or a line of its own"))
    stage = models.PositiveIntegerField(default=1)
    is_live = models.BooleanField(default=True)

    class Meta:
        ordering = ["agreement", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["captive"], condition=models.Q(is_live=True), name="a_captive_is_in_one_live_agreement"
            ),
            models.UniqueConstraint(fields=["agreement", "number"], name="one_line_for_each_number"),
        ]


class SigningKey(models.Model):
    """One person's key (Ed25519). The secret half lies locked under a passphrase that only he knows."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="signing_keys")
    public = models.BinaryField()
    locked = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True)


class Signature(models.Model):
    """One person's signature under the text of an agreement. Two of each signer make the signer's."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="signatures")
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    key = models.ForeignKey(SigningKey, models.PROTECT, related_name="+")
    signature = models.BinaryField()
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agreement", "person"], name="one_signature_for_each_person")
        ]
