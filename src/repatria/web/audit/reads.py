"""Noting reads, and stopping whoever reads too many: a stolen session is stopped at 500 persons.

The quota counts different persons read by one account in one hour, over all its sessions.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.errors import RepatriaError
from repatria.web.audit.models import Alarm, Reading

MOST_IN_AN_HOUR = 500
_WINDOW = timedelta(hours=1)


class TooManyRead(RepatriaError):
    """The account has read as many persons as an hour allows; an alarm was raised."""


def note(user: Any, page: str, subjects: Iterable[tuple[UUID, int | None]]) -> None:
    """Note that `user` is about to be shown persons, given as (id, party that owns them).

    Raises:
        TooManyRead: with these it would be more than the quota; nothing may be shown.
    """
    wanted = dict(subjects)
    if not wanted:
        return
    since = timezone.now() - _WINDOW
    recent = Reading.objects.filter(reader=user, at__gt=since)
    known = set(recent.filter(subject__in=wanted).values_list("subject", flat=True))
    if recent.values("subject").distinct().count() + len(wanted.keys() - known) > MOST_IN_AN_HOUR:
        _alarm(user)
        raise TooManyRead(
            _("This account has opened {n} persons within an hour and was stopped. Ask your administrator.").format(
                n=MOST_IN_AN_HOUR
            )
        )
    with transaction.atomic():
        Reading.objects.bulk_create(
            [Reading(reader=user, party_id=party, subject=subject, page=page) for subject, party in wanted.items()]
        )


def _alarm(user: Any) -> None:
    fresh = timezone.now() - _WINDOW
    if not Alarm.objects.filter(account=user, kind=Alarm.Kind.SCRAPING, at__gt=fresh).exists():
        Alarm.objects.create(account=user, kind=Alarm.Kind.SCRAPING, party=user.party)
