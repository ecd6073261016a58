"""Asking for a run of the matching, overtaking it, starting it again."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from repatria.errors import RepatriaError
from repatria.web.exchanges.models import Exchange
from repatria.web.lists.models import NameList
from repatria.web.matching_desk.models import Run
from repatria.web.matching_desk.outcome import open_pairs_of_lists
from repatria.web.matching_desk.tasks import match


class NoRun(RepatriaError):
    """There is nothing to match, or it is being matched already."""


def start(user: Any, exchange: Exchange) -> list[Run]:
    """Queue a run for every two open lists that are not being matched right now.

    Raises:
        NoRun: no lists are open, or all are under way; a second click changes nothing.
    """
    with transaction.atomic():
        exchange = Exchange.objects.select_for_update().get(pk=exchange.pk)
        pairs = open_pairs_of_lists(exchange)
        if not pairs:
            raise NoRun(_("no lists are open yet; they open together when each side has released its own"))
        waiting = [pair for pair in pairs if not _under_way(*pair)]
        if not waiting:
            raise NoRun(_("these lists are being matched already; nothing was started a second time"))
        return [_queue(user, exchange, sought, held) for sought, held in waiting]


def _under_way(sought: NameList, held: NameList) -> bool:
    return Run.objects.filter(sought=sought, held=held, state__in=Run.UNDER_WAY).exists()


def _queue(user: Any, exchange: Exchange, sought: NameList, held: NameList) -> Run:
    run = Run.objects.create(exchange=exchange, sought=sought, held=held, asked_by=user, beat_at=timezone.now())
    match.enqueue(str(run.pk))
    return run


def again(user: Any, run: Run) -> Run:
    """Start a run that failed or was overtaken anew, with the lists that are open now.

    Raises:
        NoRun: it did not fail, or these lists are under way.
    """
    if run.works or run.state == Run.State.DONE:
        raise NoRun(_("this run has not failed; look at it as it is now"))
    for sought, held in open_pairs_of_lists(run.exchange):
        if (sought.party_id, held.party_id) == (run.sought.party_id, run.held.party_id):
            with transaction.atomic():
                Exchange.objects.select_for_update().get(pk=run.exchange_id)
                if _under_way(sought, held):
                    raise NoRun(_("these lists are being matched already; nothing was started a second time"))
                return _queue(user, run.exchange, sought, held)
    raise NoRun(_("its lists are no longer open"))


def overtake(name_list: NameList, **signal: Any) -> None:
    """Stop what runs on the version that `name_list` replaces: its proposals would be about rows that changed."""
    if name_list.replaces_id is None:
        return
    for side in ("sought", "held"):
        Run.objects.filter(**{side: name_list.replaces_id}, state__in=Run.UNDER_WAY).update(
            state=Run.State.OVERTAKEN, ended_at=timezone.now(), why=_("a list was replaced; match the new version")
        )


def newest(exchange: Exchange) -> list[Run]:
    """Give the newest run for every two open lists, of whatever state."""
    found = []
    for sought, held in open_pairs_of_lists(exchange):
        run = Run.objects.filter(sought=sought, held=held).select_related("sought__party", "held__party").first()
        if run is not None:
            found.append(run)
    return found
