"""A list is a claim, not a fact: rows stay as they came, with file, row number and hash."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from repatria.web.vault.fields import SealedJSON, SealedText


class NameList(models.Model):
    """One version of one list of one party. The record calls it ``list-N``, N being `number`."""

    class Purpose(models.TextChoices):
        """What the names on it are."""

        SOUGHT = "sought", _("persons sought")
        HELD = "held", _("persons held")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField(unique=True)
    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="lists")
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="lists")
    purpose = models.CharField(max_length=10, choices=Purpose)
    version = models.PositiveIntegerField(default=1)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    file_name = SealedText()
    sha256 = models.CharField(max_length=64)
    report = SealedJSON(default=dict, help_text=_("questions, rejected rows, notes: what came of reading the file"))
    persons = models.PositiveIntegerField(default=0)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    sealed_at = models.DateTimeField(null=True, blank=True)
    seal = models.CharField(max_length=64, blank=True, help_text=_("the commitment in the record"))
    opened_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["exchange", "party", "purpose", "version"], name="one_list_for_each_version"
            )
        ]

    @property
    def reference(self) -> str:
        """What the record calls it."""
        return f"list-{self.number}"


class Row(models.Model):
    """One row of a list. `cells` is the row as read; `columns` is what our columns say, cleaned, beside it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    list = models.ForeignKey(NameList, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(help_text=_("row number in the file"))
    code = models.CharField(max_length=40, help_text=_("the sender's own id for this row"))
    cells = SealedJSON(party="list.party_id", default=list)
    columns = SealedJSON(party="list.party_id", default=dict)
    repeats = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="repeated_by")
    person = models.ForeignKey("registry.Person", models.PROTECT, null=True, blank=True, related_name="rows")

    class Meta:
        ordering = ["list", "number"]
        constraints = [models.UniqueConstraint(fields=["list", "number"], name="one_row_for_each_number")]
