"""A mediator opens a process, and exchanges within it."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.errors import RepatriaError
from repatria.web.exchanges.models import Exchange, Party, Process

LEAST_SIDES = 2


class CannotOpenIt(RepatriaError):
    """A process or an exchange cannot be opened so; the text says why."""


def open_process(user: Any, title: str, conflict: str, framework: str, participants: Iterable[Party]) -> Process:
    """Open a process, chaired by the mediator's office, with its first exchange still to come.

    Raises:
        CannotOpenIt: fewer than two sides.
    """
    invited = list(participants)
    if sum(party.kind == Party.Kind.SIDE for party in invited) < LEAST_SIDES:
        raise CannotOpenIt(_("a process takes at least two sides"))
    with transaction.atomic():
        process = Process.objects.create(
            title=title, conflict=conflict, framework=framework, mediator=user.party, opened_at=timezone.now()
        )
        process.participants.set(invited)
    return process


def open_exchange(user: Any, process: Process, title: str) -> Exchange:
    """Open an exchange within a process; it begins with its lists. The same title twice is a double click.

    Raises:
        CannotOpenIt: the process is closed.
    """
    with transaction.atomic():
        process = Process.objects.select_for_update().get(pk=process.pk)
        if process.closed_at is not None:
            raise CannotOpenIt(_("this process is closed"))
        there = process.exchanges.filter(title=title).first()
        return there or Exchange.objects.create(process=process, title=title, opened_at=timezone.now())
