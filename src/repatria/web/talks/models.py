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

    class Kind(models.TextChoices):
        """What is planned."""

        SELECTION = "selection", _("who goes, from the terms")
        CYCLES = "cycles", _("who gives to whom, from the offers")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="plan_runs")
    party_id = None  # the installation's own compartment: it holds people of every side
    terms = models.ManyToManyField(Term, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.SELECTION)
    options = models.JSONField(default=dict, help_text=_("alternatives asked for, longest cycle and chain"))
    base = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="what_ifs")
    change = models.CharField(max_length=60, blank=True, help_text=_("a what-if: one number moved, T1.max=40"))
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    step = models.CharField(max_length=20, blank=True)
    why = models.CharField(max_length=300, blank=True)
    instance = SealedJSON(null=True)
    plan = SealedJSON(null=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    beat_at = models.DateTimeField(null=True, blank=True, help_text=_("the worker's last sign of life"))
    attempts = models.PositiveIntegerField(default=0)
    told_at = models.DateTimeField(null=True, blank=True, help_text=_("when a conflict was shown to all sides"))
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at"]

    @property
    def is_open(self) -> bool:
        """Whether it still waits or runs."""
        return self.state in (self.State.WAITING, self.State.RUNNING)


class Points(models.Model):
    """What each captive's going is worth to one party (above 0) or costs it (below 0). No other sees a number."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="points")
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    given = SealedJSON(default=dict, help_text=_("key of the captive -> points"))
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["exchange", "party"], name="one_set_of_points_for_each_side")
        ]


class Package(models.Model):
    """A plan put to all sides at once. The record calls it ``proposal-N``, N being its number here."""

    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="packages")
    run = models.ForeignKey(PlanRun, models.PROTECT, related_name="packages")
    alternative = models.PositiveIntegerField(default=0)
    put_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    put_at = models.DateTimeField(auto_now_add=True)
    closes_at = models.DateTimeField(help_text=_("until when the sides may answer; nothing is revealed before"))
    settled_at = models.DateTimeField(null=True, blank=True)
    accepted = models.BooleanField(null=True, blank=True, help_text=_("known once every side has answered"))

    class Meta:
        ordering = ["-put_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["run", "alternative"],
                condition=models.Q(settled_at__isnull=True),
                name="one_open_package_for_each_plan",
            )
        ]

    @property
    def reference(self) -> str:
        """What the record calls it."""
        return f"proposal-{self.pk}"


class Acceptance(models.Model):
    """One side's answer to a package. It stays sealed: only that all accepted is ever revealed.

    Each side's row is made when the package is put, so that neither the row nor its time tells who has answered.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    package = models.ForeignKey(Package, models.PROTECT, related_name="acceptances")
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    answer = SealedText()  # words of one length: see talks.acceptance
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
        WITHDRAWN = "withdrawn", _("withdrawn before all had signed")

    class ChangeRule(models.TextChoices):
        """What happens when somebody on the list cannot go."""

        SHRINK = "shrink", _("the list shrinks: nobody takes his place")
        SUBSTITUTE = "substitute", _("the next of the reserve takes his place, in order")
        PAUSE = "pause", _("the stage pauses until the sides agree")

    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="agreements")
    package = models.ForeignKey(Package, models.PROTECT, related_name="agreements")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    articles = models.JSONField(
        default=list, help_text=_("numbered articles: those from the terms, then free clauses")
    )
    change_rule = models.CharField(max_length=20, choices=ChangeRule, default=ChangeRule.SHRINK)
    reserve = models.PositiveIntegerField(default=0, help_text=_("how many stand by on each side"))
    language = models.CharField(max_length=2, default="en")
    version = models.PositiveIntegerField(default=1)
    annex = models.JSONField(default=dict)
    text = models.TextField(blank=True)
    annex_sha256 = models.CharField(max_length=64, blank=True)
    text_sha256 = models.CharField(max_length=64, blank=True)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField(auto_now_add=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]

    @property
    def reference(self) -> str:
        """What the record calls it."""
        return f"agreement-{self.pk}"


class Line(models.Model):
    """One captive in an agreement. The database itself holds that he is in one live agreement at most.

    Whoever stands by in the reserve is bound to it, too. `account` is one of the handover's words.
    """

    class Account(models.TextChoices):
        """How he counts."""

        FORMULA = "formula", _("under the formula")
        OWED = "owed", _("owed, outside every ratio (GC III 109)")
        SEPARATE = "separate", _("on a line of its own")

    party_id = None  # holder and origin both read it: the installation's own compartment
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="lines")
    number = models.PositiveIntegerField()
    captive = models.ForeignKey("registry.Person", models.PROTECT, related_name="lines")
    reply = models.ForeignKey("replies.Reply", models.PROTECT, related_name="lines")
    holder = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    receiver = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    # Stands here too, beside the register: who reads a line may have no sight of the register it comes from.
    origin = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+", null=True)
    account = models.CharField(max_length=20, choices=Account)
    stage = models.PositiveIntegerField(default=1)
    in_reserve = models.BooleanField(default=False)
    opening = SealedJSON(null=True, help_text=_("opens this line of the annex: salt and person"))
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
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(confirmed_at__isnull=False, revoked_at__isnull=True),
                name="one_key_in_force_for_each_person",
            )
        ]


class Signature(models.Model):
    """One person's signature under one text of an agreement. Two of each signer make the signer's.

    A changed text has another hash: what was signed under the old one stays here, and counts no more.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="signatures")
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    key = models.ForeignKey(SigningKey, models.PROTECT, related_name="+")
    signature = models.BinaryField()
    text_sha256 = models.CharField(max_length=64, help_text=_("of the text that was signed"))
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "person", "text_sha256"], name="one_signature_for_each_person_and_text"
            )
        ]
