"""Whom a reviewer has worked through at a person's pace: what the quota of reads counts apart (ADR 0054)."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from repatria.web.matching_desk.models import Decision

QUICKEST = timedelta(seconds=2)
"""Nobody compares two rows and decides in less; whoever does is a program, or confirms without looking."""


def worked_through(user: Any, since: datetime) -> set[UUID]:
    """Give the rows of the pairs that `user` has decided one by one since then, each after a look at it."""
    decided = Decision.objects.filter(by=user, at__gt=since, together=False, undone_at=None).order_by("at", "pk")
    found: set[UUID] = set()
    before: datetime | None = None
    for at, sought, held in decided.values_list("at", "sought_id", "held_id"):
        if before is None or at - before >= QUICKEST:
            found |= {sought, held}
        before = at
    return found
