"""An act that waits for its second person."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from repatria.web.vault.fields import SealedJSON


class Act(models.Model):
    """Something weighty that one person has proposed. It takes effect when another of the same party confirms."""

    class State(models.TextChoices):
        """How far it has come."""

        PROPOSED = "proposed", _("waits for a second person")
        DONE = "done", _("confirmed and done")
        WITHDRAWN = "withdrawn", _("withdrawn")
        REFUSED = "refused", _("refused by the second person")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=64, help_text=_("what it is about: the key of a row"))
    party = models.ForeignKey("exchanges.Party", models.PROTECT, null=True, blank=True)
    details = SealedJSON(default=dict)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(auto_now_add=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    shown_once: Any = None  # what the effect gave back, for the second person's eyes; kept nowhere

    class Meta:
        ordering = ["-proposed_at"]
        constraints = [
            # Two sessions of one person are one person.
            models.CheckConstraint(
                condition=~models.Q(state="done") | ~models.Q(proposed_by=models.F("settled_by")),
                name="two_different_people",
            ),
            models.UniqueConstraint(
                fields=["kind", "subject", "party"],
                condition=models.Q(state="proposed"),
                name="one_open_proposal_for_each_thing",
            ),
            # Where there is no party, a database counts two nothings as different; so it is said once more.
            models.UniqueConstraint(
                fields=["kind", "subject"],
                condition=models.Q(state="proposed", party=None),
                name="one_open_proposal_without_a_party",
            ),
        ]
