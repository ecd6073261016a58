"""Tracing requests, what they were compared with, and what the families were told.

What a family sends lies sealed for the ICRC. A receipt is kept as a keyed hash alone. A request that is withdrawn
is emptied: that it was withdrawn is all that stays.
"""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from repatria.web.families.consent import Audience
from repatria.web.vault.fields import SealedJSON


class TracingRequest(models.Model):
    """A family asks for word of somebody (GC III 122(7), GC IV 26). `contents`: see :mod:`.forms`."""

    class Source(models.TextChoices):
        """Where it comes from."""

        FAMILY = "family", _("sent by a family")
        BOARD = "board", _("from a tracing board")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField(unique=True)
    party = models.ForeignKey(
        "exchanges.Party", models.PROTECT, null=True, related_name="+", help_text=_("the ICRC")
    )
    source = models.CharField(max_length=10, choices=Source, default=Source.FAMILY)
    contents = SealedJSON(null=True)
    consent = models.CharField(max_length=20, choices=Audience, default=Audience.CASE_WORKERS)
    own_side = models.ForeignKey("exchanges.Party", models.PROTECT, null=True, blank=True, related_name="+")
    language = models.CharField(max_length=2, default="en")
    receipt = models.BinaryField(null=True, unique=True, help_text=_("keyed hash of the receipt"))
    form = models.BinaryField(null=True, unique=True, help_text=_("keyed hash of the form it was sent with"))
    fingerprint = models.BinaryField(null=True, db_index=True, help_text=_("keyed hash of what was sent"))
    repeats = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="repeated_by")
    same_family = models.BooleanField(null=True, help_text=_("a case worker says that one family sent both"))
    person = models.ForeignKey("registry.Person", models.PROTECT, null=True, blank=True, related_name="sought_by")
    row = models.ForeignKey("lists.Row", models.SET_NULL, null=True, blank=True, related_name="sought_by")
    commitment = models.CharField(max_length=64, blank=True)
    sent_at = models.DateTimeField(auto_now_add=True, db_index=True)
    compared_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    on_boards_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["number"]

    @property
    def sought(self) -> dict[str, str]:
        """Give what was said of the person sought."""
        contents: dict[str, Any] = self.contents or {}
        return dict(contents.get("sought", {}))

    @property
    def newest_answer(self) -> "Answer | None":
        """Give the answer that was released last."""
        return self.answers.order_by("-pk").first()


class Proposal(models.Model):
    """This person of a register, or this row of a list, may be the one whom the family seeks."""

    class Verdict(models.TextChoices):
        """What a case worker says; "two different people" is kept for ever."""

        OPEN = "open", _("not looked at yet")
        SAME = "same", _("one person")
        DIFFERENT = "different", _("two different people")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(TracingRequest, models.CASCADE, related_name="proposals")
    person = models.ForeignKey("registry.Person", models.CASCADE, null=True, blank=True, related_name="+")
    row = models.ForeignKey("lists.Row", models.CASCADE, null=True, blank=True, related_name="+")
    probability = models.FloatField()
    because = SealedJSON(party="request.party_id", default=list)
    verdict = models.CharField(max_length=10, choices=Verdict, default=Verdict.OPEN)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-probability"]
        constraints = [
            models.UniqueConstraint(fields=["request", "person"], name="a_person_is_proposed_once"),
            models.UniqueConstraint(fields=["request", "row"], name="a_row_is_proposed_once"),
        ]


class Answer(models.Model):
    """What the family may read, released by a case worker. A new answer stands beside the earlier ones."""

    class Kind(models.TextChoices):
        """The closed list: what a register or list claims, and what the ICRC confirms, are never one answer."""

        NO_DATA = "no_data", _("no news that can be told")
        IN_REGISTER = "in_register", _("in a register; captivity is not known")
        PROBABLY_CAPTIVE = "probably_captive", _("probably captive, not confirmed")
        CONFIRMED = "confirmed", _("captivity confirmed by the ICRC")
        RETURNED = "returned", _("returned")
        CALL_US = "call_us", _("please call us")
        # Only where both sides have turned it on.
        NAME_SUBMITTED = "name_submitted", _("the name stands on a list that was handed over")
        NAME_REFUSED = "name_refused", _("the name was handed over, and was refused")

    class Told(models.TextChoices):
        """How the family hears of it."""

        PAGE = "page", _("they read it when they come back with their receipt")
        CALLED = "called", _("I have spoken with them")
        UNREACHABLE = "unreachable", _("I tried and could not reach them")

    request = models.ForeignKey(TracingRequest, models.CASCADE, related_name="answers")
    kind = models.CharField(max_length=20, choices=Kind)
    told = models.CharField(max_length=12, choices=Told, default=Told.PAGE)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)
    code = models.BinaryField(unique=True, help_text=_("keyed hash of the notice's code"))
    entry = models.ForeignKey("ledger.Entry", models.PROTECT, related_name="+")
    commitment = models.CharField(max_length=64)

    class Meta:
        ordering = ["pk"]


class Correction(models.Model):
    """What a family says is wrong in its request; a case worker takes it over; the first words stay."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(TracingRequest, models.CASCADE, related_name="corrections")
    contents = SealedJSON(party="request.party_id", null=True, help_text=_("group and field -> text"))
    sent_at = models.DateTimeField(auto_now_add=True)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["sent_at"]


class MayTell(models.Model):
    """One side lets families see that a name was submitted or refused. It holds only where every side does."""

    process = models.ForeignKey("exchanges.Process", models.CASCADE, related_name="may_tell")
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    on = models.BooleanField(default=False)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["process", "party"], name="one_word_of_each_side")]


def text_of(contents: Any, group: str, field: str) -> str:
    """Give one value of a request's contents, or nothing."""
    return str(((contents or {}).get(group) or {}).get(field, ""))
