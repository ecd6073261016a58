"""Replies to the names on the other side's list. Claim, confirmation and proof are three things.

"Not held" is not "missing": it means "not with me". A death is claimed until it is certified (GC III 120).
"""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from repatria.web.vault.fields import SealedJSON, SealedText


class Answer(models.TextChoices):
    """What a holder may answer to one name."""

    HELD = "held", _("held")
    NOT_HELD = "not_held", _("not held (not with us)")
    CLAIMED_DECEASED = "claimed_deceased", _("claimed deceased")
    DECEASED = "deceased", _("deceased, with certificate")
    RELEASED = "released", _("released")
    DUPLICATE_OF = "duplicate_of", _("duplicate of another name")
    REFUSED_TO_ANSWER = "refused_to_answer", _("refuses to answer")
    NO_ANSWER_YET = "no_answer_yet", _("no answer yet")


class Reply(models.Model):
    """One answer to one name. A second reply stands beside the first; the newest is the holder's word."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    row = models.ForeignKey("lists.Row", models.PROTECT, related_name="replies")
    holder = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="replies")
    answer = models.CharField(max_length=20, choices=Answer)
    person = models.ForeignKey(
        "registry.Person", models.PROTECT, null=True, blank=True, related_name="replies",
        help_text=_("whom the holder means, in its own register, if it holds him"),
    )  # fmt: skip
    duplicate_of = models.ForeignKey("lists.Row", models.PROTECT, null=True, blank=True, related_name="+")
    released_on = models.CharField(max_length=10, blank=True)
    released_to = SealedText(party="holder_id", null=True, blank=True)
    certificate = SealedText(party="holder_id", null=True, blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)
    is_newest = models.BooleanField(default=True)
    commitment = models.CharField(max_length=64, blank=True)
    carried_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+",
        help_text=_("the same reply, to the same words in the version of the list before"),
    )  # fmt: skip

    class Meta:
        ordering = ["row", "given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["row", "holder"], condition=models.Q(is_newest=True), name="one_newest_reply_for_each_name"
            )
        ]


class SeenByIcrc(models.Model):
    """The ICRC has seen this person, on this day: a confirmation, apart from what any side says."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    row = models.ForeignKey("lists.Row", models.PROTECT, related_name="seen_by_icrc")
    on = models.DateField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField(auto_now_add=True)


class Wish(models.Model):
    """What a captive has told the ICRC, alone with it: does he want to travel? The newest word stands.

    Neither his holder nor the side he depends on ever sees it; the planner takes it as it is (GC III 109(3)).
    """

    class Travels(models.TextChoices):
        """Yes or no; who has not been asked has no wish here."""

        YES = "yes", _("wants to travel")
        NO = "no", _("does not want to travel")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey("registry.Person", models.PROTECT, related_name="wishes")
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+", help_text=_("the ICRC"))
    travels = SealedText()
    said_on = models.DateField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["said_on", "noted_at"]


class BulkReplies(models.Model):
    """A spreadsheet of replies: checked first, given only when a person says so."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    list = models.ForeignKey("lists.NameList", models.PROTECT, related_name="+")
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+", help_text=_("who answers"))
    checked = SealedJSON(default=dict, help_text=_("replies that are in order, and faults by row and column"))
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    given_at = models.DateTimeField(null=True, blank=True)
    given = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-uploaded_at"]


class Remark(models.Model):
    """What the seeker says to a reply, and the other way round."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reply = models.ForeignKey(Reply, models.PROTECT, related_name="remarks")
    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="+")
    text = SealedText()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)


class Deadline(models.Model):
    """Until when a stage of the lists lasts: a week each, unless the parties agreed otherwise."""

    class Stage(models.TextChoices):
        """The stages of the Stockholm mechanism."""

        LISTS = "lists", _("lists")
        STATEMENTS = "statements", _("replies to each name")
        REMARKS = "remarks", _("remarks on the replies")
        SECOND_REPLIES = "second_replies", _("second replies")
        FINAL_LISTS = "final_lists", _("final lists signed")

    exchange = models.ForeignKey("exchanges.Exchange", models.CASCADE, related_name="deadlines")
    stage = models.CharField(max_length=20, choices=Stage)
    due_on = models.DateField()

    class Meta:
        ordering = ["due_on"]
        constraints = [models.UniqueConstraint(fields=["exchange", "stage"], name="one_deadline_for_each_stage")]
