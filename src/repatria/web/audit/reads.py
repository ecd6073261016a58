"""Noting reads, and stopping whoever reads too many: a stolen session is stopped at 500 persons.

The quota counts different persons read by one account in one hour, over all its sessions.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.errors import RepatriaError
from repatria.web.audit.alarms import raise_alarm
from repatria.web.audit.models import Alarm, Canary, Reading
from repatria.web.compartments import house

MOST_IN_AN_HOUR = 500
_WINDOW = timedelta(hours=1)


class TooManyRead(RepatriaError):
    """The account has read as many persons as an hour allows; an alarm was raised."""


def note(user: Any, page: str, subjects: Iterable[tuple[UUID, int | None]]) -> None:
    """Note that `user` is about to be shown persons, given as (id, party that owns them).

    Call it from a page, outside any transaction: the alarm must stay when the page is refused.

    Raises:
        TooManyRead: with these it would be more than the quota; nothing may be shown.
    """
    wanted = dict(subjects)
    if not wanted:
        return
    if not _noted(user, page, wanted):
        raise_alarm(Alarm.Kind.SCRAPING, user, user.party_id)
        raise TooManyRead(
            _("This account has opened {n} persons within an hour and was stopped. Ask your administrator.").format(
                n=MOST_IN_AN_HOUR
            )
        )
    with house():  # whom a canary belongs to is not for the reader to see
        woken = list(Canary.objects.filter(subject__in=wanted))
    for canary in woken:
        raise_alarm(Alarm.Kind.CANARY, user, canary.party_id)


def _noted(user: Any, page: str, wanted: dict[UUID, int | None]) -> bool:
    """Note the reads if the quota allows them; many requests of one account at once queue up here."""
    with transaction.atomic():
        get_user_model().objects.select_for_update().get(pk=user.pk)
        recent = Reading.objects.filter(reader=user, at__gt=timezone.now() - _WINDOW)
        known = set(recent.filter(subject__in=wanted).values_list("subject", flat=True))
        if recent.values("subject").distinct().count() + len(wanted.keys() - known) > MOST_IN_AN_HOUR:
            return False
        Reading.objects.bulk_create(
            [Reading(reader=user, party_id=party, subject=subject, page=page) for subject, party in wanted.items()]
        )
    return True
