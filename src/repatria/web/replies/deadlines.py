"""Until when each stage of the lists lasts: a week each, unless the mediator says otherwise."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from repatria.web import policy
from repatria.web.exchanges.models import Exchange
from repatria.web.replies.models import Deadline

Stage = Deadline.Stage
# Weeks after the lists were opened (the Stockholm mechanism: a week for each stage, final lists at four weeks).
WEEKS = {Stage.STATEMENTS: 1, Stage.REMARKS: 2, Stage.SECOND_REPLIES: 3, Stage.FINAL_LISTS: 4}


def begin(exchange: Exchange, opened_on: date) -> None:
    """Set the usual deadlines, where none is set yet."""
    for stage, weeks in WEEKS.items():
        due = opened_on + timedelta(weeks=weeks)
        Deadline.objects.get_or_create(exchange=exchange, stage=stage, defaults={"due_on": due})


@transaction.atomic
def change(user: Any, exchange: Exchange, days: Mapping[str, date]) -> None:
    """Set other deadlines (stage -> day).

    Raises:
        PermissionDenied: the user does not mediate this exchange.
    """
    if not policy.sets_deadlines(user, exchange):
        raise PermissionDenied
    for stage, due in days.items():
        Deadline.objects.update_or_create(exchange=exchange, stage=stage, defaults={"due_on": due})


def of(exchange: Exchange) -> dict[str, date]:
    """Give the deadlines: stage -> last day."""
    return dict(exchange.deadlines.values_list("stage", "due_on"))
