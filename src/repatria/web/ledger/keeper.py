"""The keeper: carries committed entries into the record's folder, in order, each once, and signs.

An entry's number in the record is given here, not in the transaction that made it: transactions may be committed in
another order than they began. If the keeper is killed between writing to the folder and noting it in the database,
the next run finds the entries in the folder and notes them; nothing is written twice.
"""

import threading
from collections import defaultdict

from django.conf import settings
from django.db import close_old_connections, transaction
from django.utils import timezone

from repatria.record import Log, create_log
from repatria.record.errors import RecordError
from repatria.web.exchanges.models import Party
from repatria.web.ledger.models import Entry

_wanted = threading.Event()
EVERY_SECONDS = 5.0
AT_ONCE = 5_000


def wake() -> None:
    """Tell the keeper of this process, if it runs, that there is something to carry."""
    _wanted.set()


def publish() -> int:
    """Carry all committed entries into the record and sign. Gives how many there were.

    Raises:
        RecordError: the folder is held by another program, damaged, or cannot be written. Nothing is lost: the
            entries stay in the database, and are carried next time.
    """
    carried = 0
    with _open() as log:
        _note_what_is_there(log)
        while waiting := list(Entry.objects.filter(index=None).order_by("pk")[:AT_ONCE]):
            first = log.append_encoded([bytes(entry.encoded) for entry in waiting]).start
            _note(waiting, first)
            carried += len(waiting)
        log.checkpoint(timezone.now())
    return carried


def _open() -> Log:
    folder = settings.RECORD_FOLDER
    if folder.exists() and any(folder.iterdir()):
        return Log(folder)
    parties = [party.code for party in Party.objects.all()]
    log = create_log(folder, settings.RECORD_ORIGIN, at=timezone.now(), parties=parties)
    return log


def _note(entries: list[Entry], first: int) -> None:
    for number, entry in enumerate(entries, start=first):
        entry.index = number
    with transaction.atomic():
        Entry.objects.bulk_update(entries, ["index"], batch_size=1000)


def _note_what_is_there(log: Log) -> None:
    """Note entries that were written to the folder by a run that ended before it could say so."""
    known = Entry.objects.exclude(index=None).order_by("-index").values_list("index", flat=True).first()
    start = 1 if known is None else known + 1
    if log.size <= start or not Entry.objects.filter(index=None).exists():
        return
    waiting: dict[bytes, list[Entry]] = defaultdict(list)
    for entry in Entry.objects.filter(index=None).order_by("-pk"):
        waiting[bytes(entry.encoded)].append(entry)
    for number in range(start, log.size):
        if same := waiting.get(log.entry(number)):
            _note([same.pop()], number)


def keep_going(stop: threading.Event) -> None:
    """Carry entries whenever there are any, until `stop` is set. Runs in a thread of ``repatria serve``."""
    import logging

    log = logging.getLogger("repatria.ledger")
    while not stop.is_set():
        _wanted.wait(EVERY_SECONDS)
        _wanted.clear()
        close_old_connections()
        try:
            if Entry.objects.filter(index=None).exists():
                publish()
        except RecordError as error:
            log.error("the record could not be written; it is tried again: %s", error)
        except Exception:
            log.exception("the keeper of the record stumbled; it goes on")
            stop.wait(EVERY_SECONDS)
