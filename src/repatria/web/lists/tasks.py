"""The desk's work on one list, in the background: reading it, taking it in, sealing it."""

import logging
from collections.abc import Callable
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from repatria.errors import RepatriaError
from repatria.web import background
from repatria.web.background import Kind, alive, speaking
from repatria.web.compartments import as_user, house
from repatria.web.lists import examine, sealing, storage, taking_in
from repatria.web.lists.models import NameList

log = logging.getLogger("repatria.lists")
State = NameList.State
AT_WORK = (State.READING, State.ENTERING, State.SEALING)


@task()
def work(list_id: str, state: str) -> None:
    """Do what the list's state asks for, unless it has moved on since this was queued."""
    with house():  # whose work it is, only the row says
        name_list = NameList.objects.select_related("party", "exchange", "uploaded_by").get(pk=list_id)
    if name_list.state != state:
        return
    with as_user(name_list.uploaded_by), speaking(name_list.language), alive(name_list):
        try:
            _STEPS[State(state)](name_list)
        except RepatriaError as error:
            _fail(name_list, str(error))
        except Exception as error:
            # An error of a library may quote a cell: its kind is logged, not its words.
            log.error("%s of %s failed: %s", state, name_list.reference, type(error).__name__)
            _fail(name_list, _("the desk stumbled over this list; start again, and tell your administrator"))


def _read(name_list: NameList) -> None:
    with storage.in_clear(name_list) as path:
        reading = examine.read(path, name_list, timezone.localdate())
        report = examine.report_of(reading, name_list.answers, examine.sheets_of(path))
    to = State.REFUSED if reading.refusal else State.ASKS if report["questions"] else State.READ
    _go_on(name_list, State.READING, to, report=report, persons=report["taken"])


def _enter(name_list: NameList) -> None:
    reading = examine.examine(name_list, timezone.localdate())
    persons = taking_in.take_in(name_list, reading, _progress(name_list, 0.0, 0.6))
    left = taking_in.seek_repeats(name_list)
    _go_on(name_list, State.ENTERING, State.REPEATS if left else State.READY, persons=persons)


def _seal(name_list: NameList) -> None:
    sealing.seal(name_list, _progress(name_list, 0.0, 0.9))


_STEPS: dict[Any, Callable[[NameList], None]] = {
    State.READING: _read,
    State.ENTERING: _enter,
    State.SEALING: _seal,
}


def _go_on(name_list: NameList, was: Any, to: Any, **values: Any) -> None:
    """Move on, unless somebody has withdrawn the list meanwhile."""
    fresh = NameList.objects.get(pk=name_list.pk)
    if fresh.state != was:
        return
    for name, value in values.items():
        setattr(fresh, name, value)
    fresh.state, fresh.share_done = to, 1
    fresh.save(update_fields=["state", "share_done", *values])


def _progress(name_list: NameList, start: float, share: float) -> Callable[[float], None]:
    rows = NameList.objects.filter(pk=name_list.pk)
    return lambda done: rows.update(share_done=start + share * done) and None


def _fail(name_list: NameList, why: str) -> None:
    fresh = NameList.objects.get(pk=name_list.pk)
    if fresh.state not in AT_WORK:
        return
    fresh.failed_in, fresh.state = fresh.state, State.FAILED
    fresh.report = {**fresh.report, "failure": why}
    fresh.save(update_fields=["state", "failed_in", "report"])


def _again(name_list: NameList) -> None:
    work.enqueue(str(name_list.pk), name_list.state)


background.KINDS.append(
    Kind(NameList, Q(state__in=AT_WORK), _again, lambda one: _fail(one, _("the worker was stopped in the middle")))
)
