"""Noting reads, and stopping whoever reads too many: a stolen session is stopped at 500 persons.

The quota counts different persons read by one account in one hour, over all its sessions. Persons whom somebody
has worked through one by one since (pairs that a reviewer has decided) are counted apart, with a bound of their
own: see ADR 0054.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta
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
MOST_WORKED_THROUGH = 2_000
_WINDOW = timedelta(hours=1)

# What a room says of an account and a moment: whom it has worked through one by one since then.
WORKED_THROUGH: list[Callable[[Any, datetime], set[UUID]]] = []


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
        if not _fits(user, wanted.keys(), timezone.now() - _WINDOW):
            return False
        Reading.objects.bulk_create(
            [Reading(reader=user, party_id=party, subject=subject, page=page) for subject, party in wanted.items()]
        )
    return True


def _fits(user: Any, wanted: Collection[UUID], since: datetime) -> bool:
    recent = Reading.objects.filter(reader=user, at__gt=since)
    known = set(recent.filter(subject__in=wanted).values_list("subject", flat=True))
    if recent.values("subject").distinct().count() + len(set(wanted) - known) <= MOST_IN_AN_HOUR:
        return True
    read = set(recent.values_list("subject", flat=True)) | set(wanted)
    worked = read & set().union(*(room(user, since) for room in WORKED_THROUGH))
    return len(worked) <= MOST_WORKED_THROUGH and len(read - worked) <= MOST_IN_AN_HOUR
