"""Statements and their versions, breakdowns agreed to, voices, readers' replies, checked reports that were kept."""

import json
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Statement(models.Model):
    """One version of the public statement on an exchange. The record calls it ``statement-N``, N its number here.

    `figures` are counted from the record when it is drafted and again when it is released; nobody can type them.
    `texts` is language -> paragraphs around the figures, with fields such as ``{formula}``.
    """

    class Kind(models.TextChoices):
        """What it states."""

        AGREED = "agreed", _("agreed, not yet carried out")
        CARRIED_OUT = "carried_out", _("carried out")

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", _("draft")
        RELEASED = "released", pgettext_lazy("a statement", "released")
        CORRECTED = "corrected", _("corrected by a later version")

    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="statements")
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=Kind)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    place = models.CharField(max_length=100, blank=True)
    on = models.DateField(help_text=_("the day of the exchange, or of the signature"))
    figures = models.JSONField(default=dict)
    texts = models.JSONField(default=dict)
    released_texts = models.JSONField(default=dict, help_text=_("language -> the paragraphs as released"))
    why_corrected = models.CharField(max_length=200, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)
    released_at = models.DateTimeField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    entry = models.ForeignKey("ledger.Entry", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["exchange", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["exchange", "version"], name="one_statement_for_each_version"),
            models.UniqueConstraint(
                fields=["exchange"], condition=models.Q(state="released"), name="one_released_statement_at_a_time"
            ),
        ]

    @property
    def reference(self) -> str:
        """What the record calls it."""
        return f"statement-{self.pk}"

    @property
    def document(self) -> str:
        """What the hash in the record belongs to: figures, and language -> paragraphs."""
        return _written_one_way({"figures": self.figures, "texts": self.released_texts})


class SideAccount(models.Model):
    """One version of a side's own account of an exchange. The record calls it ``account-N``, N its number here.

    `texts` is language -> paragraphs. All of it is that side's words; a number in it is its claim.
    """

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", _("draft")
        HELD = "held", _("held: a name seems to stand in it")
        RELEASED = "released", pgettext_lazy("a statement", "released")
        CORRECTED = "corrected", _("corrected by a later version")

    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="accounts_of_sides")
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=Statement.Kind, blank=True, help_text=_("set when released"))
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    texts = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0, help_text=_("how often the draft was saved"))
    sent_back = models.BooleanField(default=False, help_text=_("held, and not let through"))
    why_corrected = models.CharField(max_length=200, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        help_text=_("who has read it where it was held"),
    )  # fmt: skip
    released_at = models.DateTimeField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    entry = models.ForeignKey("ledger.Entry", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["exchange", "party", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["exchange", "party", "version"], name="one_account_for_each_version"),
            models.UniqueConstraint(
                fields=["exchange", "party"],
                condition=models.Q(state="released"),
                name="one_released_account_of_each_side",
            ),
            models.UniqueConstraint(
                fields=["exchange", "party"],
                condition=models.Q(state__in=["draft", "held"]),
                name="one_open_account_of_each_side",
            ),
        ]

    @property
    def reference(self) -> str:
        """What the record calls it."""
        return f"account-{self.pk}"

    @property
    def document(self) -> str:
        """What the hash in the record belongs to: whose words they are, and language -> paragraphs."""
        return _written_one_way({"party": self.party.code, "texts": self.texts})


def _written_one_way(document: dict[str, Any]) -> str:
    """Write a document as JSON so that the same contents always give the same bytes, and the same hash."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


class Breakdown(models.Model):
    """Whether one side agrees that a breakdown of those who came home is published. Silence means no."""

    class What(models.TextChoices):
        """By what people are counted."""

        STATUS = "status", _("military and civilian")
        NATIONALITY = "nationality", _("nationality")

    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="breakdowns")
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    what = models.CharField(max_length=12, choices=What)
    published = models.BooleanField(default=False)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["exchange", "party", "what"], name="one_word_for_each_side")]


class Voice(models.Model):
    """Public words of somebody about an exchange; `exchange_id` is that of the public history."""

    about = models.CharField(max_length=80, db_index=True, help_text=_("id of the exchange in the history"))
    speaker = models.CharField(max_length=120)
    role = models.CharField(max_length=200, blank=True)
    said_in = models.CharField(max_length=120, blank=True, help_text=_("place, or where it was published"))
    on = models.DateField()
    link = models.URLField(blank=True)
    said = models.TextField(help_text=_("what was said, in our own words"))
    language = models.CharField(max_length=2, blank=True)
    original = models.TextField(blank=True, help_text=_("the exact words, for comparing quotations"))
    found_elsewhere = models.BooleanField(default=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["on", "pk"]


class ReaderReply(models.Model):
    """What a reader wrote. Nobody sees it until a moderator has; nothing is kept of who wrote it."""

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", _("waits for a moderator")
        HELD = "held", _("held: a name seems to stand in it")
        SHOWN = "shown", _("shown")
        REFUSED = "refused", _("not shown")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    about = models.CharField(max_length=80, db_index=True)
    signed = models.CharField(max_length=60, blank=True)
    text = models.TextField(max_length=2000)
    language = models.CharField(max_length=2, default="en")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    sent_at = models.DateTimeField(auto_now_add=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-sent_at"]


class KeptReport(models.Model):
    """A checked report that its sender asked to keep. `key` is in its address; without it nobody finds it."""

    key = models.CharField(primary_key=True, max_length=32)
    text = models.TextField()
    as_of = models.DateField(null=True, blank=True)
    kept_at = models.DateTimeField(auto_now_add=True)
