"""Looking at alarms, and planting canaries."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.errors import RepatriaError
from repatria.web.audit.models import Alarm, Canary


class CannotPlant(RepatriaError):
    """A person cannot be a canary; the text says why."""


def look_at(alarm: Alarm, user: Any) -> None:
    """Note that `user` has looked at an alarm; the first who did stands."""
    Alarm.objects.filter(pk=alarm.pk, seen_at=None).update(seen_at=timezone.now(), seen_by=user)


def plant(person: Any, user: Any) -> Canary:
    """Make an invented person of one's own register a canary.

    Raises:
        CannotPlant: he stands on a list, so that others have reason to ask for him; or he is one already.
    """
    if person.rows.exists():
        raise CannotPlant(
            _("this person stands on a list; a canary must be somebody whom nobody has reason to open")
        )
    try:
        with transaction.atomic():
            return Canary.objects.create(party=person.keeper, subject=person.pk, planted_by=user)
    except IntegrityError:
        raise CannotPlant(_("this person is a canary already")) from None
