"""Work in the background: a sign of life while it lasts, so that a worker that was killed is found out.

A piece of work is a row of some model with `beat_at`, `attempts` and a state. While it runs, a thread writes
`beat_at`. :func:`resume` looks for rows that say they run and have no sign of life; it queues them again, or lets
them fail plainly when they have been tried often enough. ``repatria serve`` looks every few seconds.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import close_old_connections, connection
from django.db.models import F, Q
from django.utils import timezone, translation

from repatria import i18n
from repatria.web.compartments import house

log = logging.getLogger("repatria.background")
BEAT_SECONDS = 5.0
DEAD_AFTER = timedelta(seconds=30)
MOST_ATTEMPTS = 3


@dataclass(frozen=True)
class Kind:
    """A kind of background work: which rows are at work, how to queue one again, how to let it fail."""

    model: Any
    at_work: Q
    again: Callable[[Any], None]
    fail: Callable[[Any], None]


KINDS: list[Kind] = []


@contextmanager
def alive(row: Any) -> Iterator[None]:
    """Write a sign of life for `row` while the block lasts."""
    rows = type(row)._default_manager.filter(pk=row.pk)
    rows.update(beat_at=timezone.now(), attempts=F("attempts") + 1)
    if not _has_worker():
        yield
        return
    stop = threading.Event()
    thread = threading.Thread(target=_beat, args=(rows, stop), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak `language` in messages and in the library while the block lasts."""
    with translation.override(language), i18n.language(language):
        yield


def resume() -> int:
    """Queue work again whose worker has died; let fail what was tried often enough. Gives how many were found."""
    found = 0
    for kind in KINDS:
        silent = Q(beat_at__lt=timezone.now() - DEAD_AFTER)
        for row in kind.model._default_manager.filter(kind.at_work & silent):
            found += 1
            claimed = kind.model._default_manager.filter(kind.at_work & silent, pk=row.pk)
            if not claimed.update(beat_at=timezone.now()):
                continue  # another program was quicker
            log.warning("%s %s had lost its worker", kind.model.__name__, row.pk)
            (kind.again if row.attempts < MOST_ATTEMPTS else kind.fail)(row)
    return found


def keep_resuming(stop: threading.Event) -> None:
    """Call :func:`resume` every few seconds until `stop` is set."""
    while not stop.wait(2 * BEAT_SECONDS):
        close_old_connections()
        try:
            with house():  # whose work was left, only its row says
                resume()
        except Exception:
            log.exception("looking for interrupted work failed; it is tried again")


def _has_worker() -> bool:
    return "django_tasks_db" in settings.TASKS["default"]["BACKEND"]


def _beat(rows: Any, stop: threading.Event) -> None:
    try:
        while not stop.wait(BEAT_SECONDS):
            try:
                with house():
                    rows.update(beat_at=timezone.now())
            except Exception:
                log.warning("a sign of life could not be written; it is tried again")
    finally:
        connection.close()
