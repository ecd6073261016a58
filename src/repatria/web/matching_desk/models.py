"""Runs of the matching, proposed pairs, and what people decided.

The reasons of a pair are kept without words (``[field, level, weight, share]``), so that each reviewer reads them
in his own language.

A match is a proposal with reasons; only a person confirms it. "These are two different people" is kept for ever, a
decision can be undone, and the undoing is kept too.
"""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from repatria.web.vault.fields import SealedJSON


class Run(models.Model):
    """One run of the matching in the background: a list of persons sought against a list of persons held."""

    class State(models.TextChoices):
        """How it goes."""

        WAITING = "waiting", _("waits for its turn")
        RUNNING = "running", _("is running")
        DONE = "done", _("is done")
        FAILED = "failed", _("has failed")
        OVERTAKEN = "overtaken", _("is overtaken: a list was replaced while it ran")

    UNDER_WAY = (State.WAITING, State.RUNNING)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="runs")
    sought = models.ForeignKey("lists.NameList", models.PROTECT, related_name="+")
    held = models.ForeignKey("lists.NameList", models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    step = models.CharField(max_length=40, blank=True)
    share_done = models.FloatField(default=0)
    why = models.CharField(max_length=200, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    began_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    beat_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    proposals = models.PositiveIntegerField(default=0)
    threshold = models.FloatField(null=True, blank=True, help_text=_("pairs above it were confirmed together"))

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["sought", "held"],
                condition=models.Q(state__in=["waiting", "running"]),
                name="one_run_at_a_time_for_two_lists",
            )
        ]

    @property
    def works(self) -> bool:
        """Whether it is not yet at its end."""
        return self.state in (self.State.WAITING, self.State.RUNNING)


class Pair(models.Model):
    """One proposed pair: these two rows may be one person, for these reasons."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    run = models.ForeignKey(Run, models.CASCADE, related_name="pairs")
    sought = models.ForeignKey("lists.Row", models.CASCADE, related_name="+")
    held = models.ForeignKey("lists.Row", models.CASCADE, related_name="+")
    probability = models.FloatField()
    proposed = models.CharField(max_length=10)  # match, review
    because = SealedJSON(party="sought.list.party_id", default=list)

    class Meta:
        ordering = ["-probability"]
        constraints = [models.UniqueConstraint(fields=["run", "sought", "held"], name="one_proposal_for_each_pair")]

    @property
    def percent(self) -> str:
        """How likely it is one person; never 100 %, which only people can say."""
        return "> 99.9 %" if self.probability > 0.999 else f"{100 * self.probability:.1f} %"


class Decision(models.Model):
    """What one person decided about two rows. The newest that is not undone stands; none is ever deleted."""

    class Verdict(models.TextChoices):
        """One person, two, or cannot tell."""

        SAME = "same", _("one person")
        DIFFERENT = "different", _("two different people")
        UNSURE = "unsure", _("cannot tell")

    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="decisions")
    sought = models.ForeignKey("lists.Row", models.PROTECT, related_name="decisions")
    held = models.ForeignKey("lists.Row", models.PROTECT, related_name="decisions_as_held")
    verdict = models.CharField(max_length=10, choices=Verdict)
    blind = models.BooleanField(default=False, help_text=_("a second review, made without seeing the first"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    commitment = models.CharField(max_length=64, blank=True)
    together = models.BooleanField(default=False, help_text=_("confirmed with all others above a threshold"))
    entry = models.ForeignKey("ledger.Entry", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            # A double click, or two reviewers at once: one word of each kind stands for a pair.
            models.UniqueConstraint(
                fields=["sought", "held", "blind"],
                condition=models.Q(undone_at=None),
                name="one_standing_decision_for_each_pair",
            )
        ]
