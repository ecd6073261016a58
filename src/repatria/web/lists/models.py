"""A list is a claim, not a fact: rows stay as they came, with file, row number and hash."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from repatria.web.vault.fields import SealedJSON, SealedText


def no_items() -> list[object]:
    """Give an empty list: `list` is a field of the classes below."""
    return []


class Purpose(models.TextChoices):
    """What the names on a list are."""

    SOUGHT = "sought", _("persons sought")
    HELD = "held", _("persons held")


class Awaited(models.Model):
    """A list that an exchange waits for, and how far it has come: all that others learn of it before it is open.

    Whoever changes anything about the list's versions locks this row first.
    """

    exchange = models.ForeignKey("exchanges.Exchange", models.PROTECT, related_name="awaited")
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=10, choices=Purpose)
    version = models.PositiveIntegerField(default=0, help_text=_("the newest that is sealed"))
    persons = models.PositiveIntegerField(default=0)
    sealed_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["exchange", "party", "-purpose"]
        constraints = [
            models.UniqueConstraint(fields=["exchange", "party", "purpose"], name="one_place_for_each_list")
        ]

    @property
    def is_released(self) -> bool:
        """Whether two people of the sender stand behind the version that is sealed now."""
        return self.released_at is not None


class NameList(models.Model):
    """One version of one list of one party. The record calls it ``list-N``, N being `number`."""

    Purpose = Purpose

    class State(models.TextChoices):
        """How far the desk has come with it."""

        READING = "reading", _("is being read")
        REFUSED = "refused", _("cannot be used")
        ASKS = "asks", _("waits for your answers")
        READ = "read", _("is read; look at it")
        ENTERING = "entering", _("is being taken in")
        REPEATS = "repeats", _("names some people twice; settle that")
        READY = "ready", _("is ready to be sealed")
        SEALING = "sealing", _("is being sealed")
        SEALED = "sealed", _("is sealed")
        OPENED = "opened", _("is open to all at the table")
        WITHDRAWN = "withdrawn", _("was withdrawn")
        FAILED = "failed", _("was interrupted; start again")

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
    sealed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    sealed_at = models.DateTimeField(null=True, blank=True)
    seal = models.CharField(max_length=64, blank=True, help_text=_("the commitment in the record"))
    opened_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.READING)
    answers = SealedJSON(default=dict, help_text=_("what a person has decided about how to read it"))
    language = models.CharField(max_length=2, default="en")
    share_done = models.FloatField(default=0)
    beat_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    failed_in = models.CharField(max_length=10, blank=True)

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

    @property
    def is_draft(self) -> bool:
        """Whether it has not been sealed yet."""
        return self.sealed_at is None and self.withdrawn_at is None

    @property
    def works(self) -> bool:
        """Whether the desk is at work on it."""
        return self.state in (self.State.READING, self.State.ENTERING, self.State.SEALING)


class Row(models.Model):
    """One row of a list. `cells` is the row as read; `columns` is what our columns say, cleaned, beside it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    list = models.ForeignKey(NameList, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(help_text=_("row number in the file"))
    sheet = models.CharField(max_length=40, blank=True)
    code = models.CharField(max_length=40, help_text=_("the sender's own id for this row"), db_index=True)
    says = models.BinaryField(
        max_length=16,
        default=b"",
        help_text=_("blind index of all it says: the same only for rows that say the same"),
    )
    cells = SealedJSON(party="list.party_id", default=no_items)
    columns = SealedJSON(party="list.party_id", default=dict)
    repeats = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="repeated_by")
    person = models.ForeignKey("registry.Person", models.PROTECT, null=True, blank=True, related_name="rows")

    class Meta:
        ordering = ["list", "number"]
        constraints = [models.UniqueConstraint(fields=["list", "sheet", "number"], name="one_row_for_each_number")]


class Repeat(models.Model):
    """Two rows of one list that may be one person. The sender settles it before the list is sealed."""

    class Verdict(models.TextChoices):
        """One person or two."""

        SAME = "same", _("one person, listed twice")
        DIFFERENT = "different", _("two different people")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    list = models.ForeignKey(NameList, models.CASCADE, related_name="repeats")
    row = models.ForeignKey(Row, models.CASCADE, related_name="+")
    other = models.ForeignKey(Row, models.CASCADE, related_name="+")
    probability = models.FloatField()
    because = SealedJSON(party="list.party_id", default=no_items)
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-probability", "pk"]
        constraints = [models.UniqueConstraint(fields=["row", "other"], name="one_repeat_for_each_pair")]


class Habit(models.Model):
    """What a person has confirmed once about how a party writes its lists."""

    party = models.OneToOneField("exchanges.Party", models.CASCADE, related_name="+")
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    columns = SealedJSON(default=dict, help_text=_("their heading -> our field"))
    encoding = models.CharField(max_length=40, blank=True)
    day_first = models.BooleanField(null=True, blank=True)


class Export(models.Model):
    """A whole list that two people let leave the system. Its purpose and its end travel with the file."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    list = models.ForeignKey(NameList, models.PROTECT, related_name="exports")
    party = models.ForeignKey(
        "exchanges.Party", models.PROTECT, related_name="+", help_text=_("whose people let it go")
    )
    purpose = models.CharField(max_length=200)
    keep_until = models.DateField()
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
