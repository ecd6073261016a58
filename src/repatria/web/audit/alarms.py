"""Alarms: raised at once, one for each cause and account in an hour, so that a flood does not hide the next."""

from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from repatria.web.audit.models import Alarm
from repatria.web.compartments import house

ONCE_IN = timedelta(hours=1)


def raise_alarm(kind: Any, account: Any, party: int | None) -> None:
    """Raise an alarm, unless the same stands already since less than an hour and nobody has looked at it.

    `account` is the account that set it off (None: of somebody who has none); `party` the party that must know.
    """
    since = timezone.now() - ONCE_IN
    with house():  # whoever sets it off does not see it
        same = Alarm.objects.filter(kind=kind, account=account, party=party, at__gt=since, seen_at=None)
        if not same.exists():
            Alarm.objects.create(kind=kind, account=account, party_id=party)


def locked_out(email: str) -> None:
    """Raise the alarm that somebody tried too often; takes the same steps for an address that nobody has."""
    account = get_user_model().objects.filter(email=email.strip().lower()).first()
    raise_alarm(Alarm.Kind.LOCKED_OUT, account, account.party_id if account else None)
