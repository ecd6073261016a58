"""Runs the keeper of the record until it is told to stop; ``repatria serve`` starts it."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand

from repatria.web.compartments import leave_the_house
from repatria.web.ledger.keeper import keep_going


class Command(BaseCommand):
    """Carry committed entries into the record, and sign."""

    help = "Carries committed entries into the record, and signs."

    def handle(self, *args: Any, **options: Any) -> None:
        """Go on until SIGTERM or SIGINT."""
        leave_the_house()  # entries name nobody, and stand behind no wall
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        keep_going(stop)
