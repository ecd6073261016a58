"""The parties' keys, each wrapped by the installation's own key, which lies outside the database."""

from django.db import models


class PartyKey(models.Model):
    """One key of one party. The newest that is not retired seals; all open what they sealed."""

    party = models.ForeignKey("exchanges.Party", models.PROTECT, related_name="keys", null=True)
    wrapped = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
