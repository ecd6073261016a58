"""Parties, processes and exchanges.

A process is what a mediator convenes between two or more parties; an exchange is one round of lists, replies,
talks, agreement and handover within it. Several processes, conflicts and exchanges go on side by side.
"""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Party(models.Model):
    """A side, a mediator, or the ICRC. `code` is what the record calls it: 2 to 4 capital letters."""

    class Kind(models.TextChoices):
        """What part it plays."""

        SIDE = "side", _("side")
        MEDIATOR = "mediator", _("mediator")
        ICRC = "icrc", _("ICRC")

    code = models.CharField(
        max_length=4, unique=True, validators=[RegexValidator("^[A-Z]{2,4}$", _("2 to 4 capital letters"))]
    )
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=10, choices=Kind)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class Process(models.Model):
    """Talks that a mediator convenes about one conflict. It can hold several exchanges."""

    title = models.CharField(max_length=200)
    conflict = models.CharField(max_length=200)
    mediator = models.ForeignKey(Party, models.PROTECT, related_name="chairs")
    participants = models.ManyToManyField(Party, related_name="processes", help_text=_("the sides, and the ICRC"))
    framework = models.TextField(
        blank=True, help_text=_("who is covered: all for all, or numbers, and in what order")
    )
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def sides(self) -> models.QuerySet[Party]:
        """The parties that give and receive people."""
        return self.participants.filter(kind=Party.Kind.SIDE)


class Exchange(models.Model):
    """One exchange, from lists to public account. The record calls it ``exchange-N``, N being its number here."""

    class State(models.TextChoices):
        """How far it has come. It only goes forward."""

        LISTS = "lists", _("lists are coming in")
        REPLIES = "replies", _("lists are open; names are being answered")
        TALKS = "talks", _("terms and plans are being talked over")
        AGREED = "agreed", _("agreed, not yet carried out")
        HANDOVER = "handover", _("being carried out")
        CLOSED = "closed", _("carried out and closed")

    process = models.ForeignKey(Process, models.PROTECT, related_name="exchanges")
    title = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=State, default=State.LISTS)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> str:
        """What the record calls it."""
        return f"exchange-{self.pk}"

    def has_reached(self, state: "Exchange.State") -> bool:
        """Say whether it has come as far as `state`."""
        order = list(Exchange.State)
        return order.index(Exchange.State(self.state)) >= order.index(state)
