"""Persons of a party's register, with the source of every value, and what happened to them.

Values are kept in one sealed document a person, and only ever added to: a correction stands beside the first word.
"""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from repatria.web.vault.fields import SealedJSON, SealedText


class Site(models.Model):
    """A place of detention. Restricted (GC III 23): see the policy."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="sites")
    code = models.CharField(max_length=20)
    name = SealedText(null=True, blank=True)
    region = SealedText(null=True, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["code"]
        constraints = [models.UniqueConstraint(fields=["party", "code"], name="one_site_for_each_code")]


class Person(models.Model):
    """One captive, as one party knows him. `number` is his number in that party's register.

    `values` is a list, oldest first, of ``{"kind", "text", "script", "source", "source_date", "confidence", "by",
    "at", "reason"}``; `kind` is a field of :data:`repatria.people.FIELDS`, `text` the original spelling;
    `reason` is there when it corrects an earlier value of its kind.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    keeper = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="people_kept")
    number = models.CharField(max_length=40, help_text=_("number in the keeper's register"))
    holder = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+", null=True, blank=True)
    origin = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+", null=True, blank=True)
    site = models.ForeignKey(Site, models.PROTECT, related_name="people", null=True, blank=True)
    values = SealedJSON(party="keeper_id", default=list)
    version = models.PositiveIntegerField(default=1)
    entered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["keeper", "number"]
        constraints = [models.UniqueConstraint(fields=["keeper", "number"], name="one_person_for_each_number")]

    def current(self) -> dict[str, str]:
        """Give the newest text of each kind of value; a value that was taken back is not among them."""
        newest = {value["kind"]: value["text"] for value in self.values}
        return {kind: text for kind, text in newest.items() if text}

    def history_of(self, kind: str) -> list[dict[str, Any]]:
        """Give every value of one kind, oldest first, with source, date and reason."""
        return [value for value in self.values if value["kind"] == kind]


class SearchKey(models.Model):
    """A blind index of one way a person's name sounds, so that a register can be searched across spellings.

    `place` is the person's number in UTF-8: a page of those who sound alike is then read from the index, in order,
    without opening the thousands who come later. Bytes sort alike in every database, letters do not.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="search_keys")
    key = models.BinaryField(max_length=16)
    place = models.BinaryField(max_length=160, default=b"")

    class Meta:
        indexes = [models.Index(fields=["key", "place", "person"], name="who_sounds_so_in_order")]


class Event(models.Model):
    """Something that happened to a person (GC III 122(5)-(6)); `kind` is one of the conventions' event kinds.

    `occurred_on` may be partial (``2026``, ``2026-02``). A wrong event stays; the one that `corrects` it says why.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="events")
    kind = models.CharField(max_length=40, db_index=True)
    occurred_on = models.CharField(max_length=10)
    site = models.ForeignKey(Site, models.PROTECT, null=True, blank=True)
    details = SealedJSON(party="person.keeper_id", default=dict)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="corrected_by")
    reason = models.CharField(max_length=200, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    entered_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        ordering = ["occurred_on", "entered_at"]


class ListImport(models.Model):
    """A checked list on its way into the register of the party that sent it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    list = models.ForeignKey("lists.NameList", models.CASCADE, related_name="imports")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    entered = models.PositiveIntegerField(default=0, help_text=_("persons who were not in the register"))
    linked = models.PositiveIntegerField(default=0, help_text=_("persons who were in it under this number"))
    apart = models.PositiveIntegerField(default=0, help_text=_("rows whose number belongs to somebody else"))

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["list"], condition=models.Q(ended_at=None), name="one_import_of_a_list_at_a_time"
            )
        ]
