"""The background worker, which also finds work that an earlier worker has left when it was killed."""

import threading
from typing import Any

from django_tasks_db.management.commands.db_worker import Command as Worker

from repatria.web.background import keep_resuming
from repatria.web.compartments import leave_the_house


class Command(Worker):
    """Run background work; queue again what has lost its worker."""

    help = "Runs background work, and queues again what has lost its worker."

    def handle(self, *args: Any, **options: Any) -> None:
        """Go on until SIGTERM or SIGINT."""
        leave_the_house()  # each piece of work is done as whoever asked for it, or says aloud that it cannot be
        stop = threading.Event()
        threading.Thread(target=keep_resuming, args=(stop,), daemon=True).start()
        try:
            super().handle(*args, **options)
        finally:
            stop.set()
